//! What each step through the lattice is worth: what is said by lengths, blocks and clues for and against a bead.

use std::ops::RangeInclusive;

use super::clues::Clues;
use super::length::Lengths;
use super::reading::{Reading, Segment};
use super::shared::Shared;

/// How many segments of the source and of the target a bead can have, and how frequent such beads are.
pub(super) const STEPS: [([usize; 2], f32); 6] = [
    ([1, 1], 0.905),
    ([1, 0], 0.01),
    ([0, 1], 0.01),
    ([2, 1], 0.035),
    ([1, 2], 0.035),
    ([2, 2], 0.005),
];
/// What is said by two blocks that begin together, and by one that begins alone.
const BLOCKS_TOGETHER: f32 = 1.0;
const BLOCK_ALONE: f32 = -1.0;
/// How much of what clues say counts: they are not independent of each other.
const CLUES: f32 = 0.35;
/// The most that a step can be worth, or cost: it decides, and its power can still be reckoned with.
const MOST: f32 = 80.0;

/// What steps are worth, row by row of the lattice.
pub(super) struct Rates<'a> {
    readings: &'a [Reading; 2],
    lengths: Lengths,
    /// What is said by segments of each text alone.
    alone: [[Vec<f32>; 2]; 2],
    shared: Shared<'a>,
    /// The logarithms of how frequent beads are.
    frequencies: [f32; STEPS.len()],
}

impl<'a> Rates<'a> {
    pub(super) fn new(readings: &'a [Reading; 2], clues: &'a Clues) -> Self {
        Self {
            readings,
            lengths: Lengths::new(readings),
            alone: [0, 1].map(|side| alone(&readings[side].segments, |at| clues.loss(side, at))),
            shared: Shared::new(clues),
            frequencies: STEPS.map(|(_, share)| share.ln()),
        }
    }

    /// Goes on to the row of nodes at which `i` segments of the source are done, and as many of the target as `row` says.
    pub(super) fn next(&mut self, i: usize, row: &RangeInclusive<usize>) {
        if i > 0 {
            self.shared.next(i, row);
        }
    }

    /// What is said by blocks that begin, or do not, where a bead ends, whichever it is.
    pub(super) fn blocks(&self, i: usize, j: usize) -> f32 {
        let begins = |side: usize, at: usize| {
            let segment = self.readings[side].segments.get(at);
            segment.is_some_and(|segment| segment.begins_block)
        };
        match (begins(0, i), begins(1, j)) {
            (true, true) => BLOCKS_TOGETHER,
            (false, false) => 0.0,
            _ => BLOCK_ALONE,
        }
    }

    /// What a step to a node of the row is worth, as a logarithm; `blocks` is what blocks say there.
    pub(super) fn of(&self, step: usize, [i, j]: [usize; 2], blocks: f32) -> f32 {
        let [n, m] = STEPS[step].0;
        let mut worth = blocks + self.frequencies[step];
        if n > 0 && m > 0 {
            let (i, j) = (i - n, j - m);
            worth += CLUES * self.shared.gain(n, &(j..j + m))
                + self.alone[0][n - 1][i]
                + self.alone[1][m - 1][j]
                + self.lengths.rate([i, j], [n, m]);
        }
        worth.clamp(-MOST, MOST)
    }
}

/// What is said by segments alone, one and two together, by the first of them: clues that would be missed, and a block that
/// begins inside.
fn alone(segments: &[Segment], loss: impl Fn(usize) -> f32) -> [Vec<f32>; 2] {
    let losses: Vec<f32> = (0..segments.len()).map(|at| CLUES * loss(at)).collect();
    let two = losses.windows(2).zip(segments.windows(2));
    let two = two.map(|(losses, segments)| {
        let broken = if segments[1].begins_block {
            2.0 * BLOCK_ALONE
        } else {
            0.0
        };
        losses[0] + losses[1] + broken
    });
    let two = two.collect();
    [losses, two]
}
