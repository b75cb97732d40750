//! Writes a draft as a table, a row for each segment.

use std::io::Write;
use std::path::Path;

use csv::WriterBuilder;

use crate::error::{Error, Result};
use crate::exchange::draft::Draft;
use crate::exchange::unwrapped::unwrapped;

/// Writes the table; the column of the source language stands before that of the other one.
///
/// # Errors
///
/// The file cannot be written, or a text has a character that no file of units can contain.
pub(super) fn write(draft: &Draft<'_>, file: impl Write, path: &Path) -> Result<()> {
    draft.check_characters().map_err(|e| e.at(path))?;
    let mut writer = WriterBuilder::new().delimiter(b'\t').from_writer(file);
    let mut put = |cells: [&str; 9]| {
        let written = writer.write_record(cells);
        written.map_err(|e| Error::write(path, unwrapped(e)))
    };
    let lang = draft.article.lang();
    let (source, target) = (lang.code(), lang.other().code());
    put(["number", source, target, "rate", "match", "adapted", "origin", "names", "article"])?;
    for (segment, row) in draft.filled() {
        let found = row.proposal.as_ref().map(|proposal| &proposal.found);
        put([
            &segment.number.to_string(),
            segment.text,
            &row.target(lang).unwrap_or_default().text,
            &found.map_or_else(String::new, |found| found.rate.to_string()),
            found.map_or("", |found| found.kind.name()),
            &row.adapted(lang),
            found.map_or("", |found| found.candidate.unit.origin.name.as_str()),
            &row.names.join("; "),
            draft.name,
        ])?;
    }
    writer.flush().map_err(|e| Error::write(path, e))
}
