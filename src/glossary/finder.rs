//! Where the terms of a glossary stand in a text.
//!
//! The terms are found in one pass over the folded text without its spaces, so that a lost
//! half-space or space does not hide a name: «کره شمالی», «کره‌شمالی» and «کرهشمالی» are one. A hit counts only at the
//! boundaries of words, with no break inside a word of the term, and with nothing written on to it but an
//! ending. Of hits that overlap the longest counts, of equally long ones the first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;

use crate::glossary::endings::{self, is_ending};
use crate::glossary::entry::Entry;
use crate::glossary::occurrence::{Ending, Occurrence, TermId};
use crate::glossary::term::Status;
use crate::text::fold::{Folded, Gap, Letter, fold};
use crate::text::{Lang, Span};

/// The terms of one language, ready to be found.
#[derive(Debug)]
pub(super) struct Finder {
    lang: Lang,
    patterns: Vec<Pattern>,
    automaton: AhoCorasick,
}

/// One term: its letters, what stands between them, and its capitals.
#[derive(Debug)]
struct Pattern {
    id: TermId,
    status: Status,
    /// What stands before each letter but the first.
    gaps: Vec<Gap>,
    capitals: Capitals,
}

/// Which letters of a text must be capitals for it to be the term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Capitals {
    Any,
    First,
    All,
}

/// A place where the letters of a pattern stand, by index.
#[derive(Clone, Copy, Debug)]
struct Hit {
    pattern: usize,
    first: usize,
    past: usize,
    ending: Ending,
}

impl Finder {
    pub(super) fn new(entries: &[Entry], lang: Lang) -> Self {
        let mut patterns = Vec::new();
        let mut letters = Vec::new();
        for (entry, contents) in entries.iter().enumerate() {
            for (term, contents) in contents.terms(lang).iter().enumerate() {
                let folded = fold(&contents.text);
                if folded.letters().is_empty() {
                    continue;
                }
                letters.push(squeezed(folded.letters()));
                patterns.push(Pattern {
                    id: TermId { entry, term },
                    status: contents.status,
                    gaps: folded.letters()[1..].iter().map(|l| l.gap).collect(),
                    capitals: Capitals::of(&contents.text),
                });
            }
        }
        let automaton = AhoCorasick::new(&letters).expect("a glossary has fewer than 2³¹ letters");
        Self {
            lang,
            patterns,
            automaton,
        }
    }

    /// Where terms stand in `text`, in order, none overlapping another.
    pub(super) fn find(&self, text: &str) -> Vec<Occurrence> {
        let folded = fold(text);
        let mut hits = longest(self.hits(text, &folded));
        hits.sort_by_key(|hit| (hit.first, self.patterns[hit.pattern].status, hit.pattern));
        let mut occurrences: Vec<Occurrence> = Vec::new();
        for hit in hits {
            let letters = &folded.letters()[hit.first..hit.past];
            let span = Span::new(letters[0].span.start, letters[letters.len() - 1].span.end);
            let id = self.patterns[hit.pattern].id;
            match occurrences.last_mut() {
                Some(last) if last.span == span => last.terms.push(id),
                _ => occurrences.push(Occurrence {
                    span,
                    ending: hit.ending,
                    terms: vec![id],
                }),
            }
        }
        occurrences
    }

    /// The entries that have a term in `text`, those inside longer ones too, by index.
    pub(super) fn entries_in(&self, text: &str) -> BTreeSet<usize> {
        let hits = self.hits(text, &fold(text)).into_iter();
        hits.map(|hit| self.patterns[hit.pattern].id.entry)
            .collect()
    }

    /// Every place where a term stands, at the boundaries of words.
    fn hits(&self, text: &str, folded: &Folded) -> Vec<Hit> {
        let letters = folded.letters();
        let squeezed = squeezed(letters);
        let mut starts = Vec::with_capacity(letters.len());
        let mut at = 0;
        for letter in letters {
            starts.push(at);
            at += letter.ch.len_utf8();
        }
        let index = |byte| starts.partition_point(|&start| start < byte);
        let found = self.automaton.find_overlapping_iter(&squeezed);
        found
            .filter_map(|m| {
                let (first, past) = (index(m.start()), index(m.end()));
                let pattern = &self.patterns[m.pattern().as_usize()];
                let ending = self.ending(letters, past)?;
                (begins_word(letters, first)
                    && self.keeps_breaks(&letters[first + 1..past], &pattern.gaps)
                    && pattern.capitals.agree(text, &letters[first..past]))
                .then_some(Hit {
                    pattern: m.pattern().as_usize(),
                    first,
                    past,
                    ending,
                })
            })
            .collect()
    }

    /// Whether the text is broken into words where the term is.
    ///
    /// In Persian a break of the term may be lost, but none may be added; in English all must be there.
    fn keeps_breaks(&self, letters: &[Letter], gaps: &[Gap]) -> bool {
        letters
            .iter()
            .zip(gaps)
            .all(|(letter, gap)| match self.lang {
                Lang::Persian => letter.gap == Gap::None || *gap != Gap::None,
                Lang::English => (letter.gap == Gap::None) == (*gap == Gap::None),
            })
    }

    /// What is written on to a name that ends before the letter `past`; `None` where it is no ending.
    fn ending(&self, letters: &[Letter], past: usize) -> Option<Ending> {
        let is_part = |l: &Letter| l.gap != Gap::Space && l.ch.is_alphanumeric();
        let ends_open = letters[past - 1].ch.is_alphanumeric();
        let rest = letters[past..].iter().take(endings::LONGEST + 1);
        let rest: String = rest.take_while(|l| is_part(l)).map(|l| l.ch).collect();
        if rest.is_empty() || !ends_open {
            return Some(Ending::None);
        }
        let after_half_space = letters[past].gap == Gap::Half;
        match rest.as_str() {
            _ if !is_ending(&rest, after_half_space, self.lang) => None,
            "ی" | "یی" | "ای" => Some(Ending::Ye),
            _ => Some(Ending::Inflection),
        }
    }
}

/// The letters, one after another.
fn squeezed(letters: &[Letter]) -> String {
    letters.iter().map(|l| l.ch).collect()
}

fn begins_word(letters: &[Letter], first: usize) -> bool {
    letters[first].gap != Gap::None || !letters[first - 1].ch.is_alphanumeric()
}

/// The hits that remain where overlapping ones give way to the longest.
fn longest(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|hit| (Reverse(hit.past - hit.first), hit.first, hit.pattern));
    let mut kept: BTreeMap<usize, Vec<Hit>> = BTreeMap::new();
    for hit in hits {
        let before = kept.range(..hit.past).next_back().map(|(_, hits)| hits[0]);
        match before {
            Some(other) if (other.first, other.past) == (hit.first, hit.past) => {
                kept.entry(hit.first).or_default().push(hit);
            }
            Some(other) if other.past > hit.first => {}
            _ => kept.entry(hit.first).or_default().push(hit),
        }
    }
    kept.into_values().flatten().collect()
}

impl Capitals {
    /// A term in capitals must be found in capitals, one with a capital at its head with that capital.
    fn of(term: &str) -> Self {
        let mut letters = term.chars().filter(|c| c.is_alphabetic());
        let is_long = letters.clone().count() > 1;
        if is_long && letters.clone().all(char::is_uppercase) {
            Self::All
        } else if letters.next().is_some_and(char::is_uppercase) {
            Self::First
        } else {
            Self::Any
        }
    }

    fn agree(self, text: &str, letters: &[Letter]) -> bool {
        let mut written = letters.iter().flat_map(|l| l.span.of(text).chars());
        match self {
            Self::Any => true,
            Self::First => written.next().is_some_and(|c| !c.is_lowercase()),
            Self::All => !written.any(char::is_lowercase),
        }
    }
}
