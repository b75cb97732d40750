//! What the fold keeps for any text.

use hamta::text::fold::fold;
use hamta::text::{Lang, Parts, Placeable, PlaceableKind, Span, Word, WordKind, Words, placeables};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// What the rules look at, and a few letters for it to stand beside.
const ALPHABET: &[&str] = &[
    "می",
    "نمی",
    "بی",
    "ها",
    "های",
    "هایی",
    "تر",
    "ترین",
    "ام",
    "ات",
    "اش",
    "ای",
    "اند",
    "ایم",
    "مان",
    "شان",
    "ی",
    "یی",
    "است",
    "گفت",
    "و",
    "گو",
    "گفتوگو",
    "آتش",
    "بس",
    "به",
    "طور",
    "رو",
    "بین",
    "المللی",
    "آن",
    "که",
    "رئیس",
    "جمهور",
    "شود",
    "کرد",
    "خانه",
    "قرآن",
    "امریکا",
    "هیأت",
    "مسأله",
    "شأن",
    "شئون",
    "اعضاء",
    "علاء",
    "ماء",
    "ه",
    "ء",
    "ئ",
    "أ",
    "ؤ",
    "آ",
    "ا",
    "\u{654}",
    "\u{653}",
    "\u{6C0}",
    "\u{64A}",
    "\u{643}",
    "\u{629}",
    "\u{FEFB}",
    "\u{640}",
    "\u{64E}",
    "\u{200C}",
    "\u{200C}",
    "\u{AD}",
    "\u{200B}",
    "\u{200F}",
    " ",
    " ",
    " ",
    "\u{A0}",
    "\n",
    "،",
    "«",
    "»",
    ".",
    "-",
    "۳",
    "30",
    "3",
    "a",
    "É",
    "½",
];

fn affixes() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(ALPHABET), 0..12).prop_map(|pieces| pieces.concat())
}

/// Letters and digits with the marks that join them or not, and what only Unicode's tables know.
fn joints() -> impl Strategy<Value = String> {
    let pieces = [
        "الف", "ab", "Z", "1", "23", ".", ",", ";", ":", "'", "\"", "-", "/", "_", " ", "  ",
        "\u{308}", "\u{200D}", "\u{93E}", "\u{ABD}", "ט", "½", "🇮", "🌍", "\u{640}", "\u{66B}",
        "·", "カ",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..12)
        .prop_map(|pieces| pieces.concat())
}

/// Placeables in figures, signs and words, and what may stand between them.
fn carried_over() -> impl Strategy<Value = String> {
    let pieces = [
        " ",
        " ",
        "،",
        ".",
        "/",
        "-",
        "نفر",
        "men",
        "ی",
        "12",
        "۲۱",
        "3.5",
        "1,000",
        "هزار",
        "million",
        "درصد",
        "%",
        "$",
        "دلار",
        "تیر",
        "۱۴۰۴",
        " July ",
        "2025",
        "14:30",
        "p.m.",
        "سه",
        "three",
        "½",
        "F-16",
        "S-400",
        "اس-۴۰۰",
        "@irna",
        "a@irna.ir",
        "#صلح",
        "#peace",
        "https://isna.ir/a",
        "isna.ir",
        "WWW.ISNA.IR",
        "www.1.ir",
        "HTTP://A",
        "KCNA",
        "U.S.",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..12)
        .prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => affixes(), 1 => "\\PC{0,20}", 1 => any::<String>()]
}

fn is_in_figures(placeable: &Placeable, text: &str) -> bool {
    match placeable.value.kind() {
        PlaceableKind::LatinWord => false,
        PlaceableKind::Url
        | PlaceableKind::Email
        | PlaceableKind::Hashtag
        | PlaceableKind::Handle => true,
        _ => placeable.span.of(text).contains(char::is_numeric),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_twice_is_folding_once(text in any_text()) {
        let once = fold(&text);
        let twice = fold(once.text());
        prop_assert_eq!(once.text(), twice.text());
    }

    #[test]
    fn a_part_of_a_fold_is_the_fold_of_the_part(texts in [any_text(), any_text(), any_text()]) {
        let [before, part, after] = texts;
        let start = before.len() + 1;
        let span = Span::new(start, start + part.len());
        let whole = fold(&format!("{before} {part}\n{after}"));
        if let Some(found) = whole.part(span) {
            let own = fold(&part);
            prop_assert_eq!(found, own.whole());
        }
    }

    #[test]
    fn letters_read_one_by_one_are_those_read_many_at_once(text in any_text()) {
        let mut apart = String::new();
        for c in text.chars() {
            // What never counts ends what is read at once.
            apart.extend((c.is_alphanumeric() || c.is_ascii_punctuation()).then_some('\u{2060}'));
            apart.push(c);
        }
        let letters = |text: &str| {
            let folded = fold(text);
            let seen = folded.letters().iter().map(|l| (l.ch, l.gap, l.is_alphanumeric(), l.at()));
            (folded.text().to_owned(), seen.collect::<Vec<_>>())
        };
        prop_assert_eq!(letters(&text), letters(&apart));
    }

    #[test]
    fn a_text_is_in_the_language_of_most_of_its_letters(text in prop_oneof![joints(), any_text()], times in 1_usize..40) {
        let text = text.repeat(times);
        let of = |lang| text.chars().filter(|&c| Lang::of_letter(c) == Some(lang)).count();
        let expected = match (of(Lang::Persian), of(Lang::English)) {
            (0, 0) => None,
            (persian, english) if persian >= english => Some(Lang::Persian),
            _ => Some(Lang::English),
        };
        prop_assert_eq!(Lang::of(&text), expected);
    }

    #[test]
    fn words_begin_and_end_where_unicode_says(text in prop_oneof![joints(), carried_over(), any_text()]) {
        let words = Words::apart(&text);
        let of_words = words.words().iter().map(|word| &word.folded);
        let of_marks = words.marks().iter().map(|mark| &mark.folded);
        let mut found: Vec<_> = of_words.chain(of_marks).cloned().collect();
        found.sort_by_key(|piece| piece.start);
        let pieces = words.folded().split_word_bound_indices().filter(|(_, piece)| *piece != " ");
        let expected: Vec<_> = pieces.map(|(at, piece)| at..at + piece.len()).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_word_of_any_length_is_one_word(length in 1_usize..600) {
        let text = format!("{} {}", "ب".repeat(length), "b".repeat(length));
        let words = Words::of(&text, Lang::Persian);
        let lengths = words.tokens().map(|word| word.chars().count());
        prop_assert_eq!(lengths.collect::<Vec<_>>(), [length, length]);
    }

    #[test]
    fn spans_lie_on_boundaries_and_in_order(text in any_text()) {
        let folded = fold(&text);
        let mut start = 0;
        for letter in folded.letters() {
            prop_assert!(text.get(letter.span().range()).is_some_and(|s| !s.is_empty()));
            prop_assert!(letter.span().start >= start);
            prop_assert!(folded.text()[letter.at()..].starts_with(letter.ch));
            start = letter.span().start;
        }
    }

    #[test]
    fn the_slice_of_a_word_folds_to_the_word(text in affixes(), lang in prop::sample::select(&Lang::ALL[..])) {
        let words = Words::of(&text, lang);
        for word in words.words() {
            let slice = fold(word.span.of(&text));
            prop_assert_eq!(slice.text(), words.letters(&word.folded));
        }
    }

    #[test]
    fn a_placeable_of_whole_words_in_figures_or_signs_is_one(
        text in prop_oneof![carried_over(), any_text()], lang in prop::sample::select(&Lang::ALL[..]),
    ) {
        let words = Words::of(&text, lang);
        for placeable in placeables(&text, lang) {
            let overlaps = |word: &&Word| word.span.overlaps(placeable.span);
            let its: Vec<&Word> = words.words().iter().filter(overlaps).collect();
            let is_whole = its.iter().all(|word| placeable.span.covers(word.span));
            let marks: Vec<_> = words.marks().iter().filter(|mark| mark.span.overlaps(placeable.span)).collect();
            if is_in_figures(&placeable, &text) && is_whole && !its.is_empty() && marks.iter().all(|mark| placeable.span.covers(mark.span)) {
                prop_assert_eq!(its.len(), 1);
                prop_assert_eq!(&its[0].kind, &WordKind::Placeable(Box::new(placeable.value)));
                prop_assert_eq!(marks.len(), 0);
            }
        }
    }

    #[test]
    fn words_and_marks_are_in_order_and_apart(text in prop_oneof![carried_over(), any_text()], lang in prop::sample::select(&Lang::ALL[..])) {
        let words = Words::of(&text, lang);
        for pair in words.words().windows(2) {
            prop_assert!(pair[0].folded.end <= pair[1].folded.start);
        }
        for mark in words.marks() {
            let before = &words.words()[..mark.after];
            prop_assert!(before.last().is_none_or(|word| word.folded.end <= mark.folded.start));
            let next = words.words().get(mark.after);
            prop_assert!(next.is_none_or(|word| mark.folded.end <= word.folded.start));
        }
    }

    #[test]
    fn the_parts_of_a_word_are_the_word(text in prop_oneof![carried_over(), any_text()], lang in prop::sample::select(&Lang::ALL[..])) {
        let words = Words::of(&text, lang);
        for word in words.words() {
            let folded = words.letters(&word.folded);
            let Parts { prefixes, stem, endings } = words.parts(word);
            let all = prefixes.into_iter().chain([stem]).chain(endings);
            let written: String = all.map(|part| &folded[part]).collect();
            prop_assert_eq!(written, folded);
        }
    }
}

#[test]
fn every_character_folds_to_what_folds_to_itself() {
    for c in '\0'..=char::MAX {
        let once = fold(c.encode_utf8(&mut [0; 4])).text().to_owned();
        assert_eq!(fold(&once).text(), once, "U+{:04X}", u32::from(c));
    }
}
