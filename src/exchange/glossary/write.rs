//! Writes entries in the one canonical form, so that version control shows only what changed.

use std::io::Write;

use csv::{QuoteStyle, WriterBuilder};

use super::COLUMNS;
use crate::exchange::unwrapped::unwrapped;
use crate::glossary::{Entry, Kind, Status, Term};

/// The cells of a row of a glossary, in the order of [`COLUMNS`].
pub(super) type Cells = [String; COLUMNS.len()];

/// Writes `entries` as TSV in the canonical form: sorted, with one spelling for everything.
///
/// # Errors
///
/// Where `output` cannot be written to.
pub fn write<'a>(
    output: impl Write,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> std::io::Result<()> {
    let mut writer =
        WriterBuilder::new().delimiter(b'\t').quote_style(QuoteStyle::Never).from_writer(output);
    writer.write_record(COLUMNS).map_err(unwrapped)?;
    for row in sorted(entries) {
        writer.write_record(&row).map_err(unwrapped)?;
    }
    writer.flush()
}

/// The rows of `entries` in their canonical order.
pub(super) fn sorted<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<Cells> {
    let mut rows: Vec<Cells> = entries.into_iter().flat_map(rows).collect();
    rows.sort_by_cached_key(|row| {
        let name = row[0].split('|').next().unwrap_or_default().to_owned();
        (name, Kind::from_name(&row[2]), Status::from_name(&row[3]), row.clone())
    });
    rows
}

/// The rows of an entry: the preferred one, then one for each other status and note.
pub(super) fn rows(entry: &Entry) -> Vec<Cells> {
    let in_first_row = |term: &&Term| match term.status {
        Status::Preferred => true,
        Status::Admitted => term.note.is_empty(),
        Status::Forbidden => false,
    };
    let mut rows = vec![row(
        entry,
        entry.persian.iter().filter(in_first_row),
        entry.english.iter().filter(in_first_row),
        Status::Preferred,
        &entry.note,
    )];
    let all = entry.persian.iter().chain(&entry.english);
    let mut others: Vec<(Status, &str)> =
        all.filter(|t| !in_first_row(t)).map(|t| (t.status, t.note.as_str())).collect();
    others.sort_unstable();
    others.dedup();
    for (status, note) in others {
        let is_here =
            |term: &&Term| !in_first_row(term) && term.status == status && term.note == note;
        let persian = entry.persian.iter().take(1).chain(entry.persian.iter().filter(is_here));
        rows.push(row(entry, persian, entry.english.iter().filter(is_here), status, note));
    }
    rows
}

fn row<'a>(
    entry: &Entry,
    persian: impl Iterator<Item = &'a Term>,
    english: impl Iterator<Item = &'a Term>,
    status: Status,
    note: &str,
) -> Cells {
    [
        cell(persian),
        cell(english),
        entry.kind.name().to_owned(),
        status.name().to_owned(),
        note.to_owned(),
    ]
}

fn cell<'a>(terms: impl Iterator<Item = &'a Term>) -> String {
    terms.map(|term| term.text.as_str()).collect::<Vec<_>>().join("|")
}
