//! Glossary files: read from any table or from TBX; written as canonical TSV, or for other programs.
//!
//! The columns are `fa`, `en`, `kind`, `status`, `note`; several terms in a cell are separated by `|`. The first
//! Persian term of a row names the entry, and rows with the same name and kind are one entry. Every other term of a row
//! has the row's status; in the entry's one preferred row the first English term is the preferred one, the others are
//! admitted. The tables of other programs are read by their headers.

mod column;
pub(in crate::exchange) mod header;
mod lists;
mod columns;
mod fault;
mod contents;
mod form;
mod row;
mod gather;
mod tbx;
mod write;
mod export;
mod read;
pub mod kept;

use std::path::Path;

pub use self::contents::{Contents, Kinds};
pub use self::export::export;
pub use self::fault::{Fault, FaultKind};
pub use self::read::{Reading, read, read_as, read_row};
pub use self::write::write;

/// The columns, in the order in which they are written.
pub const COLUMNS: [&str; 5] = ["fa", "en", "kind", "status", "note"];

/// The kinds of files that a glossary can be kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Text with tabs between the cells; in hamta's own files quotation marks have no meaning.
    Tsv,
    /// Text with commas, semicolons or tabs between the cells; a cell may stand in quotation marks.
    Csv,
    /// A spreadsheet of Excel 2007 or later.
    Xlsx,
    /// A spreadsheet of Excel 97 to 2003.
    Xls,
    /// A spreadsheet of LibreOffice.
    Ods,
    /// TBX, the exchange format of terminology programs: 2008 and 2019, in both styles; written in the edition of 2019.
    Tbx,
    /// The same, written in the edition of 2008.
    Tbx2008,
}

impl Table {
    /// The kind that a file name stands for; TSV if it stands for none.
    pub fn of(path: &Path) -> Self {
        Self::named(path).unwrap_or(Self::Tsv)
    }

    /// The same; `None` for the name of a file that is not a table, such as `a.docx`.
    pub fn named(path: &Path) -> Option<Self> {
        let extension = path.extension().map(|extension| extension.to_string_lossy());
        match extension.unwrap_or_default().to_ascii_lowercase().as_str() {
            "" | "tsv" => Some(Self::Tsv),
            "csv" | "txt" => Some(Self::Csv),
            "xlsx" | "xlsm" => Some(Self::Xlsx),
            "xls" => Some(Self::Xls),
            "ods" => Some(Self::Ods),
            "tbx" | "xml" => Some(Self::Tbx),
            _ => None,
        }
    }
}
