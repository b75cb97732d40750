//! Whether the columns of a table hold one list of entries, or several lists beside each other.

use super::column::{Column, Reach, Side};
use crate::error::{Error, Result};
use crate::exchange::sheet::Row;
use crate::glossary::Status;
use crate::text::Lang;

/// What a column of preferred forms is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Forms {
    Of(Lang),
    On(Side),
}

/// Sees that the two languages do not stand in turn: two lists beside each other would become entries of mixed names.
///
/// # Errors
///
/// The message says how either is imported, with `skipped` rows before the first entry.
pub(super) fn refuse_lists_beside(columns: &[Column], skipped: usize) -> Result<()> {
    if has_statuses_of_terms(columns) {
        return Ok(());
    }
    let mut before = None;
    let mut turns = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let forms = forms(*column);
        if forms.is_some() && forms != before {
            before = forms;
            turns.push(at);
        }
    }
    if turns.len() < 4 {
        return Ok(());
    }
    let starts: Vec<usize> = turns.into_iter().step_by(2).collect();
    let ends = starts.iter().skip(1).copied().chain([columns.len()]);
    let lists = starts.iter().zip(ends);
    let lists = lists.map(|(start, end)| arguments(columns, *start, end, skipped));
    Err(Error::malformed(format!(
        "the languages of the columns alternate; for lists beside each other import one after the other, with {}; for forms of one entry say {}",
        lists.collect::<Vec<_>>().join(" and "),
        arguments(columns, 0, columns.len(), skipped),
    )))
}

/// A remark on several columns with forms in one language, where nothing says what is thought of each.
pub(super) fn several(columns: &[Column], header: Row<'_>) -> Option<String> {
    if has_statuses_of_terms(columns) {
        return None;
    }
    Lang::ALL.into_iter().find_map(|lang| {
        let own = header.cells().zip(columns);
        let own = own.filter(|(_, column)| **column == Column::Terms(lang, None));
        let own: Vec<&str> = own.map(|(cell, _)| cell).collect();
        let name = lang.name();
        (own.len() > 1).then(|| {
            format!(
                "columns with {name} forms of one entry: {}; the first form is the one to write",
                own.join(", ")
            )
        })
    })
}

/// Whether columns say of the terms before them whether they are right, as memoQ's `Term_Info`: then several columns of
/// one language are synonyms.
fn has_statuses_of_terms(columns: &[Column]) -> bool {
    columns.iter().any(|column| {
        matches!(column, Column::Status(Reach::TermsBefore) | Column::Flag(_, Reach::TermsBefore))
    })
}

fn forms(column: Column) -> Option<Forms> {
    match column {
        Column::Terms(lang, None) => Some(Forms::Of(lang)),
        Column::Side(side) => Some(Forms::On(side)),
        _ => None,
    }
}

/// The arguments by which only the columns from `start` to `end` are read.
fn arguments(columns: &[Column], start: usize, end: usize, skipped: usize) -> String {
    let mut names = vec!["-"; start];
    names.extend(columns[start..end].iter().map(|column| match column {
        Column::Terms(lang, None) => lang.code(),
        Column::Terms(Lang::Persian, Some(Status::Forbidden)) => "fa_wrong",
        Column::Terms(Lang::Persian, Some(_)) => "fa_other",
        Column::Terms(Lang::English, Some(Status::Forbidden)) => "en_wrong",
        Column::Terms(Lang::English, Some(_)) => "en_other",
        Column::Side(Side::Source) => "source",
        Column::Side(Side::Target) => "target",
        Column::Kind { .. } => "kind",
        Column::Status(_) => "status",
        Column::Note => "note",
        Column::Language(_) | Column::Flag(..) | Column::Fuzzy | Column::Unused => "-",
    }));
    while names.last() == Some(&"-") {
        names.pop();
    }
    format!("--columns {} --skip {skipped}", names.join(","))
}
