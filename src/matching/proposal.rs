//! A match as it is offered: with the segment's own values in its target.

use crate::glossary::Glossary;
use crate::matching::adapt::{Adaptation, adapt};
use crate::matching::rank::{Match, Query};
use crate::text::{Lang, TagKind};

/// A match, with the segment's own values in its target where they differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The match.
    pub found: Match,
    /// Its target for the segment, where something is exchanged.
    pub adaptation: Option<Adaptation>,
}

impl Proposal {
    /// What is offered for the segment of `query` from a match.
    pub fn new(found: Match, query: &Query, glossary: &Glossary) -> Self {
        let unit = &found.candidate.unit;
        Self { adaptation: adapt(query.words.text(), unit, query.lang, glossary), found }
    }

    /// The place in what is offered of a tag that stands at `at` in the unit's own target.
    pub fn moved(&self, at: usize, kind: TagKind) -> usize {
        let changes = self.adaptation.iter().flat_map(|a| &a.changes);
        // How far what is offered is ahead of the unit's own target.
        let (mut new, mut old) = (0, 0);
        for change in changes {
            let start = change.span.start - new + old;
            let end = start + change.was.len();
            if at <= start {
                break;
            }
            if at < end {
                return match kind {
                    TagKind::Open => change.span.start,
                    TagKind::Close | TagKind::Alone => change.span.end,
                };
            }
            (new, old) = (change.span.end, end);
        }
        new + (at - old)
    }

    /// The translation that is offered for a segment in `lang`.
    pub fn target(&self, lang: Lang) -> &str {
        match &self.adaptation {
            Some(adaptation) => &adaptation.target,
            None => &self.found.candidate.unit.side(lang.other()).text,
        }
    }
}
