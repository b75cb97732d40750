//! `hamta tm delete` and `dedupe`: units that nobody wants, and those that say what others say.

use std::collections::BTreeSet;

use hamta::tm::{ChangeKind, Filter, Listed};

use super::list;
use super::plan::{Plan, SHOWN, UNDO, occasion, show};
use crate::cli::args::{DedupeArgs, DeleteArgs};
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
    let mut memory = project.memory_to_keep(output)?;
    let wanted = list::all(&mut memory, &filter)?;
    for number in filter.numbers.iter().flatten() {
        if wanted.iter().all(|unit| unit.candidate.id != *number) {
            output.remark(&format!("no unit {number}, or not one that is asked for"))?;
        }
    }
    let (attached, own): (Vec<Listed>, Vec<Listed>) =
        wanted.into_iter().partition(|unit| unit.is_attached);
    let files: BTreeSet<&str> = attached
        .iter()
        .map(|unit| unit.candidate.unit.origin.name.as_str())
        .collect();
    if !files.is_empty() {
        let files = files.into_iter().collect::<Vec<_>>().join(", tm/");
        output.remark(&format!(
            "units: {} stay, from tm/{files}, which the memory follows: delete them there",
            attached.len()
        ))?;
    }
    show(own.iter().map(|unit| &unit.candidate), output)?;
    let outcome = removing(own.len());
    let plan = Plan {
        verb: "delete",
        outcome,
        words: format!("units: {} to delete", own.len()),
        is_nothing: own.is_empty(),
    };
    plan.run(args.ask, output, || {
        let numbers: Vec<i64> = own.iter().map(|unit| unit.candidate.id).collect();
        let deleted = memory.delete(&numbers, &occasion(ChangeKind::Delete, ""))?;
        Ok((
            removing(deleted),
            format!("units: {deleted} deleted; {UNDO}"),
        ))
    })
}

pub(super) fn dedupe(
    args: &DedupeArgs,
    project: &Project,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let mut memory = project.memory_to_keep(output)?;
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
        Ok((
            removing(deleted),
            format!("units: {deleted} deleted; {UNDO}"),
        ))
    })
}

fn removing(units: usize) -> Outcome {
    Outcome {
        removed: units as u64,
        ..Outcome::default()
    }
}
