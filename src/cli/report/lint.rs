//! What is wrong in glossary files.

use std::io;
use std::path::{Path, PathBuf};

use hamta::check::Severity;
use hamta::exchange::glossary::{Fault, FaultKind};
use hamta::glossary::{Conflict, ConflictKind, Entry};
use hamta::text::Lang;

use crate::cli::output::Output;
use crate::cli::report::finding::{Counts, Shown, write_one};

/// Where an entry stands: its file and its line there.
pub(crate) type Place = (PathBuf, u64);

/// Writes the faults of rows and files.
pub(crate) fn faults(faults: &[Fault], output: &mut Output) -> io::Result<Counts> {
    let mut counts = Counts::default();
    for fault in faults {
        let severity = match fault.kind {
            FaultKind::NotCanonical => Severity::Warning,
            _ => Severity::Error,
        };
        counts.add(severity);
        let place = (fault.path.as_path(), fault.line);
        write(
            fault.kind.name(),
            severity,
            place,
            &fault.form,
            &fault.message,
            output,
        )?;
    }
    Ok(counts)
}

/// Writes the conflicts, each at the place of the later entry, naming that of the earlier one.
pub(crate) fn conflicts(
    conflicts: &[Conflict],
    entries: &[Entry],
    places: &[Place],
    output: &mut Output,
) -> io::Result<Counts> {
    let mut counts = Counts::default();
    for conflict in conflicts {
        let preferred = |i: usize| entries[i].preferred(Lang::English).unwrap_or_default();
        let message = say(
            conflict.kind,
            &conflict.form,
            [preferred(conflict.first), preferred(conflict.second)],
            &places[conflict.first],
        );
        let severity = severity(conflict.kind);
        counts.add(severity);
        let (path, line) = &places[conflict.second];
        write(
            conflict.kind.name(),
            severity,
            (path, *line),
            &conflict.form,
            &message,
            output,
        )?;
    }
    Ok(counts)
}

/// How grave it is that two entries contradict each other.
pub(crate) fn severity(kind: ConflictKind) -> Severity {
    match kind {
        ConflictKind::EnteredTwice => Severity::Warning,
        _ => Severity::Error,
    }
}

/// Says how two entries contradict each other: what the earlier one and the later one prefer, and where the earlier stands.
pub(crate) fn say(kind: ConflictKind, form: &str, preferred: [&str; 2], place: &Place) -> String {
    let first = format!("{}:{}", place.0.display(), place.1);
    let form = Lang::of(form).unwrap_or(Lang::English).quote(form);
    match kind {
        ConflictKind::TwoTranslations => {
            let [there, here] = preferred.map(|form| Lang::English.quote(form));
            format!("{form} is {here} here and {there} in {first}")
        }
        ConflictKind::EnteredTwice => format!("{form} has an entry already, in {first}"),
        ConflictKind::PreferredAndForbidden => {
            format!("{form} is preferred by one of two entries and forbidden by the other, {first}")
        }
        ConflictKind::TwoStatuses => {
            format!("{form} is forbidden either here or in {first}, and not in both")
        }
    }
}

/// Writes one fault or conflict.
pub(crate) fn write(
    rule: &'static str,
    severity: Severity,
    (path, line): (&Path, u64),
    form: &str,
    message: &str,
    output: &mut Output,
) -> io::Result<()> {
    let shown = Shown {
        rule,
        severity,
        path: path.display().to_string(),
        line,
        column: 1,
        start: None,
        end: None,
        text: form,
        message,
        fix: None,
    };
    write_one(&shown, output)
}
