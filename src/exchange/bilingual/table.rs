//! A table with a column for each language, as spreadsheet programs and `hamta align` write them.

use std::path::Path;

use super::{Contents, State, Unit};
use crate::error::Result;
use crate::exchange::Problem;
use crate::exchange::glossary::header::{Heading, heading};
use crate::exchange::sheet::{Quotes, Row, delimited};
use crate::text::Lang;

/// In which columns a table has what, from 0.
struct Columns {
    source_lang: Lang,
    source: usize,
    target: usize,
    notes: Vec<usize>,
    /// Those of a draft: the number of the segment, and the article it is of.
    number: Option<usize>,
    article: Option<usize>,
    has_glossary: bool,
}

/// Reads a table; `None` where its first row does not name a Persian and an English column.
///
/// The language whose column stands first is that which is translated from.
///
/// # Errors
///
/// Where the file is cut off inside quotation marks, or too large.
pub(super) fn read(file: &[u8], path: &Path) -> Result<Option<Contents>> {
    let sheet = delimited(file, Quotes::Around, path)?;
    let mut rows = sheet.rows();
    let Some(columns) = rows.next().and_then(Columns::of) else {
        return Ok(None);
    };
    let articles = columns.article.iter();
    let mut articles = articles.flat_map(|&at| sheet.rows().skip(1).map(move |row| row.cell(at)));
    let problem = |(line, message): &(u64, String)| Problem {
        path: path.to_owned(),
        line: *line,
        message: message.clone(),
    };
    Ok(Some(Contents {
        article: articles.find(|name| !name.is_empty()).map(str::to_owned),
        may_be_glossary: columns.has_glossary,
        units: rows.map(|row| columns.unit(row)).collect(),
        problems: sheet.faults().iter().map(problem).collect(),
        remarks: sheet.remarks().to_vec(),
    }))
}

impl Columns {
    /// Finds the columns by what the first row says of them.
    fn of(first: Row<'_>) -> Option<Self> {
        let columns: Vec<Option<Heading>> = first.cells().map(heading).collect();
        let column = |lang| {
            let wanted = Some(Heading::Text(lang));
            columns.iter().position(|column| *column == wanted)
        };
        let (persian, english) = (column(Lang::Persian)?, column(Lang::English)?);
        let source_lang = match persian < english {
            true => Lang::Persian,
            false => Lang::English,
        };
        let named = |name: &str| first.cells().position(|cell| cell == name);
        let notes = columns.iter().enumerate();
        let notes = notes.filter(|(_, column)| **column == Some(Heading::Note));
        Some(Self {
            source_lang,
            source: persian.min(english),
            target: persian.max(english),
            notes: notes.map(|(at, _)| at).collect(),
            number: named("number"),
            article: named("article"),
            has_glossary: columns.contains(&Some(Heading::Glossary)),
        })
    }

    fn unit(&self, row: Row<'_>) -> Unit {
        let number = self.number.map(|at| row.cell(at));
        let notes = self.notes.iter().map(|&at| row.cell(at));
        Unit {
            source_lang: self.source_lang,
            source: row.cell(self.source).to_owned(),
            source_tags: Vec::new(),
            target: row.cell(self.target).to_owned(),
            target_tags: Vec::new(),
            id: number.filter(|id| !id.is_empty()).map(str::to_owned),
            notes: notes
                .filter(|note| !note.is_empty())
                .map(str::to_owned)
                .collect(),
            state: State::default(),
            line: row.line,
        }
    }
}
