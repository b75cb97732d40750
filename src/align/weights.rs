//! The weights of ways through a lattice, as numbers that neither vanish nor grow without bound.

use std::cell::Cell;
use std::iter::Zip;
use std::ops::Range;
use std::slice::Iter;

/// A weight for each node: in each row as a share of the heaviest, and how heavy that is.
pub(super) struct Weights {
    shares: Vec<f64>,
    /// The logarithm of the heaviest of each row.
    scales: Vec<f64>,
}

/// Shares of nodes, each with that of another.
type SideBySide<'a> = Zip<Iter<'a, Cell<f64>>, Iter<'a, Cell<f64>>>;

impl Weights {
    /// No weights yet.
    pub(super) fn new(nodes: usize, rows: usize) -> Self {
        Self { shares: vec![0.0; nodes], scales: vec![0.0; rows] }
    }

    /// Adds to a node's share of its row.
    pub(super) fn add(&mut self, node: usize, share: f64) {
        self.shares[node] += share;
    }

    /// Adds the shares of nodes that follow each other, multiplied by a factor and each by its own weight, to those of
    /// as many others; the first one first, so that each can pass on what the one before it got.
    pub(super) fn pass_on(&mut self, from: usize, to: usize, factor: f64, weights: &[f32]) {
        let shares = self.side_by_side([from, to], weights.len());
        for ((from, to), &weight) in shares.zip(weights) {
            to.set(to.get() + from.get() * factor * f64::from(weight));
        }
    }

    /// The same, the last one first.
    pub(super) fn pass_back(&mut self, from: usize, to: usize, factor: f64, weights: &[f32]) {
        let shares = self.side_by_side([from, to], weights.len());
        for ((from, to), &weight) in shares.zip(weights).rev() {
            to.set(to.get() + from.get() * factor * f64::from(weight));
        }
    }

    /// The shares of `count` nodes from each of two on, side by side.
    fn side_by_side(&mut self, [from, to]: [usize; 2], count: usize) -> SideBySide<'_> {
        let shares = Cell::from_mut(self.shares.as_mut_slice()).as_slice_of_cells();
        shares[from..from + count].iter().zip(&shares[to..to + count])
    }

    /// The factor between the scale of a row and that of the row `other`.
    pub(super) fn factor(&self, row: usize, other: usize) -> f64 {
        (self.scales[row] - self.scales[other]).exp()
    }

    /// Turns the shares of a row, which went by the scale of `other`, into shares of the heaviest of them.
    pub(super) fn scale(&mut self, row: usize, nodes: Range<usize>, other: usize) {
        let shares = &mut self.shares[nodes];
        let heaviest = shares.iter().copied().fold(0.0, f64::max);
        self.scales[row] = self.scales[other];
        if heaviest > 0.0 {
            shares.iter_mut().for_each(|share| *share /= heaviest);
            self.scales[row] += heaviest.ln();
        }
    }

    /// The logarithm of a weight.
    pub(super) fn log(&self, row: usize, node: usize) -> f64 {
        self.shares[node].ln() + self.scales[row]
    }
}
