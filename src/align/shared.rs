//! The clues that segments of both texts share, row by row of the lattice.

use std::mem::{replace, swap};
use std::ops::RangeInclusive;

use super::clues::Clues;

/// The clues that the last two segments of the source share with segments of the target.
pub(super) struct Shared<'a> {
    clues: &'a Clues,
    last: Row,
    before: Row,
    /// For each clue, how many of its places in the target lie before the last row.
    passed: Vec<usize>,
    /// For each clue, how many segments of the source there are up to the last that has it.
    met: Vec<usize>,
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
    /// In a bead of more; what of it is said by clues that the next segment of the target has too, those that the one before of
    /// the source has too, and those that both have.
    joined: f32,
    with_next: f32,
    with_before: f32,
    with_both: f32,
}

impl Row {
    /// What is shared with the last but one and with the last of so many segments of the target that are done.
    fn last_two(&self, done: usize) -> [Cell; 2] {
        let at = done - self.start;
        match self.cells.get(at..at + 2) {
            Some(&[next_to_last, last]) => [next_to_last, last],
            _ => [Cell::default(); 2],
        }
    }
}

impl<'a> Shared<'a> {
    pub(super) fn new(clues: &'a Clues) -> Self {
        Self {
            clues,
            last: Row::default(),
            before: Row::default(),
            passed: vec![0; clues.len()],
            met: vec![0; clues.len()],
        }
    }

    /// Goes on to the next segment of the source, of which `count` are done with it; `nodes` tells how many of the target may
    /// be done then, and neither of its bounds goes back from row to row.
    pub(super) fn next(&mut self, count: usize, nodes: &RangeInclusive<usize>) {
        swap(&mut self.last, &mut self.before);
        let row = &mut self.last;
        (row.start, row.end) = (*nodes.start(), *nodes.end());
        // From the next row it is asked for two segments more.
        let width = 2 + row.end + 2 - row.start;
        row.cells.clear();
        row.cells.resize(width, Cell::default());
        for &clue in self.clues.of_source(count - 1) {
            let (gain, joined) = (self.clues.gain(clue), self.clues.joined_gain(clue));
            let met = replace(&mut self.met[clue as usize], count);
            let is_before = met > 0 && met + 1 == count;
            let places = self.clues.in_target(clue);
            let passed = &mut self.passed[clue as usize];
            let before = |&&place: &&u32| (place as usize) + 2 < row.start;
            *passed += places[*passed..].iter().take_while(before).count();
            let within = |&&place: &&u32| (place as usize) < row.end;
            let places = &places[*passed..];
            let places = &places[..places.iter().take_while(within).count()];
            for (i, &place) in places.iter().enumerate() {
                let cell = &mut row.cells[place as usize + 2 - row.start];
                cell.gain += gain;
                cell.joined += joined;
                let is_next = places.get(i + 1) == Some(&(place + 1));
                let is_before = is_before && (place as usize) < self.before.end;
                if is_next {
                    cell.with_next += joined;
                }
                if is_before {
                    cell.with_before += joined;
                }
                if is_next && is_before {
                    cell.with_both += joined;
                }
            }
        }
    }

    /// What the clues say, each once, that the last segments of the source share with the last ones of `done` of the target: one
    /// with one, two with one, one with two, and two with two.
    pub(super) fn gains(&self, done: usize) -> [f32; 4] {
        let [next_to_last, last] = self.last.last_two(done);
        let [next_to_before, before] = self.before.last_two(done);
        let one_with_two = next_to_last.joined + last.joined - next_to_last.with_next;
        let before_with_two = next_to_before.joined + before.joined - next_to_before.with_next;
        let both = next_to_last.with_before + last.with_before - next_to_last.with_both;
        [
            last.gain,
            last.joined + before.joined - last.with_before,
            one_with_two,
            one_with_two + before_with_two - both,
        ]
    }
}
