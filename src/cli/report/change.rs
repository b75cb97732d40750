//! Changes of the memory: what one would do, what it did, and those that can be undone.

use std::io;

use hamta::tm::Change;
use serde::Serialize;

use crate::cli::output::{Output, piece, plain};
use crate::cli::report::style::{ASIDE, SUBJECT};

#[derive(Serialize)]
struct ChangeJson<'a> {
    change: i64,
    kind: &'static str,
    about: &'a str,
    date: Option<String>,
    added: u64,
    removed: u64,
}

/// Writes a change that can be undone.
pub(crate) fn write(change: &Change, output: &mut Output) -> io::Result<()> {
    let Change { number, occasion, added, removed } = change;
    if output.is_json() {
        return output.json(&ChangeJson {
            change: *number,
            kind: occasion.kind.name(),
            about: &occasion.about,
            date: occasion.date.map(|date| date.to_string()),
            added: *added,
            removed: *removed,
        });
    }
    let date =
        occasion.date.map_or_else(String::new, |date| date.strftime("%F %R UTC").to_string());
    let head = format!("{date:<20}  {:<7}", occasion.kind.name());
    let sums = format!("  {}", sums(*added, *removed));
    let about = match occasion.about.as_str() {
        "" => String::new(),
        about => format!("  {about}"),
    };
    output.left(0, &[plain(&head), piece(&sums, SUBJECT), piece(&about, ASIDE)])
}

fn sums(added: u64, removed: u64) -> String {
    match (added, removed) {
        (added, 0) => format!("{added} added"),
        (0, removed) => format!("{removed} removed"),
        (added, removed) => format!("{added} added, {removed} removed"),
    }
}

/// Writes a heading: what the units below it have in common.
pub(crate) fn heading(words: &str, output: &mut Output) -> io::Result<()> {
    output.left(0, &[piece(words, ASIDE)])
}

/// The outcome of a change that was asked for.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(crate) struct Outcome {
    /// How many units it adds.
    pub(crate) added: u64,
    /// How many units it removes.
    pub(crate) removed: u64,
    /// Whether it is made, or was only previewed.
    pub(crate) done: bool,
}

#[derive(Serialize)]
struct OutcomeJson {
    change: &'static str,
    #[serde(flatten)]
    outcome: Outcome,
}

/// Writes the outcome of a change for programs; for people, in `words`.
pub(crate) fn outcome(
    change: &'static str,
    outcome: Outcome,
    words: &str,
    output: &mut Output,
) -> io::Result<()> {
    if output.is_json() {
        output.json(&OutcomeJson { change, outcome })
    } else {
        output.left(0, &[plain(words)])
    }
}
