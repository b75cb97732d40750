//! Writes the units of a memory for other programs, one after another.

use std::io::Write;
use std::path::{Path, PathBuf};

use csv::WriterBuilder;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::error::{Error, Result};
use crate::exchange::holdable;
use crate::exchange::po::Messages;
use crate::exchange::unwrapped::unwrapped;
use crate::exchange::xliff::Version;
use crate::exchange::xml::content::forbidden;
use crate::text::Lang;
use crate::unit::TranslationUnit;

/// The formats in which units are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A table with tabs between its cells.
    Tsv,
    /// A table with commas between its cells.
    Csv,
    /// A workbook of Excel 2007 or later.
    Xlsx,
    /// A message catalogue of GNU gettext.
    Po,
    /// XLIFF 1.2.
    Xliff,
    /// XLIFF 2.1.
    Xliff2,
}

/// The mark by which a spreadsheet program knows that a CSV file is in UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// The name in XLIFF of the file from which its units come.
const NAME: &str = "hamta";

/// What a table has of a unit besides its two texts.
const DETAILS: [&str; 5] = ["note", "origin", "method", "author", "date"];

/// Writes units, all in one direction, whatever they were translated from: a file in these formats has only one.
///
/// Tables keep notes, origins, methods, authors and dates; the other formats keep notes alone, and of units that a
/// machine translated that they are still to be looked at. Inline tags are kept by XLIFF; elsewhere what is read in its
/// place is written there.
#[derive(Debug)]
pub struct Writer<W> {
    file: W,
    path: PathBuf,
    lang: Lang,
    number: u64,
    form: Form,
}

#[derive(Debug)]
enum Form {
    Table { delimiter: u8 },
    Workbook(Vec<[String; 7]>),
    Po(Messages),
    Xliff(Version),
}

impl<W: Write> Writer<W> {
    /// Begins a file with units from `lang`; `path` names it in errors.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn start(file: W, format: Written, lang: Lang, path: &Path) -> Result<Self> {
        let (form, head) = match format {
            Written::Tsv => (Form::Table { delimiter: b'\t' }, String::new()),
            Written::Csv => (Form::Table { delimiter: b',' }, BYTE_ORDER_MARK.to_owned()),
            Written::Xlsx => (Form::Workbook(Vec::new()), String::new()),
            Written::Po => (Form::Po(Messages::default()), Messages::head(lang)),
            Written::Xliff => (Form::Xliff(Version::One), Version::One.head(lang, NAME)),
            Written::Xliff2 => (Form::Xliff(Version::Two), Version::Two.head(lang, NAME)),
        };
        let mut writer = Self { file, path: path.to_owned(), lang, number: 0, form };
        writer.put(head.as_bytes())?;
        writer.row(columns(lang))?;
        Ok(writer)
    }

    /// Writes one unit.
    ///
    /// # Errors
    ///
    /// The file cannot be written, or a text has a character that no file of units can contain.
    pub fn write(&mut self, unit: &TranslationUnit) -> Result<()> {
        self.number += 1;
        let (number, lang) = (self.number, self.lang);
        holdable::check(unit, number).map_err(|error| error.at(&self.path))?;
        let text = match &mut self.form {
            Form::Table { .. } | Form::Workbook(_) => return self.row(cells(unit, lang)),
            Form::Po(messages) => messages.unit(unit, number, lang),
            Form::Xliff(version) => version.unit(unit, number, lang),
        };
        self.put(text.as_bytes())
    }

    /// Ends the file and returns it, flushed.
    ///
    /// # Errors
    ///
    /// The file cannot be written, or a workbook has no room for the units.
    pub fn finish(mut self) -> Result<W> {
        match &mut self.form {
            Form::Workbook(rows) => {
                let rows = std::mem::take(rows);
                let bytes = workbook(&rows).map_err(|e| {
                    let message = format!("no room in a spreadsheet: {e}; write a .tsv");
                    Error::refused(message).at(&self.path)
                })?;
                self.put(&bytes)?;
            }
            Form::Xliff(version) => {
                let foot = version.foot();
                self.put(foot.as_bytes())?;
            }
            Form::Table { .. } | Form::Po(_) => {}
        }
        let flushed = self.file.flush();
        flushed.map_err(|error| Error::write(&self.path, error))?;
        Ok(self.file)
    }

    /// Writes a row of a table; other formats have none.
    fn row(&mut self, cells: [String; 7]) -> Result<()> {
        match &mut self.form {
            Form::Table { delimiter } => {
                let mut builder = WriterBuilder::new();
                let mut row = builder.delimiter(*delimiter).from_writer(&mut self.file);
                let written = row.write_record(&cells).map_err(unwrapped);
                let written = written.and_then(|()| row.flush());
                drop(row);
                written.map_err(|e| Error::write(&self.path, e))
            }
            Form::Workbook(rows) => {
                rows.push(cells);
                Ok(())
            }
            Form::Po(_) | Form::Xliff(_) => Ok(()),
        }
    }

    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        let written = self.file.write_all(bytes);
        written.map_err(|error| Error::write(&self.path, error))
    }
}

/// The names of a table's columns.
fn columns(lang: Lang) -> [String; 7] {
    let [note, origin, method, author, date] = DETAILS;
    let (source, target) = (lang.code(), lang.other().code());
    [source, target, note, origin, method, author, date].map(str::to_owned)
}

fn cells(unit: &TranslationUnit, lang: Lang) -> [String; 7] {
    [
        unit.side(lang).with_placeholders().into_owned(),
        unit.side(lang.other()).with_placeholders().into_owned(),
        unit.note.clone().unwrap_or_default(),
        readable(&unit.origin.name),
        unit.origin.method.name().to_owned(),
        unit.author.clone().unwrap_or_default(),
        unit.date.map(|date| date.to_string()).unwrap_or_default(),
    ]
}

/// The name of a file, which may contain anything, as a cell that can be read back.
fn readable(name: &str) -> String {
    let mut name = name.to_owned();
    while let Some(c) = forbidden(&name) {
        name = name.replace(c, "\u{fffd}");
    }
    name
}

/// A workbook, always the same bytes for the same rows.
fn workbook(rows: &[[String; 7]]) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    let sheet = workbook.add_worksheet();
    sheet.set_name("units")?.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap();
    for (column, width) in (0..).zip([60.0, 60.0, 30.0, 20.0, 10.0, 12.0, 22.0]) {
        sheet.set_column_width(column, width)?;
    }
    for (line, row) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            let format = if line == 0 { &bold } else { &wrapped };
            sheet.write_string_with_format(line, column, cell, format)?;
        }
    }
    workbook.save_to_buffer()
}
