//! The terms of one language, by their letters.
//!
//! A table has, without spaces, the letters of each term and of each beginning of a term that ends where the term has a
//! break: a space, a half-space, or a sign such as the hyphen. Reading a text from the beginning of a word means
//! looking up what was read wherever a term may end. Where the text itself has a break and the table does not have what
//! was read, no term goes on. So each word of a text takes a few look-ups, however many terms there are; most words are
//! read only as far as it takes to see that no term begins like that. Letters stand in the table as their [`Trace`];
//! when a pattern is found by it, the letters are compared.

use std::ops::Range;

use foldhash::HashSet;
use serde::{Deserialize, Serialize};

use crate::glossary::entry::{Entry, Kind};
use crate::glossary::finder::capitals::Capitals;
use crate::glossary::finder::nodes::{Node, Nodes, Number};
use crate::glossary::finder::openings::{Openings, opening};
use crate::glossary::finder::sieve::Sieve;
use crate::glossary::finder::trace::{Trace, Tracing};
use crate::glossary::occurrence::TermId;
use crate::glossary::particles;
use crate::glossary::term::Status;
use crate::text::Lang;
use crate::text::fold::{Gap, fold};

/// One way to write a term. As small as possible: there are many.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Pattern {
    entry: u32,
    term: u32,
    pub(crate) status: Status,
    pub(crate) kind: Kind,
    pub(crate) capitals: Capitals,
    /// Whether it is one word.
    pub(crate) is_word: bool,
    /// Whether it is one word, and the entry has a term of several: a bare surname, or Congress for US Congress.
    pub(crate) is_short_form: bool,
    /// Whether it is the term as it stands in the glossary, not one derived from it.
    pub(crate) is_listed: bool,
    /// Its letters, with a space at each break, as bytes within those of all patterns.
    spaced: Range<u32>,
    /// Another pattern with the same trace.
    next: Option<Number>,
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
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Patterns {
    all: Vec<Pattern>,
    /// The letters of all patterns, with a space at each break.
    spaced: String,
    nodes: Nodes,
    tracing: Tracing,
    /// Lets through the traces of the nodes.
    known: Sieve,
    /// Lets through the first letters of every pattern. It is much smaller.
    pub(crate) openings: Openings,
    /// The first words of the names of persons.
    given_names: HashSet<String>,
}

impl Pattern {
    /// The term that is written like this.
    pub(crate) fn id(&self) -> TermId {
        TermId { entry: self.entry as usize, term: self.term as usize }
    }

    fn spaced(&self) -> Range<usize> {
        self.spaced.start as usize..self.spaced.end as usize
    }
}

impl Patterns {
    pub(crate) fn new(entries: &[Entry], lang: Lang) -> Self {
        let mut patterns = Self::default();
        let terms = entries.iter().map(|entry| entry.terms(lang).len()).sum();
        patterns.all.reserve(terms);
        let mut openings = Vec::with_capacity(terms);
        for (number, entry) in entries.iter().enumerate() {
            let terms = entry.terms(lang);
            let has_full_name = terms.iter().any(|term| term.text.contains(' '));
            for (i, term) in terms.iter().enumerate() {
                let form = Form {
                    id: TermId { entry: number, term: i },
                    status: term.status,
                    kind: entry.kind,
                    has_full_name,
                    is_listed: true,
                };
                openings.extend(patterns.add(form, &term.text));
                if lang == Lang::English && term.status != Status::Forbidden {
                    let form = Form { is_listed: false, ..form };
                    for other in particles::other_forms(&term.text) {
                        openings.extend(patterns.add(form, &other));
                    }
                }
            }
        }
        patterns.known = Sieve::new(patterns.nodes.iter().map(Node::trace).collect());
        patterns.openings = Openings::new(openings);
        patterns
    }

    /// Adds a pattern, if it has letters, and returns its opening.
    fn add(&mut self, form: Form, text: &str) -> Option<u32> {
        let folded = fold(text);
        let letters = folded.letters();
        if letters.is_empty() {
            return None;
        }
        let start = self.spaced.len();
        let mut trace = self.tracing.start();
        let (mut is_word, mut after_sign) = (true, false);
        for (i, letter) in letters.iter().enumerate() {
            let has_gap = i > 0 && letter.gap != Gap::None;
            let is_sign = !letter.is_alphanumeric();
            // This may be as far as a longer term has been read.
            if has_gap || after_sign || (is_sign && i > 0) {
                self.nodes.get_mut(trace).go_on();
            }
            if has_gap {
                self.spaced.push(' ');
                is_word &= letter.gap != Gap::Space;
            }
            self.spaced.push(letter.ch);
            trace = self.tracing.with(trace, letter.ch);
            after_sign = is_sign;
        }
        let number = Number::new(narrow(self.all.len() + 1));
        let number = number.expect("one more is not 0");
        let next = self.nodes.get_mut(trace).add(number);
        if form.kind == Kind::Person && !is_word {
            let first = self.spaced[start..].split(' ').next().unwrap_or_default();
            if !self.given_names.contains(first) && !particles::begins_name(first) {
                self.given_names.insert(first.to_owned());
            }
        }
        self.all.push(Pattern {
            entry: narrow(form.id.entry),
            term: narrow(form.id.term),
            status: form.status,
            kind: form.kind,
            capitals: Capitals::of(text, letters),
            is_word,
            is_short_form: is_word && form.has_full_name,
            is_listed: form.is_listed,
            spaced: narrow(start)..narrow(self.spaced.len()),
            next,
        });
        Some(opening(letters))
    }

    /// Whether a person of the glossary has a name that begins with `word`.
    pub(crate) fn is_given_name(&self, word: &str) -> bool {
        self.given_names.contains(word)
    }

    /// How to make the traces to look up.
    pub(crate) fn tracing(&self) -> Tracing {
        self.tracing
    }

    /// What is known of the letters with this trace.
    #[inline]
    pub(crate) fn look_up(&self, trace: Trace) -> Option<Node> {
        let may_be_known = self.known.lets_through(trace.number());
        may_be_known.then(|| self.nodes.get(trace)).flatten()
    }

    /// The patterns that have the trace of a node, by index.
    pub(crate) fn of(&self, node: Node) -> impl Iterator<Item = usize> {
        let index = |number: Number| number.get() as usize - 1;
        let numbers =
            std::iter::successors(node.last(), move |&number| self.all[index(number)].next);
        numbers.map(index)
    }

    /// Whether everything that it points to exists, and the terms are those of `entries`: what was unpacked may be
    /// anything.
    pub(crate) fn fits(&self, entries: &[Entry], lang: Lang) -> bool {
        let points_back = |(i, pattern): (usize, &Pattern)| {
            let id = pattern.id();
            let terms = entries.get(id.entry).map(|entry| entry.terms(lang));
            let letters = self.spaced.get(pattern.spaced());
            terms.is_some_and(|terms| id.term < terms.len())
                && letters.is_some_and(|letters| pattern.capitals.fit(letters))
                && pattern.next.is_none_or(|next| next.get() as usize <= i)
        };
        let is_there = |node: Node| {
            let last = node.last();
            last.is_none_or(|last| last.get() as usize <= self.all.len())
        };
        self.all.iter().enumerate().all(points_back)
            && self.nodes.iter().all(is_there)
            && self.known.is_whole()
            && self.openings.is_whole()
    }

    pub(crate) fn get(&self, number: usize) -> &Pattern {
        &self.all[number]
    }

    /// The letters of a pattern, and whether it has a break before each; there is none before the first.
    pub(crate) fn letters(&self, pattern: &Pattern) -> impl Iterator<Item = (char, bool)> {
        let mut before = '\0';
        let spaced = self.spaced[pattern.spaced()].chars();
        spaced.filter_map(move |c| {
            let is_after_gap = std::mem::replace(&mut before, c) == ' ';
            (c != ' ').then_some((c, is_after_gap))
        })
    }
}

/// A number as it is stored.
fn narrow(number: usize) -> u32 {
    let narrow = u32::try_from(number).ok();
    let narrow = narrow.filter(|&number| number <= u32::MAX / 2);
    narrow.expect("a glossary has fewer than 2³¹ letters")
}
