//! The abbreviations whose stop does not end a sentence, read from the lists of this module.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::word_list::rows;
use crate::text::{Lang, with_capital};

/// Whether the stop of an abbreviation can also end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// Never the end of a sentence: Dr., Gen.
    Never,
    /// No end where a number follows: No. 5.
    BeforeNumber,
    /// An end only where an unmistakable beginning follows: U.S., Inc., a.m.
    Perhaps,
    /// An end wherever the text does not go on in lower case: etc.
    Mostly,
}

/// What is known of the stop after `word`, which is given without it; `None` for an ordinary word.
///
/// A word all in capitals is looked up in small letters as well: LTD. is Ltd.
pub(super) fn stop_after(word: &str, lang: Lang) -> Option<Stop> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let list = match lang {
        Lang::Persian => &PERSIAN,
        Lang::English => &ENGLISH,
    };
    let found = list.get(word).copied();
    found.or_else(|| list.get(in_small_letters(word)?.as_str()).copied())
}

/// The longest abbreviation, in bytes and without its stop; longer words are not looked up.
const LONGEST: usize = 12;

/// Whether `word` is an abbreviation with its first letter in either case: corp, Corp.
pub(super) fn is_abbreviation(word: &str, lang: Lang) -> bool {
    stop_after(word, lang).is_some()
        || stop_after(&with_capital(word), lang).is_some()
        || stop_after(&word.to_lowercase(), lang).is_some()
}

/// «PVT» as «Pvt»; `None` for a word that is not all in capitals.
fn in_small_letters(word: &str) -> Option<String> {
    let is_loud = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    is_loud.then(|| with_capital(&word.to_ascii_lowercase()))
}

type List = HashMap<&'static str, Stop>;

static PERSIAN: LazyLock<List> = LazyLock::new(|| read(include_str!("lists/abbreviations.fa.txt")));
static ENGLISH: LazyLock<List> = LazyLock::new(|| read(include_str!("lists/abbreviations.en.txt")));

fn read(list: &'static str) -> List {
    rows(list).map(entry).collect()
}

/// Reads one line: the abbreviation with its stop, then `0` (before a number), `?` (perhaps an end) or `!` (mostly
/// one).
fn entry(line: &'static str) -> (&'static str, Stop) {
    let (word, stop) = match line.split_once(' ') {
        None => (line, Stop::Never),
        Some((word, "0")) => (word, Stop::BeforeNumber),
        Some((word, "!")) => (word, Stop::Mostly),
        Some((word, _)) => (word, Stop::Perhaps),
    };
    (word.trim_end_matches('.'), stop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_well_formed_and_sorted() {
        for list in
            [include_str!("lists/abbreviations.fa.txt"), include_str!("lists/abbreviations.en.txt")]
        {
            let lines: Vec<&str> = rows(list).collect();
            assert!(lines.is_sorted());
            for line in lines {
                let (word, rest) = line.split_once(' ').unwrap_or((line, "?"));
                let is_sign = matches!(rest, "0" | "?" | "!");
                assert!(word.ends_with('.') && is_sign, "{line}");
                assert!(word.len() <= LONGEST + 1, "{line} is too long");
            }
        }
    }

    #[test]
    fn capitals_are_looked_up_in_small_letters() {
        assert_eq!(stop_after("PVT", Lang::English), Some(Stop::Perhaps));
        assert_eq!(stop_after("Dr", Lang::English), Some(Stop::Never));
        assert_eq!(stop_after("dr", Lang::English), None);
    }
}
