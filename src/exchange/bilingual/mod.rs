//! Files of units as translators' programs keep them: TMX, XLIFF, PO, and tables with a column for each language.
//!
//! Whatever the format, [`read()`] returns the units with their places, ids, notes and states, and what is wrong in the
//! file.

mod fill;
mod layout;
mod read;
mod table;
mod translated;
mod unit;
mod write;

pub(in crate::exchange) use self::fill::Placing;
pub use self::fill::{Filled, Filling, fill};
pub use self::layout::Layout;
pub(in crate::exchange) use self::read::sheet_of;
pub use self::read::{Contents, Format, read};
pub(in crate::exchange) use self::table::Columns;
pub use self::translated::{Confirmed, Passed, Translated};
pub use self::unit::{Made, State, Unit};
pub use self::write::{Writer, Written};
