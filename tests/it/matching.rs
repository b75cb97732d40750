//! The match rate, its penalties and order, and the promise that no match is missed.

use std::collections::BTreeSet;

use hamta::Result;
use hamta::matching::distance::{Pattern, Step, Vocabulary, align};
use hamta::matching::{
    Difference, DifferenceKind, Match, MatchKind, Options, Penalties, Query, Reason, base_rate,
    rate,
};
use hamta::text::{Lang, Words};
use hamta::tm::{self, Memory};
use hamta::unit::{Method, Origin, Side, TranslationUnit};
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_assert_eq, proptest};
use proptest::sample::select;

fn unit(persian: &str, english: &str) -> TranslationUnit {
    TranslationUnit {
        origin: Origin { name: "test".to_owned(), method: Method::Human },
        ..TranslationUnit::new(Lang::Persian, Side::new(persian), Side::new(english))
    }
}

fn memory(units: Vec<TranslationUnit>) -> Memory {
    let mut memory = Memory::in_memory().expect("there is room");
    memory.add(units.into_iter().map(Result::Ok)).expect("it can be written");
    memory
}

/// The best matches of a memory.
fn found(memory: &mut Memory, query: &Query, options: &Options) -> Vec<Match> {
    let reader = memory.reader().expect("it can be read");
    tm::matches(&reader, query, options).expect("it can be read")
}

/// The words of a text, in the language that most of its letters belong to.
fn words(text: &str) -> Words {
    Words::of(text, Lang::of(text).unwrap_or(Lang::Persian))
}

/// The rate of a unit for a segment, with what was taken from it.
#[track_caller]
fn rates(segment: &str, unit: &str, expected: u8, taken: &[(Reason, u8)]) {
    let [segment_words, unit_words] = [segment, unit].map(words);
    let rating = rate(&segment_words, &unit_words, Method::Human, &Penalties::default());
    let penalties: Vec<_> = rating.penalties.iter().map(|p| (p.reason, p.points)).collect();
    assert_eq!((rating.rate, penalties.as_slice()), (expected, taken), "{segment} / {unit}");
}

#[test]
fn the_rate_counts_words() {
    rates("یک دو سه چهار", "یک دو سه چهار", 100, &[]);
    rates("یک دو سه چهار", "یک دو سه", 75, &[]);
    rates("یک دو سه", "یک دو پنج", 66, &[]);
    rates("یک دو", "سه چهار", 0, &[]);
}

#[test]
fn spelling_that_folding_forgives_costs_a_point() {
    rates("گفتوگوهای راهبردی", "گفت‌وگوهای راهبردی", 99, &[(Reason::Spelling, 1)]);
    rates("گفت وگوهای راهبردی", "گفت‌وگوهای راهبردی", 99, &[(Reason::Spelling, 1)]);
    rates("می شود", "می‌شود", 99, &[(Reason::Spelling, 1)]);
    rates("كره شمالي", "کره شمالی", 99, &[(Reason::Spelling, 1)]);
    rates("The talks", "the talks", 99, &[(Reason::Spelling, 1)]);
    rates("۱۰٬۰۰۰ نفر", "10,000 نفر", 99, &[(Reason::Spelling, 1)]);
}

#[test]
fn a_placeable_in_figures_is_one_word() {
    let other = |segment, unit| rates(segment, unit, 98, &[(Reason::Placeable, 2)]);
    other("در ۲۱ تیر ۱۴۰۴ آمد", "در ۳ مرداد ۱۴۰۴ آمد");
    other("در ۲۱ تیر ۱۴۰۴ آمد", "در ۱۳ ژوئیه ۲۰۲۵ آمد");
    other("on 12 July 2025 in Wonsan", "on 3 May in Wonsan");
    other("at 14:30 in Tehran", "at 9 a.m. in Tehran");
    other("پنج کشور ۱۲٫۵ درصد سود کردند", "پنج کشور ۷٪ سود کردند");
    other("rose by 12 percent", "rose by 7.5%");
    other("costs $2.5 billion a year", "costs €300 a year");
    other("به مبلغ ۵۰۰ میلیون دلار فروخت", "به مبلغ ۳ هزار یورو فروخت");
    other("10–20 percent of them", "7% of them");
    other("حدود ۱۰ هزار نفر", "حدود ۱۲٬۰۰۰ نفر");
    other("نشانی https://irna.ir/a است", "نشانی isna.ir/news است");
    other("write to a@irna.ir now", "write to @irna now");
    other("سامانهٔ اس-۴۰۰ رسید", "سامانهٔ S-300 رسید");
}

#[test]
fn the_same_value_written_otherwise_costs_a_point() {
    let same = |segment, unit| rates(segment, unit, 99, &[(Reason::Spelling, 1)]);
    same("حدود ۱۰ هزار نفر", "حدود ۱۰٬۰۰۰ نفر");
    same("در ۲۱ تیر ۱۴۰۴ آمد", "در ۱۲ ژوئیه ۲۰۲۵ آمد");
    same("on 12 July 2025 in Wonsan", "on July 12, 2025 in Wonsan");
    same("costs $2.5 billion a year", "costs 2.5 billion dollars a year");
    same("rose by 12 percent", "rose by 12%");
    same("سامانهٔ اس-۴۰۰ رسید", "سامانهٔ S-400 رسید");
}

#[test]
fn placeables_in_words_are_words() {
    rates("سه نفر آمدند", "دو نفر آمدند", 66, &[]);
    rates("three men came", "two men came", 66, &[]);
    rates("شرکت Apple گفت", "شرکت Google گفت", 66, &[]);
    rates("۱۲نفر آمدند", "۱۲کشور آمدند", 50, &[]);
    rates("سه نفر آمدند", "۳ نفر آمدند", 66, &[]);
    rates("۱/۲ پیمانه", "۱/۳ پیمانه", 98, &[(Reason::Placeable, 2)]);
}

#[test]
fn numbers_and_marks_cost_points_of_their_own() {
    rates("بیش از ۱۰٬۰۰۰ نفر", "بیش از ۱۲٬۰۰۰ نفر", 98, &[(Reason::Placeable, 2)]);
    rates("۱ مرد و ۲ زن", "۳ مرد و ۴ زن", 96, &[(Reason::Placeable, 4)]);
    rates("از ۱ تا ۲", "از ۳ تا ۴", 98, &[(Reason::Placeable, 2)]);
    rates("رفت.", "رفت؟", 99, &[(Reason::Punctuation, 1)]);
    rates("الف، ب ج", "الف ب، ج", 99, &[(Reason::Punctuation, 1)]);
    rates("«صلح»", "\"صلح\"", 99, &[(Reason::Punctuation, 1)]);
}

#[test]
fn the_way_a_unit_was_made_costs_points() {
    let rated = |method| {
        let words = words("متن");
        rate(&words, &words, method, &Penalties::default()).rate
    };
    assert_eq!([Method::Human, Method::Aligned, Method::Machine].map(rated), [100, 95, 85]);
}

#[test]
fn texts_without_words_match_nothing() {
    for text in ["", "   ", "…؟!", "«»"] {
        assert_eq!(base_rate(&words(text), &words(text), 1), None);
    }
    let mut memory = memory(vec![unit("متن", "text")]);
    let matches = found(&mut memory, &Query::new("«…»", Lang::Persian), &Options::default());
    assert_eq!(matches, []);
}

#[test]
fn differences_say_what_stands_where() {
    let (segment, other) = ("سفر سه روزه لاوروف به کره", "سفر دو روزه پوتین، به کره شمالی");
    let rating = rate(&words(segment), &words(other), Method::Human, &Penalties::default());
    let said: Vec<_> = rating
        .differences
        .iter()
        .map(|d| (d.kind, d.segment.map(|s| s.of(segment)), d.unit.map(|s| s.of(other))))
        .collect();
    assert_eq!(
        said,
        [
            (DifferenceKind::Words, Some("سه"), Some("دو")),
            (DifferenceKind::Words, Some("لاوروف"), Some("پوتین")),
            (DifferenceKind::Words, None, Some("شمالی")),
            (DifferenceKind::Punctuation, None, Some("،")),
        ]
    );
}

/// The marks that are said to differ between a segment and a unit.
#[track_caller]
fn marks_differ(segment: &str, other: &str, expected: [Option<&str>; 2]) {
    let [left, right] = [segment, other].map(|text| Words::of(text, Lang::English));
    let rating = rate(&left, &right, Method::Human, &Penalties::default());
    let is_mark = |d: &&Difference| d.kind == DifferenceKind::Punctuation;
    let found = rating.differences.iter().find(is_mark).expect("they differ");
    let said = [found.segment.map(|span| span.of(segment)), found.unit.map(|span| span.of(other))];
    assert_eq!(said, expected, "{segment} | {other}");
}

#[test]
fn only_marks_that_differ_are_named() {
    marks_differ("He said [troops] left.", "He said troops left.", [Some("["), None]);
    marks_differ("He left.", "Lavrov (KCNA), left.", [None, Some("(")]);
    marks_differ("He left!", "He left.", [Some("!"), Some(".")]);
    marks_differ("So, he left.", "So he left", [Some(","), None]);
}

#[test]
fn a_context_match_has_both_neighbours() {
    let mut in_context = unit("دوم", "second, in context");
    in_context.persian.previous = Some("اول".to_owned());
    in_context.persian.next = Some("سوم".to_owned());
    let mut memory = memory(vec![unit("دوم", "second"), in_context]);
    let mut in_place = |previous: Option<&str>, next: Option<&str>| {
        let mut query = Query::new("دوم", Lang::Persian);
        query.previous = previous.map(str::to_owned);
        query.next = next.map(str::to_owned);
        let matches = found(&mut memory, &query, &Options::default());
        (matches[0].kind, matches[0].candidate.unit.english.text.clone())
    };
    assert_eq!(
        in_place(Some("اول"), Some("سوم")),
        (MatchKind::Context, "second, in context".to_owned())
    );
    assert_eq!(in_place(Some("اول"), None).0, MatchKind::Exact);
    assert_eq!(in_place(None, None), (MatchKind::Exact, "second".to_owned()));
}

#[test]
fn equal_rates_are_ordered_by_similarity_then_age_then_number() {
    let date = |unit: TranslationUnit, second| TranslationUnit {
        date: jiff::Timestamp::from_second(second).ok(),
        ..unit
    };
    let mut memory = memory(vec![
        date(unit("وزیر دفاع ایران", "first"), 10),
        date(unit("وزیر دفاع ایران", "newest"), 20),
        date(unit("وزیر دفاعی ایران", "most similar"), 1),
        date(unit("وزیر دفاع ایران", "second"), 10),
    ]);
    let options = Options { most: 9, ..Options::default() };
    let matches = found(&mut memory, &Query::new("وزیر دفاعیه ایران", Lang::Persian), &options);
    let order: Vec<_> = matches.into_iter().map(|m| m.candidate.unit.english.text).collect();
    assert_eq!(order, ["most similar", "newest", "first", "second"]);
}

#[test]
fn the_same_unit_is_offered_once() {
    let mut elsewhere = unit("متن", "text");
    elsewhere.persian.next = Some("دیگر".to_owned());
    let mut memory = memory(vec![unit("متن", "text"), elsewhere, unit("متن", "a text")]);
    let matches = found(&mut memory, &Query::new("متن", Lang::Persian), &Options::default());
    assert_eq!(matches.len(), 2);
}

#[test]
fn a_long_segment_is_matched_in_reasonable_time() {
    let long: Vec<String> = (0..3_000).map(|i| format!("واژه{}", i % 701)).collect();
    let mut other = long.clone();
    for i in (0..other.len()).step_by(10) {
        other[i] = "دیگر".to_owned();
    }
    let mut memory = memory(vec![unit(&other.join(" "), "long")]);
    let matches =
        found(&mut memory, &Query::new(&long.join(" "), Lang::Persian), &Options::default());
    assert_eq!(matches[0].rate, 90);
}

/// Words that differ, that fold to the same, numbers, and endings that join over a space.
fn word() -> impl Strategy<Value = &'static str> {
    select(vec![
        "صلح",
        "جنگ",
        "کره",
        "كره",
        "شمالی",
        "می",
        "شود",
        "می‌شود",
        "ها",
        "کتاب",
        "کتاب‌ها",
        "و",
        "گفت",
        "گو",
        "12",
        "۱۲",
        "2024",
        "peace",
        "Peace",
        "war",
        "،",
        ".",
        "«",
    ])
}

fn text() -> impl Strategy<Value = String> {
    vec(word(), 0..12).prop_map(|words| words.join(" "))
}

/// The base rate by the definition, with the distance of a well-known library.
fn brute_force(segment: &Words, unit: &Words) -> Option<usize> {
    let (a, b): (Vec<&str>, Vec<&str>) = (segment.tokens().collect(), unit.tokens().collect());
    let longest = a.len().max(b.len());
    let distance = strsim::generic_levenshtein(&a, &b);
    (!a.is_empty() && !b.is_empty()).then(|| (longest - distance) * 100 / longest)
}

proptest! {
    #[test]
    fn no_match_is_missed(
        texts in vec(text(), 1..25), edits in vec((0..12_usize, word()), 0..4), of in 0..25_usize, threshold in 1..=100_u8,
    ) {
        let mut segment: Vec<&str> = texts[of % texts.len()].split(' ').collect();
        for (at, word) in edits {
            let at = at % segment.len();
            segment[at] = word;
        }
        let query = Query::new(&segment.join(" "), Lang::Persian);
        let free = Penalties { placeable: 0, punctuation: 0, spelling: 0, tags: 0, aligned: 0, machine: 0 };
        let options = Options { threshold, most: usize::MAX, penalties: free };
        let units = texts.iter().enumerate().map(|(i, text)| unit(text, &i.to_string()));
        let found = found(&mut memory(units.collect()), &query, &options);
        let found: BTreeSet<(usize, String)> =
            found.into_iter().map(|m| (usize::from(m.rate), m.candidate.unit.english.text)).collect();
        let expected: BTreeSet<(usize, String)> = texts
            .iter()
            .enumerate()
            .filter_map(|(i, text)| Some((brute_force(&query.words, &Words::of(text, Lang::Persian))?, i.to_string())))
            .filter(|(rate, _)| *rate >= usize::from(threshold))
            .collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_rate_of_100_leaves_nothing_to_differ(a in text(), b in text()) {
        let rating = rate(&words(&a), &words(&b), Method::Human, &Penalties::default());
        let written = |text: &str| text.split_whitespace().collect::<String>();
        if rating.rate == 100 {
            prop_assert_eq!(written(&a), written(&b));
        } else if rating.rate > 0 {
            proptest::prop_assert!(!rating.differences.is_empty());
        }
    }

    #[test]
    fn the_distance_is_levenshteins(a in vec(0..6_u32, 0..20), b in vec(0..6_u32, 0..20), limit in 0..25_usize) {
        let distance = strsim::generic_levenshtein(&a, &b);
        prop_assert_eq!(Pattern::new(&a).within(&b, limit), Some(distance).filter(|&d| d <= limit));
    }

    #[test]
    fn the_alignment_is_a_shortest_one(a in vec(0..4_u32, 0..20), b in vec(0..4_u32, 0..20)) {
        let steps = align(&a, &b);
        let cost = steps.iter().filter(|step| !matches!(step, Step::Same(..))).count();
        prop_assert_eq!(cost, strsim::generic_levenshtein(&a, &b));
        let left: Vec<usize> = steps.iter().filter_map(|step| match *step {
            Step::Same(i, _) | Step::Replaced(i, _) | Step::Left(i) => Some(i),
            Step::Right(_) => None,
        }).collect();
        prop_assert_eq!(left, (0..a.len()).collect::<Vec<_>>());
        for step in steps {
            if let Step::Same(i, j) = step {
                prop_assert_eq!(a[i], b[j]);
            }
        }
    }
}

/// Of a long sequence other things are kept than of a short one.
#[test]
fn the_distance_of_long_sequences_is_levenshteins() {
    for kinds in [1, 7, 5000] {
        let a: Vec<u32> = (0..4200_u32).map(|i| i * i % kinds).collect();
        let mut b: Vec<u32> = a.iter().rev().take(1500).copied().collect();
        b.extend(&a[900..3000]);
        let distance = strsim::generic_levenshtein(&a, &b);
        assert_eq!(Pattern::new(&a).within(&b, 4200), Some(distance));
        assert_eq!(Pattern::new(&a).within(&b, distance), Some(distance));
        assert_eq!(Pattern::new(&b).within(&a, 4200), Some(distance));
        if distance > 0 {
            assert_eq!(Pattern::new(&a).within(&b, distance - 1), None);
        }
    }
}

#[test]
fn a_vocabulary_numbers_the_same_words_alike() {
    let mut vocabulary = Vocabulary::default();
    assert_eq!(vocabulary.number(["a", "b", "a"].into_iter()), [0, 1, 0]);
    assert_eq!(vocabulary.number(["b", "c"].into_iter()), [1, 2]);
}
