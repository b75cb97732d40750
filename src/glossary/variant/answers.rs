//! Which name each spelling is nearest to that was asked for, kept for all texts: words come again, in whatever text.

use std::sync::{Mutex, PoisonError};

use foldhash::HashMap;

use super::search::Nearest;

/// A spelling, by what makes one name or another the nearest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    /// The letters of its pieces, with a space between these.
    pub(super) letters: &'a [char],
    pub(super) is_doubtful: bool,
    pub(super) is_broken: bool,
}

/// The answers, by what was asked beside the letters, and in several parts, so that threads seldom wait for each other.
#[derive(Debug, Default)]
pub(super) struct Answers([[Mutex<Part>; PARTS]; 4]);

type Part = HashMap<Box<[char]>, Option<Nearest>>;

const PARTS: usize = 32;

/// The most spellings that a part keeps.
const MOST: usize = 2_000;

impl Answers {
    /// The name that a spelling is nearest to: as it was found before, or else as `find` finds it.
    pub(super) fn get(
        &self,
        asked: Asked<'_>,
        find: impl FnOnce() -> Option<Nearest>,
    ) -> Option<Nearest> {
        let sum: usize = asked.letters.iter().map(|&letter| letter as usize).sum();
        let how = usize::from(asked.is_doubtful) + 2 * usize::from(asked.is_broken);
        let part = &self.0[how][sum % PARTS];
        let known = || part.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(&nearest) = known().get(asked.letters) {
            return nearest;
        }
        let nearest = find();
        let mut known = known();
        if known.len() == MOST {
            known.clear();
        }
        known.insert(asked.letters.into(), nearest);
        nearest
    }
}
