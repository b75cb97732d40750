//! Reads the units of a file, whichever format it is in.

use std::path::Path;

use crate::error::Result;
use crate::exchange::sheet::{self, Quotes, Sheet, delimited, workbook};
use crate::exchange::units::{Contents, Unit};
use crate::exchange::{po, table, tmx, xliff};

/// The format of a file of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Translation Memory eXchange.
    Tmx,
    /// XML Localisation Interchange File Format.
    Xliff,
    /// A message catalogue of GNU gettext, or the template for one.
    Po,
    /// A table with tabs, commas or semicolons between its cells.
    Table,
    /// A workbook of Excel 2007 or later.
    Xlsx,
    /// A workbook of LibreOffice.
    Ods,
}

impl Format {
    /// The format that a file's name stands for; `None` where it is none of these.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "tmx" => Some(Self::Tmx),
            "xlf" | "xliff" | "mxliff" | "mqxliff" | "sdlxliff" => Some(Self::Xliff),
            "po" | "pot" => Some(Self::Po),
            "tsv" | "csv" => Some(Self::Table),
            "xlsx" => Some(Self::Xlsx),
            "ods" => Some(Self::Ods),
            _ => None,
        }
    }
}

/// Reads the units of `file`; `path` names it in problems and errors. `None` for a table that has no units, since its
/// first row names neither a Persian and an English column nor a source and a target.
///
/// # Errors
///
/// Where the file is not what it was taken for, is cut off, or too large.
pub fn read(file: &[u8], format: Format, path: &Path) -> Result<Option<Contents>> {
    let mut contents = Contents::default();
    match format {
        Format::Tmx => each_of_tmx(file, path, &mut contents)?,
        Format::Xliff => xliff::read(file, path, &mut contents)?,
        Format::Po => {
            contents.are_apart = true;
            po::read(file, path, &mut contents)?;
        }
        Format::Table | Format::Xlsx | Format::Ods => {
            return Ok(table::units(&sheet_of(file, format, path)?, path));
        }
    }
    Ok(Some(contents))
}

/// The table in a file; of a workbook the first visible sheet with anything in it.
pub(in crate::exchange) fn sheet_of(file: &[u8], format: Format, path: &Path) -> Result<Sheet> {
    match format {
        Format::Xlsx => workbook(file, sheet::Format::Xlsx, None, path),
        Format::Ods => workbook(file, sheet::Format::Ods, None, path),
        _ => delimited(file, Quotes::Around, path),
    }
}

fn each_of_tmx(file: &[u8], path: &Path, contents: &mut Contents) -> Result<()> {
    let mut reader = tmx::Reader::new(file, path, "")?;
    while let Some(item) = reader.next() {
        match item? {
            tmx::Item::Unit(unit) => {
                let line = reader.line();
                contents.units.push(Unit { line, ..(*unit).into() });
            }
            tmx::Item::Problem(problem) => contents.problems.push(problem),
        }
    }
    Ok(())
}
