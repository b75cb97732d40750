//! Glossary files: a table with a header row, read from TSV or CSV, written as canonical TSV.
//!
//! The columns are `fa`, `en`, `kind`, `status`, `note`; several terms in a cell stand with `|` between them.
//! The first Persian term of a row names the entry, and rows with the same name and kind are one
//! entry. Every other term of a row has the row's status; in the entry's one preferred row the
//! first English term is the preferred one, the others are admitted.

mod read;
mod write;

use std::path::Path;

pub use self::read::{Contents, read};
pub use self::write::write;

/// The columns, in the order in which they are written.
pub const COLUMNS: [&str; 5] = ["fa", "en", "kind", "status", "note"];

/// How the cells of a table are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// With tabs; quotation marks have no meaning.
    Tsv,
    /// With commas; a cell may stand in quotation marks.
    Csv,
}

impl Table {
    /// The table that a file name promises: CSV for `.csv`, TSV for all others.
    pub fn of(path: &Path) -> Self {
        match path.extension() {
            Some(extension) if extension.eq_ignore_ascii_case("csv") => Self::Csv,
            _ => Self::Tsv,
        }
    }
}

impl Table {
    fn delimiter(self) -> u8 {
        match self {
            Self::Tsv => b'\t',
            Self::Csv => b',',
        }
    }
}
