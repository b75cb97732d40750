//! The lattice: every way through two texts that the band allows, and the best one (the forward-backward algorithm,
//! then Viterbi's on what it gives).
//!
//! A node is a number of segments of each text that are done; a step from node to node is a bead. All ways are weighed,
//! from both ends, so that each bead of the best way can be compared with all others: its confidence is the share of
//! the weight of all ways that goes through it. Where the pairs of the best way are poor throughout, the two texts do
//! not belong together, however it compares with the other ways.

use std::cell::Cell;
use std::ops::Range;

use super::band::Band;
use super::bead::Bead;
use super::clues::Clues;
use super::length::Lengths;
use super::rates::{Rates, STEPS};
use super::reading::Reading;
use super::weights::Weights;

/// All ways through two texts.
pub(super) struct Lattice {
    rows: Vec<Row>,
    /// The last step of the best way to each node.
    last: Vec<Last>,
    /// For each kind of step, how much heavier the one to each node makes a way.
    weights: [Vec<f32>; STEPS.len()],
    /// The weight of all ways from the start to each node.
    before: Weights,
}

/// The nodes at which a given number of segments of the source are done: at the first one `start` segments of the
/// target are done too, at the next one more, and so on.
#[derive(Clone, Copy, Default)]
struct Row {
    start: usize,
    width: usize,
    /// The number of the first node.
    first: usize,
}

/// The last step of a way.
#[derive(Clone, Copy, Default)]
struct Last {
    /// Its kind.
    step: u8,
    worth: f32,
}

/// The steps of one kind to nodes of a row that follow each other.
struct Steps {
    /// The nodes from which and to which the first one leads.
    from: usize,
    to: usize,
    /// How many segments of the target are done after each.
    done: Range<usize>,
}

/// A step on a way from one node to another, with the number of segments of each text that are done there.
struct Stride {
    from: usize,
    node: usize,
    to: [usize; 2],
    /// How many segments of each text are done by it.
    counts: [usize; 2],
    worth: f64,
}

impl Row {
    /// The rows of a band.
    fn all(band: &Band) -> Vec<Self> {
        let mut first = 0;
        let rows = band.rows().iter().map(|row| {
            let (start, width) = (*row.start(), row.end() + 1 - row.start());
            first += width;
            Self { start, width, first: first - width }
        });
        rows.collect()
    }

    /// The node at which `j` segments of the target are done.
    fn node(self, j: usize) -> Option<usize> {
        let at = j.wrapping_sub(self.start);
        (at < self.width).then(|| self.first + at)
    }

    /// The steps from nodes of `from` to those of this row by which `m` segments of the target are done.
    fn steps(self, from: Self, m: usize) -> Steps {
        let start = self.start.max(from.start + m);
        let past = (self.start + self.width).min(from.start + from.width + m);
        Steps {
            from: (from.first + start).saturating_sub(from.start + m),
            to: self.first + start - self.start,
            done: start..past.max(start),
        }
    }

    /// Their numbers.
    fn numbers(self) -> Range<usize> {
        self.first..self.first + self.width
    }
}

impl Lattice {
    pub(super) fn new(
        readings: &[Reading; 2],
        lengths: &Lengths,
        clues: &Clues,
        band: &Band,
    ) -> Self {
        let rows = Row::all(band);
        let count = rows.last().map_or(0, |row| row.numbers().end);
        // What the best way to each node is worth.
        let mut best = vec![f64::NEG_INFINITY; count];
        best[0] = 0.0;
        let best = Cell::from_mut(best.as_mut_slice()).as_slice_of_cells();
        let mut last = vec![Last::default(); count];
        let mut weights = STEPS.map(|_| vec![0.0; count]);
        let mut before = Weights::new(count, rows.len());
        before.add(0, 1.0);
        let mut rates = Rates::new(readings, lengths, clues);
        for (i, row) in band.rows().iter().enumerate() {
            rates.next(i, row);
            let row_before = i.saturating_sub(1);
            let factors = [1.0, 1.0, before.factor(i.saturating_sub(2), row_before)];
            // The steps within the row come last, and go from node to node.
            for (number, &([n, m], _)) in (0_u8..).zip(&STEPS) {
                let step = usize::from(number);
                let from = i.checked_sub(n).map_or(Row::default(), |i| rows[i]);
                let steps = rows[i].steps(from, m);
                if steps.done.is_empty() {
                    continue;
                }
                let to = steps.to..steps.to + steps.done.len();
                let weights = &mut weights[step][to.clone()];
                let worths = rates.of(i, step, steps.done, weights);
                before.pass_on(steps.from, steps.to, factors[n], weights);
                let ways = best[steps.from..].iter().zip(worths);
                let nodes = best[to.clone()].iter().zip(&mut last[to]);
                for ((from, &worth), (best, last)) in ways.zip(nodes) {
                    let way = from.get() + f64::from(worth);
                    if way > best.get() {
                        best.set(way);
                        let step = number;
                        *last = Last { step, worth };
                    }
                }
            }
            before.scale(i, rows[i].numbers(), row_before);
        }
        Self { rows, last, weights, before }
    }

    /// The beads of the best way, in order.
    pub(super) fn beads(&self) -> Vec<Bead> {
        let way = self.best_way();
        let pairs = way.iter().filter(|stride| stride.is_pair());
        let related = related(&pairs.map(|stride| stride.worth).collect::<Vec<f64>>());
        let after = self.after();
        let all = after.log(0, 0);
        let bead = |stride: &Stride| {
            let ([n, m], [i, j]) = (stride.counts, stride.to);
            let share =
                self.before.log(i - n, stride.from) + stride.worth + after.log(i, stride.node)
                    - all;
            let share = sharpened(share.exp().clamp(0.0, 1.0));
            Bead {
                source: i - n..i,
                target: j - m..j,
                confidence: if stride.is_pair() {
                    related * share
                } else {
                    1.0 - related * (1.0 - share)
                },
            }
        };
        way.iter().rev().map(bead).collect()
    }

    /// The steps of the best way, the last one first.
    fn best_way(&self) -> Vec<Stride> {
        let mut way = Vec::new();
        let end = self.rows[self.rows.len() - 1];
        let (mut i, mut node) = (self.rows.len() - 1, end.numbers().end - 1);
        while node > 0 {
            let Last { step, worth } = self.last[node];
            let counts = STEPS[usize::from(step)].0;
            let [n, m] = counts;
            let j = self.rows[i].start + node - self.rows[i].first;
            let Some(from) = i.checked_sub(n).and_then(|i| self.rows[i].node(j.wrapping_sub(m)))
            else {
                break;
            };
            way.push(Stride { from, node, to: [i, j], counts, worth: f64::from(worth) });
            (i, node) = (i - n, from);
        }
        way
    }

    /// The weight of all ways from each node to the end.
    fn after(&self) -> Weights {
        let mut after = Weights::new(self.last.len(), self.rows.len());
        after.add(self.last.len() - 1, 1.0);
        for (i, &row) in self.rows.iter().enumerate().rev() {
            let [last, one_before] = [i + 1, i + 2].map(|row| row.min(self.rows.len() - 1));
            let factors = [1.0, 1.0, after.factor(one_before, last)];
            for (step, &([n, m], _)) in STEPS.iter().enumerate() {
                let to = self.rows.get(i + n).copied().unwrap_or_default();
                let steps = to.steps(row, m);
                if !steps.done.is_empty() {
                    let weights = &self.weights[step][steps.to..][..steps.done.len()];
                    after.pass_back(steps.to, steps.from, factors[n], weights);
                }
            }
            after.scale(i, row.numbers(), last);
        }
        after
    }
}

impl Stride {
    /// Whether segments of both texts are done by it.
    fn is_pair(&self) -> bool {
        self.counts.iter().all(|&count| count > 0)
    }
}

/// What the pairs of two texts are worth on average where it is as likely as not that the texts belong together. In 73
/// news articles with their translations they are worth -0.6 or more, in 73 with the translation of another article
/// -3.9 or less.
const HALF_RELATED: f64 = -2.3;

/// How likely it is, from 0 to 1, that two texts whose pairs are worth this much belong together.
fn related(worths: &[f64]) -> f64 {
    let mean = worths.iter().sum::<f64>() / worths.len().max(1) as f64;
    1.0 / (1.0 + (4.0 * (HALF_RELATED - mean)).exp())
}

/// Beads are right more often than their share of the weight says, as counted in news.
const SHARPER: f64 = 1.35;

/// The confidence for a share of the weight: its odds, raised.
fn sharpened(share: f64) -> f64 {
    let [own, other] = [share, 1.0 - share].map(|part| part.powf(SHARPER));
    own / (own + other)
}
