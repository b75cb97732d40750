//! What is wrong in glossary files.

use std::path::{Path, PathBuf};

use hamta::check::Severity;
use hamta::exchange::glossary::{Fault, FaultKind};
use hamta::glossary::{Conflict, ConflictKind, Entry};
use hamta::text::Lang;

use crate::cli::report::finding;
use crate::cli::report::path::relative;

/// Where an entry stands: its file and its line there.
pub(crate) type Place = (PathBuf, u64);

/// A fault of a row or a file, as it is shown.
pub(crate) fn fault(fault: &Fault) -> finding::Shown {
    let place = (fault.path.as_path(), fault.line);
    let severity = fault_severity(fault.kind);
    let message = fault.message.clone();
    shown(fault.kind.name(), severity, place, &fault.form, message)
}

fn fault_severity(kind: FaultKind) -> Severity {
    match kind {
        FaultKind::UnknownCountry | FaultKind::NotCanonical => Severity::Warning,
        _ => Severity::Error,
    }
}

/// The kinds of faults and conflicts, in the order of their names.
pub(crate) fn rules() -> Vec<finding::RuleShown> {
    let rule = |name, severity, says: &'static str| finding::RuleShown {
        name,
        severity,
        says,
        why: says,
        help: says.to_owned(),
    };
    let faults = FaultKind::ALL.map(|kind| rule(kind.name(), fault_severity(kind), kind.says()));
    let conflicts = ConflictKind::ALL.map(|kind| rule(kind.name(), severity(kind), kind.says()));
    let mut rules: Vec<_> = faults.into_iter().chain(conflicts).collect();
    rules.sort_by_key(|rule| rule.name);
    // One form with two statuses is found in one row and in two.
    rules.dedup_by_key(|rule| rule.name);
    rules
}

/// A conflict, as it is shown at the place of the later entry.
pub(crate) fn conflict(conflict: &Conflict, entries: &[Entry], places: &[Place]) -> finding::Shown {
    let preferred = |i: usize| entries[i].preferred(Lang::English).unwrap_or_default();
    let preferred = [preferred(conflict.first), preferred(conflict.second)];
    let say = |first: &str| say(conflict.kind, &conflict.form, preferred, first);
    let first = &places[conflict.first];
    let (path, line) = &places[conflict.second];
    let shown = shown(
        conflict.kind.name(),
        severity(conflict.kind),
        (path, *line),
        &conflict.form,
        say(&named(first)),
    );
    finding::Shown { gist: say(&relative(&first.0)), ..shown }
}

/// The severity of a contradiction between two entries.
pub(crate) fn severity(kind: ConflictKind) -> Severity {
    match kind {
        ConflictKind::EnteredTwice => Severity::Warning,
        _ => Severity::Error,
    }
}

/// Says how two entries contradict each other: what the earlier and the later one prefer; `first` is where the earlier
/// one stands.
pub(crate) fn say(kind: ConflictKind, form: &str, preferred: [&str; 2], first: &str) -> String {
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

/// The file and the line of a place.
pub(crate) fn named((path, line): &Place) -> String {
    format!("{}:{line}", relative(path))
}

/// What is shown of a fault or conflict.
pub(crate) fn shown(
    rule: &'static str,
    severity: Severity,
    (path, line): (&Path, u64),
    form: &str,
    message: String,
) -> finding::Shown {
    finding::Shown {
        rule,
        severity,
        path: relative(path),
        place: finding::Place::Line(line),
        text: form.to_owned(),
        about: None,
        gist: message.clone(),
        message,
        fix: None,
        context: None,
    }
}
