//! The abbreviations whose stop does not end a sentence, read from the lists beside this file.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::Lang;

/// What the stop of an abbreviation can still be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// Never the end of a sentence: Dr., Gen.
    Never,
    /// No end where a number follows: No. 5.
    BeforeNumber,
    /// The end only where an unmistakable beginning follows: U.S., Inc., a.m.
    Perhaps,
}

/// What is known of the stop after `word`, which is given without it; `None` for an ordinary word.
pub(super) fn stop_after(word: &str, lang: Lang) -> Option<Stop> {
    let list = match lang {
        Lang::Persian => &PERSIAN,
        Lang::English => &ENGLISH,
    };
    list.get(word).copied()
}

type List = HashMap<&'static str, Stop>;

static PERSIAN: LazyLock<List> = LazyLock::new(|| read(include_str!("abbreviations/fa.txt")));
static ENGLISH: LazyLock<List> = LazyLock::new(|| read(include_str!("abbreviations/en.txt")));

fn read(list: &'static str) -> List {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines.map(entry).collect()
}

/// One line: the abbreviation with its stop, then `0` (before a number) or `?` (perhaps an end).
fn entry(line: &'static str) -> (&'static str, Stop) {
    let (word, stop) = match line.split_once(' ') {
        None => (line, Stop::Never),
        Some((word, "0")) => (word, Stop::BeforeNumber),
        Some((word, _)) => (word, Stop::Perhaps),
    };
    (word.trim_end_matches('.'), stop)
}

#[cfg(test)]
mod tests {
    #[test]
    fn lists_are_well_formed_and_sorted() {
        for list in [
            include_str!("abbreviations/fa.txt"),
            include_str!("abbreviations/en.txt"),
        ] {
            let lines: Vec<&str> = list.lines().filter(|l| !l.starts_with('#')).collect();
            assert!(lines.is_sorted());
            for line in lines {
                let (word, rest) = line.split_once(' ').unwrap_or((line, "?"));
                assert!(word.ends_with('.') && matches!(rest, "0" | "?"), "{line}");
            }
        }
    }
}
