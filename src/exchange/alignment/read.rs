//! Reads a table of aligned texts, as it was written or corrected.

use std::path::Path;

use crate::align::{Alignment, Row};
use crate::error::{Error, Result};
use crate::exchange::bilingual::{Format, sheet_of};
use crate::exchange::foreign::is_foreign;
use crate::exchange::sheet;
use crate::exchange::xml::content::{code_point, forbidden};
use crate::exchange::{Problem, Problems};
use crate::text::Lang;

/// The contents of a table: what could be read, and all that is wrong.
#[derive(Debug, Default)]
pub struct Contents {
    /// The alignments, one for each article, in the order of the rows.
    pub alignments: Vec<Alignment>,
    /// What is wrong, in the order of the lines.
    pub problems: Problems,
    /// What the user should know about how the file was read.
    pub remarks: Vec<String>,
}

/// The columns of a table, from 0.
struct Columns {
    persian: usize,
    english: usize,
    confidence: Option<usize>,
    article: Option<usize>,
}

/// Reads a table, or a workbook if the name says that it is one; `path` names it in problems and errors, and its
/// articles where it has no column for that.
///
/// # Errors
///
/// Where the file is cut off inside quotation marks or too large, or its first row does not name both languages.
pub fn read(file: &[u8], path: &Path) -> Result<Contents> {
    let format = Format::of(path).unwrap_or(Format::Table);
    let sheet = sheet_of(file, format, path)?;
    let mut rows = sheet.rows();
    let first = rows.next();
    let columns = Columns::of(first).map_err(|e| e.at(path).on_line(1))?;
    let width = first.map_or(0, |first| first.cells().count());
    let mut contents = Contents { remarks: sheet.remarks().to_vec(), ..Contents::default() };
    let mut problem = |line: u64, message: String| {
        contents.problems.push(Problem::new(path, line, message));
    };
    for (line, message) in sheet.faults() {
        problem(*line, message.to_string());
    }
    for cells in rows {
        let row = sheet.refuse_surplus(cells, width).and_then(|()| columns.row(&cells));
        match row {
            Ok(row) => {
                let name = columns.article.map_or("", |column| cells.cell(column));
                let name = match name {
                    "" => path.file_name().unwrap_or_default().to_string_lossy(),
                    name => name.into(),
                };
                push(&mut contents.alignments, &name, columns.source_lang(), row);
            }
            Err(message) => problem(cells.line, message),
        }
    }
    Ok(contents)
}

/// Adds a row to the alignment of its article.
fn push(alignments: &mut Vec<Alignment>, name: &str, source_lang: Lang, row: Row) {
    match alignments.last_mut() {
        Some(last) if last.name == name => last.rows.push(row),
        _ => alignments.push(Alignment { name: name.to_owned(), source_lang, rows: vec![row] }),
    }
}

impl Columns {
    /// Finds the columns by their names.
    fn of(header: Option<sheet::Row<'_>>) -> Result<Self> {
        let names: Vec<String> =
            header.iter().flat_map(sheet::Row::cells).map(str::to_lowercase).collect();
        let column = |name: &str| names.iter().position(|other| other == name);
        match (column("fa"), column("en")) {
            (Some(persian), Some(english)) => Ok(Self {
                persian,
                english,
                confidence: column("confidence"),
                article: column("article"),
            }),
            _ => Err(Error::malformed(format!(
                "the first row must name the columns fa and en; it is “{}”",
                names.join(" | ")
            ))),
        }
    }

    /// The language whose column stands first.
    fn source_lang(&self) -> Lang {
        if self.persian < self.english { Lang::Persian } else { Lang::English }
    }

    /// Reads one row, or says what is wrong with it.
    fn row(&self, cells: &sheet::Row<'_>) -> std::result::Result<Row, String> {
        if let Some(c) = cells.cells().find_map(forbidden) {
            return Err(format!("{}, which no text has", code_point(c)));
        }
        let other = [cells.cell(self.english), cells.cell(self.persian)];
        let text = |column: usize, lang: Lang, other: &str| {
            let text = cells.cell(column);
            sheet::refuse_failed(text)?;
            if is_foreign(text, lang) && !other.is_empty() && other != text {
                let (name, code) = (lang.other().name(), lang.code());
                return Err(format!("{name} text in the column {code}"));
            }
            Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let confidence = match self.confidence.map_or("", |column| cells.cell(column)) {
            "" => None,
            written => {
                let confidence = written.replace(',', ".").parse().ok();
                let confidence = confidence.filter(|confidence| (0.0..=1.0).contains(confidence));
                Some(
                    confidence
                        .ok_or_else(|| format!("“{written}” is no confidence from 0 to 1"))?,
                )
            }
        };
        Ok(Row {
            persian: text(self.persian, Lang::Persian, other[0])?,
            english: text(self.english, Lang::English, other[1])?,
            confidence,
            spans: [None, None],
        })
    }
}
