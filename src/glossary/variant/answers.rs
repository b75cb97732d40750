//! The name nearest to each spelling that was asked for, kept for all texts: words recur from text to text.

use std::hash::{BuildHasher, Hash};
use std::sync::{Mutex, PoisonError};

use foldhash::HashMap;
use foldhash::quality::FixedState;

use super::nearest::Nearest;

/// A spelling, with everything that decides which name is nearest.
#[derive(Clone, Copy, Debug, Hash)]
pub(super) struct Asked<'a> {
    /// The letters of its pieces, with a space between pieces.
    pub(super) letters: &'a [char],
    pub(super) is_doubtful: bool,
    pub(super) is_broken: bool,
}

/// The answers, in several parts, so that threads rarely wait for each other.
#[derive(Debug, Default)]
pub(super) struct Answers([Mutex<Part>; PARTS]);

const PARTS: usize = 32;

/// Some of the answers. Spellings are kept as hashes only, so that many fit into a processor's cache: two of a million
/// spellings have the same hash once in tens of millions of runs.
#[derive(Debug, Default)]
struct Part {
    /// The number of the nearest name, among the stored ones; most spellings have none.
    numbers: HashMap<u64, Option<u32>>,
    nearest: Vec<Nearest>,
}

/// The most spellings that a part keeps.
const MOST: usize = 8_000;

impl Answers {
    /// The name that a spelling is nearest to: as found before, or otherwise as `find` finds it.
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

    /// Adds an answer; the earlier ones are forgotten if there are too many.
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
