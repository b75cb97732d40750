//! What is found in a TMX file, one after another.

use crate::exchange::Problem;
use crate::unit::TranslationUnit;

/// What a [`Reader`](super::Reader) finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A unit with a segment in both languages.
    Unit(Box<TranslationUnit>),
    /// A fault in one `<tu>`; its line is that of the `<tu>` tag.
    ///
    /// A unit that can be used nevertheless follows its problem.
    Problem(Problem),
}
