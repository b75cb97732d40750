//! `hamta tm list`: the units that a filter wants.

use std::collections::{BTreeSet, VecDeque};
use std::ops::ControlFlow;

use hamta::text::Lang;
use hamta::tm::{Filter, Listed, Memory, Sought};

use crate::cli::args::{FilterArgs, ListArgs, start};
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;

pub(super) fn run(
    args: &ListArgs,
    project: &Project,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let mut filter = filter(&args.filter)?;
    let mut memory = project.memory(output)?;
    if args.conflicts {
        let conflicts = memory.conflicts()?;
        filter.numbers = Some(conflicts.into_iter().flatten().collect());
    }
    let mut missing: BTreeSet<i64> = args.filter.numbers.iter().copied().collect();
    let mut count = 0;
    let mut failed = None;
    let mut newest = VecDeque::new();
    memory.reader()?.list(&filter, |listed| {
        missing.remove(&listed.candidate.id);
        count += 1;
        if args.newest {
            newest.push_back(listed);
            newest.drain(..newest.len().saturating_sub(args.max));
            return Ok(ControlFlow::Continue(()));
        }
        if count <= args.max {
            failed = report::unit::listed(&listed, output).err();
        }
        Ok(if count > args.max || failed.is_some() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        })
    })?;
    failed.map_or(Ok(()), Err)?;
    newest.iter().try_for_each(|listed| report::unit::listed(listed, output))?;
    if count > args.max {
        let rest = if args.newest { "" } else { ", --newest the last" };
        let which = if args.newest { "last" } else { "first" };
        output.remark(&format!("the {which} {} units; --max shows more{rest}", args.max))?;
    } else if !missing.is_empty() {
        missing.into_iter().try_for_each(|number| output.remark(&no_unit(number)))?;
    } else if count == 0 {
        output.remark("no such units")?;
    }
    Ok(Exit::Success)
}

/// The message for a number that no unit has, or no unit that is wanted.
pub(super) fn no_unit(number: i64) -> String {
    format!("no unit {number}, or not one that is asked for")
}

/// What the arguments ask for.
pub(super) fn filter(args: &FilterArgs) -> Result<Filter, Failure> {
    let phrases = [(&args.text, None), (&args.source, Some(true)), (&args.target, Some(false))];
    let phrases = phrases
        .into_iter()
        .filter_map(|(phrase, in_source)| phrase.as_ref().map(|phrase| sought(phrase, in_source)));
    let numbers: BTreeSet<i64> = args.numbers.iter().copied().collect();
    Ok(Filter {
        numbers: (!numbers.is_empty()).then_some(numbers),
        origin: args.origin.clone(),
        author: args.author.clone(),
        method: args.method,
        lang: args.lang,
        since: args.since.and_then(start),
        before: args.until.and_then(|day| day.tomorrow().ok().and_then(start)),
        phrases: phrases.collect(),
        above: args.above,
        below: args.below,
    })
}

fn sought(phrase: &str, in_source: Option<bool>) -> Sought {
    Sought { phrase: phrase.to_owned(), lang: Lang::of(phrase), in_source }
}

/// All units that a filter wants.
pub(super) fn all(memory: &mut Memory, filter: &Filter) -> Result<Vec<Listed>, Failure> {
    let mut units = Vec::new();
    memory.reader()?.list(filter, |listed| {
        units.push(listed);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(units)
}
