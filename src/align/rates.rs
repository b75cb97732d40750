//! What each step through the lattice is worth: what lengths, blocks and clues say for and against a bead.

use std::ops::{Range, RangeInclusive};

use super::clues::Clues;
use super::exponential::exp;
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
/// What is said where no block begins, where one begins alone, and where two begin together.
const BLOCKS: [f32; 3] = [0.0, -1.0, 1.0];
/// How much of what clues say counts: they are not independent of each other.
const CLUES: f32 = 0.35;
/// The limit of what a step can be worth or cost, as a logarithm: decisive, and its exponential still fits an `f32`.
const MOST: f32 = 80.0;

/// What a step is worth.
#[derive(Clone, Copy)]
struct Worth {
    /// As a logarithm.
    log: f32,
    /// How much heavier the step makes a way.
    weight: f32,
}

/// What steps are worth, row by row of the lattice.
pub(super) struct Rates<'a> {
    /// For each text, whether a block begins where a given number of its segments are done.
    begins: [Vec<bool>; 2],
    lengths: &'a Lengths,
    /// What is said by segments of each text alone.
    alone: [[Vec<f32>; 2]; 2],
    shared: Shared<'a>,
    /// What clues say for each step by segments of both texts: at each node of the row for the first step, then for the
    /// next one; and how many segments of the target are done at the first node.
    gains: Vec<f32>,
    start: usize,
    /// What the steps that were last asked for are worth, as logarithms.
    worths: Vec<f32>,
    /// What each step is worth by how frequent such beads are and by what blocks say; nothing is added to that for
    /// steps without segments of one text.
    known: [[Worth; STEPS.len()]; BLOCKS.len()],
}

impl<'a> Rates<'a> {
    pub(super) fn new(readings: &[Reading; 2], lengths: &'a Lengths, clues: &'a Clues) -> Self {
        Self {
            begins: readings.each_ref().map(|reading| {
                let segments = reading.segments.iter();
                let begins = segments.map(|segment| segment.begins_block);
                begins.chain([false]).collect()
            }),
            lengths,
            alone: [0, 1].map(|side| alone(&readings[side].segments, |at| clues.loss(side, at))),
            shared: Shared::new(clues),
            gains: Vec::new(),
            start: 0,
            worths: Vec::new(),
            known: BLOCKS.map(|blocks| STEPS.map(|(_, share)| Worth::of(blocks + share.ln()))),
        }
    }

    /// Goes on to the row of nodes at which `i` segments of the source are done, and as many of the target as `row`
    /// says.
    pub(super) fn next(&mut self, i: usize, row: &RangeInclusive<usize>) {
        self.start = *row.start();
        if i > 0 {
            self.shared.next(i, row);
            self.shared.gains(&mut self.gains);
        }
    }

    /// What a step is worth to each of the nodes of the row at which `done` segments of the target are done, as
    /// logarithms; how much heavier it makes a way is written into `weights`. It must begin in both texts.
    pub(super) fn of(
        &mut self,
        i: usize,
        step: usize,
        done: Range<usize>,
        weights: &mut [f32],
    ) -> &[f32] {
        let ([n, m], _) = STEPS[step];
        let source_begins = usize::from(self.begins[0][i]);
        let alone = self.known[source_begins][step];
        let together = self.known[source_begins + 1][step];
        let known = self.begins[1][done.clone()].iter();
        let known = known.map(|&begins| if begins { together } else { alone });
        self.worths.resize(done.len(), 0.0);
        let worths = self.worths.iter_mut();
        if n == 0 || m == 0 {
            for ((worth, weight), known) in worths.zip(weights).zip(known) {
                (*worth, *weight) = (known.log, known.weight);
            }
            return &self.worths;
        }
        let of_step = self.gains.len() / 4 * step;
        let gains = self.gains[of_step + done.start - self.start..].iter();
        let (i, targets) = (i - n, done.start - m..done.end - m);
        let source_alone = self.alone[0][n - 1][i];
        let target_alone = self.alone[1][m - 1][targets.clone()].iter();
        self.lengths.rates(i, targets, [n, m], &mut self.worths);
        let said = known.zip(gains).zip(target_alone);
        for (worth, ((known, gain), target_alone)) in self.worths.iter_mut().zip(said) {
            let alone = source_alone + target_alone;
            *worth = within(known.log + (CLUES * gain + alone + *worth));
        }
        for (weight, worth) in weights.iter_mut().zip(&self.worths) {
            *weight = exp(*worth);
        }
        &self.worths
    }
}

impl Worth {
    fn of(log: f32) -> Self {
        let log = within(log);
        Self { log, weight: log.exp() }
    }
}

/// What is said for a step, limited to [`MOST`] either way.
fn within(log: f32) -> f32 {
    log.clamp(-MOST, MOST)
}

/// What is said by segments of one text alone, one and two together, by the first of them: clues that would be missed,
/// and a block that begins inside.
fn alone(segments: &[Segment], loss: impl Fn(usize) -> f32) -> [Vec<f32>; 2] {
    let losses: Vec<f32> = (0..segments.len()).map(|at| CLUES * loss(at)).collect();
    let two = losses.windows(2).zip(segments.windows(2));
    let two = two.map(|(losses, segments)| {
        let broken = if segments[1].begins_block { 2.0 * BLOCKS[1] } else { 0.0 };
        losses[0] + losses[1] + broken
    });
    let two = two.collect();
    [losses, two]
}
