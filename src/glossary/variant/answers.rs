//! Which name each spelling is nearest to that was asked for, kept for all texts: words come again, in whatever text.

use std::hash::{BuildHasher, Hash};
use std::sync::{Mutex, PoisonError};

use foldhash::HashMap;
use foldhash::quality::FixedState;

use super::search::Nearest;

/// A spelling, by what makes one name or another the nearest.
#[derive(Clone, Copy, Debug, Hash)]
pub(super) struct Asked<'a> {
    /// The letters of its pieces, with a space between these.
    pub(super) letters: &'a [char],
    pub(super) is_doubtful: bool,
    pub(super) is_broken: bool,
}

/// The answers, in several parts, so that threads seldom wait for each other.
#[derive(Debug, Default)]
pub(super) struct Answers([Mutex<Part>; PARTS]);

const PARTS: usize = 32;

/// Some of the answers. What was asked is known by its hash alone, so that many of them stand in a processor's cache:
/// that two of a million spellings have the same one happens once in tens of millions of runs.
#[derive(Debug, Default)]
struct Part {
    /// The number of the name among the nearest; most spellings have none.
    numbers: HashMap<u64, Option<u32>>,
    nearest: Vec<Nearest>,
}

/// The most spellings that a part keeps.
const MOST: usize = 8_000;

impl Answers {
    /// The name that a spelling is nearest to: as it was found before, or else as `find` finds it.
    pub(super) fn get(
        &self,
        asked: Asked<'_>,
        find: impl FnOnce() -> Option<Nearest>,
    ) -> Option<Nearest> {
        let hash = FixedState::default().hash_one(asked);
        let part = &self.0[(hash >> 32) as usize % PARTS];
        let part = || part.lock().unwrap_or_else(PoisonError::into_inner);
        let known = part().get(hash);
        known.unwrap_or_else(|| {
            let nearest = find();
            part().add(hash, nearest);
            nearest
        })
    }
}

impl Part {
    fn get(&self, hash: u64) -> Option<Option<Nearest>> {
        let number = self.numbers.get(&hash)?;
        Some(number.map(|number| self.nearest[number as usize]))
    }

    /// Adds an answer; those before it are forgotten where they are too many.
    fn add(&mut self, hash: u64, nearest: Option<Nearest>) {
        if self.numbers.len() == MOST {
            self.numbers.clear();
            self.nearest.clear();
        }
        let number = nearest.map(|nearest| {
            self.nearest.push(nearest);
            u32::try_from(self.nearest.len() - 1).expect("there are few")
        });
        self.numbers.insert(hash, number);
    }
}
