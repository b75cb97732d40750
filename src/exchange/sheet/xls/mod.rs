//! XLS, the binary format of Excel 97 to 2003 (BIFF8, MS-XLS), in its container (MS-CFB, by `cfb`).
//!
//! Read here and not by `calamine`, which allocates whatever size a file claims to have, and panics where a file points
//! outside itself.

mod record;
mod strings;
mod formats;

use std::io::{Cursor, Read};

use self::formats::Formats;
use self::record::{Record, Records};
use super::rows::Sheet;
use super::tab::{LOCKED, Named};
use crate::error::{Error, Result};

/// The most bytes of a workbook; 65,536 rows need far less.
const MOST: u64 = 256 * 1024 * 1024;

/// The most sheets.
const MOST_SHEETS: usize = 1024;

/// The version of the records, the only one in which text is Unicode.
const BIFF8: u16 = 0x0600;

mod kind {
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const EOF: u16 = 0x000A;
    pub(super) const FILE_PASS: u16 = 0x002F;
    pub(super) const BOUND_SHEET: u16 = 0x0085;
    pub(super) const MUL_RK: u16 = 0x00BD;
    pub(super) const RICH_STRING: u16 = 0x00D6;
    pub(super) const SHARED_STRINGS: u16 = 0x00FC;
    pub(super) const LABEL_SST: u16 = 0x00FD;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const LABEL: u16 = 0x0204;
    pub(super) const BOOL_ERR: u16 = 0x0205;
    pub(super) const STRING: u16 = 0x0207;
    pub(super) const RK: u16 = 0x027E;
    pub(super) const BOF: u16 = 0x0809;
}

/// A workbook: its stream of records, and what its first part says about the others.
pub(super) struct Workbook {
    stream: Vec<u8>,
    strings: Vec<String>,
    formats: Formats,
    sheets: Vec<(usize, Named)>,
}

impl Workbook {
    pub(super) fn open(file: &[u8]) -> Result<Self> {
        let stream = stream(file)?;
        let mut strings = Vec::new();
        let mut formats = Formats::default();
        let mut sheets = Vec::new();
        let mut records = Records::at(&stream, 0);
        let first = records.next().ok_or_else(damaged)?;
        if first.kind != kind::BOF || first.data.first_chunk() != Some(&BIFF8.to_le_bytes()) {
            let message = "a spreadsheet from before Excel 97; save it anew as .xlsx";
            return Err(Error::malformed(message));
        }
        loop {
            let record = records.next().ok_or_else(damaged)?;
            match record.kind {
                kind::EOF => break,
                kind::FILE_PASS => return Err(Error::malformed(LOCKED)),
                kind::SHARED_STRINGS => {
                    strings = strings::shared(&record, &mut records).ok_or_else(damaged)?;
                }
                kind::BOUND_SHEET if sheets.len() < MOST_SHEETS => {
                    sheets.extend(bound_sheet(&record).ok_or_else(damaged)?);
                }
                _ => formats.take(&record).ok_or_else(damaged)?,
            }
        }
        Ok(Self { stream, strings, formats, sheets })
    }

    pub(super) fn sheets(&self) -> Vec<Named> {
        let sheets = self.sheets.iter();
        let named =
            sheets.map(|(_, sheet)| Named { name: sheet.name.clone(), is_hidden: sheet.is_hidden });
        named.collect()
    }

    pub(super) fn read(&self, at: usize) -> Result<Sheet> {
        let mut cells = self.cells(self.sheets[at].0).ok_or_else(damaged)?;
        cells.sort_by_key(|cell| (cell.row, cell.column));
        cells.dedup_by_key(|cell| (cell.row, cell.column));
        let mut sheet = Sheet::default();
        for row in cells.chunk_by(|a, b| a.row == b.row) {
            for cell in row {
                sheet.fill(usize::from(cell.column));
                match cell.value {
                    Value::Shared(index) => sheet.push(&self.strings[index]),
                    Value::Own(ref text) => sheet.push(text),
                }
            }
            sheet.end_row(u64::from(row[0].row) + 1)?;
        }
        Ok(sheet)
    }

    /// The cells of the sheet that begins at `start`; `None` where its records are damaged or cut off.
    fn cells(&self, start: usize) -> Option<Vec<Cell>> {
        let mut records = Records::at(&self.stream, start);
        let mut cells = Vec::new();
        let mut depth = 0_usize;
        let mut formula = None;
        loop {
            let record = records.next()?;
            match record.kind {
                kind::BOF => depth += 1,
                kind::EOF if depth <= 1 => return Some(cells),
                kind::EOF => depth -= 1,
                // Charts stand inside a sheet, with cells of their own.
                _ if depth != 1 => {}
                kind::STRING => {
                    let (row, column) = formula.take()?;
                    let text = strings::text(record.data.get(..)?)?;
                    cells.push(Cell::own(row, column, text));
                }
                kind::FORMULA => match self.formula_value(&record)? {
                    FormulaValue::Text => formula = Some((record.u16(0)?, record.u16(2)?)),
                    FormulaValue::Own(text) => {
                        cells.push(Cell::own(record.u16(0)?, record.u16(2)?, text));
                    }
                },
                kind::MUL_RK => self.mul_rk(&record, &mut cells)?,
                _ => cells.extend(self.cell(&record)?),
            }
        }
    }

    /// The cell in a record; `Some(None)` where it has none.
    #[expect(clippy::option_option, reason = "damaged, no cell, a cell")]
    fn cell(&self, record: &Record<'_>) -> Option<Option<Cell>> {
        let text = match record.kind {
            kind::LABEL_SST => {
                let index = usize::try_from(record.u32(6)?).ok()?;
                self.strings.get(index)?;
                return Some(Some(Cell {
                    row: record.u16(0)?,
                    column: record.u16(2)?,
                    value: Value::Shared(index),
                }));
            }
            kind::LABEL | kind::RICH_STRING => strings::text(record.data.get(6..)?)?,
            kind::NUMBER => {
                let number = f64::from_le_bytes(record.bytes(6)?);
                self.formats.written(number, record.u16(4)?)
            }
            kind::RK => self.formats.written(rk(record.u32(6)?), record.u16(4)?),
            kind::BOOL_ERR => bool_or_error(record.u8(6)?, record.u8(7)? == 1),
            _ => return Some(None),
        };
        Some(Some(Cell::own(record.u16(0)?, record.u16(2)?, text)))
    }

    fn formula_value(&self, record: &Record<'_>) -> Option<FormulaValue> {
        let value: [u8; 8] = record.bytes(6)?;
        Some(match value {
            [0, .., 0xFF, 0xFF] => FormulaValue::Text,
            [1, _, truth, .., 0xFF, 0xFF] => FormulaValue::Own(bool_or_error(truth, false)),
            [2, _, error, .., 0xFF, 0xFF] => FormulaValue::Own(bool_or_error(error, true)),
            [.., 0xFF, 0xFF] => FormulaValue::Own(String::new()),
            number => {
                let number = f64::from_le_bytes(number);
                FormulaValue::Own(self.formats.written(number, record.u16(4)?))
            }
        })
    }

    /// Several numbers side by side.
    fn mul_rk(&self, record: &Record<'_>, cells: &mut Vec<Cell>) -> Option<()> {
        let (row, first) = (record.u16(0)?, record.u16(2)?);
        let numbers = record.data.get(4..record.data.len().checked_sub(2)?)?;
        for (column, number) in (usize::from(first)..).zip(numbers.chunks_exact(6)) {
            let column = u16::try_from(column).ok()?;
            let cell = u16::from_le_bytes(number[..2].try_into().ok()?);
            let number = u32::from_le_bytes(number[2..].try_into().ok()?);
            let text = self.formats.written(rk(number), cell);
            cells.push(Cell::own(row, column, text));
        }
        Some(())
    }
}

struct Cell {
    row: u16,
    column: u16,
    value: Value,
}

/// The value of a cell: one of the strings that the workbook shares, or a text of its own.
enum Value {
    Shared(usize),
    Own(String),
}

impl Cell {
    fn own(row: u16, column: u16, text: String) -> Self {
        Self { row, column, value: Value::Own(text) }
    }
}

fn stream(file: &[u8]) -> Result<Vec<u8>> {
    let mut container = cfb::CompoundFile::open(Cursor::new(file)).map_err(|_| damaged())?;
    let name = if container.is_stream("/Workbook") { "/Workbook" } else { "/Book" };
    if !container.is_stream(name) {
        let message =
            if container.is_stream("/EncryptedPackage") { LOCKED } else { "not a spreadsheet" };
        return Err(Error::malformed(message));
    }
    let mut bytes = Vec::new();
    let stream = container.open_stream(name).map_err(|_| damaged())?;
    stream.take(MOST).read_to_end(&mut bytes).map_err(|_| damaged())?;
    Ok(bytes)
}

/// Where a sheet begins, and its name; `Some(None)` for one that is not a table: charts, macros.
#[expect(clippy::option_option, reason = "damaged, no sheet, a sheet")]
fn bound_sheet(record: &Record<'_>) -> Option<Option<(usize, Named)>> {
    if record.u8(5)? != 0 {
        return Some(None);
    }
    let named = Named {
        name: strings::short_text(record.data.get(6..)?)?,
        is_hidden: record.u8(4)? & 3 != 0,
    };
    Some(Some((usize::try_from(record.u32(0)?).ok()?, named)))
}

/// The result of a formula; a text stands in the record that follows.
enum FormulaValue {
    Text,
    Own(String),
}

/// A number in four bytes: an integer or the upper half of a double, as it is or divided by a hundred.
fn rk(bits: u32) -> f64 {
    let number = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from(bits.cast_signed() >> 2),
    };
    if bits & 1 == 1 { number / 100.0 } else { number }
}

fn bool_or_error(value: u8, is_error: bool) -> String {
    let text = match (is_error, value) {
        (false, 0) => "false",
        (false, _) => "true",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0F) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1D) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    };
    text.to_owned()
}

fn damaged() -> Error {
    Error::malformed("no spreadsheet, or one that is damaged or cut off")
}
