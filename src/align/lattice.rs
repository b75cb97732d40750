//! The lattice: every way through two texts that the band allows, and the best one.
//!
//! A node is a number of segments of each text that are done; a step from node to node is a bead. All ways are weighed, from
//! both ends, so that each bead of the best way can be held against all others: its confidence is the share of the
//! weight of all ways that goes through it. Where the pairs of the best way are poor all along, the two texts do not
//! belong together, whatever the ways are to each other.

use std::ops::RangeInclusive;

use super::band::Band;
use super::bead::Bead;
use super::clue::Clues;
use super::length::Lengths;
use super::reading::Reading;

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

const NEVER: f64 = f64::NEG_INFINITY;

/// All ways through two texts.
pub(super) struct Lattice<'a> {
    readings: &'a [Reading; 2],
    clues: &'a Clues,
    rows: &'a [RangeInclusive<usize>],
    lengths: Lengths,
    /// Where the nodes of each row begin.
    starts: Vec<usize>,
    /// What each step to a node is worth.
    worth: Vec<[f32; STEPS.len()]>,
}

impl<'a> Lattice<'a> {
    pub(super) fn new(readings: &'a [Reading; 2], clues: &'a Clues, band: &'a Band) -> Self {
        let lengths = |side: usize| -> Vec<f32> {
            let segments = readings[side].segments.iter();
            segments.map(|segment| segment.length).collect()
        };
        let mut starts = Vec::with_capacity(band.rows().len() + 1);
        let mut count = 0;
        for row in band.rows() {
            starts.push(count);
            count += row.end() + 1 - row.start();
        }
        starts.push(count);
        let mut lattice = Self {
            readings,
            clues,
            rows: band.rows(),
            lengths: Lengths::new(&lengths(0), &lengths(1), readings[1].lang),
            starts,
            worth: Vec::new(),
        };
        lattice.worth = lattice.steps();
        lattice
    }

    /// The node at which `i` segments of the source and `j` of the target are done.
    fn node(&self, i: usize, j: usize) -> Option<usize> {
        let row = &self.rows[i];
        row.contains(&j).then(|| self.starts[i] + j - row.start())
    }

    /// Every node, with the numbers of segments that are done there.
    fn nodes(&self) -> impl DoubleEndedIterator<Item = (usize, usize, usize)> {
        let rows = self.rows.iter().enumerate();
        rows.flat_map(|(i, row)| {
            let start = self.starts[i];
            row.clone().map(move |j| (start + j - row.start(), i, j))
        })
    }

    /// What each step to each node is worth.
    fn steps(&self) -> Vec<[f32; STEPS.len()]> {
        let mut worth = Vec::with_capacity(*self.starts.last().unwrap_or(&0));
        let mut shared = Shared::default();
        let mut row = usize::MAX;
        for (_, i, j) in self.nodes() {
            if row != i {
                row = i;
                shared.next(self.clues, i.checked_sub(1), &self.rows[i]);
            }
            worth.push(std::array::from_fn(|step| {
                let ([source, target], share) = STEPS[step];
                if i < source || j < target {
                    return f32::NEG_INFINITY;
                }
                let bead = self.bead([i - source, j - target], [source, target], &mut shared);
                share.ln() + self.blocks(i, j) + bead
            }));
        }
        worth
    }

    /// What the clues and lengths say of the segments before a node; nothing where one side has none.
    fn bead(&self, [i, j]: [usize; 2], [n, m]: [usize; 2], shared: &mut Shared) -> f32 {
        if n == 0 || m == 0 {
            return 0.0;
        }
        let [source, target] = &self.readings;
        let length = |reading: &Reading, from: usize, count: usize| -> f32 {
            reading.segments[from..from + count]
                .iter()
                .map(|s| s.length)
                .sum()
        };
        let alone: f32 = (i..i + n).map(|at| self.clues.loss(0, at)).sum::<f32>()
            + (j..j + m).map(|at| self.clues.loss(1, at)).sum::<f32>();
        let found = shared.gain(self.clues, n, j..j + m);
        CLUES * (alone + found)
            + self
                .lengths
                .rate(length(source, i, n), length(target, j, m))
            + self.broken(i, n, 0)
            + self.broken(j, m, 1)
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

    /// What is said by a block that begins inside a bead.
    fn broken(&self, from: usize, count: usize, side: usize) -> f32 {
        let inner = self.readings[side].segments[from..from + count]
            .iter()
            .skip(1);
        inner.filter(|segment| segment.begins_block).count() as f32 * 2.0 * BLOCK_ALONE
    }

    /// The beads of the best way, in order.
    pub(super) fn beads(&self) -> Vec<Bead> {
        let count = self.worth.len();
        let (mut best, mut steps) = (vec![NEVER; count], vec![0; count]);
        let (mut before, mut after) = (vec![NEVER; count], vec![NEVER; count]);
        for (node, i, j) in self.nodes() {
            if (i, j) == (0, 0) {
                (best[node], before[node]) = (0.0, 0.0);
                continue;
            }
            let mut sum = Sum::default();
            for (step, from) in self.to(i, j) {
                let worth = f64::from(self.worth[node][step]);
                sum.add(before[from] + worth);
                if best[from] + worth > best[node] {
                    best[node] = best[from] + worth;
                    steps[node] = step;
                }
            }
            before[node] = sum.log();
        }
        let Some(end) = count.checked_sub(1) else {
            return Vec::new();
        };
        after[end] = 0.0;
        for (node, i, j) in self.nodes().rev() {
            for (step, from) in self.to(i, j) {
                after[from] = log_add(after[from], after[node] + f64::from(self.worth[node][step]));
            }
        }
        let mut beads = Vec::new();
        let mut worths = Vec::new();
        let ([mut i, mut j], mut node) = (self.clues.lengths(), end);
        while (i, j) != (0, 0) {
            let step = steps[node];
            let [n, m] = STEPS[step].0;
            let Some(from) = (i >= n && j >= m)
                .then(|| self.node(i - n, j - m))
                .flatten()
            else {
                break;
            };
            let worth = f64::from(self.worth[node][step]);
            let bead = Bead {
                source: i - n..i,
                target: j - m..j,
                confidence: (before[from] + worth + after[node] - before[end])
                    .exp()
                    .min(1.0),
            };
            if bead.is_pair() {
                worths.push(worth);
            }
            beads.push(bead);
            (i, j, node) = (i - n, j - m, from);
        }
        beads.reverse();
        let related = related(&worths);
        for bead in &mut beads {
            bead.confidence = match bead.is_pair() {
                true => related * bead.confidence,
                false => 1.0 - related * (1.0 - bead.confidence),
            };
        }
        beads
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
}

/// What the pairs of two texts are worth on average where it is as likely as not that the texts belong together. Of 73 articles
/// of news they are worth -0.6 or more, of 73 with the translation of another one -3.9 or less.
const HALF_RELATED: f64 = -2.3;

/// How likely it is that two texts belong together whose pairs are worth so much, from 0 to 1.
fn related(worths: &[f64]) -> f64 {
    let mean = worths.iter().sum::<f64>() / worths.len().max(1) as f64;
    1.0 / (1.0 + (4.0 * (HALF_RELATED - mean)).exp())
}

/// A sum of numbers that are given by their logarithms.
#[derive(Default)]
struct Sum {
    terms: [f64; STEPS.len()],
    count: usize,
}

impl Sum {
    fn add(&mut self, term: f64) {
        self.terms[self.count] = term;
        self.count += 1;
    }

    fn log(&self) -> f64 {
        let terms = &self.terms[..self.count];
        let most = terms.iter().copied().fold(NEVER, f64::max);
        if most == NEVER {
            return NEVER;
        }
        most + terms
            .iter()
            .map(|term| (term - most).exp())
            .sum::<f64>()
            .ln()
    }
}

fn log_add(a: f64, b: f64) -> f64 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    if low == NEVER {
        high
    } else {
        high + (low - high).exp().ln_1p()
    }
}

/// The clues that the last two segments of the source share with segments of the target.
#[derive(Default)]
struct Shared {
    /// The last segment's, and those of the one before.
    rows: [Row; 2],
    scratch: Vec<u32>,
}

/// The clues that one segment of the source shares with those of the target from `start` on.
#[derive(Default)]
struct Row {
    start: usize,
    cells: Vec<Vec<u32>>,
}

impl Row {
    fn of(&self, target: usize) -> &[u32] {
        let at = target.checked_sub(self.start);
        at.and_then(|at| self.cells.get(at))
            .map_or(&[], Vec::as_slice)
    }
}

impl Shared {
    /// Goes on to the next segment of the source, none before the first; `nodes` tells how many of the target may be done after it.
    fn next(&mut self, clues: &Clues, segment: Option<usize>, nodes: &RangeInclusive<usize>) {
        self.rows.swap(0, 1);
        let row = &mut self.rows[0];
        row.start = nodes.start().saturating_sub(2);
        row.cells.resize_with(nodes.end() - row.start, Vec::new);
        row.cells.iter_mut().for_each(Vec::clear);
        for &clue in segment.map_or(&[][..], |segment| clues.of_source(segment)) {
            let places = clues.in_target(clue);
            let first = places.partition_point(|&place| (place as usize) < row.start);
            for &place in &places[first..] {
                let Some(cell) = row.cells.get_mut(place as usize - row.start) else {
                    break;
                };
                cell.push(clue);
            }
        }
    }

    /// What the clues say that the last `count` segments of the source share with the segments `target`.
    fn gain(&mut self, clues: &Clues, count: usize, target: std::ops::Range<usize>) -> f32 {
        if count == 1 && target.len() == 1 {
            let shared = self.rows[0].of(target.start).iter();
            return shared.map(|&clue| clues.gain(clue)).sum();
        }
        self.scratch.clear();
        for row in &self.rows[..count] {
            for segment in target.clone() {
                self.scratch.extend_from_slice(row.of(segment));
            }
        }
        self.scratch.sort_unstable();
        self.scratch.dedup();
        self.scratch
            .iter()
            .map(|&clue| clues.joined_gain(clue))
            .sum()
    }
}
