//! Files of units as translators' programs keep them: TMX, XLIFF, PO, and tables with a column for each language.
//!
//! Whatever the format, [`read()`] returns the units with their places, ids, notes and states, and what is wrong in the
//! file.

mod fill;
mod layout;
mod read;
mod translated;
mod write;

pub use self::fill::fill;
pub use self::layout::Layout;
pub(in crate::exchange) use self::read::sheet_of;
pub use self::read::{Format, read};
pub use self::translated::{Confirmed, Passed, Translated};
pub use self::write::{Writer, Written};
pub use super::units::{Contents, Filled, Filling, Made, State, Unit};
