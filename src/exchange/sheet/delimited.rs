//! Text with one row per line: which character separates its cells, and its rows.

use std::path::Path;

use super::cells::{Rows, without_quotes};
use super::decoded::decoded;
use super::rows::Sheet;
use crate::error::{Error, Result};
use crate::text::Lang;

/// The characters that can separate two cells, the likeliest first.
const DELIMITERS: [u8; 3] = [b'\t', b',', b';'];

/// How many rows are looked at to find out what separates the cells.
const TRIED: usize = 50;

/// How workbooks begin, and what to do with one that has the name of a text.
const BOOKS: [(&[u8], &str); 2] = [
    (b"PK\x03\x04", "a spreadsheet of Excel or LibreOffice; name it .xlsx or .ods"),
    (b"\xD0\xCF\x11\xE0", "a spreadsheet of Excel 97 to 2003; name it .xls"),
];

/// What quotation marks mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Quotes {
    /// Nothing: the cells are separated by tabs, as in hamta's own files.
    Plain,
    /// A cell may stand in them; the delimiter is found out.
    Around,
}

/// Reads a file with one row per line.
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
    if quotes == Quotes::Plain {
        let (bytes, skipped, _) = without_separator_line(&bytes);
        sheet.set_delimiter(b'\t');
        plain(bytes, skipped, &mut sheet).map_err(|e| e.at(path))?;
        return Ok(sheet);
    }
    let (start, delimiter) = layout(&bytes);
    sheet.set_delimiter(delimiter);
    let mut rows = Rows::new(&bytes, start, delimiter);
    while let Some(row) = rows.next_row().map_err(|e| e.at(path))? {
        for cell in row.cells {
            push(&mut sheet, &bytes[cell]);
        }
        if let Some(fault) = row.fault {
            sheet.fail(fault);
        }
        sheet.end_row(row.line).map_err(|e| e.at(path))?;
    }
    Ok(sheet)
}

/// Reads rows whose cells are separated by tabs, after `skipped` lines.
fn plain(bytes: &[u8], skipped: u64, sheet: &mut Sheet) -> Result<()> {
    for (number, line) in (skipped + 1..).zip(bytes.split(|&byte| byte == b'\n')) {
        let rows = line.split(|&byte| byte == b'\r');
        for row in rows.filter(|row| !row.is_empty()) {
            match std::str::from_utf8(row) {
                Ok(row) => row.split('\t').for_each(|cell| sheet.push(cell)),
                Err(_) => sheet.fail("not UTF-8"),
            }
            sheet.end_row(number)?;
        }
    }
    Ok(())
}

fn push(sheet: &mut Sheet, cell: &[u8]) {
    match std::str::from_utf8(cell) {
        Ok(cell) => sheet.push(&without_quotes(cell)),
        Err(_) => sheet.fail("not UTF-8"),
    }
}

/// The delimiter by which the first row names both languages; otherwise the one that gives the most rows of one width,
/// the wider where two give as many.
///
/// The first row is tried first, since texts may have more tabs than a small table has commas.
fn delimiter(bytes: &[u8]) -> u8 {
    let named = DELIMITERS.into_iter().find(|delimiter| names_languages(bytes, *delimiter));
    named.unwrap_or_else(|| evenest(bytes))
}

/// Whether the first row has the tags of both languages, each in a cell of its own.
fn names_languages(bytes: &[u8], delimiter: u8) -> bool {
    let Ok(Some(first)) = Rows::new(bytes, 0, delimiter).next_row() else {
        return false;
    };
    let langs = first.cells.into_iter().filter_map(|cell| {
        let cell = std::str::from_utf8(&bytes[cell]).ok()?;
        Lang::from_tag(without_quotes(cell).trim())
    });
    let langs: Vec<Lang> = langs.collect();
    Lang::ALL.iter().all(|lang| langs.contains(lang))
}

fn evenest(bytes: &[u8]) -> u8 {
    let evenness = |&delimiter: &u8| {
        let mut widths = [0_usize; 64];
        let mut rows = Rows::new(bytes, 0, delimiter);
        for _ in 0..TRIED {
            let Ok(Some(row)) = rows.next_row() else {
                break;
            };
            widths[row.cells.len().min(widths.len() - 1)] += 1;
        }
        let wide = widths.iter().enumerate().skip(2);
        wide.map(|(width, &rows)| (rows, width)).max()
    };
    let best = DELIMITERS.iter().rev().max_by_key(|delimiter| evenness(delimiter));
    best.copied().unwrap_or(b',')
}

/// Where the rows of a table in UTF-8 begin, in bytes, and what separates their cells.
pub(in crate::exchange) fn layout(bytes: &[u8]) -> (usize, u8) {
    let (rows, _, named) = without_separator_line(bytes);
    let delimiter = named.unwrap_or_else(|| delimiter(rows));
    (bytes.len() - rows.len(), delimiter)
}

/// Skips the line `sep=;`, which names the delimiter for spreadsheet programs.
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
