//! A baseline: the findings of one day, which are ignored from then on.
//!
//! A table with tabs between its cells and the columns `path`, `rule`, `fingerprint`, sorted: version control shows
//! which findings came and went.

use std::io::{self, Read, Write};
use std::path::Path;

use crate::error::{Error, Result};
use crate::exchange::sheet::{Quotes, delimited};

/// The columns, in their order.
const COLUMNS: [&str; 3] = ["path", "rule", "fingerprint"];

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Known {
    /// The file it stands in, from the folder of the project.
    pub path: String,
    /// The name of the rule it was found by.
    pub rule: String,
    /// What identifies it from run to run.
    pub fingerprint: String,
}

/// The path of a file as it stands in a baseline: characters that would end a cell, which paths hardly ever have, are
/// replaced.
pub fn name(path: &str) -> String {
    path.trim().replace(char::is_control, "\u{FFFD}")
}

impl Known {
    /// A finding in the file `path`.
    pub fn new(path: &str, rule: &str, fingerprint: String) -> Self {
        Self { path: name(path), rule: rule.to_owned(), fingerprint }
    }
}

/// Reads a baseline; `path` names it in errors.
///
/// # Errors
///
/// Where the file cannot be read, or a row is not one of a baseline: the finding that it stands for would be reported
/// again.
pub fn read(mut input: impl Read, path: &Path) -> Result<Vec<Known>> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|e| Error::read(path, e))?;
    let sheet = delimited(&bytes, Quotes::Plain, path)?;
    let malformed = |line| {
        let what = format!("no row of a baseline, which has {}", COLUMNS.join(", "));
        Error::malformed(what).at(path).on_line(line)
    };
    if let Some((line, _)) = sheet.faults().first() {
        return Err(malformed(*line));
    }
    let mut known = Vec::new();
    for (number, row) in sheet.rows().enumerate() {
        let cells: Vec<&str> = row.cells().collect();
        match cells.as_slice() {
            cells if number == 0 && cells == COLUMNS => {}
            [file, rule, fingerprint] if number > 0 && is_hexadecimal(fingerprint) => {
                known.push(Known::new(file, rule, (*fingerprint).to_owned()));
            }
            _ => return Err(malformed(row.line)),
        }
    }
    Ok(known)
}

fn is_hexadecimal(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Writes a baseline, sorted, each finding once.
///
/// # Errors
///
/// Where `output` cannot be written to.
pub fn write(mut output: impl Write, mut known: Vec<Known>) -> io::Result<()> {
    known.sort();
    known.dedup();
    writeln!(output, "{}", COLUMNS.join("\t"))?;
    for one in known {
        writeln!(output, "{}\t{}\t{}", one.path, one.rule, one.fingerprint)?;
    }
    output.flush()
}
