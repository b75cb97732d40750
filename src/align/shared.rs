//! The clues that segments of both texts share, row by row of the lattice.

use std::mem::{replace, swap};
use std::ops::RangeInclusive;

use super::clues::{Clues, Gain};

/// The clues that the last two segments of the source share with segments of the target.
pub(super) struct Shared<'a> {
    clues: &'a Clues,
    last: Row,
    before: Row,
    /// For each clue.
    progress: Vec<Progress>,
}

/// How far a clue was followed in both texts.
#[derive(Clone, Copy, Default)]
struct Progress {
    /// How many of its places in the target lie before the last row.
    passed: usize,
    /// How many segments of the source there are up to the last one that has it.
    met: usize,
}

/// The clues that one segment of the source shares with those of the target, from two before `start` up to `end`.
#[derive(Default)]
struct Row {
    start: usize,
    end: usize,
    cells: Vec<Cell>,
}

/// What is said by the clues that two segments share.
#[derive(Clone, Copy, Default)]
struct Cell {
    /// In a bead of these two.
    gain: f32,
    /// In a bead of more; how much of it comes from clues that the next segment of the target has too, that the
    /// previous one of the source has too, and that both have.
    joined: f32,
    with_next: f32,
    with_before: f32,
    with_both: f32,
}

impl<'a> Shared<'a> {
    pub(super) fn new(clues: &'a Clues) -> Self {
        Self {
            clues,
            last: Row::default(),
            before: Row::default(),
            progress: vec![Progress::default(); clues.len()],
        }
    }

    /// Goes on to the next segment of the source, with which `count` are done; `nodes` says how many of the target may
    /// be done then, and neither of its bounds goes back from row to row.
    pub(super) fn next(&mut self, count: usize, nodes: &RangeInclusive<usize>) {
        swap(&mut self.last, &mut self.before);
        let row = &mut self.last;
        (row.start, row.end) = (*nodes.start(), *nodes.end());
        row.cells.clear();
        row.cells.resize(row.end + 2 - row.start, Cell::default());
        // The row before is read as far as this one goes.
        self.before.cells.resize(row.end + 2 - self.before.start, Cell::default());
        for &clue in self.clues.of_source(count - 1) {
            let Gain { one, joined } = self.clues.gain(clue);
            let progress = &mut self.progress[clue as usize];
            let met = replace(&mut progress.met, count);
            let before_end = if met > 0 && met + 1 == count { self.before.end } else { 0 };
            let mut places = &self.clues.in_target(clue)[progress.passed..];
            while let [place, rest @ ..] = places
                && (*place as usize) + 2 < row.start
            {
                progress.passed += 1;
                places = rest;
            }
            while let [place, rest @ ..] = places
                && (*place as usize) < row.end
            {
                let place = *place as usize;
                let cell = &mut row.cells[place + 2 - row.start];
                cell.gain += one;
                cell.joined += joined;
                let next = rest.first().map_or(row.end, |&next| next as usize);
                let is_next = next == place + 1 && next < row.end;
                let is_before = place < before_end;
                if is_next {
                    cell.with_next += joined;
                }
                if is_before {
                    cell.with_before += joined;
                }
                if is_next && is_before {
                    cell.with_both += joined;
                }
                places = rest;
            }
        }
    }

    /// Writes into `gains` what is said, each counted once, by the clues that the last segments of the source share
    /// with the last ones of the target that are done at each node: one with one, then two with one, one with two, and
    /// two with two.
    pub(super) fn gains(&self, gains: &mut Vec<f32>) {
        let befores = self.before.cells[self.last.start - self.before.start..].windows(2);
        let nodes = self.last.cells.windows(2).zip(befores);
        let width = nodes.len();
        gains.resize(4 * width, 0.0);
        for (at, (last, before)) in nodes.enumerate() {
            let [next_to_last, last] = [&last[0], &last[1]];
            let [next_to_before, before] = [&before[0], &before[1]];
            let one_with_two = next_to_last.joined + last.joined - next_to_last.with_next;
            let before_with_two = next_to_before.joined + before.joined - next_to_before.with_next;
            let both = next_to_last.with_before + last.with_before - next_to_last.with_both;
            gains[at] = last.gain;
            gains[width + at] = last.joined + before.joined - last.with_before;
            gains[2 * width + at] = one_with_two;
            gains[3 * width + at] = one_with_two + before_with_two - both;
        }
    }
}
