//! Fills a workbook of Excel: only the part of the sheet that is read is written anew, and in it only the cells that are filled.

use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::{Error, Result};
use crate::exchange::archive::with_parts;
use crate::exchange::bilingual::{Columns, Filled, Filling, Placing};
use crate::exchange::sheet::xlsx::Workbook;
use crate::exchange::xml::content::{code_point, escaped, forbidden};
use crate::exchange::xml::{attributes, place};

/// The workbook with the fillings of `placing` in the column of the translations.
///
/// # Errors
///
/// Where the workbook cannot be read, or a translation holds a character that XML cannot hold.
pub(in crate::exchange) fn fill_xlsx(
    file: &[u8],
    placing: &Placing<'_>,
    path: &Path,
) -> Result<Filled> {
    fill(file, placing).map_err(|error| error.at(path))
}

fn fill(file: &[u8], placing: &Placing<'_>) -> Result<Filled> {
    let (name, sheet) = Workbook::open(file)?.first()?;
    let columns = sheet.rows().next().and_then(Columns::of);
    let mut parts = ZipArchive::new(Cursor::new(file)).map_err(|e| damaged(&e))?;
    let part = part_of(&mut parts, &name)?;
    let (Some(columns), Some(part)) = (columns, part) else {
        return Ok(placing.filled(file.to_vec(), &[]));
    };
    let xml = text_of(&mut parts, &part)?;
    let mut rows = HashMap::new();
    for at in 0..placing.units.len() {
        if let Some(filling) = placing.filling(at) {
            check(filling)?;
            rows.insert(placing.units[at].line, (at, filling));
        }
    }
    let mut cells = Cells {
        xml: &xml,
        target: columns.target,
        rows,
        out: String::with_capacity(xml.len()),
        written: 0,
        placed: Vec::new(),
    };
    cells.walk()?;
    let Cells { out, placed, .. } = cells;
    let file = with_parts(file, "spreadsheet", &[(&part, &out)])?;
    Ok(placing.filled(file, &placed))
}

fn check(filling: &Filling) -> Result<()> {
    match forbidden(&filling.target.text) {
        None => Ok(()),
        Some(c) => Err(Error::refused(format!(
            "a translation holds {}, which XML cannot hold",
            code_point(c)
        ))),
    }
}

/// The sheet's part of the archive.
struct Cells<'a> {
    xml: &'a str,
    /// The column of the translations, from 0.
    target: usize,
    /// What is still to be put into which row.
    rows: HashMap<u64, (usize, &'a Filling)>,
    out: String,
    /// How much of the part has been written.
    written: usize,
    /// The units that have been filled.
    placed: Vec<usize>,
}

impl Cells<'_> {
    fn walk(&mut self) -> Result<()> {
        let mut reader = Reader::from_str(self.xml);
        let (mut row, mut column) = (0_u64, 0_usize);
        loop {
            let start = place(&reader);
            let event = reader.read_event().map_err(|e| not_xml(&e))?;
            match &event {
                Event::Eof => break,
                Event::Start(tag) if is(tag, "row") => {
                    let named = attribute(tag, "r")?.and_then(|number| number.parse().ok());
                    row = named.unwrap_or(row + 1);
                    column = 0;
                }
                Event::End(tag) if tag.local_name().as_ref() == "row" => {
                    self.insert(row, start, prefix(tag.name().as_ref()));
                }
                Event::Start(tag) | Event::Empty(tag) if is(tag, "c") => {
                    let named = attribute(tag, "r")?.and_then(|name| column_of(&name));
                    let at = named.unwrap_or(column);
                    column = at + 1;
                    let prefix = prefix(tag.name().as_ref()).to_owned();
                    if at > self.target {
                        self.insert(row, start, &prefix);
                    } else if at == self.target && self.rows.contains_key(&row) {
                        let style = attribute(tag, "s")?;
                        if matches!(event, Event::Start(_)) {
                            let name = tag.to_end().into_owned();
                            reader.read_to_end(name.name()).map_err(|e| not_xml(&e))?;
                        }
                        self.put(row, start, place(&reader), style.as_deref(), &prefix);
                    }
                }
                _ => {}
            }
        }
        self.out.push_str(&self.xml[self.written..]);
        Ok(())
    }

    /// Puts a new cell at a place, where the row still lacks it.
    fn insert(&mut self, row: u64, at: usize, prefix: &str) {
        self.put(row, at, at, None, prefix);
    }

    /// Puts the cell of a row in the place of what stands there.
    fn put(&mut self, row: u64, start: usize, end: usize, style: Option<&str>, prefix: &str) {
        let Some((unit, filling)) = self.rows.remove(&row) else {
            return;
        };
        let style = style.map_or_else(String::new, |style| format!(" s=\"{}\"", escaped(style)));
        let name = format!("{}{row}", letters(self.target));
        let text = escaped(&filling.target.text);
        self.out.push_str(&self.xml[self.written..start]);
        self.out.push_str(&format!(
            "<{prefix}c r=\"{name}\"{style} t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}is></{prefix}c>"
        ));
        self.written = end;
        self.placed.push(unit);
    }
}

/// The part in which the sheet `name` is.
fn part_of(parts: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>> {
    let mut id = None;
    each_tag(&text_of(parts, "xl/workbook.xml")?, "sheet", |tag| {
        let mut own_id = None;
        let mut is_it = false;
        attributes::each(tag, |key, value| match key.rsplit(':').next() {
            Some("name") => is_it = value == name,
            Some("id") => own_id = Some(value.to_owned()),
            _ => {}
        })
        .map_err(Error::malformed)?;
        if is_it {
            id = own_id;
        }
        Ok(())
    })?;
    let mut part = None;
    each_tag(
        &text_of(parts, "xl/_rels/workbook.xml.rels")?,
        "Relationship",
        |tag| {
            if id.is_some() && attribute(tag, "Id")? == id {
                part = attribute(tag, "Target")?;
            }
            Ok(())
        },
    )?;
    Ok(part.map(|part| match part.strip_prefix('/') {
        Some(part) => part.to_owned(),
        None => format!("xl/{part}"),
    }))
}

fn each_tag(
    xml: &str,
    name: &str,
    mut take: impl FnMut(&BytesStart<'_>) -> Result<()>,
) -> Result<()> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|e| not_xml(&e))? {
            Event::Eof => return Ok(()),
            Event::Start(tag) | Event::Empty(tag) if is(&tag, name) => take(&tag)?,
            _ => {}
        }
    }
}

/// The text of a part; the archive has been found to be of a size that can be held.
fn text_of(parts: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String> {
    let mut text = String::new();
    let mut part = parts.by_name(name).map_err(|e| damaged(&e))?;
    let read = part.read_to_string(&mut text);
    read.map_err(|e| damaged(&ZipError::Io(e)))?;
    Ok(text)
}

fn is(tag: &BytesStart<'_>, name: &str) -> bool {
    tag.local_name().as_ref() == name
}

/// The prefix of a name, with its colon.
fn prefix(name: &str) -> &str {
    &name[..name.find(':').map_or(0, |colon| colon + 1)]
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>> {
    attributes::value_of(tag, name).map_err(Error::malformed)
}

/// The column of a cell by its name: 1 for `B7`.
fn column_of(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters.fold(0_usize, |number, letter| {
        number
            .saturating_mul(26)
            .saturating_add(usize::from(letter - b'A') + 1)
    });
    number.checked_sub(1)
}

/// The name of a column: `B` for 1.
fn letters(column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    match column / 26 {
        0 => letter.to_string(),
        more => letters(more - 1) + &letter.to_string(),
    }
}

fn not_xml(error: &quick_xml::Error) -> Error {
    Error::malformed(format!("a spreadsheet that is damaged: {error}"))
}

fn damaged(error: &ZipError) -> Error {
    Error::malformed(format!("a spreadsheet that is damaged or cut off: {error}"))
}
