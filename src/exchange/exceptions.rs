//! The list of findings that are ignored: `exceptions.tsv`, beside the glossaries.
//!
//! The columns are `rule`, `text`, `path`, `note`; the last two may be left out or empty. The rule `*` stands for any
//! rule.

use std::io::Read;
use std::path::Path;

use crate::check::Rule;
use crate::error::{Error, Result};
use crate::exchange::Problem;
use crate::exchange::sheet::{Quotes, Row, delimited};

/// The name of the file.
pub const NAME: &str = "exceptions.tsv";

/// The columns, in their order.
const COLUMNS: [&str; 4] = ["rule", "text", "path", "note"];

/// Findings that are ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The rule that finds them; `None` for any rule.
    pub rule: Option<Rule>,
    /// The text that they are about, as it is written.
    pub text: String,
    /// A pattern for the files in which they stand; empty for all.
    pub path: String,
    /// Its line in the list, from 1.
    pub line: u64,
}

/// Whether the file `path` is such a list, and not a glossary.
pub fn is_list(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == NAME)
}

/// Reads a list; `path` names it in problems and errors. Returns what could be read, and all that is wrong.
///
/// # Errors
///
/// Where the file cannot be read, or does not begin with the names of the columns.
pub fn read(mut input: impl Read, path: &Path) -> Result<(Vec<Exception>, Vec<Problem>)> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|e| Error::read(path, e))?;
    let sheet = delimited(&bytes, Quotes::Plain, path)?;
    let problem = |line, message| Problem::new(path, line, message);
    let mut rows = sheet.rows();
    if let Some(header) = rows.next() {
        check_header(header).map_err(|e| e.at(path))?;
    }
    let mut exceptions = Vec::new();
    let faults = sheet.faults().iter();
    let mut problems: Vec<Problem> =
        faults.map(|(line, message)| problem(*line, message.to_string())).collect();
    for row in rows {
        match exception(row) {
            Ok(exception) => exceptions.push(exception),
            Err(message) => problems.push(problem(row.line, message)),
        }
    }
    problems.sort();
    Ok((exceptions, problems))
}

fn check_header(row: Row<'_>) -> Result<()> {
    let cells: Vec<&str> = row.cells().collect();
    if cells.len() >= 2 && COLUMNS.starts_with(&cells) {
        Ok(())
    } else {
        Err(Error::malformed(format!(
            "no header row, which is {} with tabs between",
            COLUMNS.join(", ")
        ))
        .on_line(row.line))
    }
}

fn exception(row: Row<'_>) -> std::result::Result<Exception, String> {
    if row.cells().skip(COLUMNS.len()).any(|cell| !cell.is_empty()) {
        return Err(format!("more than {} cells", COLUMNS.len()));
    }
    let text = row.cell(1);
    if text.is_empty() {
        return Err("no text".to_owned());
    }
    Ok(Exception {
        rule: rule(row.cell(0))?,
        text: text.to_owned(),
        path: row.cell(2).to_owned(),
        line: row.line,
    })
}

fn rule(name: &str) -> std::result::Result<Option<Rule>, String> {
    match name {
        "*" => Ok(None),
        name => Rule::named(name).map(Some),
    }
}
