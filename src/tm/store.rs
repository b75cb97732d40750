//! The question that a search puts to a store.

use std::ops::RangeInclusive;

use crate::error::Result;
use crate::matching::Candidate;
use crate::text::Lang;

/// Holds units and finds them by their words; scoring is above it.
pub trait Store {
    /// In how many units each of `tokens` occurs in `lang`, in the order of `tokens`.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    fn frequencies(&self, lang: Lang, tokens: &[&str]) -> Result<Vec<u64>>;

    /// The units that in `lang` hold any of `tokens` and have a number of words within `words`, each
    /// once, in the order of their numbers.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    fn holding(
        &self,
        lang: Lang,
        tokens: &[String],
        words: RangeInclusive<usize>,
    ) -> Result<Vec<Candidate>>;
}
