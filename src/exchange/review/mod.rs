//! Tables for review: a draft as a document or a page that any office program or browser opens, with a row for each
//! segment and its translation beside it, and reading what comes back.
//!
//! A row has a number, the segment, its translation, the match rate, the origin of the match and notes. Inline tags
//! stand in the texts as markers. It does not matter what programs do to such a file when they save it: it is read by
//! the names of its columns, by the numbers, and by the segments themselves.

mod docx;
mod grid;
mod html;
mod marker;
mod row;

use std::io::Write;
use std::path::Path;

use self::row::Row;
use crate::error::{Error, Result};
use crate::exchange::draft::Draft;
use crate::exchange::units::Contents;
use crate::text::Lang;

/// The format of a table for review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Office Open XML, of Word 2007 and later.
    Docx,
    /// A page that needs nothing else.
    Html,
}

impl Format {
    /// The format that a file's name stands for; `None` where it is none of these.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "docx" => Some(Self::Docx),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }
}

/// The names of the columns besides those of the two languages.
const NUMBER: &str = "#";
const RATE: &str = "rate";
const ORIGIN: &str = "origin";
const NOTE: &str = "note";

/// The words before the name of the article above the table.
const ARTICLE: &str = "Article: ";

/// The names of all columns of a table that is translated from `lang`.
fn columns(lang: Lang) -> [&'static str; 6] {
    let (source, target) = (lang.code(), lang.other().code());
    [NUMBER, source, target, RATE, ORIGIN, NOTE]
}

/// The instructions for the reviewer above a table that is translated from `lang`.
fn hint(lang: Lang) -> String {
    let target = lang.other().code();
    format!(
        "Change what stands in the column {target}, and nothing else. Markers such as {{1> and <1}} stand around what is formatted, {{2}} for an image or a note: \
         each stands once where it belongs. Save the file in its format, and take it back with hamta finish."
    )
}

/// Writes `draft` to `file`, always the same bytes for the same draft; `path` names it in errors.
///
/// # Errors
///
/// The file cannot be written, or a text has a character that XML cannot represent.
pub(in crate::exchange) fn write(
    draft: &Draft<'_>,
    format: Format,
    mut file: impl Write,
    path: &Path,
) -> Result<()> {
    draft.check_characters().map_err(|e| e.at(path))?;
    let lang = draft.article.lang();
    let rows: Vec<Row> = Row::all(draft);
    let bytes = match format {
        Format::Docx => docx::write(draft.name, lang, &rows).map_err(|e| e.at(path))?,
        Format::Html => html::write(draft.name, lang, &rows).into_bytes(),
    };
    let written = file.write_all(&bytes).and_then(|()| file.flush());
    written.map_err(|e| Error::write(path, e))
}

/// Reads a table for review that was written here and changed by a reviewer; `path` names it in problems and errors.
///
/// Rows may stand in any order, and some may be gone. Lines are the rows of the table, where 1 is the row of names. A
/// row with merged cells, or with other cells than the first row, is a problem. Tracked changes are taken as accepted.
///
/// # Errors
///
/// The file is not in that format, or no table in it has a row with the names of the columns.
pub fn read(file: Vec<u8>, format: Format, path: &Path) -> Result<Contents> {
    let grid = match format {
        Format::Docx => docx::read(file).map_err(|e| e.at(path))?,
        Format::Html => html::read(&file, path)?,
    };
    grid.contents(path)
}
