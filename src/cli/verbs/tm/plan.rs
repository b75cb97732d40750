//! What a change would do, shown before it is made.

use std::io;

use hamta::matching::Candidate;
use hamta::tm::Memory;
use hamta::unit::TranslationUnit;

use crate::cli::args::AskArgs;
use crate::cli::consent::has_consent;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;
use crate::cli::report::change::Outcome;

/// How many units are shown before a change is made.
pub(super) const SHOWN: usize = 5;

/// The hint after a change.
pub(super) const UNDO: &str = "hamta tm undo takes it back";

/// The memory to which a change would be made; for a preview it need not be writable.
pub(super) fn memory(
    ask: AskArgs,
    project: &Project,
    output: &mut Output,
) -> Result<Memory, Failure> {
    if ask.dry_run { project.whole_memory(output) } else { project.memory_to_keep(output) }
}

/// A change that could be made.
pub(super) struct Plan {
    /// The verb that makes it.
    pub(super) verb: &'static str,
    /// What it would do.
    pub(super) outcome: Outcome,
    /// The same, put into words.
    pub(super) words: String,
    /// Whether there is nothing to do.
    pub(super) is_nothing: bool,
}

impl Plan {
    /// Says what would be done, asks if that is wanted, and makes the change; `make` returns in words what it did.
    pub(super) fn run(
        self,
        ask: AskArgs,
        output: &mut Output,
        make: impl FnOnce() -> hamta::Result<(Outcome, String)>,
    ) -> Result<Exit, Failure> {
        if !output.is_json() {
            report::change::outcome(self.verb, self.outcome, &self.words, output)?;
        }
        if self.is_nothing || !has_consent(ask, output)? {
            if output.is_json() {
                report::change::outcome(self.verb, self.outcome, &self.words, output)?;
            }
            return Ok(Exit::Success);
        }
        let (outcome, words) = make()?;
        let outcome = Outcome { done: true, ..outcome };
        report::change::outcome(self.verb, outcome, &words, output)?;
        Ok(Exit::Success)
    }
}

/// Shows the first units that a change affects, each after its number.
pub(super) fn show<'a>(
    units: impl Iterator<Item = &'a Candidate>,
    output: &mut Output,
) -> io::Result<()> {
    show_as(units.map(|Candidate { id, unit }| (id.to_string(), unit)), output)
}

/// The same, each after its label.
pub(super) fn show_as<'a>(
    units: impl Iterator<Item = (String, &'a TranslationUnit)>,
    output: &mut Output,
) -> io::Result<()> {
    if output.is_json() {
        return Ok(());
    }
    let mut shown = false;
    for (label, unit) in units.take(SHOWN) {
        report::unit::write(&label, unit, output)?;
        shown = true;
    }
    if shown { output.gap() } else { Ok(()) }
}
