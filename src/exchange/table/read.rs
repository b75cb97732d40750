//! The units of a table with a column for each language.

use std::path::Path;

use super::columns::{Columns, cell};
use crate::exchange::date::moment;
use crate::exchange::sheet::Sheet;
use crate::exchange::units::{Contents, Unit};
use crate::exchange::xml::content::{code_point, forbidden};
use crate::exchange::{Problem, Problems};

/// The units of a table; `None` where its first row does not name a Persian and an English column, or a source and a
/// target.
///
/// The language whose column stands first is the source language. Where the columns are only called source and target,
/// the letters of each row show its languages. A row with a character that no text may have, with a text whose formula
/// fails, or with more cells than the first one is a problem.
pub(in crate::exchange) fn units(sheet: &Sheet, path: &Path) -> Option<Contents> {
    let mut rows = sheet.rows();
    let first = rows.next()?;
    let columns = Columns::of(first)?;
    let width = first.cells().count();
    let articles = columns.article.iter();
    let mut articles = articles.flat_map(|&at| sheet.rows().skip(1).map(move |row| row.cell(at)));
    let mut units: Vec<Unit> = Vec::new();
    let mut undated = Vec::new();
    let mut problems = Problems::default();
    let mut problem = |line: u64, message: String| {
        problems.push(Problem::new(path, line, message));
    };
    for (line, message) in sheet.faults() {
        problem(*line, message.to_string());
    }
    for row in rows {
        let outcome = match row.cells().find_map(forbidden) {
            Some(c) => Err(format!("{}, which no text has", code_point(c))),
            None => columns.refuse(row).and_then(|()| sheet.refuse_surplus(row, width)),
        };
        match outcome {
            Ok(()) => {
                units.extend(columns.unit(row));
                let date = cell(row, columns.date).filter(|cell| moment(cell).is_none());
                undated.extend(date.map(|date| (row.line, date)));
            }
            Err(message) => problem(row.line, message),
        }
    }
    let mut remarks = sheet.remarks().to_vec();
    if let Some((line, date)) = undated.first() {
        let count = undated.len();
        remarks.push(format!(
            "dates that are not read: {count}, the first one in line {line}, “{date}”; a date is 2025-04-14 or 1404-01-25"
        ));
    }
    Some(Contents {
        article: articles.find(|name| !name.is_empty()).map(str::to_owned),
        may_be_glossary: columns.may_be_glossary,
        are_apart: false,
        units,
        problems,
        remarks,
    })
}
