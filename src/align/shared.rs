//! The clues that segments of both texts share, row by row of the lattice.

use std::mem::{replace, swap};
use std::ops::{Range, RangeInclusive};

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

/// The clues that one segment of the source shares with those of the target from `start` on.
#[derive(Default)]
struct Row {
    start: usize,
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
    fn of(&self, target: usize) -> Cell {
        let at = target.checked_sub(self.start);
        let cell = at.and_then(|at| self.cells.get(at));
        cell.copied().unwrap_or_default()
    }

    /// What is said by the clues shared with any of the segments `target`, one or two; each clue once.
    fn joined(&self, target: &Range<usize>) -> f32 {
        let first = self.of(target.start);
        match target.len() {
            1 => first.joined,
            _ => first.joined + self.of(target.start + 1).joined - first.with_next,
        }
    }

    /// The part of it that the segment of the source before shares as well.
    fn with_before(&self, target: &Range<usize>) -> f32 {
        let first = self.of(target.start);
        match target.len() {
            1 => first.with_before,
            _ => first.with_before + self.of(target.start + 1).with_before - first.with_both,
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
        row.start = nodes.start().saturating_sub(2);
        // From the next row it is asked for two segments more.
        let width = nodes.end() + 2 - row.start;
        row.cells.clear();
        row.cells.resize(width, Cell::default());
        for &clue in self.clues.of_source(count - 1) {
            let (gain, joined) = (self.clues.gain(clue), self.clues.joined_gain(clue));
            let met = replace(&mut self.met[clue as usize], count);
            let is_before = met > 0 && met + 1 == count;
            let places = self.clues.in_target(clue);
            let passed = &mut self.passed[clue as usize];
            let before = |&&place: &&u32| (place as usize) < row.start;
            *passed += places[*passed..].iter().take_while(before).count();
            let places = &places[*passed..];
            for (i, &place) in places.iter().enumerate() {
                let Some(cell) = row.cells.get_mut(place as usize - row.start) else {
                    break;
                };
                cell.gain += gain;
                cell.joined += joined;
                let is_next = places.get(i + 1) == Some(&(place + 1));
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

    /// What the clues say that the last `count` segments of the source share with the segments `target`; each clue once.
    pub(super) fn gain(&self, count: usize, target: &Range<usize>) -> f32 {
        match (count, target.len()) {
            (1, 1) => self.last.of(target.start).gain,
            (1, _) => self.last.joined(target),
            _ => {
                self.last.joined(target) + self.before.joined(target)
                    - self.last.with_before(target)
            }
        }
    }
}
