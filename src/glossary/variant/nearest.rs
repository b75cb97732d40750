//! The name that a spelling is nearest to, and how near it is.

use super::Consonants;

/// The name that a spelling is nearest to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Nearest {
    /// The letters of the spelling.
    pub(super) letters: usize,
    /// Those of them that are in its last piece.
    pub(super) last: usize,
    pub(super) name: usize,
    pub(super) nearness: Nearness,
}

/// How near a spelling is to a name; the nearest has the least cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Nearness {
    /// What it costs to hear the name in the spelling.
    pub(super) cost: u32,
    /// In how many letters the two differ.
    pub(super) distance: usize,
    pub(super) consonants: Consonants,
}
