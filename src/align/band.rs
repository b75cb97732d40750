//! The band of the lattice in which the best way through it is looked for.

use std::ops::RangeInclusive;

use super::bead::Bead;
use super::clues::Clues;

/// For each number of segments of the source that are done, how many of the target may be.
#[derive(Debug)]
pub(super) struct Band {
    rows: Vec<RangeInclusive<usize>>,
}

/// How far the way may be from the anchors.
const AROUND_ANCHORS: usize = 8;
/// How far it may be from an earlier way.
const AROUND_WAY: usize = 4;
/// How far it may be from the straight line between anchors that are far apart.
const AROUND_LINE: usize = 250;
/// The most nodes; in very long texts the band is narrowed to keep to it, since each node takes some fifty bytes.
const MOST_NODES: usize = 10_000_000;

impl Band {
    /// The band around the clues that each text has once.
    pub(super) fn by_anchors(clues: &Clues) -> Self {
        let [n, m] = clues.lengths();
        let mut corners = vec![(0, 0)];
        corners.extend(longest_chain(clues.anchors()));
        corners.push((n, m));
        let around_line = AROUND_LINE.min(MOST_NODES / (n + 1) / 2);
        let mut rows = vec![RangeInclusive::new(m, 0); n + 1];
        for ends in corners.windows(2) {
            let ((i, j), (past_i, past_j)) = (ends[0], ends[1]);
            for (at, row) in rows[i..=past_i].iter_mut().enumerate() {
                let line = j + at * (past_j - j) / (past_i - i).max(1);
                let low = j.max(line.saturating_sub(around_line));
                let high = past_j.min(line + around_line);
                widen(row, low, high.max(low));
            }
        }
        Self::new(rows, AROUND_ANCHORS, m)
    }

    /// The band around a way that was found before.
    pub(super) fn around(beads: &[Bead], [n, m]: [usize; 2]) -> Self {
        let mut rows = vec![RangeInclusive::new(m, 0); n + 1];
        widen(&mut rows[0], 0, 0);
        for bead in beads {
            for row in &mut rows[bead.source.start..=bead.source.end] {
                widen(row, bead.target.start, bead.target.end);
            }
        }
        Self::new(rows, AROUND_WAY, m)
    }

    /// Widens each row by `margin`, until neither of its bounds goes back, and until a way leads through all of them.
    fn new(mut rows: Vec<RangeInclusive<usize>>, margin: usize, m: usize) -> Self {
        // A way goes on inside a row too, so that each row must begin no later than the one before it ends.
        for at in 1..rows.len() {
            let end = *rows[at - 1].end();
            widen(&mut rows[at], end, end);
        }
        let mut highest = 0;
        for row in &mut rows {
            highest = highest.max((row.end() + margin).min(m));
            *row = row.start().saturating_sub(margin)..=highest;
        }
        let mut lowest = m;
        for row in rows.iter_mut().rev() {
            lowest = lowest.min(*row.start());
            *row = lowest..=*row.end();
        }
        Self { rows }
    }

    pub(super) fn rows(&self) -> &[RangeInclusive<usize>] {
        &self.rows
    }
}

fn widen(row: &mut RangeInclusive<usize>, low: usize, high: usize) {
    *row = low.min(*row.start())..=high.max(*row.end());
}

/// The longest chain of anchors that goes on in both texts.
fn longest_chain(anchors: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length the last anchor of the chain that goes least far in the target.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(anchors.len());
    for (number, &(_, target)) in anchors.iter().enumerate() {
        let length = match ends.last() {
            Some(&end) if anchors[end].1 > target => {
                ends.partition_point(|&end| anchors[end].1 <= target)
            }
            // Most go on from the anchor before.
            _ => ends.len(),
        };
        before.push(length.checked_sub(1).map(|last| ends[last]));
        match ends.get_mut(length) {
            Some(end) => *end = number,
            None => ends.push(number),
        }
    }
    let last = ends.last().copied();
    let mut chain: Vec<(usize, usize)> = std::iter::successors(last, |&number| before[number])
        .map(|number| anchors[number])
        .collect();
    chain.reverse();
    chain
}
