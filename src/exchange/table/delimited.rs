//! Fills a table of text, which stays byte for byte as it was except for the filled cells.

use std::ops::Range;
use std::path::Path;

use encoding_rs::{Encoding, UTF_8};

use super::columns::Columns;
use crate::error::{Error, Result};
use crate::exchange::encoded::encoded;
use crate::exchange::sheet::{Quotes, delimited};
use crate::exchange::sheet::{Rows, decoded, in_quotes, layout, without_quotes};
use crate::exchange::units::{Filled, Placing, Unit};
use crate::exchange::verbatim::Verbatim;

/// The table with the fillings of `placing` in the column of the translations.
///
/// # Errors
///
/// Where a translation has a letter that the encoding of the file does not have.
pub(in crate::exchange) fn fill_delimited(
    file: &[u8],
    placing: &Placing<'_>,
    path: &Path,
) -> Result<Filled> {
    let sheet = delimited(file, Quotes::Around, path)?;
    let Some(columns) = sheet.rows().next().and_then(Columns::of) else {
        return Ok(placing.filled(file.to_vec(), &[]));
    };
    let bytes = decoded(file).0;
    let (start, delimiter) = layout(&bytes);
    let mut out = bytes[..start].to_vec();
    let mut placed = Vec::new();
    each_row(&bytes, &columns, placing.units, |row| {
        let filling = row.unit.and_then(|unit| Some((unit, placing.filling(unit)?)));
        match filling {
            Some((unit, filling)) => {
                push_row(&mut out, &bytes, &row.cells, &columns, delimiter, &filling.target.text);
                placed.push(unit);
            }
            None => out.extend_from_slice(&bytes[row.start..row.end]),
        }
        out.extend_from_slice(&bytes[row.end..row.past]);
    })
    .map_err(|e| e.at(path))?;
    let text = String::from_utf8(out).map_err(|_| Error::malformed("not UTF-8").at(path))?;
    Ok(placing.filled(as_it_was(&text, file, path)?, &placed))
}

/// The bytes of a table with the text `text`, in the encoding of the file that it was read from.
///
/// # Errors
///
/// Where the text has a letter that the encoding does not have, would not be divided into the same cells, or would be
/// taken for text in another encoding; or where the rows of the file have no lines of their own, by which units are
/// found again.
pub(in crate::exchange) fn as_it_was(text: &str, file: &[u8], path: &Path) -> Result<Vec<u8>> {
    let (bytes, guessed) = decoded(file);
    if layout(text.as_bytes()) != layout(&bytes) {
        let message = "with the translation in it, its cells would be taken apart otherwise; save it as .xlsx first";
        return Err(Error::refused(message).at(path));
    }
    if has_rows_in_one_line(&bytes).map_err(|e| e.at(path))? {
        let message = "its rows end in carriage returns alone; save it with line feeds first";
        return Err(Error::refused(message).at(path));
    }
    let (encoding, has_mark) = encoding(file, guessed);
    let new = encoded(text, encoding, has_mark).ok_or_else(|| {
        let message =
            format!("{} has no room for the translation; save it in UTF-8 first", encoding.name());
        Error::refused(message).at(path)
    })?;
    if decoded(&new).1 != guessed {
        let message = "with the translation in it, its encoding would be guessed otherwise; save it in UTF-8 first";
        return Err(Error::refused(message).at(path));
    }
    Ok(new)
}

/// A row of a table, and where it stands in its file.
struct Found {
    cells: Vec<Range<usize>>,
    /// Where the first cell begins and the last one ends, and where the next row begins.
    start: usize,
    end: usize,
    past: usize,
    /// The unit that was read from it.
    unit: Option<usize>,
}

/// Whether a row ends in a carriage return alone, so that the next one stands in the same line.
fn has_rows_in_one_line(bytes: &[u8]) -> Result<bool> {
    let mut rows = rows(bytes);
    while rows.next_row()?.is_some() {
        let at = rows.place();
        if at < bytes.len() && bytes[at - 1] == b'\r' {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Gives `take` each row of a table in UTF-8, with those of the `units` that were read from it.
fn each_row(
    bytes: &[u8],
    columns: &Columns,
    units: &[Unit],
    mut take: impl FnMut(Found),
) -> Result<()> {
    let mut rows = rows(bytes);
    let mut next = 0;
    while let Some(row) = rows.next_row()? {
        let start = row.cells.first().map_or(rows.place(), |cell| cell.start);
        let source = row.cells.get(columns.source);
        let source = source.map(|cell| text(&bytes[cell.clone()]));
        // Where no unit was made of a row, those of the rows after it are still found.
        let passed = units[next..].iter();
        next += passed.take_while(|unit| unit.line < row.line).count();
        let is_it = units.get(next).is_some_and(|unit| {
            unit.line == row.line && source.as_deref().map(str::trim) == Some(unit.source.as_str())
        });
        take(Found {
            start,
            end: row.cells.last().map_or(start, |cell| cell.end),
            past: rows.place(),
            cells: row.cells,
            unit: is_it.then_some(next),
        });
        next += usize::from(is_it);
    }
    Ok(())
}

fn rows(bytes: &[u8]) -> Rows<'_> {
    let (start, delimiter) = layout(bytes);
    Rows::new(bytes, start, delimiter)
}

/// The text of a table, decoded; and for each of the `units` that were read from it the place of the cell with its
/// translation.
///
/// # Errors
///
/// Where a part of it is not valid in its encoding.
pub(in crate::exchange) fn targets(
    file: &[u8],
    units: &[Unit],
    path: &Path,
) -> Result<(String, Vec<Option<Range<usize>>>)> {
    let mut targets = vec![None; units.len()];
    let text = String::from_utf8(decoded(file).0.into_owned());
    let text = text.map_err(|_| Error::malformed("not UTF-8").at(path))?;
    let sheet = delimited(file, Quotes::Around, path)?;
    if let Some(columns) = sheet.rows().next().and_then(Columns::of) {
        each_row(text.as_bytes(), &columns, units, |row| {
            if let Some(unit) = row.unit {
                targets[unit] = row.cells.get(columns.target).cloned();
            }
        })
        .map_err(|e| e.at(path))?;
    }
    Ok((text, targets))
}

/// The text of a cell as it stands in the file, and which parts of it stand there letter by letter.
pub(in crate::exchange) fn letters(cell: &str) -> (String, Verbatim) {
    let mut verbatim = Verbatim::default();
    let Some(quoted) = in_quotes(cell) else {
        verbatim.push(0, 0, cell.len());
        return (cell.to_owned(), verbatim);
    };
    let mut text = String::new();
    let mut at = 1;
    for (number, part) in quoted.split("\"\"").enumerate() {
        if number > 0 {
            text.push('"');
        }
        verbatim.push(text.len(), at, part.len());
        text.push_str(part);
        at += part.len() + 2;
    }
    (text, verbatim)
}

/// The encoding of a file, and whether a byte order mark gives it; otherwise it was `guessed`.
fn encoding(file: &[u8], guessed: Option<&str>) -> (&'static Encoding, bool) {
    match Encoding::for_bom(file) {
        Some((encoding, _)) => (encoding, true),
        None => {
            let guessed = guessed.and_then(|name| Encoding::for_label(name.as_bytes()));
            (guessed.unwrap_or(UTF_8), false)
        }
    }
}

/// Writes a row with `target` in its place, after empty cells if the row ends before that.
fn push_row(
    out: &mut Vec<u8>,
    bytes: &[u8],
    cells: &[Range<usize>],
    columns: &Columns,
    delimiter: u8,
    target: &str,
) {
    for at in 0..cells.len().max(columns.target + 1) {
        if at > 0 {
            out.push(delimiter);
        }
        match cells.get(at) {
            _ if at == columns.target => push_cell(out, target, delimiter),
            Some(cell) => out.extend_from_slice(&bytes[cell.clone()]),
            None => {}
        }
    }
}

fn push_cell(out: &mut Vec<u8>, text: &str, delimiter: u8) {
    let needs_quotes = |c: char| matches!(c, '"' | '\n' | '\r') || c == char::from(delimiter);
    if text.contains(needs_quotes) {
        out.push(b'"');
        out.extend_from_slice(text.replace('"', "\"\"").as_bytes());
        out.push(b'"');
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

/// The text of a cell.
fn text(cell: &[u8]) -> String {
    without_quotes(&String::from_utf8_lossy(cell)).into_owned()
}
