//! What becomes of entries that are imported into a glossary.

use std::collections::HashSet;
use std::io;
use std::path::Path;

use hamta::check::Severity;
use hamta::exchange::glossary::Fault;
use hamta::glossary::{Clash, Entry, Merged, Origin};
use hamta::text::Lang;
use serde::Serialize;

use crate::cli::args::OnConflict;
use crate::cli::output::{Output, piece, plain};
use crate::cli::report::finding::write_one;
use crate::cli::report::lint::{self, Place};
use crate::cli::report::style::{ASIDE, SUBJECT};

/// The entries: those that were there, and the new ones.
pub(crate) struct Sides<'a> {
    pub(crate) present: &'a [Place],
    pub(crate) new: &'a [Place],
}

impl Sides<'_> {
    fn of(&self, origin: Origin) -> &Place {
        match origin {
            Origin::Present(at) => &self.present[at],
            Origin::New(at) => &self.new[at],
        }
    }
}

#[derive(Serialize)]
struct MergedJson {
    path: String,
    new: usize,
    changed: usize,
    same: usize,
    replaced: usize,
    left_out: usize,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    change: &'static str,
    fa: &'a str,
    en: &'a str,
    path: String,
    line: u64,
}

/// The question for whoever decides on a clash.
pub(crate) fn question(clash: &Clash, sides: &Sides<'_>) -> String {
    let place = lint::named(&sides.new[clash.new]);
    format!("{place}: {}", say(clash, sides))
}

/// Writes the faults of rows and files.
pub(crate) fn faults(faults: &[Fault], output: &mut Output) -> io::Result<()> {
    faults.iter().try_for_each(|fault| write_one(&lint::fault(fault), output))
}

/// How many contradictions are left for somebody to decide.
pub(crate) fn open(merged: &Merged, on_conflict: OnConflict) -> usize {
    let left_out: HashSet<usize> = merged.left_out.iter().copied().collect();
    let clashes = merged.clashes.iter();
    match on_conflict {
        OnConflict::Fail | OnConflict::Replace => {
            clashes.filter(|clash| left_out.contains(&clash.new)).count()
        }
        OnConflict::Keep | OnConflict::Ask => 0,
    }
}

/// Writes the contradictions and what was done about each; those in `contradicting` are new entries that contradict
/// each other.
pub(crate) fn clashes(
    merged: &Merged,
    on_conflict: OnConflict,
    sides: &Sides<'_>,
    contradicting: &HashSet<usize>,
    output: &mut Output,
) -> io::Result<()> {
    let left_out: HashSet<usize> = merged.left_out.iter().copied().collect();
    for clash in &merged.clashes {
        let is_left_out = left_out.contains(&clash.new);
        let (severity, outcome) = match (is_left_out, on_conflict) {
            (true, OnConflict::Fail) => (lint::severity(clash.kind), ""),
            (true, OnConflict::Replace) if contradicting.contains(&clash.new) => {
                (Severity::Error, "; left out, since new entries contradict each other")
            }
            (true, OnConflict::Replace) => {
                (Severity::Error, "; left out, since nothing would be left of what is there")
            }
            (true, _) => (Severity::Warning, "; what is there is kept"),
            (false, _) => (Severity::Warning, "; what was there is replaced"),
        };
        let (path, line) = &sides.new[clash.new];
        let message = format!("{}{outcome}", say(clash, sides));
        let place = (path.as_path(), *line);
        let shown = lint::shown(clash.kind.name(), severity, place, &clash.form, message);
        write_one(&shown, output)?;
    }
    Ok(())
}

fn say(clash: &Clash, sides: &Sides<'_>) -> String {
    let [there, here] = &clash.preferred;
    lint::say(clash.kind, &clash.form, [there, here], &lint::named(sides.of(clash.present)))
}

/// Writes the entries that are new, changed, or in place of others.
pub(crate) fn list(
    merged: &Merged,
    new: &[Entry],
    places: &[Place],
    output: &mut Output,
) -> io::Result<()> {
    let kinds =
        [("new", &merged.appended), ("changed", &merged.changed), ("replaced", &merged.replaced)];
    for (change, list) in kinds {
        for &i in list {
            let entry = &new[i];
            let form = |lang: Lang| {
                let first = entry.terms(lang).first();
                first.map_or("", |term| term.text.as_str())
            };
            let (fa, en) = (form(Lang::Persian), form(Lang::English));
            let (path, line) = &places[i];
            let path = path.display().to_string();
            if output.is_json() {
                let line = *line;
                output.json(&ChangeJson { change, fa, en, path, line })?;
                continue;
            }
            let label = format!("{change:8} ");
            let place = format!("  {path}:{line}");
            let pieces = [plain(fa), plain("  "), piece(en, SUBJECT), piece(&place, ASIDE)];
            output.labelled(piece(&label, ASIDE), label.len(), &pieces)?;
        }
    }
    Ok(())
}

/// Writes how many entries are new, changed, and the same.
pub(crate) fn summary(merged: &Merged, into: &Path, output: &mut Output) -> io::Result<()> {
    let path = into.display().to_string();
    let json = MergedJson {
        path: path.clone(),
        new: merged.appended.len(),
        changed: merged.changed.len(),
        same: merged.same,
        replaced: merged.replaced.len(),
        left_out: merged.left_out.len(),
    };
    if output.is_json() {
        return output.json(&json);
    }
    let mut line = format!(
        "{path}: entries: {} new, {} changed, {} the same",
        json.new, json.changed, json.same
    );
    if json.replaced > 0 {
        line.push_str(&format!(", {} replaced", json.replaced));
    }
    if json.left_out > 0 {
        line.push_str(&format!(", {} left out", json.left_out));
    }
    output.left(0, &[plain(&line)])
}
