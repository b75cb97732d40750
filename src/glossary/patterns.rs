//! The terms of one language, by their letters.
//!
//! A table has, without spaces, the letters of each term and of each beginning of a term that ends where the term has a
//! break: a space, a half-space, or a sign as the hyphen. Whoever reads a text from the beginning of a word looks up what
//! he has read wherever a term may end. Where the text itself has a break, no beginning in the table means
//! that no term goes on. So each word of a text is the beginning of a few look-ups, however many terms there are.

use std::hash::BuildHasher;
use std::ops::Range;

use foldhash::HashSet;
use hashbrown::{DefaultHashBuilder, HashTable};

use crate::glossary::article;
use crate::glossary::capitals::Capitals;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::occurrence::TermId;
use crate::glossary::term::Status;
use crate::text::Lang;
use crate::text::fold::{Gap, Letter, fold};

/// One way to write a term.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) id: TermId,
    pub(super) status: Status,
    pub(super) kind: Kind,
    pub(super) capitals: Capitals,
    /// Whether it is one word.
    pub(super) is_word: bool,
    /// Whether it is one word, and the entry has a term of several: a bare surname, Congress of US Congress.
    pub(super) is_short_form: bool,
    /// Whether it is the term as it stands in the glossary, and not one made of it.
    pub(super) is_listed: bool,
    /// Its letters, with a space at each break, as bytes of all of them.
    spaced: Range<usize>,
    /// Another pattern with the same letters.
    next: Option<usize>,
}

/// What is known of a term besides its letters.
#[derive(Clone, Copy, Debug)]
struct Form {
    id: TermId,
    status: Status,
    kind: Kind,
    /// Whether the entry has a term of several words.
    has_full_name: bool,
    is_listed: bool,
}

/// The patterns of one language.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    all: Vec<Pattern>,
    /// The letters of all patterns, with a space at each break.
    spaced: String,
    table: HashTable<Node>,
    hasher: DefaultHashBuilder,
    /// The first words of the names of persons.
    given_names: HashSet<String>,
}

/// What is known of letters that a term begins with, or that are a whole one.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The letters, with a space at each break, as bytes of those of all patterns.
    spaced: Range<usize>,
    /// The first pattern that is written so.
    first: Option<usize>,
    /// Whether there is a longer pattern.
    pub(super) goes_on: bool,
}

impl Patterns {
    pub(super) fn new(entries: &[Entry], lang: Lang) -> Self {
        let mut patterns = Self::default();
        let terms = entries.iter().map(|entry| entry.terms(lang).len()).sum();
        patterns.all.reserve(terms);
        patterns.table.reserve(2 * terms, |_| 0);
        for (number, entry) in entries.iter().enumerate() {
            let terms = entry.terms(lang);
            let has_full_name = terms.iter().any(|term| term.text.contains(' '));
            for (i, term) in terms.iter().enumerate() {
                let form = Form {
                    id: TermId {
                        entry: number,
                        term: i,
                    },
                    status: term.status,
                    kind: entry.kind,
                    has_full_name,
                    is_listed: true,
                };
                patterns.add(form, &term.text);
                if lang == Lang::English && term.status != Status::Forbidden {
                    let form = Form {
                        is_listed: false,
                        ..form
                    };
                    for other in article::other_forms(&term.text) {
                        patterns.add(form, &other);
                    }
                }
            }
        }
        patterns
    }

    fn add(&mut self, form: Form, text: &str) {
        let folded = fold(text);
        let letters = folded.letters();
        if letters.is_empty() {
            return;
        }
        let start = self.spaced.len();
        let mut squeezed = String::with_capacity(text.len());
        for (i, letter) in letters.iter().enumerate() {
            if i > 0 && breaks(letters, i) {
                self.node(&squeezed, start).goes_on = true;
            }
            if i > 0 && letter.gap != Gap::None {
                self.spaced.push(' ');
            }
            self.spaced.push(letter.ch);
            squeezed.push(letter.ch);
        }
        let number = self.all.len();
        let next = self.node(&squeezed, start).first.replace(number);
        let is_word = !letters[1..].iter().any(|letter| letter.gap == Gap::Space);
        if form.kind == Kind::Person && !is_word {
            let first = self.spaced[start..].split(' ').next().unwrap_or_default();
            if !self.given_names.contains(first) {
                self.given_names.insert(first.to_owned());
            }
        }
        self.all.push(Pattern {
            id: form.id,
            status: form.status,
            kind: form.kind,
            capitals: Capitals::of(text, letters),
            is_word,
            is_short_form: is_word && form.has_full_name,
            is_listed: form.is_listed,
            spaced: start..self.spaced.len(),
            next,
        });
    }

    /// Whether a person of the glossary has a name that begins with `word`.
    pub(super) fn is_given_name(&self, word: &str) -> bool {
        self.given_names.contains(word)
    }

    /// The node of `squeezed`; those letters stand in `spaced` from `start` to the end.
    fn node(&mut self, squeezed: &str, start: usize) -> &mut Node {
        let spaced = &self.spaced;
        let hash = self.hasher.hash_one(squeezed);
        let is_same = |node: &Node| same_letters(&spaced[node.spaced.clone()], squeezed);
        let rehash = |node: &Node| {
            self.hasher
                .hash_one(spaced[node.spaced.clone()].replace(' ', ""))
        };
        let new = || Node {
            spaced: start..spaced.len(),
            first: None,
            goes_on: false,
        };
        self.table
            .entry(hash, is_same, rehash)
            .or_insert_with(new)
            .into_mut()
    }

    /// What is known of the letters `squeezed`.
    pub(super) fn look_up(&self, squeezed: &str) -> Option<&Node> {
        let is_same = |node: &Node| same_letters(&self.spaced[node.spaced.clone()], squeezed);
        self.table.find(self.hasher.hash_one(squeezed), is_same)
    }

    /// The patterns that are written as a node, by number.
    pub(super) fn of(&self, node: &Node) -> impl Iterator<Item = usize> {
        std::iter::successors(node.first, |&number| self.all[number].next)
    }

    pub(super) fn get(&self, number: usize) -> &Pattern {
        &self.all[number]
    }

    /// Before which of its letters a pattern has a break, from its second letter on.
    pub(super) fn gaps(&self, pattern: &Pattern) -> impl Iterator<Item = bool> {
        let mut before = '\0';
        let spaced = self.spaced[pattern.spaced.clone()].chars();
        let gaps = spaced.filter_map(move |c| {
            let is_after_gap = std::mem::replace(&mut before, c) == ' ';
            (c != ' ').then_some(is_after_gap)
        });
        gaps.skip(1)
    }
}

fn same_letters(spaced: &str, squeezed: &str) -> bool {
    spaced.len() >= squeezed.len() && spaced.bytes().filter(|&b| b != b' ').eq(squeezed.bytes())
}

/// Whether a term may be read only so far: before the letter `i` stands a gap, or a sign on either side.
pub(super) fn breaks(letters: &[Letter], i: usize) -> bool {
    letters[i].gap != Gap::None
        || !letters[i].is_alphanumeric()
        || !letters[i - 1].is_alphanumeric()
}
