//! Writes a draft in the format of its file.

use std::io::Write;
use std::path::Path;

use super::table;
use crate::error::Result;
use crate::exchange::draft::Draft;
use crate::exchange::xliff::Version;
use crate::exchange::{review, xliff};

/// The format of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// XLIFF 1.2.
    Xliff,
    /// XLIFF 2.1.
    Xliff2,
    /// A table with tabs between its cells.
    Table,
    /// A table for review.
    Review(review::Format),
}

impl Format {
    /// The format that a file's name stands for; `None` where it is none of these.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "xlf" | "xliff" => Some(Self::Xliff),
            "tsv" => Some(Self::Table),
            _ => None,
        }
    }
}

impl Draft<'_> {
    /// Writes the draft to `file`; `path` names it in errors.
    ///
    /// # Errors
    ///
    /// The file cannot be written, or a text has a character that the format cannot represent.
    pub fn write(&self, format: Format, file: impl Write, path: &Path) -> Result<()> {
        match format {
            Format::Xliff => xliff::write(self, Version::One, file, path),
            Format::Xliff2 => xliff::write(self, Version::Two, file, path),
            Format::Table => table::write(self, file, path),
            Format::Review(format) => review::write(self, format, file, path),
        }
    }
}
