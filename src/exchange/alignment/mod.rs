//! Alignments as files: a table that a translator can correct, and a page to be read.
//!
//! The columns of the table are `confidence`, `fa`, `en` and `article`, that of the source language first of the two. A
//! row has what belongs together; a cell is empty where there is no counterpart. To correct it, one moves text from row
//! to row, and clears the confidence of the rows that are then right.

mod page;
mod read;
mod write;

pub use self::page::Page;
pub use self::read::{Contents, read};
pub use self::write::Table;
