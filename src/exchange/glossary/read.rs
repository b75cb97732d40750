//! Reads a glossary from any table: finds its columns, keeps what can be read, and says of every other row what is
//! wrong.

use std::io::Read;
use std::path::Path;

use super::column::Column;
use super::columns::Columns;
use super::contents::{Contents, Kinds};
use super::fault::{Fault, FaultKind, RowFault};
use super::form::is_bracketed;
use super::gather::Gathered;
use super::lists::several;
use super::row::Row;
use super::{COLUMNS, Table, export, tbx};
use crate::error::{Error, Result};
use crate::exchange::sheet::{self, Format, Quotes, Sheet, delimited, workbook};
use crate::glossary::{Entry, Kind};

/// How to read a file.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The contents of the columns, if the file does not name them: `fa`, `en`, `kind`, `status`, `note`, `-`.
    pub columns: Option<&'a [String]>,
    /// How many rows stand before the first entry, if the columns are given.
    pub skipped: usize,
    /// The sheet of a workbook to read; otherwise the first one with anything in it.
    pub sheet: Option<&'a str>,
    /// The kind of an entry whose rows do not give it.
    pub kinds: Kinds<'a>,
}

impl Default for Reading<'_> {
    fn default() -> Self {
        Self { columns: None, skipped: 0, sheet: None, kinds: &|_| Kind::Concept }
    }
}

/// Reads a glossary that stands by itself; `path` names it in faults and errors.
///
/// # Errors
///
/// Where the file cannot be read, or no row is a header that names both languages.
pub fn read(input: impl Read, table: Table, path: &Path) -> Result<Contents> {
    let mut contents = read_as(input, table, &Reading::default(), path)?;
    for (entry, line) in std::mem::take(&mut contents.partial) {
        contents.problems.push(Fault {
            kind: FaultKind::EmptyForm,
            path: path.to_owned(),
            line,
            form: entry.persian[0].text.clone(),
            message: format!("“{}” has no row that is preferred", entry.persian[0].text),
        });
    }
    contents.problems.sort_by_key(|fault| fault.line);
    Ok(contents)
}

/// Reads a file to be merged into a glossary, which may have the entries that it refers to.
///
/// # Errors
///
/// Where the file cannot be read, or its columns cannot be recognised.
pub fn read_as(
    mut input: impl Read,
    table: Table,
    reading: &Reading<'_>,
    path: &Path,
) -> Result<Contents> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|e| Error::read(path, e))?;
    let sheet = sheet(&bytes, table, reading, path)?;
    let is_tbx = matches!(table, Table::Tbx | Table::Tbx2008);
    let bytes = is_tbx.then_some(bytes);
    let mut contents = entries(&sheet, reading, path)?;
    if bytes.is_some_and(|bytes| !is_own_tbx(&bytes, &contents.entries, path)) {
        contents.others.push("what other programs write into TBX".to_owned());
    }
    Ok(contents)
}

/// Reads one row whose cells are those of [`COLUMNS`].
///
/// # Errors
///
/// Where a cell is too long.
pub fn read_row(
    cells: [&str; COLUMNS.len()],
    reading: &Reading<'_>,
    path: &Path,
) -> Result<Contents> {
    let mut sheet = Sheet::default();
    for (line, row) in [COLUMNS, cells].iter().enumerate() {
        for cell in row {
            sheet.push(cell);
        }
        sheet.end_row(line as u64)?;
    }
    entries(&sheet, reading, path)
}

/// The entries of a table.
fn entries(sheet: &Sheet, reading: &Reading<'_>, path: &Path) -> Result<Contents> {
    let columns = match reading.columns {
        Some(names) => Columns::named(names, reading.skipped, sheet),
        None => Columns::found(sheet),
    };
    let columns = columns.map_err(|e| e.at(path))?;
    let mut gathered = Gathered::new(path, reading.kinds, sheet.rows().len());
    for (line, message) in sheet.faults() {
        gathered.fault(*line, RowFault::row(message.clone()));
    }
    let header = columns.header(sheet);
    let mut fuzzy = 0;
    for row in sheet.rows().skip(columns.skipped) {
        let is_header_again = || header.is_some_and(|header| header.cells().eq(row.cells()));
        if columns.has_remarks && row.cell(0).starts_with('#') || is_header_again() {
            continue;
        }
        if columns.is_fuzzy(row) {
            fuzzy += 1;
            continue;
        }
        let surplus = columns.width.map_or(Ok(()), |width| sheet.refuse_surplus(row, width));
        match surplus.map_err(RowFault::row).and_then(|()| Row::read(&columns.columns, row)) {
            Ok(read) => gathered.take(read, row.line),
            Err(fault) if fault.kind != FaultKind::EmptyForm && is_alone(row) => {
                let message = "no other cell is filled";
                gathered.fault(row.line, RowFault::of(FaultKind::EmptyForm, "", message));
            }
            Err(fault) => gathered.fault(row.line, fault),
        }
    }
    let mut contents = gathered.finish();
    contents.others = others(sheet, &columns);
    contents.remarks = sheet.remarks().to_vec();
    contents.remarks.extend(header.and_then(|header| several(&columns.columns, header)));
    contents.remarks.extend(bracketed(&contents));
    if fuzzy > 0 {
        contents.remarks.push(format!("left out: {fuzzy} fuzzy"));
    }
    if !columns.unused.is_empty() {
        contents.remarks.push(format!("columns that are not used: {}", columns.unused.join(", ")));
    }
    Ok(contents)
}

/// Whether a row has one cell only, as a title between entries.
fn is_alone(row: sheet::Row<'_>) -> bool {
    row.cells().filter(|cell| !cell.is_empty()).nth(1).is_none()
}

/// A remark on forms that are found only where they stand in brackets or quotation marks as here.
fn bracketed(contents: &Contents) -> Option<String> {
    let entries = contents.entries.iter().zip(&contents.lines);
    let forms = entries.flat_map(|(entry, line)| {
        let terms = entry.persian.iter().chain(&entry.english);
        terms.map(move |term| (term.text.as_str(), *line))
    });
    let mut forms = forms.filter(|(form, _)| is_bracketed(form));
    let (first, line) = forms.next()?;
    let count = 1 + forms.count();
    Some(format!(
        "forms with brackets at the end or in quotation marks, which are found only so: {count}, the first one in line {line}, “{first}”"
    ))
}

/// What a table holds beside its entries.
fn others(sheet: &Sheet, columns: &Columns) -> Vec<String> {
    let mut others = Vec::new();
    let named = |what: &str, names: &[String]| match names {
        [] => None,
        [name] => Some(format!("the {what} “{name}”")),
        names => Some(format!("the {what}s “{}”", names.join("”, “"))),
    };
    if columns.width.is_some() && columns.skipped > 1 {
        others.push("the rows above the header".to_owned());
    }
    if columns.has_remarks {
        others.push("the remarks in rows of their own".to_owned());
    }
    if columns.columns.contains(&Column::Fuzzy) {
        others.push("the fuzzy rows".to_owned());
    }
    others.extend(named("column", &columns.unused));
    others.extend(named("sheet", sheet.others()));
    others
}

/// Whether a TBX file is just as hamta would write its entries.
fn is_own_tbx(bytes: &[u8], entries: &[Entry], path: &Path) -> bool {
    [Table::Tbx, Table::Tbx2008].into_iter().any(|table| {
        let mut own = Vec::new();
        export(&mut own, table, entries, path).is_ok() && own == bytes
    })
}

fn sheet(bytes: &[u8], table: Table, reading: &Reading<'_>, path: &Path) -> Result<Sheet> {
    let book = |format| workbook(bytes, format, reading.sheet, path);
    match table {
        Table::Tsv if is_own_form(bytes) => delimited(bytes, Quotes::Plain, path),
        Table::Tsv | Table::Csv => delimited(bytes, Quotes::Around, path),
        Table::Xlsx => book(Format::Xlsx),
        Table::Xls => book(Format::Xls),
        Table::Ods => book(Format::Ods),
        Table::Tbx | Table::Tbx2008 => tbx::sheet(bytes).map_err(|e| e.at(path)),
    }
}

/// Whether a file begins like one that hamta writes: then quotation marks in it have no meaning.
fn is_own_form(bytes: &[u8]) -> bool {
    let line = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let mut cells = line.trim_ascii_end().split(|&byte| byte == b'\t');
    let begins = cells.next() == Some(b"fa") && cells.next() == Some(b"en");
    begins && cells.all(|cell| COLUMNS.iter().any(|column| column.as_bytes() == cell))
}
