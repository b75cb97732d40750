//! What holds whatever is exchanged.

use hamta::matching::{Adaptation, adapt};
use hamta::text::Lang;
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use super::{glossary, unit};

/// Words, values and names in both languages, each with its counterpart.
fn piece() -> impl Strategy<Value = (&'static str, &'static str)> {
    select(vec![
        ("۱۲", "12"),
        ("۱۵٬۰۰۰", "15,000"),
        ("سه نفر", "three people"),
        ("۲٫۵ میلیارد دلار", "$2.5 billion"),
        ("۴۰ درصد", "40 percent"),
        ("۱۰ تا ۱۲ درصد", "10–12%"),
        ("دور پنجم", "the fifth round"),
        ("۲۱ تیر ۱۴۰۴", "12 July 2025"),
        ("ژوئن ۲۰۲۴", "June 2024"),
        ("شنبه", "Saturday"),
        ("ساعت ۱۴:۳۰", "2:30 p.m."),
        ("اس-۴۰۰", "S-400"),
        ("لاوروف", "Lavrov’s"),
        ("پوتین", "Putin"),
        ("تهران", "Tehran"),
        ("ایران", "Iran"),
        ("آمد", "came"),
        ("و", "and"),
        ("،", ","),
    ])
}

fn texts() -> impl Strategy<Value = (String, String)> {
    vec(piece(), 1..10).prop_map(|pieces| {
        let persian: Vec<&str> = pieces.iter().map(|piece| piece.0).collect();
        let english: Vec<&str> = pieces.iter().map(|piece| piece.1).collect();
        (persian.join(" "), english.join(" "))
    })
}

/// The rewritten target with the old texts in their places again.
fn undone(adaptation: &Adaptation) -> String {
    let mut target = adaptation.target.clone();
    for change in adaptation.changes.iter().rev() {
        target.replace_range(change.span.range(), &change.was);
    }
    target
}

proptest! {
    #[test]
    fn nothing_changes_but_the_spans(one in texts(), other in texts(), keep in 0..10_usize) {
        // A segment that shares its beginning with the unit, so that most cases have something to align.
        let words: Vec<&str> = one.0.split(' ').take(keep).chain(other.0.split(' ').skip(keep)).collect();
        let (segment, glossary) = (words.join(" "), glossary());
        for lang in Lang::ALL {
            let unit = unit(Lang::Persian, &one.0, &one.1);
            let segment = if lang == Lang::Persian { &segment } else { &other.1 };
            let target = &unit.side(lang.other()).text;
            let Some(found) = adapt(segment, &unit, lang, &glossary) else { continue };
            prop_assert!(!found.changes.is_empty());
            prop_assert_eq!(&undone(&found), target);
            for change in &found.changes {
                prop_assert!(found.target.is_char_boundary(change.span.start));
                prop_assert!(found.target.is_char_boundary(change.span.end));
                prop_assert!(change.segment.of(segment) != change.unit.of(&unit.side(lang).text));
                prop_assert!(change.span.of(&found.target) != change.was);
            }
            for pair in found.changes.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
        }
    }

    #[test]
    fn a_unit_for_itself_stays(one in texts()) {
        for lang in Lang::ALL {
            let unit = unit(Lang::Persian, &one.0, &one.1);
            prop_assert_eq!(adapt(&unit.side(lang).text, &unit, lang, &glossary()), None);
        }
    }
}
