//! XLSX, the format of Excel 2007 and later, by `calamine`, cell by cell.
//!
//! The archive is unpacked once before, so that a bomb is found there; and no table is made of the
//! size that a file claims to have, as `calamine` itself would.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::date;
use super::rows::Sheet;
use super::workbook::{LOCKED, Named};
use super::xls;
use crate::error::{Error, Result};
use crate::exchange::archive::Archive;

/// The first bytes of the container of old spreadsheets, in which Excel puts what it encrypts, too.
const CONTAINER: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

pub(super) struct Workbook<'a>(Xlsx<Cursor<&'a [u8]>>);

impl<'a> Workbook<'a> {
    pub(super) fn open(file: &'a [u8]) -> Result<Self> {
        if file.starts_with(CONTAINER) {
            xls::Workbook::open(file)?;
            let message = "a spreadsheet of Excel 97 to 2003; name it .xls";
            return Err(Error::malformed(message));
        }
        Archive::open(file, "spreadsheet")?;
        Ok(Self(Xlsx::new(Cursor::new(file)).map_err(|e| damaged(&e))?))
    }

    pub(super) fn sheets(&self) -> Vec<Named> {
        let sheets = self.0.sheets_metadata().iter();
        let tables = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let named = tables.map(|sheet| Named {
            name: sheet.name.clone(),
            is_hidden: sheet.visible != SheetVisible::Visible,
        });
        named.collect()
    }

    pub(super) fn read(&mut self, name: &str) -> Result<Sheet> {
        let mut cells = self
            .0
            .worksheet_cells_reader(name)
            .map_err(|e| damaged(&e))?;
        let mut sheet = Sheet::default();
        let mut row = 0;
        while let Some(cell) = cells.next_cell().map_err(|e| damaged(&e))? {
            let (at, column) = cell.get_position();
            if at < row {
                return Err(Error::malformed(
                    "a spreadsheet whose rows are out of order",
                ));
            }
            if at > row {
                sheet.end_row(u64::from(row) + 1)?;
                row = at;
            }
            push(&mut sheet, column as usize, cell.get_value());
        }
        sheet.end_row(u64::from(row) + 1)?;
        Ok(sheet)
    }
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
