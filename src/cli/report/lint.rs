//! What is wrong in glossary files, and what became of entries that were imported.

use std::io;
use std::path::{Path, PathBuf};

use hamta::exchange::Problem;
use hamta::glossary::{Conflict, ConflictKind, Entry, Merged};
use hamta::text::Lang;
use serde::Serialize;

use crate::cli::output::{Output, piece, plain};
use crate::cli::report::style::{BAD, SUBJECT};

#[derive(Serialize)]
struct FaultJson<'a> {
    path: String,
    line: u64,
    message: &'a str,
}

#[derive(Serialize)]
struct MergedJson {
    path: String,
    new: usize,
    changed: usize,
    same: usize,
}

pub(crate) fn problems(problems: &[Problem], output: &mut Output) -> io::Result<()> {
    problems
        .iter()
        .try_for_each(|problem| fault(&problem.path, problem.line, &problem.message, output))
}

/// Writes the conflicts, each at the place of the later entry, naming that of the earlier one.
pub(crate) fn conflicts(
    conflicts: &[Conflict],
    entries: &[Entry],
    places: &[(PathBuf, u64)],
    output: &mut Output,
) -> io::Result<()> {
    for conflict in conflicts {
        let (path, line) = &places[conflict.second];
        fault(path, *line, &say(conflict, entries, places), output)?;
    }
    Ok(())
}

fn say(conflict: &Conflict, entries: &[Entry], places: &[(PathBuf, u64)]) -> String {
    let (path, line) = &places[conflict.first];
    let first = format!("{}:{line}", path.display());
    let lang = Lang::of(&conflict.form).unwrap_or(Lang::English);
    let form = lang.quote(&conflict.form);
    let preferred =
        |i: usize| Lang::English.quote(entries[i].preferred(Lang::English).unwrap_or_default());
    match conflict.kind {
        ConflictKind::TwoTranslations => {
            let (here, there) = (preferred(conflict.second), preferred(conflict.first));
            format!("{form} is {here} here and {there} in {first}")
        }
        ConflictKind::EnteredTwice => format!("{form} has an entry already, in {first}"),
        ConflictKind::PreferredAndForbidden => {
            format!("{form} is preferred by one of two entries and forbidden by the other, {first}")
        }
    }
}

fn fault(path: &Path, line: u64, message: &str, output: &mut Output) -> io::Result<()> {
    let path = path.display().to_string();
    if output.is_json() {
        return output.json(&FaultJson {
            path,
            line,
            message,
        });
    }
    let place = format!("{path}:{line}: ");
    output.left(
        0,
        &[
            piece(&place, SUBJECT),
            piece("problem", BAD),
            plain(": "),
            plain(message),
        ],
    )
}

/// Writes what became of imported entries.
pub(crate) fn merged(merged: &Merged, into: &Path, output: &mut Output) -> io::Result<()> {
    let path = into.display().to_string();
    let (new, changed, same) = (merged.appended.len(), merged.changed, merged.same);
    if output.is_json() {
        return output.json(&MergedJson {
            path,
            new,
            changed,
            same,
        });
    }
    output.left(
        0,
        &[plain(&format!(
            "{path}: entries: {new} new, {changed} changed, {same} the same"
        ))],
    )
}
