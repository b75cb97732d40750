//! Searches over a memory whose index is made in all the ways there are: nothing is missed, nothing made up.

use std::collections::BTreeSet;

use hamta::Result;
use hamta::matching::{Candidate, Options, Penalties, Query};
use hamta::text::{Lang, Words};
use hamta::tm::{self, Fault, Hit, Memory, Occasion};
use hamta::unit::{Side, TranslationUnit};
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;

fn unit(persian: &str, english: &str) -> TranslationUnit {
    TranslationUnit::new(Lang::Persian, Side::new(persian), Side::new(english))
}

fn memory(units: &[(&str, &str)]) -> Memory {
    let mut memory = Memory::in_memory().expect("there is room");
    add(&mut memory, units);
    memory
}

fn add(memory: &mut Memory, units: &[(&str, &str)]) {
    let units = units.iter().map(|(persian, english)| Result::Ok(unit(persian, english)));
    memory.add(units).expect("it can be written");
}

fn all(memory: &Memory) -> Vec<Candidate> {
    let mut units = Vec::new();
    let take = |candidate| {
        units.push(candidate);
        Ok(())
    };
    memory.each(None, take).expect("it can be read");
    units
}

/// A change to a memory.
#[derive(Clone, Debug)]
enum Change {
    Add(Vec<String>),
    /// The unit at this place, counted round.
    Delete(usize),
    /// The unit at this place, counted round, and its new text.
    Edit(usize, String),
    /// The newest change, where there is one.
    Undo,
    Reindex,
}

/// A few words, some frequent and some rare, so that lists of all lengths come together.
fn word() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        4 => select(vec!["و", "در", "از", "به", "12", "۱۳"]),
        2 => select(vec!["صلح", "جنگ", "کره", "كره", "شمالی", "وزیر", "خارجه", "می‌شود", "می شود"]),
        1 => select(vec!["لاوروف", "وونسان", "پیمان", "شراکت", "راهبردی", "ژئوپلیتیک", "تسلیحات", "،", "«"]),
    ]
}

/// So few words that most units hold most of them.
const LETTERS: [&str; 14] = [
    "الف", "جیم", "دال", "ذال", "سین", "شین", "صاد", "ضاد", "عین", "غین", "قاف", "کاف", "لام", "میم",
];

fn text(most: usize) -> impl Strategy<Value = String> {
    vec(word(), 0..most).prop_map(|words| words.join(" "))
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => vec(prop_oneof![9 => text(14), 1 => text(90)], 1..9).prop_map(Change::Add),
        2 => (0..99_usize).prop_map(Change::Delete),
        2 => (0..99_usize, text(14)).prop_map(|(at, text)| Change::Edit(at, text)),
        3 => Just(Change::Undo),
        1 => Just(Change::Reindex),
    ]
}

fn make(memory: &mut Memory, changes: &[Change]) {
    for change in changes {
        match change {
            Change::Add(texts) => {
                let number = all(memory).len();
                let pairs: Vec<(&str, String)> = texts
                    .iter()
                    .enumerate()
                    .map(|(i, text)| (text.as_str(), format!("{number} {i}")))
                    .collect();
                let pairs: Vec<(&str, &str)> =
                    pairs.iter().map(|(a, b)| (*a, b.as_str())).collect();
                add(memory, &pairs);
            }
            Change::Delete(at) => {
                let units = all(memory);
                if !units.is_empty() {
                    let unit = units[at % units.len()].id;
                    assert_eq!(
                        memory.delete(&[unit], &Occasion::default()).expect("it can be written"),
                        1
                    );
                }
            }
            Change::Edit(at, text) => {
                let units = all(memory);
                if !units.is_empty() {
                    let Candidate { id, unit } = &units[at % units.len()];
                    let edited = TranslationUnit { persian: Side::new(text), ..unit.clone() };
                    let number = memory.edit(*id, &edited, &Occasion::default());
                    assert!(number.expect("it can be written") > *id);
                }
            }
            Change::Undo => {
                let mut changes = memory.changes().expect("it can be read");
                changes.truncate(1);
                memory.undo(&changes).expect("it can be written");
            }
            Change::Reindex => memory.reindex().expect("it can be written"),
        }
    }
}

/// The base rate by the definition, with the distance of a well-known library.
fn brute_force(segment: &Words, unit: &Words) -> usize {
    let (a, b): (Vec<&str>, Vec<&str>) = (segment.tokens().collect(), unit.tokens().collect());
    let longest = a.len().max(b.len());
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    (longest - strsim::generic_levenshtein(&a, &b)) * 100 / longest
}

/// The units that reach `threshold`, with their rates, found by looking at all of them.
fn reaching(units: &[Candidate], query: &Query, threshold: u8) -> BTreeSet<(usize, String)> {
    let rated = units.iter().map(|unit| &unit.unit.persian.text);
    rated
        .map(|text| {
            let rate = brute_force(&query.words, &Words::of(text, Lang::Persian));
            (rate, text.clone())
        })
        .filter(|(rate, _)| *rate >= usize::from(threshold))
        .collect()
}

/// The same, as the memory finds them.
fn found(memory: &mut Memory, query: &Query, threshold: u8) -> BTreeSet<(usize, String)> {
    let options = Options { threshold, most: usize::MAX, penalties: FREE };
    let reader = memory.reader().expect("it can be read");
    let matches = tm::matches(&reader, query, &options).expect("it can be read");
    let rated = matches.into_iter();
    rated.map(|m| (usize::from(m.rate), m.candidate.unit.persian.text)).collect()
}

const FREE: Penalties =
    Penalties { placeable: 0, punctuation: 0, spelling: 0, tags: 0, aligned: 0, machine: 0 };

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    #[test]
    fn nothing_is_missed_among_many_that_are_alike(
        texts in vec(vec(select(LETTERS.to_vec()), 6..24), 150..400),
        of in 0..150_usize,
        edits in vec((0..24_usize, select(LETTERS.to_vec())), 0..9),
        threshold in 30..=100_u8,
    ) {
        let texts: BTreeSet<String> = texts.iter().map(|words| words.join(" ")).collect();
        let pairs: Vec<(&str, &str)> = texts.iter().map(|text| (text.as_str(), "text")).collect();
        let mut memory = memory(&pairs);
        let units = all(&memory);
        let mut segment: Vec<&str> = units[of % units.len()].unit.persian.text.split(' ').collect();
        for (at, word) in edits {
            let at = at % segment.len();
            segment[at] = word;
        }
        let query = Query::new(&segment.join(" "), Lang::Persian);
        let found = found(&mut memory, &query, threshold);
        prop_assert_eq!(found, reaching(&units, &query, threshold));
    }
}

proptest! {
    #[test]
    fn nothing_is_missed_after_any_changes(
        changes in vec(change(), 1..8),
        edits in vec((0..99_usize, word()), 0..4),
        of in 0..99_usize,
        threshold in 1..=100_u8,
    ) {
        let mut memory = Memory::in_memory().expect("there is room");
        make(&mut memory, &changes);
        let units = all(&memory);
        let like = units.get(of % units.len().max(1)).map_or("صلح و جنگ", |unit| unit.unit.persian.text.as_str());
        let mut segment: Vec<&str> = like.split(' ').collect();
        for (at, word) in edits {
            let at = at % segment.len();
            segment[at] = word;
        }
        let query = Query::new(&segment.join(" "), Lang::Persian);
        let found = found(&mut memory, &query, threshold);
        prop_assert_eq!(found, reaching(&units, &query, threshold));
        prop_assert_eq!(memory.check().expect("it can be read"), Vec::<Fault>::new());
    }

    #[test]
    fn the_best_are_the_first_of_all(changes in vec(change(), 1..5), segment in text(10), most in 0..4_usize) {
        let mut memory = Memory::in_memory().expect("there is room");
        make(&mut memory, &changes);
        let query = Query::new(&segment, Lang::Persian);
        let reader = memory.reader().expect("it can be read");
        let matches = |most| {
            let options = Options { threshold: 30, most, ..Options::default() };
            tm::matches(&reader, &query, &options).expect("it can be read")
        };
        let all = matches(usize::MAX);
        prop_assert_eq!(matches(most), all[..most.min(all.len())].to_vec());
    }

    #[test]
    fn a_concordance_finds_what_reading_finds(changes in vec(change(), 1..6), phrase in text(4)) {
        let mut memory = Memory::in_memory().expect("there is room");
        make(&mut memory, &changes);
        let holds = |text: &Words, phrase: &Words| {
            let mut windows = text.words().windows(phrase.len().max(1));
            !phrase.is_empty() && windows.any(|window| window.iter().zip(phrase.words()).all(|(a, b)| text.is_same(a, phrase, b)))
        };
        let (whole, apart) = (Words::of(&phrase, Lang::Persian), Words::apart(&phrase));
        let rank = |unit: &Candidate| {
            let text = &unit.unit.persian.text;
            let words = Words::of(text, Lang::Persian);
            let is_whole = holds(&words, &whole);
            (is_whole || holds(&Words::apart(text), &apart)).then_some((!is_whole, words.len(), unit.id))
        };
        let mut expected: Vec<_> = all(&memory).iter().filter_map(rank).collect();
        expected.sort_unstable();
        let reader = memory.reader().expect("it can be read");
        let hits = tm::concordance(&reader, &phrase, Lang::Persian, usize::MAX).expect("it can be read");
        let found: Vec<i64> = hits.iter().map(|hit| hit.candidate.id).collect();
        prop_assert_eq!(found, expected.into_iter().map(|(.., id)| id).collect::<Vec<_>>());
    }

    #[test]
    fn phrases_are_the_longest_there_are(changes in vec(change(), 1..6), segment in text(12)) {
        let mut memory = Memory::in_memory().expect("there is room");
        make(&mut memory, &changes);
        let query = Query::new(&segment, Lang::Persian);
        let tokens: Vec<&str> = query.words.tokens().collect();
        let texts: Vec<Words> = all(&memory).iter().map(|unit| Words::of(&unit.unit.persian.text, Lang::Persian)).collect();
        let is_known = |phrase: &[&str]| texts.iter().any(|text| {
            let text: Vec<&str> = text.tokens().collect();
            text.windows(phrase.len()).any(|window| window == phrase)
        });
        let least = tokens.len().min(3);
        let longest = (least.max(1)..=tokens.len()).rev().find(|&words| tokens.windows(words).any(is_known));
        let reader = memory.reader().expect("it can be read");
        let phrases = tm::phrases(&reader, &query, 3).expect("it can be read");
        prop_assert_eq!(phrases.iter().map(|phrase| phrase.words).max(), longest);
        for phrase in phrases {
            let text = phrase.unit.of(&phrase.candidate.unit.persian.text);
            let folded = |text: &str| Words::of(text, Lang::Persian).tokens().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(folded(text), folded(phrase.span.of(&segment)));
        }
    }
}

#[test]
fn a_large_change_makes_the_base_anew() {
    let mut memory = memory(&[("صلح در کره", "peace in Korea")]);
    let texts: Vec<(String, String)> = (0..3_000)
        .map(|i| (format!("خبر شماره {i} از سئول واژه{}", i % 70), format!("news {i}")))
        .collect();
    let pairs: Vec<(&str, &str)> = texts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    add(&mut memory, &pairs);
    add(&mut memory, &[("خبر تازه از سئول", "news")]);
    assert_eq!(memory.check().expect("it can be read"), Vec::<Fault>::new());
    let reader = memory.reader().expect("it can be read");
    let options = Options { threshold: 100, ..Options::default() };
    for text in ["صلح در کره", "خبر شماره 2999 از سئول واژه59", "خبر تازه از سئول"]
    {
        let found = tm::matches(&reader, &Query::new(text, Lang::Persian), &options)
            .expect("it can be read");
        assert_eq!(found[0].candidate.unit.persian.text, text);
    }
}

/// The hits of a search for `phrase`, marked in the texts of their units.
#[track_caller]
fn hits(memory: &mut Memory, phrase: &str, lang: Lang, most: usize) -> Vec<String> {
    let reader = memory.reader().expect("it can be read");
    let hits = tm::concordance(&reader, phrase, lang, most).expect("it can be read");
    let marked = |hit: &Hit| {
        let text = &hit.candidate.unit.side(lang).text;
        hit.spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join("|")
    };
    hits.iter().map(marked).collect()
}

#[test]
fn a_concordance_finds_phrases_as_they_fold() {
    let mut memory = memory(&[
        ("دور تازه گفت‌وگوهای راهبردی، گفت‌وگوهای راهبردی", "Strategic talks"),
        ("راهبردی گفت", "x"),
    ]);
    let twice = "گفت‌وگوهای راهبردی|گفت‌وگوهای راهبردی";
    assert_eq!(hits(&mut memory, "گفتوگوهای راهبردی", Lang::Persian, 9), [twice]);
    for phrase in ["تازه راهبردی", "؟", "", "*"] {
        assert_eq!(hits(&mut memory, phrase, Lang::Persian, 9), Vec::<String>::new(), "{phrase}");
    }
}

#[test]
fn a_star_stands_for_any_end_of_a_word() {
    let mut memory = memory(&[
        ("کتاب‌های تازه", "The negotiators negotiated."),
        ("کتاب", "A negotiation"),
        ("کتابخانه ملی", "No talks"),
    ]);
    for _ in 0..2 {
        assert_eq!(hits(&mut memory, "کتاب*", Lang::Persian, 9), ["کتاب", "کتاب‌های", "کتابخانه"]);
        assert_eq!(hits(&mut memory, "کتاب* تازه", Lang::Persian, 9), ["کتاب‌های تازه"]);
        assert_eq!(
            hits(&mut memory, "Negotiat*", Lang::English, 9),
            ["negotiation", "negotiators|negotiated"]
        );
        assert_eq!(hits(&mut memory, "کتاب*", Lang::Persian, 2).len(), 2);
        memory.reindex().expect("it can be written");
    }
}

#[test]
fn a_number_is_searched_by_its_value() {
    let mut memory =
        memory(&[("بیش از ۱۲٬۰۰۰ نفر", "over 12,000 people"), ("بیش از ۱۳ نفر", "over 13")]);
    assert_eq!(hits(&mut memory, "12000 نفر", Lang::Persian, 9), ["۱۲٬۰۰۰ نفر"]);
    assert_eq!(hits(&mut memory, "13", Lang::English, 9), ["13"]);
    assert_eq!(hits(&mut memory, "14", Lang::English, 9), Vec::<String>::new());
}

#[test]
fn words_inside_dates_sums_and_addresses_are_found() {
    let mut memory = memory(&[
        ("باران از ۱۲ ژوئیه ۲۰۲۵ آغاز شد", "The rains began on 12 July 2025."),
        ("ژوئیه گرم بود", "July was hot."),
        ("۵ میلیون دلار در https://hamta.example/rain", "$5 million at https://hamta.example/rain"),
    ]);
    for _ in 0..2 {
        let cases = [
            ("July", vec!["July", "July"]),
            ("12 July", vec!["12 July"]),
            ("July 2025", vec!["July 2025"]),
            ("12 July 2025", vec!["12 July 2025"]),
            ("July 12, 2025", vec!["12 July 2025"]),
            ("on 12", vec!["on 12"]),
            ("20*", vec!["2025"]),
            ("5 million", vec!["5 million"]),
            ("rain", vec!["rain"]),
            ("July on", vec![]),
            ("11 July", vec![]),
        ];
        for (phrase, expected) in cases {
            assert_eq!(hits(&mut memory, phrase, Lang::English, 9), expected, "{phrase}");
        }
        assert_eq!(hits(&mut memory, "July", Lang::English, 1), ["July"]);
        assert_eq!(hits(&mut memory, "ژوئیه 2025", Lang::Persian, 9), ["ژوئیه ۲۰۲۵"]);
        assert_eq!(hits(&mut memory, "میلیون دلار", Lang::Persian, 9), ["میلیون دلار"]);
        memory.reindex().expect("it can be written");
    }
}

#[test]
fn check_tells_what_is_wrong_with_an_index() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("memory.sqlite");
    let damages = [
        (false, "DELETE FROM recent WHERE lang = 'fa'", "unit 1 is not in the index (fa)"),
        (
            false,
            "DELETE FROM recent_posting WHERE lang = 'en'",
            "“peace” does not lead to its units (en)",
        ),
        (
            false,
            "UPDATE recent SET tokens = x'00' WHERE lang = 'fa'",
            "unit 1 stands in the index with other words (fa)",
        ),
        (
            false,
            "UPDATE recent_posting SET sketch = 0 WHERE lang = 'en'",
            "unit 1 has a sketch of other words (en)",
        ),
        (
            true,
            "UPDATE sketch SET sketches = zeroblob(8)",
            "unit 1 has a sketch of other words (en)",
        ),
        // In slot 0, and one word is said to stand before it.
        (
            true,
            "UPDATE posting SET slots = x'000000000100040101'",
            "“peace” does not lead to its units (en)",
        ),
    ];
    for (in_base, damage, said) in damages {
        let mut memory = Memory::open(&path).expect("it can be opened");
        add(&mut memory, &[("صلح جهانی", "peace")]);
        if in_base {
            memory.reindex().expect("it can be written");
        }
        let connection = rusqlite::Connection::open(&path).expect("it can be opened");
        connection.execute_batch(damage).expect("it can be written");
        let faults = memory.check().expect("it can be read");
        assert!(faults.iter().any(|fault| fault.to_string() == said), "{faults:?}");
        memory.reindex().expect("it can be written");
        assert_eq!(memory.check().expect("it can be read"), Vec::<Fault>::new());
        drop(memory);
        std::fs::remove_file(&path).expect("it is there");
    }
}
