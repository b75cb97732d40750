//! `hamta tm delete` and `dedupe`: units that are not wanted, and those that say the same as others.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use hamta::matching::Candidate;
use hamta::tm::{ChangeKind, Filter, Listed};

use super::list;
use super::plan::{Plan, SHOWN, UNDO, memory, show};
use crate::cli::args::{DedupeArgs, DeleteArgs};
use crate::cli::clock::occasion;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report::change::Outcome;

pub(super) fn delete(
    args: &DeleteArgs,
    project: &Project,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let filter = list::filter(&args.filter)?;
    if filter.is_open() {
        return Err(Failure::usage(
            "say which units: numbers, --origin, --text and others; hamta tm delete --help lists them",
        ));
    }
    let mut memory = memory(args.ask, project, output)?;
    let mut missing = filter.numbers.clone().unwrap_or_default();
    let mut wanted = Wanted::default();
    memory.reader()?.list(&filter, |listed| {
        missing.remove(&listed.candidate.id);
        wanted.take(listed);
        Ok(ControlFlow::Continue(()))
    })?;
    for number in missing {
        output.remark(&list::no_unit(number))?;
    }
    if wanted.attached > 0 {
        let files = wanted.files.into_iter().collect::<Vec<_>>().join(", tm/");
        output.remark(&format!(
            "units: {} stay, from tm/{files}, which the memory follows: delete them there",
            wanted.attached
        ))?;
    }
    show(wanted.first.iter(), output)?;
    let plan = Plan {
        verb: "delete",
        outcome: removing(wanted.numbers.len()),
        words: format!("units: {} to delete", wanted.numbers.len()),
        is_nothing: wanted.numbers.is_empty(),
    };
    plan.run(args.ask, output, || {
        let deleted = memory.delete(&wanted.numbers, &occasion(ChangeKind::Delete, ""))?;
        Ok((removing(deleted), format!("units: {deleted} deleted; {UNDO}")))
    })
}

/// Units that are to be deleted, by number; there may be many.
#[derive(Default)]
struct Wanted {
    numbers: Vec<i64>,
    /// The first of them.
    first: Vec<Candidate>,
    /// How many come from attached files, and cannot be deleted.
    attached: usize,
    /// The names of these files.
    files: BTreeSet<String>,
}

impl Wanted {
    fn take(&mut self, listed: Listed) {
        if listed.is_attached {
            self.attached += 1;
            self.files.insert(listed.candidate.unit.origin.name);
            return;
        }
        self.numbers.push(listed.candidate.id);
        if self.first.len() < SHOWN {
            self.first.push(listed.candidate);
        }
    }
}

pub(super) fn dedupe(
    args: &DedupeArgs,
    project: &Project,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let mut memory = memory(args.ask, project, output)?;
    let duplicates = memory.duplicates()?;
    let doubles = duplicates.iter().flat_map(|same| &same.doubles);
    let first = Filter {
        numbers: Some(doubles.clone().copied().take(SHOWN).collect()),
        ..Filter::default()
    };
    let doubles = doubles.count();
    let first = list::all(&mut memory, &first)?;
    show(first.iter().map(|unit| &unit.candidate), output)?;
    let attached: usize = duplicates.iter().map(|same| same.others).sum();
    let attached = attached - doubles;
    if attached > 0 {
        output.remark(&format!(
            "units: {attached} more say what others say, but come from files in tm/, which the memory follows: delete them there"
        ))?;
    }
    let plan = Plan {
        verb: "dedupe",
        outcome: removing(doubles),
        words: format!("units: {doubles} to delete, for which others stay"),
        is_nothing: doubles == 0,
    };
    plan.run(args.ask, output, || {
        let deleted = memory.dedupe(&duplicates, &occasion(ChangeKind::Dedupe, ""))?;
        Ok((removing(deleted), format!("units: {deleted} deleted; {UNDO}")))
    })
}

fn removing(units: usize) -> Outcome {
    Outcome { removed: units as u64, ..Outcome::default() }
}
