//! What the columns of a table mean: by their headers, or as the user names them.

use std::collections::HashSet;

use super::column::{Column, Reach, Side};
use super::header::{Header, truth};
use super::lists::refuse_lists_beside;
use crate::error::{Error, Result};
use crate::exchange::sheet::{Row, Sheet};
use crate::glossary::Status;
use crate::text::Lang;

/// How many rows may stand above the header: titles, dates, blank ones.
const TITLES: usize = 10;

/// How many rows are looked at to find out the language of a column that does not give it.
const LOOKED_AT: usize = 1000;

/// The first line of a glossary of OmegaT.
const OMEGAT: &str = "# Glossary in tab-separated format";

/// The columns of a table, and which of its rows hold entries.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) columns: Vec<Column>,
    /// How many rows stand before the first entry.
    pub(super) skipped: usize,
    /// Whether a row that begins with `#` is a remark.
    pub(super) has_remarks: bool,
    /// The headers of the columns that are not used.
    pub(super) unused: Vec<String>,
    /// How many cells the header has, where there is one.
    pub(super) width: Option<usize>,
}

impl Columns {
    /// The columns named by `names`, after `skipped` rows.
    pub(super) fn named(names: &[String], skipped: usize, sheet: &Sheet) -> Result<Self> {
        let mut columns = Vec::new();
        for name in names {
            columns.push(match name.as_str() {
                "-" | "" => Column::Unused,
                name => Header::of(name).map(|header| header.column()).ok_or_else(|| {
                    Error::refused(format!(
                        "no column is named “{name}”; name them fa, en, kind, status, note, or - for one to pass over"
                    ))
                })?,
            });
        }
        pass_over_sides(&mut columns);
        let mut columns =
            Self { columns, skipped, has_remarks: false, unused: Vec::new(), width: None };
        if !columns.has_both_sides() {
            return Err(Error::refused("--columns must name fa and en"));
        }
        columns.settle(sheet)?;
        Ok(columns)
    }

    /// The columns as the table itself gives them.
    ///
    /// # Errors
    ///
    /// No row is a header; the error shows the first one.
    pub(super) fn found(sheet: &Sheet) -> Result<Self> {
        if let Some(columns) = Self::without_header(sheet) {
            return columns.settled(sheet);
        }
        for (skipped, row) in sheet.rows().take(TITLES).enumerate() {
            let columns = Self::of_header(row, skipped + 1, Header::of);
            if columns.has_both_sides() {
                let one_list = refuse_lists_beside(&columns.columns, columns.skipped);
                return one_list
                    .and_then(|()| columns.settled(sheet))
                    .map_err(|e| e.on_line(row.line));
            }
        }
        for (skipped, row) in sheet.rows().take(TITLES).enumerate() {
            let columns = Self::of_header(row, skipped + 1, Header::loosely);
            if columns.names_each_language_once() {
                return Ok(columns);
            }
        }
        Err(no_header(sheet))
    }

    /// The row with the names of the columns, where there is one.
    pub(super) fn header<'a>(&self, sheet: &'a Sheet) -> Option<Row<'a>> {
        self.width?;
        sheet.rows().nth(self.skipped.checked_sub(1)?)
    }

    /// Whether a row is a suggestion that nobody has looked at.
    pub(super) fn is_fuzzy(&self, row: Row<'_>) -> bool {
        let fuzzy = self.columns.iter().position(|column| *column == Column::Fuzzy);
        fuzzy.is_some_and(|at| truth(row.cell(at)) == Some(true))
    }

    /// The columns of the two formats that have no header and can still be told for certain.
    fn without_header(sheet: &Sheet) -> Option<Self> {
        let first = sheet.rows().next()?;
        let (source, target) = (Column::Side(Side::Source), Column::Side(Side::Target));
        let bare = |columns: Vec<Column>, skipped, has_remarks| Self {
            columns,
            skipped,
            has_remarks,
            unused: Vec::new(),
            width: None,
        };
        if first.cell(0).starts_with(OMEGAT) {
            return Some(bare(vec![source, target, Column::Note], 1, true));
        }
        // DeepL: source term, target term, source language, target language.
        let is_tag = |column| Header::language_tag(first.cell(column));
        match (is_tag(2), is_tag(3)) {
            (Some(a), Some(b)) if a != b && is_tag(0).is_none() && is_tag(1).is_none() => {
                let tags = [Side::Source, Side::Target].map(Column::Language);
                Some(bare(vec![source, target, tags[0], tags[1]], 0, false))
            }
            _ => None,
        }
    }

    fn of_header(row: Row<'_>, skipped: usize, header: fn(&str) -> Option<Header>) -> Self {
        let headers: Vec<Option<Header>> = row.cells().map(header).collect();
        let mut columns: Vec<Column> = headers
            .iter()
            .map(|header| header.as_ref().map_or(Column::Unused, Header::column))
            .collect();
        // Where several terms of a row each have a status, it stands after each of them.
        let is_about = |column: &Column| matches!(column, Column::Status(_) | Column::Flag(..));
        let several =
            |wanted: Column| columns.iter().filter(|&&column| column == wanted).count() > 1;
        let attached: Vec<bool> = columns
            .iter()
            .zip(&headers)
            .map(|(column, header)| {
                is_about(column)
                    && (several(*column) || header.as_ref().is_some_and(Header::names_a_language))
            })
            .collect();
        for (column, attached) in columns.iter_mut().zip(attached) {
            match column {
                Column::Status(reach) | Column::Flag(_, reach) if attached => {
                    *reach = Reach::TermsBefore;
                }
                _ => {}
            }
        }
        pass_over_sides(&mut columns);
        let mut seen = HashSet::new();
        let unused = row.cells().zip(&columns);
        let unused = unused.filter(|(cell, column)| **column == Column::Unused && !cell.is_empty());
        let unused = unused.filter(|(cell, _)| seen.insert(*cell));
        Self {
            unused: unused.map(|(cell, _)| cell.to_owned()).collect(),
            width: Some(columns.len()),
            columns,
            skipped,
            has_remarks: false,
        }
    }

    fn has_both_sides(&self) -> bool {
        let has = |wanted: &dyn Fn(&Column) -> bool| self.columns.iter().any(wanted);
        let sides = [Lang::Persian, Lang::English].map(|lang| {
            has(&|column| matches!(column, Column::Terms(found, status) if *found == lang && *status != Some(Status::Forbidden)))
        });
        let source = has(&|column| *column == Column::Side(Side::Source));
        let target = has(&|column| *column == Column::Side(Side::Target));
        let count = [sides[0], sides[1], source, target];
        count.iter().filter(|has| **has).count() >= 2
    }

    /// Whether one column holds forms in each language, and no other may hold any.
    fn names_each_language_once(&self) -> bool {
        let columns = self.columns.iter();
        let langs: Vec<Lang> = columns
            .filter_map(|column| match column {
                Column::Terms(lang, None) => Some(*lang),
                _ => None,
            })
            .collect();
        matches!(*langs, [one, other] if one != other)
    }

    fn settled(mut self, sheet: &Sheet) -> Result<Self> {
        self.settle(sheet)?;
        Ok(self)
    }

    /// Assigns to the columns of each side the language of their letters, unless each row names it.
    fn settle(&mut self, sheet: &Sheet) -> Result<()> {
        let names_languages = |side| self.columns.contains(&Column::Language(side));
        if names_languages(Side::Source) && names_languages(Side::Target) {
            return Ok(());
        }
        let mut langs = Vec::new();
        for at in 0..self.columns.len() {
            if let Column::Side(_) = self.columns[at] {
                let rows = sheet.rows().skip(self.skipped).take(LOOKED_AT);
                let text: String = rows.map(|row| row.cell(at)).collect();
                let lang = Lang::of(&text);
                self.columns[at] = lang.map_or(Column::Unused, |lang| Column::Terms(lang, None));
                langs.extend(lang);
            }
        }
        let has_rows = sheet.rows().nth(self.skipped).is_some();
        if has_rows && !langs.is_empty() && !self.has_both_sides_by_name() {
            return Err(Error::malformed(
                "cannot tell which column is Persian and which is English; name them with --columns",
            ));
        }
        Ok(())
    }

    fn has_both_sides_by_name(&self) -> bool {
        Lang::ALL.into_iter().all(|lang| {
            let mut columns = self.columns.iter();
            columns.any(|column| matches!(column, Column::Terms(found, _) if *found == lang))
        })
    }
}

/// If columns name both languages, one that is only called «source», «name» or the like contains no forms: it may say
/// from which agency a spelling comes.
fn pass_over_sides(columns: &mut [Column]) {
    let names = |lang| columns.contains(&Column::Terms(lang, None));
    if Lang::ALL.into_iter().all(names) {
        for column in columns {
            if let Column::Side(_) = column {
                *column = Column::Unused;
            }
        }
    }
}

fn no_header(sheet: &Sheet) -> Error {
    let Some(first) = sheet.rows().next() else {
        return Error::malformed("no header row, with fa and en or the like; the file is empty");
    };
    let cells: Vec<&str> = first.cells().collect();
    let mut message = format!(
        "no header row, with fa and en or the like; the first row is: {}; if it holds an entry, write a row with the names of the columns above it, or bring the file in: hamta glossary import {}",
        shown(&cells),
        proposed(sheet, &cells),
    );
    // The names may be in another sheet, or the letters wrong.
    for remark in sheet.remarks() {
        message.push_str("; ");
        message.push_str(remark);
    }
    Error::malformed(message).on_line(first.line)
}

fn shown(cells: &[&str]) -> String {
    let row = cells.join(" | ");
    match row.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", &row[..end]),
        None => row,
    }
}

/// The arguments that would name the columns: by the known headers in the `first` row, and by the letters below.
fn proposed(sheet: &Sheet, first: &[&str]) -> String {
    let headers: Vec<Option<Header>> = first.iter().map(|cell| Header::of(cell)).collect();
    let skipped = usize::from(headers.iter().any(Option::is_some));
    let mut names: Vec<&str> = Vec::new();
    for (at, header) in headers.iter().enumerate().take(8) {
        let rows = sheet.rows().skip(skipped).take(LOOKED_AT);
        let letters = || Lang::of(&rows.map(|row| row.cell(at)).collect::<String>());
        let name = match header.as_ref().map(Header::column) {
            None | Some(Column::Side(_)) => letters().map_or("-", Lang::code),
            Some(Column::Terms(lang, None)) => lang.code(),
            Some(Column::Kind { .. }) => "kind",
            Some(Column::Status(_)) => "status",
            Some(Column::Note) => "note",
            Some(_) => "-",
        };
        let is_new = matches!(name, "-" | "note") || !names.contains(&name);
        let has_both = || Lang::ALL.iter().all(|lang| names.contains(&lang.code()));
        names.push(match header {
            _ if is_new => name,
            // Beside both languages stands mostly what is said of them.
            None if has_both() => "note",
            _ => "-",
        });
    }
    let names_both = Lang::ALL.iter().all(|lang| names.contains(&lang.code()));
    match (names_both, skipped) {
        (false, _) => "--columns fa,en".to_owned(),
        (true, 0) => format!("--columns {}", names.join(",")),
        (true, skipped) => format!("--columns {} --skip {skipped}", names.join(",")),
    }
}
