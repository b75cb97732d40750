//! Puts translations where a file of units has none yet; everything else in the file stays as it is.

use std::path::Path;

use super::Format;
use crate::error::{Error, Result};
use crate::exchange::units::{Contents, Filled, Filling, Placing};
use crate::exchange::{po, table, xliff};

/// The file of `contents` with `fillings` in it, one for each unit, of those that are [open](super::Unit::is_open).
///
/// Encoding, line ends, comments, order, and the spelling of everything else stay as they are. Whether a translation is
/// certain or must be looked at is written where the format has a place for it; a table has none.
///
/// # Errors
///
/// Where the file cannot be read, a translation contains something that the format cannot represent, or the format is
/// only read: TMX, whose units are translated, and ODS.
pub fn fill(
    file: &[u8],
    format: Format,
    contents: &Contents,
    fillings: &[Option<Filling>],
    path: &Path,
) -> Result<Filled> {
    let units = &contents.units;
    let placing = Placing { units, fillings };
    match format {
        Format::Po => po::fill(file, &placing, path),
        Format::Xliff => xliff::fill(file, &placing, path),
        Format::Table => table::fill_delimited(file, &placing, path),
        Format::Xlsx => table::fill_xlsx(file, &placing, path),
        Format::Tmx => {
            Err(refused("all units of TMX are translated; hamta tm import takes them", path))
        }
        Format::Ods => Err(refused("ODS is read, not written; save it as .xlsx", path)),
    }
}

fn refused(what: &str, path: &Path) -> Error {
    Error::refused(what).at(path)
}
