//! The weights of ways through a lattice, as numbers that neither vanish nor grow without bound.

use std::ops::Range;

/// A weight for each node: in each row as a share of the heaviest, and how heavy that is.
pub(super) struct Weights {
    shares: Vec<f64>,
    /// The logarithm of the heaviest of each row.
    scales: Vec<f64>,
}

impl Weights {
    /// No weights yet.
    pub(super) fn new(nodes: usize, rows: usize) -> Self {
        Self {
            shares: vec![0.0; nodes],
            scales: vec![0.0; rows],
        }
    }

    /// Adds to a node's share of its row.
    pub(super) fn add(&mut self, node: usize, share: f64) {
        self.shares[node] += share;
    }

    /// Adds the share of a node, made heavier by two factors, to that of another.
    pub(super) fn pass_on(&mut self, from: usize, to: usize, [factor, weight]: [f64; 2]) {
        self.shares[to] += self.shares[from] * factor * weight;
    }

    /// How much a row's shares weigh against those of a row that goes by the scale of `other`.
    pub(super) fn factor(&self, row: usize, other: usize) -> f64 {
        (self.scales[row] - self.scales[other]).exp()
    }

    /// Takes the shares of a row, that went by the scale of `other`, against the heaviest of them.
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
