//! Files of units as translators' programs keep them: TMX, XLIFF, PO, and tables with a column for each language.
//!
//! Whatever the format, [`read()`] gives the units with their places, ids, notes and states, and what is wrong in the file.

mod read;
mod table;
mod unit;

pub use self::read::{Contents, Format, read};
pub use self::unit::{State, Unit};
