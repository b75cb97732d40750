//! What is put where a file of units has no translation yet.

use std::collections::HashSet;

use super::Unit;
use crate::align::carry_proposed;
use crate::glossary::Glossary;
use crate::matching::{MatchKind, Proposal};
use crate::text::{Tag, Tagged};

/// What is put in place of a missing translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filling {
    /// The translation, with those tags of the source that have a place in it.
    pub target: Tagged,
    /// Whether nobody needs to look at it any more, since it comes from a match of 100 with the same number of lines.
    pub is_sure: bool,
    /// The source of the unit from which the translation comes, which may differ a little from the source of this one.
    pub was: String,
}

impl Filling {
    /// The filling that is proposed for `unit`, with its tags where the same is said.
    pub fn new(unit: &Unit, proposal: &Proposal, glossary: &Glossary) -> Self {
        let lang = unit.source_lang;
        let source = Tagged { text: unit.source.clone(), tags: unit.source_tags.clone() };
        let was = &proposal.found.candidate.unit.side(lang).text;
        // A line break does not make a match worse; in a file that keeps lines, somebody must see where it belongs.
        let is_in_lines_alike = line_breaks(&unit.source) == line_breaks(was);
        Self {
            target: carry_proposed(&source, proposal, lang, glossary),
            is_sure: proposal.found.kind != MatchKind::Fuzzy && is_in_lines_alike,
            was: was.clone(),
        }
    }
}

/// How many line breaks stand in a text.
fn line_breaks(text: &str) -> usize {
    text.trim().matches('\n').count()
}

/// A file with translations put in.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The file.
    pub file: Vec<u8>,
    /// The units whose filling could not be put in, by their place among the units, in order.
    pub left: Vec<usize>,
    /// The units that were filled without some of their tags, and which those are, in order.
    pub loose: Vec<(usize, Vec<Tag>)>,
}

/// The units of a file, and what is to be put into some of them.
pub(in crate::exchange) struct Placing<'a> {
    pub(in crate::exchange) units: &'a [Unit],
    pub(in crate::exchange) fillings: &'a [Option<Filling>],
}

impl<'a> Placing<'a> {
    /// What is to be put into the unit `at`, if it is not translated.
    pub(in crate::exchange) fn filling(&self, at: usize) -> Option<&'a Filling> {
        let filling = self.fillings.get(at)?.as_ref();
        filling.filter(|_| self.units[at].is_open())
    }

    /// The result, in which the units `placed` have been filled.
    pub(in crate::exchange) fn filled(&self, file: Vec<u8>, placed: &[usize]) -> Filled {
        let placed: HashSet<usize> = placed.iter().copied().collect();
        let is_left = |at: &usize| self.fillings[*at].is_some() && !placed.contains(at);
        let left = (0..self.fillings.len().min(self.units.len())).filter(is_left);
        Filled { left: left.collect(), loose: Vec::new(), file }
    }
}
