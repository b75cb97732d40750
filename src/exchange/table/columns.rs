//! The columns of a table with a column for each language, as spreadsheet programs and `hamta align` write them.

use crate::check::Placeholders;
use crate::exchange::date::moment;
use crate::exchange::glossary::header::{Heading, heading, truth};
use crate::exchange::sheet::{Row, refuse_failed};
use crate::exchange::units::{Made, State, Unit};
use crate::text::Lang;
use crate::unit::Method;

/// The columns of a table, from 0.
#[derive(Clone, Debug)]
pub(in crate::exchange) struct Columns {
    /// The source language; `None` where only the letters show it.
    source_lang: Option<Lang>,
    pub(in crate::exchange) source: usize,
    pub(in crate::exchange) target: usize,
    notes: Vec<usize>,
    /// The name of the unit: the number of a segment in a draft, or the name that another program gave it.
    id: Option<usize>,
    /// Whether the translation is a suggestion.
    fuzzy: Option<usize>,
    /// How the translation was made, by whom and when, as an export of a memory says.
    method: Option<usize>,
    author: Option<usize>,
    pub(super) date: Option<usize>,
    /// The article that a draft is of.
    pub(super) article: Option<usize>,
    pub(super) may_be_glossary: bool,
}

impl Columns {
    /// Finds the columns by the names in the first row.
    pub(in crate::exchange) fn of(first: Row<'_>) -> Option<Self> {
        let columns: Vec<Option<Heading>> = first.cells().map(heading).collect();
        let column = |wanted| columns.iter().position(|column| *column == Some(wanted));
        let text = |lang| column(Heading::Text(lang));
        let (source_lang, source, target) = match (text(Lang::Persian), text(Lang::English)) {
            (Some(fa), Some(en)) if fa < en => (Some(Lang::Persian), fa, en),
            (Some(fa), Some(en)) => (Some(Lang::English), en, fa),
            _ => (None, column(Heading::Source)?, column(Heading::Target)?),
        };
        let named = |names: &[&str]| {
            let is_named = |cell: &str| names.iter().any(|name| name.eq_ignore_ascii_case(cell));
            first.cells().position(is_named)
        };
        let notes = columns.iter().enumerate();
        let notes = notes.filter(|(_, column)| **column == Some(Heading::Note));
        Some(Self {
            source_lang,
            source,
            target,
            notes: notes.map(|(at, _)| at).collect(),
            id: named(&["number", "id", "key", "context"]),
            fuzzy: named(&["fuzzy"]),
            method: named(&["method"]),
            author: named(&["author"]),
            date: named(&["date"]),
            article: named(&["article"]),
            may_be_glossary: source_lang.is_none() || columns.contains(&Some(Heading::Glossary)),
        })
    }

    /// Checks that no formula for the texts of a row fails, and that its method is known: a machine translation must
    /// not pass for a person's.
    pub(super) fn refuse(&self, row: Row<'_>) -> Result<(), String> {
        let mut texts = [self.source, self.target].into_iter();
        texts.try_for_each(|at| refuse_failed(row.cell(at)))?;
        match cell(row, self.method).filter(|cell| method(cell).is_none()) {
            Some(unknown) => {
                Err(format!("unknown method “{unknown}”; known are human, aligned, machine"))
            }
            None => Ok(()),
        }
    }

    /// The unit of a row; `None` where no letters show its languages.
    pub(super) fn unit(&self, row: Row<'_>) -> Option<Unit> {
        let (source, target) = (row.cell(self.source), row.cell(self.target));
        let by_letters = || Lang::of(source).or_else(|| Lang::of(target).map(Lang::other));
        let cell = |at| cell(row, at);
        let notes = self.notes.iter().filter_map(|&at| cell(Some(at)));
        Some(Unit {
            source_lang: self.source_lang.or_else(by_letters)?,
            source: source.to_owned(),
            source_tags: Vec::new(),
            target: target.to_owned(),
            target_tags: Vec::new(),
            id: cell(self.id).map(str::to_owned),
            notes: notes.map(str::to_owned).collect(),
            placeholders: Placeholders::default(),
            state: match cell(self.fuzzy).and_then(truth) {
                Some(true) => State::Draft,
                _ => State::default(),
            },
            made: Made {
                method: cell(self.method).and_then(method),
                author: cell(self.author).map(str::to_owned),
                date: cell(self.date).and_then(moment),
            },
            line: row.line,
        })
    }
}

/// What a row has in a column that may be missing, if it has anything.
pub(super) fn cell<'a>(row: Row<'a>, at: Option<usize>) -> Option<&'a str> {
    at.map(|at| row.cell(at)).filter(|cell| !cell.is_empty())
}

/// The method that a cell names.
fn method(cell: &str) -> Option<Method> {
    match cell.to_ascii_lowercase().as_str() {
        "mt" => Some(Method::Machine),
        name => Method::from_name(name),
    }
}
