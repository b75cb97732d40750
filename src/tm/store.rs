//! The questions that a search puts to a store.

use std::ops::{ControlFlow, RangeInclusive};

use crate::error::Result;
use crate::matching::Candidate;
use crate::matching::sketch::Outline;
use crate::text::Lang;

/// A token that a store knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its number in the store, the same for as long as the store is read; low for the most frequent tokens.
    pub number: u32,
    /// In how many units it occurs, roughly: this affects what a search costs, never what it finds.
    pub units: u64,
}

/// A token by which units are looked for, as the first one that they have in common with a segment.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Its number.
    pub token: u32,
    /// How many words the units have, both ends included.
    pub words: RangeInclusive<usize>,
    /// The outline of the segment for such units.
    pub outline: Outline,
}

/// Called with each unit that is found: its number, and the numbers of its tokens in order.
pub type Take<'a> = dyn FnMut(i64, &[u32]) -> ControlFlow<()> + 'a;

/// Like [`Take`], with a number before these: an upper bound on how many of the tokens follow one another in the unit.
pub type TakeRun<'a> = dyn FnMut(usize, i64, &[u32]) -> ControlFlow<()> + 'a;

/// Holds units and finds them by their words; scoring is above it.
///
/// A unit that was deleted may still be passed to [`Take`]; [`Store::unit`] does not return it.
pub trait Store {
    /// What is known of `token`.
    ///
    /// # Errors
    ///
    /// As for all questions: where the store cannot be read.
    fn token(&self, lang: Lang, token: &str) -> Result<Option<Token>>;

    /// The tokens that begin with `start`.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    fn tokens_beginning(&self, lang: Lang, start: &str) -> Result<Vec<Token>>;

    /// Passes to `take` all units that hold a wanted token and, by their sketches, may reach the threshold of its
    /// outline, and perhaps some others, in no particular order.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    fn holding(&self, lang: Lang, wanted: &[Wanted], take: &mut Take<'_>) -> Result<()>;

    /// Passes to `take` the units that may hold one token of each group, those with the fewest words first, then by
    /// number.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    fn holding_each(&self, lang: Lang, groups: &[Vec<Token>], take: &mut Take<'_>) -> Result<()>;

    /// Passes to `take` the units that hold at least `least` (1 or more) tokens that follow one another in `tokens`,
    /// wherever they stand in the unit, starting with those that hold more of them. `None` is a token that no unit
    /// holds.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    fn holding_run(
        &self,
        lang: Lang,
        tokens: &[Option<u32>],
        least: usize,
        take: &mut TakeRun<'_>,
    ) -> Result<()>;

    /// The unit with a number, if it is still there; without its details.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    fn unit(&self, number: i64) -> Result<Option<Candidate>>;
}
