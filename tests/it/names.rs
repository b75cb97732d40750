//! Finding names in text: the cases of tests/glossary, and the finder held against a slow and plain one.

use std::collections::BTreeSet;
use std::path::Path;

use hamta::exchange::glossary::{self, Table};
use hamta::glossary::{Ending, Entry, Glossary, Kind, Occurrence, Status, Term};
use hamta::text::Lang;
use hamta::text::fold::{Gap, Letter, fold};
use proptest::prelude::{Strategy, prop_assert_eq, proptest};

const CASES: &str = include_str!("../glossary/found.tsv");
const GLOSSARY: &str = include_str!("../glossary/glossary.tsv");

fn names() -> Glossary {
    let contents = glossary::read(GLOSSARY.as_bytes(), Table::Tsv, Path::new("glossary.tsv"))
        .expect("it has a header");
    assert_eq!(contents.problems, []);
    Glossary::new(contents.entries)
}

/// The names in a text as the cases write them.
fn found(names: &[Occurrence], text: &str) -> String {
    let found = names.iter().map(|name| {
        let ending = match name.ending {
            Ending::None => "",
            Ending::Inflection => "+",
            Ending::Ye => "~",
        };
        format!("{}{ending}", name.span.of(text))
    });
    found.collect::<Vec<_>>().join(" / ")
}

#[test]
fn each_ending_and_spelling_is_found() {
    let names = names();
    let mut wrong = Vec::new();
    for (number, row) in (1..).zip(CASES.lines()).filter(|(_, row)| !row.starts_with('#')) {
        let row = row.replace('¦', "\u{200C}");
        let [lang, text, expected, what] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("found.tsv:{number}: not four columns");
        };
        let lang = Lang::from_tag(lang).expect("the first column is fa or en");
        let found = found(&names.occurrences(text, lang), text);
        if found != expected {
            wrong.push(format!("found.tsv:{number}: {what}: {text}: {found}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_name_goes_over_the_end_of_a_line() {
    let names = names();
    for (lang, text) in [(Lang::Persian, "کره\nشمالی"), (Lang::English, "North\nKorea")] {
        let found = names.occurrences(text, lang);
        assert!(found.iter().all(|name| !name.span.of(text).contains('\n')), "{text}");
    }
}

#[test]
fn what_is_listed_goes_before_what_is_made_of_a_term() {
    let table =
        "fa\ten\tkind\tstatus\nشرع\tal-Sharaa\tperson\tpreferred\nشرع\tSharaa\tperson\tforbidden\n";
    let contents =
        glossary::read(table.as_bytes(), Table::Tsv, Path::new("x.tsv")).expect("it has a header");
    let glossary = Glossary::new(contents.entries);
    let found = glossary.occurrences("Sharaa, Al Sharaa", Lang::English);
    let statuses = found.iter().map(|name| glossary.term(name.terms[0], Lang::English).status);
    assert_eq!(statuses.collect::<Vec<_>>(), [Status::Forbidden, Status::Preferred]);
}

/// A hit of the plain finder: letters and entry.
type Hit = (usize, usize, usize);

/// Looks for each term at each letter; knows the breaks, but no endings and no everyday words.
fn plain(terms: &[String], text: &str, lang: Lang) -> Vec<Hit> {
    let folded = fold(text);
    let letters = folded.letters();
    let mut hits = Vec::new();
    for (number, term) in terms.iter().enumerate() {
        let term = fold(term);
        let count = term.letters().len();
        for first in 0..(letters.len() + 1).saturating_sub(count) {
            let here = &letters[first..first + count];
            let is_apart = |i: usize| {
                i == 0
                    || i == letters.len()
                    || letters[i].gap == Gap::Space
                    || !letters[i].ch.is_alphanumeric()
                    || !letters[i - 1].ch.is_alphanumeric()
            };
            let begins = is_apart(first) || letters[first].gap != Gap::None;
            let is_same = here.iter().zip(term.letters()).all(|(a, b)| a.ch == b.ch);
            if count > 0
                && begins
                && is_apart(first + count)
                && is_same
                && breaks_agree(here, term.letters(), lang)
            {
                hits.push((first, first + count, number));
            }
        }
    }
    hits
}

fn breaks_agree(text: &[Letter], term: &[Letter], lang: Lang) -> bool {
    let gaps = text[1..].iter().zip(&term[1..]);
    let differ: Vec<usize> = (1..)
        .zip(gaps)
        .filter(|(_, (text, term))| match lang {
            Lang::Persian => text.gap != Gap::None && term.gap == Gap::None,
            Lang::English => (text.gap == Gap::None) != (term.gap == Gap::None),
        })
        .map(|(at, _)| at)
        .collect();
    match differ[..] {
        [] => true,
        [at] if lang == Lang::Persian => {
            let fewest = if text[at].gap == Gap::Half { 2 } else { 3 };
            let is_word = term[1..].iter().all(|letter| letter.gap != Gap::Space);
            is_word && term.len() >= 7 && at >= fewest && term.len() - at >= fewest
        }
        _ => false,
    }
}

/// The longest hits, the first of equally long ones, with all entries of the same place.
fn longest(mut hits: Vec<Hit>) -> BTreeSet<Hit> {
    hits.sort_by_key(|&(first, past, _)| (first as i64 - past as i64, first));
    let mut kept: BTreeSet<Hit> = BTreeSet::new();
    for hit in hits {
        let is_free = |&(first, past, _): &Hit| {
            (first, past) == (hit.0, hit.1) || past <= hit.0 || hit.1 <= first
        };
        if kept.iter().all(is_free) {
            kept.insert(hit);
        }
    }
    kept
}

fn glossary_of(terms: &[String], lang: Lang) -> Glossary {
    let entries = terms.iter().map(|text| {
        let term = Term { status: Status::Preferred, note: String::new(), text: text.clone() };
        let (persian, english) = match lang {
            Lang::Persian => (vec![term], Vec::new()),
            Lang::English => (Vec::new(), vec![term]),
        };
        Entry { kind: Kind::Organisation, persian, english, note: String::new() }
    });
    Glossary::new(entries.collect())
}

/// Holds the finder against the plain one; letters are chosen so that none of them is an ending, and some lie beyond
/// those of the two languages.
fn agrees(
    terms: &[String],
    text: &str,
    lang: Lang,
) -> Result<(), proptest::test_runner::TestCaseError> {
    let glossary = glossary_of(terms, lang);
    let hits = plain(terms, text, lang);
    let entries: BTreeSet<usize> = hits.iter().map(|hit| hit.2).collect();
    prop_assert_eq!(glossary.entries_in(text, lang), entries);
    let folded = fold(text);
    let letters = folded.letters();
    let expected: BTreeSet<(usize, usize, usize)> = longest(hits)
        .into_iter()
        .map(|(first, past, entry)| {
            (letters[first].span().start, letters[past - 1].span().end, entry)
        })
        .collect();
    let found = glossary.occurrences(text, lang);
    let found = found
        .iter()
        .flat_map(|name| name.terms.iter().map(|id| (name.span.start, name.span.end, id.entry)));
    prop_assert_eq!(found.collect::<BTreeSet<_>>(), expected);
    Ok(())
}

fn persian_terms() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("[بپک中]{3,5}([ \u{200C}-]?[بپک𐎠]{1,4}){0,2}", 1..8)
}

fn english_terms() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("[bk中]{2,4}([ -]?[bk𐎠]{1,3}){0,2}", 1..8)
}

proptest! {
    #[test]
    fn persian_names_are_those_of_a_plain_finder(terms in persian_terms(), text in "([بپک中𐎠]{1,3}[ \u{200C}-]?){0,30}") {
        agrees(&terms, &text, Lang::Persian)?;
        agrees(&terms, &terms.join(" "), Lang::Persian)?;
    }

    #[test]
    fn english_names_are_those_of_a_plain_finder(terms in english_terms(), text in "([bk中𐎠]{1,3}[ -]?){0,30}") {
        agrees(&terms, &text, Lang::English)?;
        agrees(&terms, &terms.join(" "), Lang::English)?;
    }
}
