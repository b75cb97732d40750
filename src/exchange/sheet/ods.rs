//! ODS, the spreadsheets of LibreOffice.
//!
//! Read here and not by `calamine`, which writes out every repeated cell before it looks at how many there are: a few
//! kilobytes become gigabytes.

use std::collections::HashSet;
use std::io::BufReader;

use quick_xml::events::{BytesStart, Event};

use super::rows::Sheet;
use super::tab::Named;
use crate::error::{Error, Result};
use crate::exchange::archive::Archive;
use crate::exchange::xml::{Events, attributes};

/// Where the text of a cell is cut off: one byte more than a cell may have.
const LONGEST: usize = 64 * 1024 + 1;

/// The most cells of a row that are looked at.
const WIDEST: usize = 1024;

pub(super) struct Workbook<'a>(Archive<'a>);

impl<'a> Workbook<'a> {
    pub(super) fn open(file: &'a [u8]) -> Result<Self> {
        let mut archive = Archive::open(file, "spreadsheet")?;
        archive.refuse_encrypted()?;
        Ok(Self(archive))
    }

    pub(super) fn sheets(&mut self) -> Result<Vec<Named>> {
        Ok(self.content(None)?.tables)
    }

    pub(super) fn read(&mut self, at: usize) -> Result<Sheet> {
        Ok(self.content(Some(at))?.sheet)
    }

    /// Goes through all tables, and reads the one that is wanted.
    fn content(&mut self, wanted: Option<usize>) -> Result<Content> {
        let mut events = Events::new(BufReader::new(self.0.part("content.xml")?))?;
        let mut content = Content::new(wanted);
        let mut depth = 0_usize;
        loop {
            let (event, _) = events.next()?;
            match event {
                Event::Start(tag) => {
                    depth += 1;
                    content.start(&tag)?;
                }
                Event::Empty(tag) => {
                    content.start(&tag)?;
                    content.end(tag.local_name().as_ref())?;
                }
                Event::End(tag) => {
                    depth = depth.saturating_sub(1);
                    content.end(tag.local_name().as_ref())?;
                }
                Event::Text(text) => content.text(&text),
                Event::CData(text) => content.text(&text),
                Event::GeneralRef(reference) => {
                    if let Some(text) = quick_xml::escape::resolve_xml_entity(&reference) {
                        content.text(text);
                    } else if let Ok(Some(c)) = reference.resolve_char_ref() {
                        content.text(c.encode_utf8(&mut [0; 4]));
                    }
                }
                Event::Eof if depth > 0 => {
                    return Err(Error::malformed("a spreadsheet that is cut off"));
                }
                Event::Eof => return Ok(content),
                _ => {}
            }
        }
    }
}

/// The most times that a row with something in it may be repeated.
const MOST_REPEATS: u64 = 1000;

/// The document as far as it has been read.
struct Content {
    wanted: Option<usize>,
    tables: Vec<Named>,
    sheet: Sheet,
    /// The styles of tables that are hidden, and the style that is being read.
    hidden: HashSet<String>,
    style: String,
    /// How many tables stand around this place; one inside a cell is not a sheet.
    nested: usize,
    /// How many elements around this place contain something other than the text of a cell: comments, pronunciations.
    aside: usize,
    line: u64,
    row: Vec<String>,
    row_repeats: u64,
    cell: Option<Cell>,
    /// How many empty cells stand before the next one with anything in it.
    gap: usize,
}

struct Cell {
    text: String,
    repeats: usize,
    paragraphs: usize,
}

impl Content {
    fn new(wanted: Option<usize>) -> Self {
        Self {
            wanted,
            tables: Vec::new(),
            sheet: Sheet::default(),
            hidden: HashSet::new(),
            style: String::new(),
            nested: 0,
            aside: 0,
            line: 1,
            row: Vec::new(),
            row_repeats: 1,
            cell: None,
            gap: 0,
        }
    }

    /// Whether this place is in the table that is wanted, and in no other inside it.
    fn is_here(&self) -> bool {
        self.nested == 1 && self.wanted.is_some_and(|at| at + 1 == self.tables.len())
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<()> {
        match tag.local_name().as_ref() {
            "style" => self.style = attribute(tag, "style:name")?.unwrap_or_default(),
            "table-properties" if attribute(tag, "table:display")?.as_deref() == Some("false") => {
                self.hidden.insert(std::mem::take(&mut self.style));
            }
            "table" => self.start_table(tag)?,
            "annotation" | "ruby-text" => self.aside += 1,
            _ if !self.is_here() || self.aside > 0 => {}
            "table-row" => {
                self.row.clear();
                self.gap = 0;
                self.row_repeats = count(tag, "table:number-rows-repeated")?;
            }
            "table-cell" | "covered-table-cell" => {
                let repeats = count(tag, "table:number-columns-repeated")?;
                self.cell = Some(Cell {
                    text: String::new(),
                    repeats: usize::try_from(repeats).unwrap_or(WIDEST).min(WIDEST),
                    paragraphs: 0,
                });
            }
            "p" => {
                if let Some(cell) = &mut self.cell {
                    cell.paragraphs += 1;
                    if cell.paragraphs > 1 {
                        self.text("\n");
                    }
                }
            }
            "s" => {
                let spaces = usize::try_from(count(tag, "text:c")?).unwrap_or(1).min(LONGEST);
                self.text(&" ".repeat(spaces));
            }
            "tab" => self.text("\t"),
            "line-break" => self.text("\n"),
            _ => {}
        }
        Ok(())
    }

    fn start_table(&mut self, tag: &BytesStart<'_>) -> Result<()> {
        self.nested += 1;
        if self.nested == 1 {
            let style = attribute(tag, "table:style-name")?;
            self.tables.push(Named {
                name: attribute(tag, "table:name")?.unwrap_or_default(),
                is_hidden: style.is_some_and(|style| self.hidden.contains(&style)),
            });
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<()> {
        match name {
            "table" => self.nested = self.nested.saturating_sub(1),
            "annotation" | "ruby-text" => self.aside = self.aside.saturating_sub(1),
            _ if !self.is_here() || self.aside > 0 => {}
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        let is_here = self.is_here() && self.aside == 0;
        let Some(cell) = self.cell.as_mut().filter(|cell| is_here && cell.paragraphs > 0) else {
            return;
        };
        if cell.text.len() < LONGEST {
            cell.text.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else {
            return;
        };
        if cell.text.is_empty() {
            self.gap += cell.repeats;
            return;
        }
        let width = (self.row.len() + self.gap).min(WIDEST);
        self.row.resize(width, String::new());
        self.gap = 0;
        let repeats = cell.repeats.min(WIDEST - width);
        self.row.extend(std::iter::repeat_n(cell.text, repeats));
    }

    fn end_row(&mut self) -> Result<()> {
        if !self.row.is_empty() {
            if self.row_repeats > MOST_REPEATS {
                let message = format!("a row that says it stands there {} times", self.row_repeats);
                return Err(Error::malformed(message).on_line(self.line));
            }
            for line in self.line..self.line.saturating_add(self.row_repeats) {
                for cell in &self.row {
                    self.sheet.push(cell);
                }
                self.sheet.end_row(line)?;
            }
        }
        self.line = self.line.saturating_add(self.row_repeats);
        Ok(())
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>> {
    attributes::value_of(tag, name).map_err(Error::malformed)
}

/// The number in an attribute; 1 where there is none.
fn count(tag: &BytesStart<'_>, name: &str) -> Result<u64> {
    let value = attribute(tag, name)?;
    Ok(value.and_then(|value| value.parse().ok()).unwrap_or(1))
}
