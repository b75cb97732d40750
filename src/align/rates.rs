//! What each step through the lattice is worth: what is said by lengths, blocks and clues for and against a bead.

use std::ops::RangeInclusive;

use super::clues::Clues;
use super::length::Lengths;
use super::reading::{Reading, Segment};
use super::shared::Shared;

/// How many segments of the source and of the target a bead can have, and how frequent such beads are: first those with
/// segments of both.
pub(super) const STEPS: [([usize; 2], f32); 6] = [
    ([1, 1], 0.905),
    ([2, 1], 0.035),
    ([1, 2], 0.035),
    ([2, 2], 0.005),
    ([1, 0], 0.01),
    ([0, 1], 0.01),
];
/// What is said by no block that begins, by one that begins alone, and by two that begin together.
const BLOCKS: [f32; 3] = [0.0, -1.0, 1.0];
/// How much of what clues say counts: they are not independent of each other.
const CLUES: f32 = 0.35;
/// The most that a step can be worth, or cost: it decides, and its power can still be reckoned with.
const MOST: f32 = 80.0;

/// What a step is worth.
#[derive(Clone, Copy, Default)]
pub(super) struct Worth {
    /// As a logarithm.
    pub(super) log: f32,
    /// How much heavier the step makes a way.
    pub(super) weight: f32,
}

/// What steps are worth, row by row of the lattice.
pub(super) struct Rates<'a> {
    readings: &'a [Reading; 2],
    lengths: Lengths,
    /// What is said by segments of each text alone.
    alone: [[Vec<f32>; 2]; 2],
    shared: Shared<'a>,
    /// What each step is worth by how frequent such beads are and by what blocks say; steps without segments of one text are
    /// worth no more.
    known: [[Worth; STEPS.len()]; BLOCKS.len()],
}

impl<'a> Rates<'a> {
    pub(super) fn new(readings: &'a [Reading; 2], clues: &'a Clues) -> Self {
        Self {
            readings,
            lengths: Lengths::new(readings),
            alone: [0, 1].map(|side| alone(&readings[side].segments, |at| clues.loss(side, at))),
            shared: Shared::new(clues),
            known: BLOCKS.map(|blocks| STEPS.map(|(_, share)| Worth::of(blocks + share.ln()))),
        }
    }

    /// Goes on to the row of nodes at which `i` segments of the source are done, and as many of the target as `row` says.
    pub(super) fn next(&mut self, i: usize, row: &RangeInclusive<usize>) {
        if i > 0 {
            self.shared.next(i, row);
        }
    }

    /// What each step to a node of the row is worth; for one that begins before the texts do, anything.
    pub(super) fn of(&self, i: usize, j: usize) -> [Worth; STEPS.len()] {
        let mut worths = self.known[self.blocks(i, j)];
        let gains = self.shared.gains(j);
        for step in 0..gains.len() {
            let [n, m] = STEPS[step].0;
            let (Some(i), Some(j)) = (i.checked_sub(n), j.checked_sub(m)) else {
                continue;
            };
            let alone = self.alone[0][n - 1][i] + self.alone[1][m - 1][j];
            let rest = CLUES * gains[step] + alone + self.lengths.rate([i, j], [n, m]);
            worths[step] = Worth::of(worths[step].log + rest);
        }
        worths
    }

    /// Which of [`BLOCKS`] is said where a bead ends.
    fn blocks(&self, i: usize, j: usize) -> usize {
        let begins = |side: usize, at: usize| {
            let segment = self.readings[side].segments.get(at);
            segment.is_some_and(|segment| segment.begins_block)
        };
        usize::from(begins(0, i)) + usize::from(begins(1, j))
    }
}

impl Worth {
    fn of(log: f32) -> Self {
        let log = log.clamp(-MOST, MOST);
        Self {
            log,
            weight: log.exp(),
        }
    }
}

/// What is said by segments alone, one and two together, by the first of them: clues that would be missed, and a block that
/// begins inside.
fn alone(segments: &[Segment], loss: impl Fn(usize) -> f32) -> [Vec<f32>; 2] {
    let losses: Vec<f32> = (0..segments.len()).map(|at| CLUES * loss(at)).collect();
    let two = losses.windows(2).zip(segments.windows(2));
    let two = two.map(|(losses, segments)| {
        let broken = if segments[1].begins_block {
            2.0 * BLOCKS[1]
        } else {
            0.0
        };
        losses[0] + losses[1] + broken
    });
    let two = two.collect();
    [losses, two]
}
