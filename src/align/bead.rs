//! A bead: segments of two texts that belong together.

use std::ops::Range;

/// Segments of a text and of its translation that say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Bead {
    /// Segments of the source, by index; none, one or two.
    pub source: Range<usize>,
    /// Segments of the target, by index; none, one or two, and not none on both sides.
    pub target: Range<usize>,
    /// How sure it is, from 0 to 1: of many beads of 0.9 about nine in ten are right.
    pub confidence: f64,
}

impl Bead {
    /// Whether it has segments on both sides.
    pub fn is_pair(&self) -> bool {
        !self.source.is_empty() && !self.target.is_empty()
    }
}

/// The least share of beads that are pairs and more likely right than wrong, where two texts have something in common.
const LEAST_COMMON: f64 = 0.3;

/// Whether the beads are those of a text and its translation, and not of any two texts.
pub fn are_related(beads: &[Bead]) -> bool {
    let pairs = beads.iter().filter(|bead| bead.is_pair() && bead.confidence >= 0.5);
    pairs.count() as f64 >= LEAST_COMMON * beads.len() as f64
}
