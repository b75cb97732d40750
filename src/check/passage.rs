//! Which part of a translation belongs to which part of its source, by their alignment.
//!
//! The articles are parted where a block begins in both. A part that has no counterpart, or none that is sure, is held
//! against the whole translation: better a name is missed that way than a right one is asked for.

use std::ops::Range;

use crate::align::{Bead, Text};
use crate::glossary::Occurrence;
use crate::segment::Article;
use crate::text::Span;

/// A part of a source, and the part of the translation that should say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The part of the source.
    pub source: Span,
    /// The part of the translation.
    pub target: Span,
    /// The segments of both that surely belong together.
    pub pairs: Vec<Counterparts>,
    /// What of the source surely has no counterpart.
    pub omitted: Vec<Omitted>,
    /// The stretches that begin here, between sure pairs, in which it is not sure what belongs together.
    pub unsure: Vec<Counterparts>,
}

impl Passage {
    /// Whether the source, whose names are `named`, has an entry here oftener than its translation has it in the forms
    /// `listed`.
    pub(super) fn lacks(&self, entry: usize, named: &[Occurrence], listed: &[Occurrence]) -> bool {
        let asked = mentions(named, self.source, entry).max(1);
        mentions(listed, self.target, entry) < asked
    }
}

/// Segments of a source that its translation leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Omitted {
    /// Where they stand in the source: all that follow each other.
    pub source: Span,
    /// What stands before and after them, with its translation; none at an end of the texts, and never none of both.
    pub beside: [Option<Counterparts>; 2],
}

/// Segments of a source and of its translation that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counterparts {
    /// Of the source: one segment, or two that follow each other.
    pub source: Span,
    /// Of the translation: one segment, or two.
    pub target: Span,
    /// Whether it is one segment on either side.
    pub are_single: bool,
}

/// The confidence of a bead from which its segments are held against each other, and its passage is the one to look in.
const SURE: f64 = 0.5;

/// The confidence of beads from which something is said to be left out between them.
const VERY_SURE: f64 = 0.8;

impl Passage {
    /// Where in the translation the byte `at` of the source should be found: a segment, or the whole passage.
    pub fn target_of(&self, at: usize) -> Span {
        let pair = self.pairs.iter().find(|pair| pair.source.start <= at && at < pair.source.end);
        pair.map_or(self.target, |pair| pair.target)
    }
}

/// The passages of two texts, in the order of the source, by the beads that they are made of.
pub fn passages(source: &Text<'_>, target: &Text<'_>, beads: &[Bead]) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut first = 0;
    for (i, bead) in beads.iter().enumerate() {
        let is_last = i + 1 == beads.len();
        if is_last
            || (begins_block(source, bead.source.end) && begins_block(target, bead.target.end))
        {
            passages.extend(passage(source, target, beads, first..i + 1));
            first = i + 1;
        }
    }
    for stretch in unsure(source, target, beads) {
        let after =
            passages.partition_point(|passage| passage.source.start <= stretch.source.start);
        if let Some(passage) = after.checked_sub(1).and_then(|at| passages.get_mut(at)) {
            passage.unsure.push(stretch);
        }
    }
    passages
}

/// The most segments of a stretch in one text.
const MOST_UNSURE: usize = 12;

/// The stretches of beads without a sure pair that have segments of both texts.
fn unsure(source: &Text<'_>, target: &Text<'_>, beads: &[Bead]) -> Vec<Counterparts> {
    let is_sure = |bead: &Bead| bead.is_pair() && bead.confidence >= SURE;
    let runs = beads.chunk_by(|one, next| !is_sure(one) && !is_sure(next));
    let stretches = runs.filter(|run| !is_sure(&run[0])).filter_map(|run| {
        let (first, last) = (run.first()?, run.last()?);
        let (own, its) = (first.source.start..last.source.end, first.target.start..last.target.end);
        let are_few = own.len() <= MOST_UNSURE && its.len() <= MOST_UNSURE;
        let (source, target) = (span(source, own)?, span(target, its)?);
        are_few.then_some(Counterparts { source, target, are_single: false })
    });
    stretches.collect()
}

/// The passage, the first one, that is the headline of the source alone: a line without a final mark, of any length.
pub(super) fn headline<'a>(source: &Article, passages: &'a [Passage]) -> Option<&'a Passage> {
    let [headline, _, ..] = passages else {
        return None;
    };
    let line = source.blocks().first()?.span;
    let has_mark = line.of(source.text()).ends_with(['.', ':', '…']);
    (!has_mark && headline.source.end <= line.end).then_some(headline)
}

/// How often an entry is named in a part of a text whose names these are.
pub(super) fn mentions(names: &[Occurrence], part: Span, entry: usize) -> usize {
    let first = names.partition_point(|name| name.span.start < part.start);
    let past = names.partition_point(|name| name.span.start < part.end);
    let is_it = |name: &&Occurrence| name.terms.iter().any(|id| id.entry == entry);
    names[first..past].iter().filter(is_it).count()
}

/// Whether the segment `at` begins a block, or would if there were one.
fn begins_block(text: &Text<'_>, at: usize) -> bool {
    text.pieces.get(at).is_none_or(|piece| piece.begins_block)
}

/// The passage that `its` beads, which are not none, make together; none where nothing of the source is in it.
fn passage(
    source: &Text<'_>,
    target: &Text<'_>,
    beads: &[Bead],
    its: Range<usize>,
) -> Option<Passage> {
    let omitted = omitted(source, target, beads, its.clone());
    let beads = &beads[its];
    let (first, last) = (beads.first()?, beads.last()?);
    let its_source = span(source, first.source.start..last.source.end)?;
    let its_target = span(target, first.target.start..last.target.end);
    let pairs = beads.iter().filter(|bead| bead.confidence >= SURE);
    let pairs: Vec<Counterparts> =
        pairs.filter_map(|bead| counterparts(source, target, bead)).collect();
    let its_target = its_target.filter(|_| !pairs.is_empty());
    Some(Passage {
        source: its_source,
        target: its_target.unwrap_or(Span::new(0, target.text.len())),
        pairs,
        omitted,
        unsure: Vec::new(),
    })
}

/// What a bead pairs; none where it has nothing on one side.
fn counterparts(source: &Text<'_>, target: &Text<'_>, bead: &Bead) -> Option<Counterparts> {
    Some(Counterparts {
        source: span(source, bead.source.clone())?,
        target: span(target, bead.target.clone())?,
        are_single: bead.source.len() == 1 && bead.target.len() == 1,
    })
}

/// What `its` beads surely leave out of the source.
///
/// What stands beside it must be sure as well: beside something that only the translation has, it can be the same in
/// other words.
fn omitted(
    source: &Text<'_>,
    target: &Text<'_>,
    beads: &[Bead],
    its: Range<usize>,
) -> Vec<Omitted> {
    let is_alone = |bead: &&Bead| bead.target.is_empty();
    let sure = |bead: Option<&Bead>| match bead {
        None => Some(None),
        Some(bead) if bead.confidence < VERY_SURE => None,
        Some(bead) => counterparts(source, target, bead).map(Some),
    };
    let mut omitted = Vec::new();
    let mut at = its.start;
    for run in beads[its].chunk_by(|a, b| a.target.is_empty() && b.target.is_empty()) {
        let past = at + run.len();
        let before = sure(beads[..at].iter().rev().find(|bead| !is_alone(bead)));
        let after = sure(beads[past..].iter().find(|bead| !is_alone(bead)));
        at = past;
        let is_sure = run.iter().all(|bead| is_alone(&bead) && bead.confidence >= VERY_SURE);
        let (Some(before), Some(after)) = (before, after) else {
            continue;
        };
        let first = run[0].source.start;
        let its_source = span(source, first..run[run.len() - 1].source.end);
        if let Some(source) = its_source.filter(|_| is_sure && (before, after) != (None, None)) {
            omitted.push(Omitted { source, beside: [before, after] });
        }
    }
    omitted
}

/// From the first of the segments to the last.
fn span(text: &Text<'_>, segments: Range<usize>) -> Option<Span> {
    let segments = &text.pieces[segments];
    let (first, last) = (segments.first()?, segments.last()?);
    Some(Span::new(first.span.start, last.span.end))
}
