//! Alignments as files: a table that a translator can correct, and a page to be read.
//!
//! The columns of the table are `confidence`, `fa`, `en` and `article`, that of the source language first of the two. A
//! row is what belongs together; a cell is empty where there is no counterpart. Whoever corrects it moves text from
//! row to row, and clears the confidence of what he has seen to.

mod page;
mod read;
mod write;

pub use self::page::Page;
pub use self::read::{Contents, read};
pub use self::write::Table;
