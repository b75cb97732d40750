//! Text with a row a line: which character stands between its cells, and its rows.

use std::path::Path;

use csv::{ByteRecord, ReaderBuilder};

use super::decoded::decoded;
use super::rows::Sheet;
use crate::error::{Error, Result};
use crate::text::Lang;

/// What can stand between two cells, the likeliest first.
const DELIMITERS: [u8; 3] = [b'\t', b',', b';'];

/// How many rows are looked at to tell what stands between the cells.
const TRIED: usize = 50;

/// How workbooks begin, and what to do with one that is named as a text.
const BOOKS: [(&[u8], &str); 2] = [
    (b"PK\x03\x04", "a spreadsheet of Excel or LibreOffice; name it .xlsx or .ods"),
    (b"\xD0\xCF\x11\xE0", "a spreadsheet of Excel 97 to 2003; name it .xls"),
];

/// What quotation marks mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Quotes {
    /// Nothing: the cells are kept apart by tabs, as in hamta's own files.
    Plain,
    /// A cell may stand in them; what stands between the cells is found out.
    Around,
}

/// Reads a file with a row a line.
///
/// # Errors
///
/// The file is cut off inside quotation marks, or too large.
pub(in crate::exchange) fn delimited(file: &[u8], quotes: Quotes, path: &Path) -> Result<Sheet> {
    if let Some((_, what)) = BOOKS.iter().find(|(start, _)| file.starts_with(start)) {
        return Err(Error::malformed(format!("no text, but {what}")).at(path));
    }
    let (bytes, guessed) = decoded(file);
    let mut sheet = Sheet::with_room(bytes.len());
    if let Some(encoding) = guessed {
        sheet.remark(format!(
            "read as {encoding}, by a guess; if letters are wrong, save it as UTF-8"
        ));
    }
    let (bytes, skipped, named) = without_separator_line(&bytes);
    if quotes == Quotes::Plain {
        sheet.set_delimiter(b'\t');
        plain(bytes, skipped, &mut sheet).map_err(|e| e.at(path))?;
        return Ok(sheet);
    }
    let delimiter = named.unwrap_or_else(|| delimiter(bytes));
    sheet.set_delimiter(delimiter);
    let mut reader = reader(bytes, delimiter);
    let mut record = ByteRecord::new();
    let mut last = (0, 1);
    while let Some(start) = next(&mut reader, &mut record).map_err(|e| e.at(path))? {
        // What ends the row before, and blank rows, still stand before the row here.
        let before = bytes[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let before = before.filter(|byte| **byte == b'\n').count() as u64;
        let line = record.position().map_or(1, csv::Position::line) + before + skipped;
        for cell in &record {
            push(&mut sheet, cell);
        }
        sheet.end_row(line).map_err(|e| e.at(path))?;
        last = (start, line);
    }
    if is_open(&bytes[last.0..], delimiter) {
        Err(Error::malformed("a quotation mark that is not closed").at(path).on_line(last.1))
    } else {
        Ok(sheet)
    }
}

/// Reads rows whose cells are kept apart by tabs, after `skipped` lines.
fn plain(bytes: &[u8], skipped: u64, sheet: &mut Sheet) -> Result<()> {
    for (number, line) in (skipped + 1..).zip(bytes.split(|&byte| byte == b'\n')) {
        let rows = line.split(|&byte| byte == b'\r');
        for row in rows.filter(|row| !row.is_empty()) {
            match std::str::from_utf8(row) {
                Ok(row) => row.split('\t').for_each(|cell| sheet.push(cell)),
                Err(_) => {
                    let cells = row.split(|&byte| byte == b'\t');
                    cells.for_each(|cell| push(sheet, cell));
                }
            }
            sheet.end_row(number)?;
        }
    }
    Ok(())
}

fn push(sheet: &mut Sheet, cell: &[u8]) {
    match std::str::from_utf8(cell) {
        Ok(cell) => sheet.push(cell),
        Err(_) => sheet.fail("not UTF-8"),
    }
}

/// Reads the next row, and gives the place from which on it was read.
fn next(reader: &mut csv::Reader<&[u8]>, record: &mut ByteRecord) -> Result<Option<usize>> {
    let is_read = reader.read_byte_record(record).map_err(|e| Error::malformed(e.to_string()))?;
    let start = record.position().map_or(0, csv::Position::byte);
    Ok(is_read.then(|| usize::try_from(start).unwrap_or_default()))
}

fn reader(bytes: &[u8], delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(bytes)
}

/// The delimiter by which the first row names both languages; otherwise the one that gives the most rows of one width,
/// the wider where two give as many.
///
/// The first row is asked first, since texts may hold more tabs than a small table has commas.
fn delimiter(bytes: &[u8]) -> u8 {
    let named = DELIMITERS.into_iter().find(|delimiter| names_languages(bytes, *delimiter));
    named.unwrap_or_else(|| evenest(bytes))
}

/// Whether the first row has the tags of both languages, each in a cell of its own.
fn names_languages(bytes: &[u8], delimiter: u8) -> bool {
    let first = reader(bytes, delimiter).byte_records().next();
    let Some(Ok(first)) = first else {
        return false;
    };
    let langs = first.iter().filter_map(|cell| {
        let cell = std::str::from_utf8(cell).ok()?;
        Lang::from_tag(cell.trim())
    });
    let langs: Vec<Lang> = langs.collect();
    Lang::ALL.iter().all(|lang| langs.contains(lang))
}

fn evenest(bytes: &[u8]) -> u8 {
    let evenness = |&delimiter: &u8| {
        let mut widths = [0_usize; 64];
        let mut reader = reader(bytes, delimiter);
        for record in reader.byte_records().take(TRIED).flatten() {
            widths[record.len().min(widths.len() - 1)] += 1;
        }
        let wide = widths.iter().enumerate().skip(2);
        wide.map(|(width, &rows)| (rows, width)).max()
    };
    let best = DELIMITERS.iter().rev().max_by_key(|delimiter| evenness(delimiter));
    best.copied().unwrap_or(b',')
}

/// Where the rows of a table in UTF-8 begin, in bytes, and what stands between their cells.
pub(super) fn layout(bytes: &[u8]) -> (usize, u8) {
    let (rows, _, named) = without_separator_line(bytes);
    let delimiter = named.unwrap_or_else(|| delimiter(rows));
    (bytes.len() - rows.len(), delimiter)
}

/// Skips the line `sep=;` with which a spreadsheet program is told the delimiter.
fn without_separator_line(bytes: &[u8]) -> (&[u8], u64, Option<u8>) {
    let Some(&[delimiter, ref rest @ ..]) = bytes.strip_prefix(b"sep=") else {
        return (bytes, 0, None);
    };
    let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
    match rest.strip_prefix(b"\n") {
        Some(rest) => (rest, 1, Some(delimiter)),
        None => (bytes, 0, None),
    }
}

/// Whether `row`, the last one, ends inside quotation marks, which count where a cell begins with one.
fn is_open(row: &[u8], delimiter: u8) -> bool {
    let mut is_quoted = false;
    // Whether a quotation mark would begin or go on with a quoted cell here: two of them stand for one.
    let mut may_open = true;
    for &byte in row {
        let was_quoted = is_quoted;
        is_quoted = match byte {
            b'"' => !was_quoted && may_open,
            _ => was_quoted,
        };
        may_open = match byte {
            b'"' => was_quoted,
            byte => byte == delimiter || matches!(byte, b'\r' | b'\n'),
        };
    }
    is_quoted
}
