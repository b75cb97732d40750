//! A file with several sheets: which format it is, and which of its sheets is read.

use std::path::Path;

use super::rows::Sheet;
use super::tab::Named;
use super::{ods, xls, xlsx};
use crate::error::{Error, Result};

/// The format of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Format {
    /// Office Open XML, of Excel 2007 and later.
    Xlsx,
    /// The binary format of Excel 97 to 2003.
    Xls,
    /// OpenDocument.
    Ods,
}

/// Reads one sheet of a workbook: the one that is `wanted`, or otherwise the first visible one with anything in it.
///
/// # Errors
///
/// The file is not such a workbook, is damaged, protected by a password or too large, or has no such sheet.
pub(in crate::exchange) fn workbook(
    file: &[u8],
    format: Format,
    wanted: Option<&str>,
    path: &Path,
) -> Result<Sheet> {
    let opened = match format {
        Format::Xlsx => xlsx::Workbook::open(file).and_then(|mut book| {
            let names = book.sheets();
            pick(&names, wanted, |at| book.read(&names[at].name))
        }),
        Format::Xls => xls::Workbook::open(file).and_then(|book| {
            let names = book.sheets();
            pick(&names, wanted, |at| book.read(at))
        }),
        Format::Ods => ods::Workbook::open(file).and_then(|mut book| {
            let names = book.sheets()?;
            pick(&names, wanted, |at| book.read(at))
        }),
    };
    opened.map_err(|error| error.at(path))
}

fn pick(
    names: &[Named],
    wanted: Option<&str>,
    mut read: impl FnMut(usize) -> Result<Sheet>,
) -> Result<Sheet> {
    if let Some(wanted) = wanted {
        let at = names.iter().position(|sheet| sheet.name == wanted);
        let at = at.ok_or_else(|| {
            let all: Vec<&str> = names.iter().map(|sheet| sheet.name.as_str()).collect();
            Error::malformed(format!("no sheet “{wanted}”; there are: {}", all.join(", ")))
        })?;
        return read(at);
    }
    let mut first = None;
    for at in (0..names.len()).filter(|&at| !names[at].is_hidden) {
        let sheet = read(at)?;
        if !sheet.is_empty() {
            first = Some((at, sheet));
            break;
        }
    }
    let Some((at, mut sheet)) = first else {
        return Ok(Sheet::default());
    };
    if names.len() > 1 {
        let others = names.iter().enumerate().filter(|(number, _)| *number != at);
        let others: Vec<String> = others.map(|(_, other)| other.name.clone()).collect();
        sheet.remark(format!(
            "only the sheet “{}” is read; --sheet takes another one: {}",
            names[at].name,
            others.join(", ")
        ));
        sheet.set_others(others);
    }
    Ok(sheet)
}
