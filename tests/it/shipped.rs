//! The glossaries that ship: enough of them, clean, and with a note of where they come from.

use std::fs;

use hamta::glossary::{Status, conflicts};
use hamta::text::Lang;

use crate::articles::{glossaries, glossary_paths, path};

/// What Persian terms are written with; the letter before the space is a half-space.
const PERSIAN: &str = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیأؤئء۰۱۲۳۴۵۶۷۸۹+-،./\u{200c} ";

#[test]
fn there_are_at_least_3000_entries() {
    let entries = glossaries().entries().len();
    assert!(entries >= 3000, "{entries}");
}

#[test]
fn no_two_entries_contradict_each_other() {
    let glossary = glossaries();
    let entries = glossary.entries();
    let found = conflicts(entries).into_iter().map(|conflict| {
        let name = |i: usize| entries[i].preferred(Lang::Persian).map(str::to_owned);
        (conflict.kind, name(conflict.first), name(conflict.second))
    });
    assert_eq!(found.collect::<Vec<_>>(), []);
}

#[test]
fn every_entry_has_a_preferred_form_in_both_languages() {
    for entry in glossaries().entries() {
        for lang in Lang::ALL {
            assert!(entry.preferred(lang).is_some(), "{entry:?}");
        }
    }
}

#[test]
fn every_glossary_has_a_licence_note() {
    let notes = fs::read_to_string(path("glossaries/LICENCES.md")).expect("the notes are there");
    for file in glossary_paths() {
        let name = file.file_name().expect("it has a name").to_string_lossy();
        let row = notes.lines().find(|line| line.starts_with(&format!("| `{name}` |")));
        let row = row.unwrap_or_else(|| panic!("no row for {name}"));
        let licence = row.trim_end_matches(" |").rsplit(" | ").next();
        assert!(licence.is_some_and(|l| l.contains("MIT OR Apache-2.0")), "{row}");
    }
}

#[test]
fn persian_terms_are_written_in_persian_letters() {
    for entry in glossaries().entries() {
        for term in entry.terms(Lang::Persian) {
            let text = &term.text;
            assert!(text.chars().all(|c| PERSIAN.contains(c)), "{text:?}");
            let words: Vec<&str> = text.split(' ').collect();
            let is_whole = |w: &&str| !w.is_empty() && w.trim_matches('\u{200c}') == *w;
            assert!(words.iter().all(is_whole), "{text:?}");
            assert!(!text.contains("\u{200c}\u{200c}"), "{text:?}");
        }
    }
}

#[test]
fn english_terms_have_no_persian_letters() {
    for entry in glossaries().entries() {
        for term in entry.terms(Lang::English) {
            let is_persian = |c| matches!(c, '\u{600}'..='\u{6ff}' | '\u{200c}');
            assert!(!term.text.contains(is_persian), "{:?}", term.text);
        }
    }
}

#[test]
fn what_is_forbidden_says_why() {
    for entry in glossaries().entries() {
        for lang in Lang::ALL {
            let forbidden = entry.terms(lang).iter();
            let mut forbidden = forbidden.filter(|term| term.status == Status::Forbidden);
            assert!(forbidden.all(|term| !term.note.is_empty()), "{entry:?}");
        }
    }
}

/// Mali is «مالی», financial; Guyana «گویان», the -men of spokesmen; Peru «پرو», a fitting; and so on.
#[test]
fn everyday_words_are_not_names() {
    let glossary = glossaries();
    let text = "در گزارش مالی آمده است که همه گروه‌های سنی در امان ماندند.
سخن‌گویان و پاسخ‌گویان این کار را کرد و چک را پرداخت.
دادگاه بدوی به سود ایلات و عشایر رأی داد.
بن خرید و وام گرفتند و لباس را پرو کردند.
در راند سوم به او گفتند کجا بودی.
مرد همشهری از آن سرزمین کوچ کرد و مرزها را درهم شکست.
او متکی به خود و شادمانی‌اش هویدا بود.";
    let found = glossary.occurrences(text, Lang::Persian);
    let found: Vec<&str> = found.iter().map(|o| o.span.of(text)).collect();
    assert_eq!(found, [""; 0]);
}
