//! `hamta tm undo`: the last changes, listed or undone.

use super::plan::{Plan, SHOWN, show};
use crate::cli::args::UndoArgs;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;
use crate::cli::report::change::Outcome;

pub(super) fn run(
    args: &UndoArgs,
    project: &Project,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let mut memory = if args.list || args.ask.dry_run {
        project.memory_to_read()?
    } else {
        project.memory_to_change()?
    };
    let mut changes = memory.changes()?;
    if changes.is_empty() {
        output.remark("no change that could be undone")?;
        return Ok(Exit::Success);
    }
    if args.list {
        let mut changes = changes.iter();
        changes.try_for_each(|change| report::change::write(change, output))?;
        return Ok(Exit::Success);
    }
    if args.count > changes.len() {
        let known = changes.len();
        return Err(Failure::usage(format!(
            "changes that can be undone: {known}, not {}; hamta tm undo --list lists them",
            args.count
        )));
    }
    changes.truncate(args.count);
    let Some(oldest) = changes.last() else {
        return Err(Failure::usage("say how many changes, from 1"));
    };
    let undoing = memory.undoing(oldest.number, SHOWN)?;
    if !output.is_json() {
        for change in &changes {
            report::change::write(change, output)?;
        }
    }
    let units = [("these go:", &undoing.first_going), ("these come back:", &undoing.first_coming)];
    for (heading, units) in units {
        if !output.is_json() && !units.is_empty() {
            report::change::heading(heading, output)?;
        }
        show(units.iter(), output)?;
    }
    let outcome = Outcome { added: undoing.coming, removed: undoing.going, done: false };
    let plan = Plan {
        verb: "undo",
        outcome,
        words: format!(
            "changes: {} to undo; units: {} go, {} come back",
            changes.len(),
            undoing.going,
            undoing.coming
        ),
        is_nothing: false,
    };
    plan.run(args.ask, output, || {
        memory.undo(&changes)?;
        Ok((outcome, format!("changes: {} undone", changes.len())))
    })
}
