//! Where terms stand in a text: plain data.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::text::Span;

/// One term of one entry of a glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TermId {
    /// The index of the entry.
    pub entry: usize,
    /// The index of the term among the entry's terms in the language of the text.
    pub term: usize,
}

/// What is attached to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Nothing.
    None,
    /// A plural or possessive ending: the name remains the same.
    Inflection,
    /// A ye, which can make an adjective of the name («لاوروفی»), or mean "a".
    Ye,
}

/// A place in a text where a term stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Where, without an ending.
    pub span: Span,
    /// What is attached to it.
    pub ending: Ending,
    /// The terms that are written like this, preferred ones first, then in the order of the glossary; never empty.
    pub terms: SmallVec<[TermId; 1]>,
}

/// A place in a text where a term of an entry stands, alone or inside a longer one, whether it is the name there or
/// not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) span: Span,
    /// The entry, by index.
    pub(super) entry: usize,
}

/// All such places in a text, in the order in which they begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions(pub(super) Vec<Mention>);

impl Mentions {
    /// The entries that have a term in a part of the text, by index.
    pub fn entries_in(&self, part: Span) -> BTreeSet<usize> {
        self.places_in(part).map(|(_, entry)| entry).collect()
    }

    /// Those of them that are certainly meant: in one of `names`, which count in the text, and in a form that no other
    /// entry has.
    pub fn entries_certainly_in(&self, part: Span, names: &[Occurrence]) -> BTreeSet<usize> {
        let mut entries: BTreeMap<Span, BTreeSet<usize>> = BTreeMap::new();
        for (span, entry) in self.places_in(part) {
            let past = names.partition_point(|name| name.span.start <= span.start);
            let counts = names[..past].last().is_some_and(|name| name.span.overlaps(span));
            if counts {
                entries.entry(span).or_default().insert(entry);
            }
        }
        let alone = entries.into_values().filter(|entries| entries.len() == 1);
        alone.flatten().collect()
    }

    /// Where terms stand in a part of the text, each with its entry, by index.
    pub(crate) fn places_in(&self, part: Span) -> impl Iterator<Item = (Span, usize)> {
        let first = self.0.partition_point(|at| at.span.start < part.start);
        let begin_there = self.0[first..].iter().take_while(move |at| at.span.start < part.end);
        let there = begin_there.filter(move |at| part.covers(at.span));
        there.map(|at| (at.span, at.entry))
    }
}

/// The `names` of a text that stand in each of `parts` of it, with spans in the part; the parts are in order, as
/// segments are.
pub(crate) fn in_parts(
    names: &[Occurrence],
    parts: impl IntoIterator<Item = Span>,
) -> Vec<Vec<Occurrence>> {
    let mut names = names.iter().peekable();
    let mut in_part = |part: Span| {
        let mut found = Vec::new();
        while let Some(name) = names.next_if(|name| name.span.start < part.end) {
            if part.covers(name.span) {
                found.push(Occurrence {
                    span: Span::new(name.span.start - part.start, name.span.end - part.start),
                    ..name.clone()
                });
            }
        }
        found
    };
    parts.into_iter().map(&mut in_part).collect()
}
