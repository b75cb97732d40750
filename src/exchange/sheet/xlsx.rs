//! XLSX, the format of Excel 2007 and later, by `calamine`, cell by cell.
//!
//! The archive is unpacked once beforehand, so that a bomb is found; and no table of the size that a file claims to
//! have is allocated, as `calamine` itself would do.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::rows::Sheet;
use super::tab::{LOCKED, Named};
use super::{date, errors, xls};
use crate::error::{Error, Result};
use crate::exchange::archive::Archive;

/// The first bytes of the container of old spreadsheets, in which Excel also puts encrypted files.
const CONTAINER: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

pub(in crate::exchange) struct Workbook<'a> {
    file: &'a [u8],
    book: Book<'a>,
}

/// The file as `calamine` reads it, changed if `calamine` refuses it.
type Book<'a> = Xlsx<Cursor<Cow<'a, [u8]>>>;

impl<'a> Workbook<'a> {
    pub(in crate::exchange) fn open(file: &'a [u8]) -> Result<Self> {
        if file.starts_with(CONTAINER) {
            xls::Workbook::open(file)?;
            let message = "a spreadsheet of Excel 97 to 2003; name it .xls";
            return Err(Error::malformed(message));
        }
        Archive::open(file, "spreadsheet")?;
        Ok(Self { file, book: opened(Cow::Borrowed(file))? })
    }

    pub(in crate::exchange) fn sheets(&self) -> Vec<Named> {
        let sheets = self.book.sheets_metadata().iter();
        let tables = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let named = tables.map(|sheet| Named {
            name: sheet.name.clone(),
            is_hidden: sheet.visible != SheetVisible::Visible,
        });
        named.collect()
    }

    /// The first visible sheet with anything in it, with its name.
    pub(in crate::exchange) fn first(&mut self) -> Result<(String, Sheet)> {
        for Named { name, is_hidden } in self.sheets() {
            let sheet = self.read(&name)?;
            if !is_hidden && !sheet.is_empty() {
                return Ok((name, sheet));
            }
        }
        Ok((String::new(), Sheet::default()))
    }

    pub(in crate::exchange) fn read(&mut self, name: &str) -> Result<Sheet> {
        match self.cells(name)? {
            Ok(sheet) => Ok(sheet),
            Err(error) => {
                let texts = errors::as_texts(self.file, name)?;
                self.book = opened(Cow::Owned(texts.ok_or_else(|| damaged(&error))?))?;
                self.cells(name)?.map_err(|e| damaged(&e))
            }
        }
    }

    /// The same, or the error about a cell with an unknown error.
    fn cells(&mut self, name: &str) -> Result<std::result::Result<Sheet, XlsxError>> {
        let cells = self.book.worksheet_cells_reader(name);
        let mut cells = cells.map_err(|e| damaged(&e))?;
        let mut sheet = Sheet::default();
        let mut row = 0;
        loop {
            let cell = match cells.next_cell() {
                Ok(Some(cell)) => cell,
                Ok(None) => break,
                Err(error @ XlsxError::CellError(_)) => return Ok(Err(error)),
                Err(error) => return Err(damaged(&error)),
            };
            let (at, column) = cell.get_position();
            if at < row {
                return Err(Error::malformed("a spreadsheet whose rows are out of order"));
            }
            if at > row {
                sheet.end_row(u64::from(row) + 1)?;
                row = at;
            }
            push(&mut sheet, column as usize, cell.get_value());
        }
        sheet.end_row(u64::from(row) + 1)?;
        Ok(Ok(sheet))
    }
}

fn opened(file: Cow<'_, [u8]>) -> Result<Book<'_>> {
    Xlsx::new(Cursor::new(file)).map_err(|e| damaged(&e))
}

fn push(sheet: &mut Sheet, column: usize, value: &DataRef<'_>) {
    let text = text(value);
    if text.is_empty() {
        return;
    }
    if column < sheet.filled() {
        return sheet.fail("cells that are out of order");
    }
    sheet.fill(column);
    sheet.push(&text);
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(date) => date::written(date),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn damaged(error: &XlsxError) -> Error {
    Error::malformed(match error {
        XlsxError::Password => LOCKED.to_owned(),
        error => format!("a spreadsheet that is damaged or cut off: {error}"),
    })
}
