//! The clues that segments of both texts share, row by row of the lattice.

use std::ops::{Range, RangeInclusive};

use super::clue::Clues;

/// The clues that the last two segments of the source share with segments of the target.
#[derive(Default)]
pub(super) struct Shared {
    /// The last segment's, and those of the one before.
    rows: [Row; 2],
    /// For each clue, how many of its places in the target lie before the row.
    passed: Vec<usize>,
    scratch: Vec<u32>,
}

/// The clues that one segment of the source shares with those of the target from `start` on.
#[derive(Default)]
struct Row {
    start: usize,
    cells: Vec<Cell>,
}

/// The clues that two segments share.
#[derive(Default)]
struct Cell {
    clues: Vec<u32>,
    /// What they say together, and what in a bead of more segments than two.
    gain: f32,
    joined_gain: f32,
}

impl Row {
    fn of(&self, target: usize) -> Option<&Cell> {
        self.cells.get(target.checked_sub(self.start)?)
    }
}

impl Shared {
    /// Goes on to the next segment of the source, none before the first; `nodes` tells how many of the target may be done
    /// after it, and neither of its bounds goes back from row to row.
    pub(super) fn next(
        &mut self,
        clues: &Clues,
        segment: Option<usize>,
        nodes: &RangeInclusive<usize>,
    ) {
        self.rows.swap(0, 1);
        self.passed.resize(clues.len(), 0);
        let row = &mut self.rows[0];
        row.start = nodes.start().saturating_sub(2);
        let width = nodes.end() - row.start;
        row.cells
            .resize_with(width.max(row.cells.len()), Cell::default);
        for cell in &mut row.cells {
            cell.clues.clear();
            (cell.gain, cell.joined_gain) = (0.0, 0.0);
        }
        for &clue in segment.map_or(&[][..], |segment| clues.of_source(segment)) {
            let places = clues.in_target(clue);
            let passed = &mut self.passed[clue as usize];
            let before = |&&place: &&u32| (place as usize) < row.start;
            *passed += places[*passed..].iter().take_while(before).count();
            let offsets = places[*passed..]
                .iter()
                .map(|&place| place as usize - row.start);
            for offset in offsets.take_while(|&offset| offset < width) {
                let cell = &mut row.cells[offset];
                cell.clues.push(clue);
                cell.gain += clues.gain(clue);
                cell.joined_gain += clues.joined_gain(clue);
            }
        }
    }

    /// What the clues say that the last `count` segments of the source share with the segments `target`; each clue once.
    pub(super) fn gain(&mut self, clues: &Clues, count: usize, target: Range<usize>) -> f32 {
        if count == 1 && target.len() == 1 {
            return self.rows[0].of(target.start).map_or(0.0, |cell| cell.gain);
        }
        let rows = self.rows[..count].iter();
        let cells = rows.flat_map(|row| target.clone().filter_map(|segment| row.of(segment)));
        let mut gain = 0.0;
        self.scratch.clear();
        for cell in cells {
            gain += cell.joined_gain;
            self.scratch.extend_from_slice(&cell.clues);
        }
        self.scratch.sort_unstable();
        for pair in self.scratch.windows(2) {
            if pair[0] == pair[1] {
                gain -= clues.joined_gain(pair[0]);
            }
        }
        gain
    }
}
