//! The parts of a Persian word: prefixes, stem and endings, by rule.
//!
//! A reading of the letters, not of the meaning: two spellings of one word have the same parts, and so have two
//! words that are written alike once half-spaces are lost (نامه‌ای and نام‌های: نام + ها + ی). It is right for
//! most words of a text, and no reason to call two words the same.

use std::iter;
use std::ops::Range;
use std::sync::LazyLock;

use foldhash::HashSet;

use super::endings::{Ending, Kind};
use super::lang::Lang;
use super::verbs;
use super::word_list::rows;

/// The parts of a word, as bytes of its folded letters; in order and with nothing between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// می or نمی before a verb; nothing else is separated from the stem.
    pub prefixes: Vec<Range<usize>>,
    /// What the word is a form of.
    pub stem: Range<usize>,
    /// The endings: of a verb the person, of a noun the plural, comparison, possessor and the ye after them.
    pub endings: Vec<Range<usize>>,
}

/// The longest word that is looked into, in bytes.
const LONGEST: usize = 120;

impl Parts {
    /// The parts of a word, given as it folds.
    pub fn of(folded: &str) -> Self {
        let is_word = folded.len() <= LONGEST && Lang::of(folded) == Some(Lang::Persian);
        if !is_word || is_whole(folded) {
            return Self::whole(folded);
        }
        Self::of_verb(folded).unwrap_or_else(|| Self::of_noun(folded))
    }

    /// A word that is only its stem.
    pub(super) fn whole(folded: &str) -> Self {
        Self { prefixes: Vec::new(), stem: 0..folded.len(), endings: Vec::new() }
    }

    fn of_verb(folded: &str) -> Option<Self> {
        let prefix = ["نمی", "می"].into_iter().find(|p| folded.starts_with(p))?;
        let stem = prefix.len()..prefix.len() + verbs::stem(&folded[prefix.len()..])?;
        let person = stem.end..folded.len();
        Some(Self {
            prefixes: iter::once(0..prefix.len()).collect(),
            stem,
            endings: if person.is_empty() { Vec::new() } else { vec![person] },
        })
    }

    fn of_noun(folded: &str) -> Self {
        let mut parts = Self::whole(folded);
        while let Some(ending) = last_ending(&folded[parts.stem.clone()]) {
            let start = parts.stem.end - ending.len();
            let cut = cuts(ending, start);
            parts.endings.splice(0..0, cut);
            parts.stem.end = start;
        }
        parts
    }
}

/// The longest ending that `word` has for certain.
fn last_ending(word: &str) -> Option<&'static Ending> {
    if is_whole(word) {
        return None;
    }
    // The longest rest of the word comes first.
    let mut rests = word.char_indices().map(|(at, _)| word.split_at(at));
    rests.find_map(|(stem, rest)| Ending::read(rest).filter(|ending| is_certain(ending, stem)))
}

/// Whether the letters alone show that the word is `stem` with `ending`.
fn is_certain(ending: &Ending, stem: &str) -> bool {
    let is_long = |fewest: usize| stem.chars().count() >= fewest;
    match ending.kind {
        Kind::Plural if ending.parts == "ها+ی" => is_long(2) && !has_silent_he(stem),
        Kind::Plural | Kind::Comparative => is_long(2),
        Kind::Indefinite => ending.over_space.allows(stem) && is_long(3),
        Kind::Possessive => match ending.parts {
            "ام" | "ات" => false,
            "اش" => stem.ends_with(['ه', 'ی']) && is_long(3),
            _ => (stem.ends_with("ها") || stem.ends_with(['ه', 'ی'])) && is_long(3),
        },
        Kind::Copula => stem.ends_with('ه') && is_long(3),
        Kind::Object => false,
    }
}

/// Whether `stem` with a he is a word of `lists/silent-he.fa.txt`, so that «های» after it is that he with ای.
fn has_silent_he(stem: &str) -> bool {
    static WORDS: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| rows(include_str!("lists/silent-he.fa.txt")).collect());
    let word = format!("{stem}ه");
    let mut ends = word.char_indices().skip(1).map(|(i, _)| &word[i..]);
    WORDS.contains(word.as_str()) || ends.any(|end| WORDS.contains(format!("-{end}").as_str()))
}

/// The parts of an ending that begins at `start`.
fn cuts(ending: &Ending, start: usize) -> Vec<Range<usize>> {
    let mut at = start;
    let mut cuts = Vec::new();
    for part in ending.parts.split('+') {
        cuts.push(at..at + part.len());
        at += part.len();
    }
    cuts
}

/// Whether the word is one of `lists/affixless.fa.txt`: it looks as if it had an ending, but has none.
fn is_whole(word: &str) -> bool {
    static WHOLE: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| rows(include_str!("lists/affixless.fa.txt")).collect());
    WHOLE.contains(word)
}
