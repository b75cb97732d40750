//! Fills an Excel workbook: only the part of the sheet that is read is rewritten, and in it only the filled cells.

use std::collections::{HashMap, HashSet};
use std::io::Cursor;
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::columns::Columns;
use super::plain;
use super::position::Position;
use crate::error::Result;
use crate::exchange::archive::with_parts;
use crate::exchange::sheet::XlsxWorkbook as Workbook;
use crate::exchange::sheet::parts::{attribute, damaged, each_tag, not_xml, part_of, text_of};
use crate::exchange::units::{Filled, Placing};
use crate::exchange::xml::content::{escaped, forbidden, not_held};
use crate::exchange::xml::place;

/// The workbook with the fillings of `placing` in the column of the translations; a cell with a formula stays as it is.
///
/// # Errors
///
/// Where the workbook cannot be read, or a translation has a character that XML cannot represent.
pub(in crate::exchange) fn fill_xlsx(
    file: &[u8],
    placing: &Placing<'_>,
    path: &Path,
) -> Result<Filled> {
    fill(file, placing).map_err(|error| error.at(path))
}

fn fill(file: &[u8], placing: &Placing<'_>) -> Result<Filled> {
    let Some(column) = Column::of(file)? else {
        return Ok(placing.filled(file.to_vec(), &[]));
    };
    let fillings = (0..placing.units.len()).filter_map(|at| Some((at, placing.filling(at)?)));
    let rows =
        fillings.map(|(at, filling)| (placing.units[at].line, (at, filling.target.text.as_str())));
    let (file, placed) = column.with(file, rows.collect())?;
    Ok(placing.filled(file, &placed))
}

/// The workbook with other texts in the column of the translations, each with its row.
///
/// # Errors
///
/// As for [`fill_xlsx`].
pub(in crate::exchange) fn rewrite_xlsx(file: &[u8], texts: &[(u64, String)]) -> Result<Vec<u8>> {
    let Some(column) = Column::of(file)? else {
        return Ok(file.to_vec());
    };
    let texts = texts.iter().enumerate();
    let rows = texts.map(|(at, (row, text))| (*row, (at, text.as_str())));
    Ok(column.with(file, rows.collect())?.0)
}

/// The rows whose translation can be rewritten: it is a text in one format, and not made by a formula.
///
/// # Errors
///
/// Where the workbook cannot be read.
pub(in crate::exchange) fn plain_rows(file: &[u8]) -> Result<HashSet<u64>> {
    let Some(column) = Column::of(file)? else {
        return Ok(HashSet::new());
    };
    let mut parts = ZipArchive::new(Cursor::new(file)).map_err(|e| damaged(&e))?;
    let formatted = match parts.index_for_name(SHARED) {
        Some(_) => Some(plain::formatted(&text_of(&mut parts, SHARED)?)?),
        None => None,
    };
    plain::rows(&column.xml, column.at, formatted.as_ref())
}

/// The part with the texts that cells share.
const SHARED: &str = "xl/sharedStrings.xml";

/// The column of the translations.
struct Column {
    /// The part of the archive in which it is.
    part: String,
    xml: String,
    /// Its number, from 0.
    at: usize,
}

impl Column {
    /// The column of the sheet that is read; `None` if that sheet has no units.
    fn of(file: &[u8]) -> Result<Option<Self>> {
        let (name, sheet) = Workbook::open(file)?.first()?;
        let columns = sheet.rows().next().and_then(Columns::of);
        let mut parts = ZipArchive::new(Cursor::new(file)).map_err(|e| damaged(&e))?;
        let part = part_of(&mut parts, &name)?;
        let (Some(columns), Some(part)) = (columns, part) else {
            return Ok(None);
        };
        Ok(Some(Self { xml: text_of(&mut parts, &part)?, part, at: columns.target }))
    }

    /// The file with texts in rows, each with its number; and the numbers of those that have been put in.
    fn with(
        &self,
        file: &[u8],
        rows: HashMap<u64, (usize, &str)>,
    ) -> Result<(Vec<u8>, Vec<usize>)> {
        rows.values().try_for_each(|(_, text)| check(text))?;
        let mut cells = Cells {
            xml: &self.xml,
            target: self.at,
            rows,
            out: String::with_capacity(self.xml.len()),
            written: 0,
            placed: Vec::new(),
        };
        cells.walk()?;
        let file = with_parts(file, "spreadsheet", &[(&self.part, &cells.out)])?;
        Ok((file, cells.placed))
    }
}

fn check(text: &str) -> Result<()> {
    match forbidden(text) {
        None => Ok(()),
        Some(c) => Err(not_held("a translation", c)),
    }
}

/// The sheet's part of the archive.
struct Cells<'a> {
    xml: &'a str,
    /// The column of the translations, from 0.
    target: usize,
    /// What is still to be put into which row.
    rows: HashMap<u64, (usize, &'a str)>,
    out: String,
    /// How much of the part has been written.
    written: usize,
    /// The units that have been filled.
    placed: Vec<usize>,
}

impl Cells<'_> {
    fn walk(&mut self) -> Result<()> {
        let mut reader = Reader::from_str(self.xml);
        let mut position = Position::default();
        loop {
            let start = place(&reader);
            let event = reader.read_event().map_err(|e| not_xml(&e))?;
            match &event {
                Event::Eof => break,
                Event::End(tag) if tag.local_name().as_ref() == "row" => {
                    self.insert(position.row, start, prefix(tag.name().as_ref()));
                }
                Event::Start(tag) | Event::Empty(tag) => {
                    let Some(at) = position.take(tag)? else {
                        continue;
                    };
                    let row = position.row;
                    let prefix = prefix(tag.name().as_ref()).to_owned();
                    if at > self.target {
                        self.insert(row, start, &prefix);
                    } else if at == self.target && self.rows.contains_key(&row) {
                        let style = attribute(tag, "s")?;
                        let mut is_made = false;
                        if matches!(event, Event::Start(_)) {
                            let name = tag.to_end().into_owned();
                            let cell = reader.read_text(name.name()).map_err(|e| not_xml(&e))?;
                            is_made = has_formula(&cell)?;
                        }
                        if is_made {
                            self.rows.remove(&row);
                        } else {
                            self.put(row, start, place(&reader), style.as_deref(), &prefix);
                        }
                    }
                }
                _ => {}
            }
        }
        self.out.push_str(&self.xml[self.written..]);
        Ok(())
    }

    /// Puts a new cell at a place, if the row still lacks it.
    fn insert(&mut self, row: u64, at: usize, prefix: &str) {
        self.put(row, at, at, None, prefix);
    }

    /// Puts the cell of a row in place of what stands there.
    fn put(&mut self, row: u64, start: usize, end: usize, style: Option<&str>, prefix: &str) {
        let Some((unit, text)) = self.rows.remove(&row) else {
            return;
        };
        let style = style.map_or_else(String::new, |style| format!(" s=\"{}\"", escaped(style)));
        let name = format!("{}{row}", letters(self.target));
        let text = escaped(text);
        self.out.push_str(&self.xml[self.written..start]);
        self.out.push_str(&format!(
            "<{prefix}c r=\"{name}\"{style} t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}is></{prefix}c>"
        ));
        self.written = end;
        self.placed.push(unit);
    }
}

/// Whether a formula makes the value of the cell in which `xml` stands.
fn has_formula(xml: &str) -> Result<bool> {
    let mut is_there = false;
    each_tag(xml, "f", |_| {
        is_there = true;
        Ok(())
    })?;
    Ok(is_there)
}

/// The prefix of a name, with its colon.
fn prefix(name: &str) -> &str {
    &name[..name.find(':').map_or(0, |colon| colon + 1)]
}

/// The name of a column: `B` for 1.
fn letters(column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    match column / 26 {
        0 => letter.to_string(),
        more => letters(more - 1) + &letter.to_string(),
    }
}
