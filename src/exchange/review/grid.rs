//! The rows of a table in a file, and what they mean: which columns are which, and the units in them.

use std::path::Path;

use super::marker::{fitting, read};
use super::{ARTICLE, NOTE, NUMBER, ORIGIN, RATE, columns};
use crate::check::Placeholders;
use crate::error::{Error, Result};
use crate::exchange::Problem;
use crate::exchange::units::{Contents, Made, State, Unit};
use crate::text::Lang;

/// The tables of a file, one after another, and what stands outside them.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub(super) rows: Vec<GridRow>,
    /// The paragraphs outside tables.
    pub(super) paragraphs: Vec<String>,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct GridRow {
    /// The number of the segment, where the file itself keeps it.
    pub(super) number: Option<String>,
    /// The texts of its cells, without white space around them.
    pub(super) cells: Vec<String>,
    /// Whether one of its cells is merged with another.
    pub(super) is_joined: bool,
}

impl Grid {
    /// The units of the table; lines are its rows.
    ///
    /// # Errors
    ///
    /// No row names the columns.
    pub(super) fn contents(&self, path: &Path) -> Result<Contents> {
        let mut rows = (1..).zip(&self.rows);
        let Some(columns) = rows.find_map(|(_, row)| Columns::of(row)) else {
            let [number, _, _, rate, origin, note] = columns(Lang::Persian);
            let told = format!(
                "no table for review: a row must name its columns, {number}, fa, en, {rate}, {origin} and {note}"
            );
            return Err(Error::malformed(told).at(path));
        };
        let mut contents = Contents { article: self.article(), ..Contents::default() };
        for (line, row) in rows {
            let is_empty = row.cells.iter().all(String::is_empty);
            // A table that a program has divided repeats the names.
            if is_empty || Columns::of(row).is_some() {
                continue;
            }
            match columns.unit(row, line) {
                Ok((unit, strange)) => {
                    contents.remarks.extend(strange.iter().map(|marker| {
                        format!(
                            "row {line}: {marker} has no place in the translation, and is left out"
                        )
                    }));
                    contents.units.push(unit);
                }
                Err(message) => {
                    contents.problems.push(Problem::new(path, line, message));
                }
            }
        }
        Ok(contents)
    }

    /// The name of the article, which stands above the table.
    fn article(&self) -> Option<String> {
        let mut paragraphs = self.paragraphs.iter();
        let name = paragraphs.find_map(|text| text.strip_prefix(ARTICLE.trim_end()));
        let name = name?.trim();
        (!name.is_empty()).then(|| name.to_owned())
    }
}

/// Where the columns of a table stand, from 0.
#[derive(Clone, Copy, Debug)]
struct Columns {
    lang: Lang,
    number: usize,
    source: usize,
    target: usize,
    count: usize,
}

impl Columns {
    /// The columns that a row names; `None` where it names none. A reviewer may have added some, and removed those that
    /// nobody needs.
    fn of(row: &GridRow) -> Option<Self> {
        let column = |name: &str| {
            let is_it = |cell: &String| cell.eq_ignore_ascii_case(name);
            row.cells.iter().position(is_it)
        };
        let number = column(NUMBER)?;
        let (persian, english) = (column(Lang::Persian.code())?, column(Lang::English.code())?);
        let has_more = [RATE, ORIGIN, NOTE].iter().any(|name| column(name).is_some());
        let lang = if persian < english { Lang::Persian } else { Lang::English };
        has_more.then_some(Self {
            lang,
            number,
            source: persian.min(english),
            target: persian.max(english),
            count: row.cells.len(),
        })
    }

    /// The unit of a row, with the markers that have no place in it; or what is wrong in the row.
    fn unit(self, row: &GridRow, line: u64) -> std::result::Result<(Unit, Vec<String>), String> {
        let count = row.cells.len();
        if row.is_joined {
            return Err("cells of this row are joined; divide them again".to_owned());
        }
        if count != self.count {
            let own = self.count;
            return Err(format!("{count} cells in a table of {own} columns"));
        }
        let source = read(&row.cells[self.source]);
        let (target, strange) = fitting(read(&row.cells[self.target]), &source);
        let number = &row.cells[self.number];
        let is_number = number.parse::<usize>().is_ok();
        let id = if is_number { Some(number.clone()) } else { row.number.clone() };
        let unit = Unit {
            source_lang: self.lang,
            source: source.text,
            source_tags: source.tags,
            target: target.text,
            target_tags: target.tags,
            id,
            notes: Vec::new(),
            placeholders: Placeholders::default(),
            state: State::default(),
            made: Made::default(),
            line,
        };
        Ok((unit, strange))
    }
}
