//! How the numbers of a workbook are shown: which of them are dates.

use calamine::{ExcelDateTime, ExcelDateTimeType};

use super::record::Record;
use super::strings;
use crate::exchange::sheet::date;

mod kind {
    pub(super) const DATE_MODE: u16 = 0x0022;
    pub(super) const EXTENDED_FORMAT: u16 = 0x00E0;
    pub(super) const FORMAT: u16 = 0x041E;
}

/// The formats of a workbook, as far as they determine what is a date.
#[derive(Debug, Default)]
pub(super) struct Formats {
    /// The numbers of the workbook's own formats that show dates.
    dates: Vec<u16>,
    /// The number of the format of each kind of cell.
    cells: Vec<u16>,
    /// Whether days are counted from 1904, as on old Macintoshes.
    is_1904: bool,
}

impl Formats {
    /// Takes in what a record of the workbook says about formats; `None` where it is damaged.
    pub(super) fn take(&mut self, record: &Record<'_>) -> Option<()> {
        match record.kind {
            kind::DATE_MODE => self.is_1904 = record.u16(0)? == 1,
            kind::EXTENDED_FORMAT => self.cells.push(record.u16(2)?),
            kind::FORMAT if shows_a_date(&strings::text(record.data.get(2..)?)?) => {
                self.dates.push(record.u16(0)?);
            }
            _ => {}
        }
        Some(())
    }

    /// What a cell of the kind `cell` shows for `number`.
    pub(super) fn written(&self, number: f64, cell: u16) -> String {
        match self.cells.get(usize::from(cell)) {
            Some(&format) if self.is_date(format) => date::written(&ExcelDateTime::new(
                number,
                ExcelDateTimeType::DateTime,
                self.is_1904,
            )),
            _ => number.to_string(),
        }
    }

    /// Whether a format shows a date or a time; some built-in formats, which need not be in the workbook, do.
    fn is_date(&self, format: u16) -> bool {
        matches!(format, 14..=22 | 27..=36 | 45..=47 | 50..=58) || self.dates.contains(&format)
    }
}

/// Whether a format has a sign for a part of a date or time, outside literal text.
fn shows_a_date(format: &str) -> bool {
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => drop(chars.find(|&c| c == '"')),
            '[' => drop(chars.find(|&c| c == ']')),
            '\\' | '_' | '*' => drop(chars.next()),
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => return true,
            _ => {}
        }
    }
    false
}
