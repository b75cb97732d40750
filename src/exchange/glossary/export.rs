//! Writes a glossary for other programs; each of these files reads back as the same entries.

use std::io::Write;
use std::path::Path;

use csv::WriterBuilder;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::tbx::{self, Edition};
use super::{COLUMNS, Table, write};
use crate::error::{Error, Result};
use crate::exchange::unwrapped::unwrapped;
use crate::glossary::Entry;

/// How wide the columns of a spreadsheet are, in characters.
const WIDTHS: [f64; COLUMNS.len()] = [40.0, 40.0, 14.0, 11.0, 50.0];

/// The mark by which a spreadsheet program knows that a CSV file is in UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Writes `entries` as `table` into `output`; `path` names it in errors.
///
/// # Errors
///
/// Where `output` cannot be written to, a spreadsheet has no room for the entries, or `table` is only read: XLS and
/// ODS.
pub fn export(mut output: impl Write, table: Table, entries: &[Entry], path: &Path) -> Result<()> {
    match table {
        Table::Tsv => write(output, entries).map_err(|e| Error::write(path, e)),
        Table::Csv => csv(output, entries).map_err(|e| Error::write(path, e)),
        Table::Tbx => tbx::write(output, Edition::Of2019, entries, path),
        Table::Tbx2008 => tbx::write(output, Edition::Of2008, entries, path),
        Table::Xlsx => {
            let bytes = xlsx(entries)
                .map_err(|e| Error::refused(format!("no room in a spreadsheet: {e}")).at(path))?;
            output.write_all(&bytes).map_err(|e| Error::write(path, e))
        }
        Table::Xls | Table::Ods => {
            let message = "such a file is read, not written; write .xlsx, .csv, .tsv or .tbx";
            Err(Error::refused(message).at(path))
        }
    }
}

fn csv(mut output: impl Write, entries: &[Entry]) -> std::io::Result<()> {
    output.write_all(BYTE_ORDER_MARK)?;
    let mut writer = WriterBuilder::new().from_writer(output);
    writer.write_record(COLUMNS).map_err(unwrapped)?;
    for row in write::sorted(entries) {
        writer.write_record(&row).map_err(unwrapped)?;
    }
    writer.flush()
}

/// A spreadsheet, always the same bytes for the same entries.
fn xlsx(entries: &[Entry]) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    let sheet = workbook.add_worksheet();
    sheet.set_name("glossary")?.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    for (column, (name, width)) in (0..).zip(COLUMNS.iter().zip(WIDTHS)) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, *name, &bold)?;
    }
    for (line, row) in (1..).zip(write::sorted(entries)) {
        for (column, cell) in (0..).zip(row) {
            sheet.write_string(line, column, cell)?;
        }
    }
    workbook.save_to_buffer()
}
