//! The lattice: every way through two texts that the band allows, and the best one.
//!
//! A node is a number of segments of each text that are done; a step from node to node is a bead. All ways are weighed, from
//! both ends, so that each bead of the best way can be held against all others: its confidence is the share of the
//! weight of all ways that goes through it.

use std::ops::{Range, RangeInclusive};

use super::band::Band;
use super::bead::Bead;
use super::clue::Clues;
use super::length::Lengths;
use super::reading::{Reading, Segment};
use super::shared::Shared;
use super::weights::Weights;

/// How many segments of the source and of the target a bead can have, and how frequent such beads are.
const STEPS: [([usize; 2], f32); 6] = [
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

/// All ways through two texts.
pub(super) struct Lattice<'a> {
    readings: &'a [Reading; 2],
    rows: &'a [RangeInclusive<usize>],
    /// Where the nodes of each row begin, and where those of the last one end.
    starts: Vec<usize>,
    /// What each step to a node is worth, as a logarithm.
    worth: Vec<[f32; STEPS.len()]>,
}

impl<'a> Lattice<'a> {
    pub(super) fn new(readings: &'a [Reading; 2], clues: &'a Clues, band: &'a Band) -> Self {
        let rows = band.rows();
        let mut starts = vec![0];
        let mut count = 0;
        for row in rows {
            count += row.end() + 1 - row.start();
            starts.push(count);
        }
        let mut lattice = Self {
            readings,
            rows,
            starts,
            worth: Vec::with_capacity(count),
        };
        let lengths = Lengths::new(readings);
        let alone = [0, 1].map(|side| alone(&readings[side].segments, |at| clues.loss(side, at)));
        let shares = STEPS.map(|(_, share)| share.ln());
        let mut shared = Shared::default();
        for (i, row) in rows.iter().enumerate() {
            shared.next(clues, i.checked_sub(1), row);
            for j in row.clone() {
                let mut worth = [f32::NEG_INFINITY; STEPS.len()];
                let blocks = lattice.blocks(i, j);
                for (step, _) in lattice.to(i, j) {
                    let [n, m] = STEPS[step].0;
                    worth[step] = blocks + shares[step];
                    if n > 0 && m > 0 {
                        let (i, j) = (i - n, j - m);
                        worth[step] += CLUES * shared.gain(clues, n, j..j + m)
                            + alone[0][n - 1][i]
                            + alone[1][m - 1][j]
                            + lengths.rate([i, j], [n, m]);
                    }
                    worth[step] = worth[step].clamp(-MOST, MOST);
                }
                lattice.worth.push(worth);
            }
        }
        lattice
    }

    /// The node at which `i` segments of the source and `j` of the target are done.
    fn node(&self, i: usize, j: usize) -> Option<usize> {
        let row = self.rows.get(i)?;
        row.contains(&j).then(|| self.starts[i] + j - row.start())
    }

    /// The nodes of a row.
    fn nodes(&self, row: usize) -> Range<usize> {
        self.starts[row]..self.starts[row + 1]
    }

    /// The steps that lead to a node, each with the node that it comes from.
    fn to(&self, i: usize, j: usize) -> impl Iterator<Item = (usize, usize)> {
        STEPS
            .iter()
            .enumerate()
            .filter_map(move |(step, &([n, m], _))| {
                Some((step, self.node(i.checked_sub(n)?, j.checked_sub(m)?)?))
            })
    }

    /// The steps that lead on from a node, each with the node that it goes to.
    fn from(&self, i: usize, j: usize) -> impl Iterator<Item = (usize, usize)> {
        STEPS
            .iter()
            .enumerate()
            .filter_map(move |(step, &([n, m], _))| Some((step, self.node(i + n, j + m)?)))
    }

    /// What is said by blocks that begin, or do not, where a bead ends.
    fn blocks(&self, i: usize, j: usize) -> f32 {
        let begins = |side: usize, at: usize| {
            self.readings[side]
                .segments
                .get(at)
                .is_some_and(|segment| segment.begins_block)
        };
        match (begins(0, i), begins(1, j)) {
            (true, true) => BLOCKS_TOGETHER,
            (false, false) => 0.0,
            _ => BLOCK_ALONE,
        }
    }

    /// The beads of the best way, in order.
    pub(super) fn beads(&self) -> Vec<Bead> {
        let way = self.best_way();
        let (before, after) = (self.before(), self.after());
        let all = after.log(0, 0);
        let bead = |&Stride { step, from, to }: &Stride| {
            let ([n, m], (i, j)) = (STEPS[step].0, to);
            let worth = self
                .node(i, j)
                .map(|node| f64::from(self.worth[node][step]) + after.log(i, node) - all);
            let share = worth.map(|worth| worth + before.log(i - n, from));
            Bead {
                source: i - n..i,
                target: j - m..j,
                confidence: share.map_or(0.0, f64::exp).clamp(0.0, 1.0),
            }
        };
        way.iter().rev().map(bead).collect()
    }

    /// The steps of the best way, the last one first.
    fn best_way(&self) -> Vec<Stride> {
        let mut best = vec![f64::NEG_INFINITY; self.worth.len()];
        let mut steps = vec![0_u8; self.worth.len()];
        best[0] = 0.0;
        for (i, row) in self.rows.iter().enumerate() {
            for (node, j) in self.nodes(i).zip(row.clone()) {
                for (step, from) in self.to(i, j) {
                    let worth = best[from] + f64::from(self.worth[node][step]);
                    if worth > best[node] {
                        best[node] = worth;
                        steps[node] = u8::try_from(step).unwrap_or_default();
                    }
                }
            }
        }
        let mut way = Vec::new();
        let (mut i, mut j) = (self.rows.len() - 1, *self.rows[self.rows.len() - 1].end());
        while let Some(node) = self.node(i, j) {
            let step = usize::from(steps[node]);
            let Some((_, from)) = self.to(i, j).find(|(other, _)| *other == step) else {
                break;
            };
            way.push(Stride {
                step,
                from,
                to: (i, j),
            });
            let [n, m] = STEPS[step].0;
            (i, j) = (i - n, j - m);
        }
        way
    }

    /// The weight of all ways from the start to each node.
    fn before(&self) -> Weights {
        let mut weights = Weights::new(self.worth.len(), self.rows.len());
        for (i, row) in self.rows.iter().enumerate() {
            let last = i.saturating_sub(1);
            let factors = [1.0, 1.0, weights.factor(i.saturating_sub(2), last)];
            for (node, j) in self.nodes(i).zip(row.clone()) {
                let ways = self.to(i, j).map(|(step, from)| {
                    weights.share(from) * factors[STEPS[step].0[0]] * self.weight(node, step)
                });
                let weight = if node == 0 { 1.0 } else { ways.sum() };
                weights.set(node, weight);
            }
            weights.scale(i, self.nodes(i), last);
        }
        weights
    }

    /// The weight of all ways from each node to the end.
    fn after(&self) -> Weights {
        let mut weights = Weights::new(self.worth.len(), self.rows.len());
        let end = self.worth.len() - 1;
        for (i, row) in self.rows.iter().enumerate().rev() {
            let [last, one_before] = [i + 1, i + 2].map(|row| row.min(self.rows.len() - 1));
            let factors = [1.0, 1.0, weights.factor(one_before, last)];
            for (node, j) in self.nodes(i).rev().zip(row.clone().rev()) {
                let ways = self.from(i, j).map(|(step, to)| {
                    weights.share(to) * factors[STEPS[step].0[0]] * self.weight(to, step)
                });
                let weight = if node == end { 1.0 } else { ways.sum() };
                weights.set(node, weight);
            }
            weights.scale(i, self.nodes(i), last);
        }
        weights
    }

    /// How much heavier a step to a node makes a way.
    fn weight(&self, node: usize, step: usize) -> f64 {
        f64::from(self.worth[node][step].exp())
    }
}

/// A step on a way, from a node to the one at which so many segments of each text are done.
struct Stride {
    step: usize,
    from: usize,
    to: (usize, usize),
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
    [losses.clone(), two.collect()]
}
