//! Writes a draft, in the format that its file is to have.

use std::io::Write;
use std::path::Path;

use super::{Draft, table};
use crate::error::{Error, Result};
use crate::exchange::xliff;

/// The format of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// XLIFF 1.2.
    Xliff,
    /// A table with tabs between its cells.
    Table,
    /// The article in the other language.
    Text,
}

impl Format {
    /// The format that a file's name says; `None` where it is none of these.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "xlf" | "xliff" => Some(Self::Xliff),
            "tsv" => Some(Self::Table),
            "txt" => Some(Self::Text),
            _ => None,
        }
    }
}

impl Draft<'_> {
    /// Writes the draft to `file`, which `path` names in errors.
    ///
    /// # Errors
    ///
    /// The file cannot be written, or is XLIFF and a text holds a character that XML cannot hold.
    pub fn write(&self, format: Format, mut file: impl Write, path: &Path) -> Result<()> {
        match format {
            Format::Xliff => xliff::write(self, file, path),
            Format::Table => table::write(self, file, path),
            Format::Text => {
                let written = file.write_all(self.text().as_bytes());
                written.map_err(|e| Error::write(path, e))
            }
        }
    }
}
