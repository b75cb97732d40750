//! `hamta tm merge`: adding the units of another memory.

use hamta::tm::ChangeKind;

use super::plan::{Plan, SHOWN, UNDO, memory, show_as};
use crate::cli::args::MergeArgs;
use crate::cli::clock::occasion;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report::change::Outcome;

pub(super) fn run(
    args: &MergeArgs,
    project: &Project,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let mut memory = memory(args.ask, project, output)?;
    let merging = memory.merging(&args.path, SHOWN)?;
    // Their numbers are those of the other memory.
    let first = merging.first.iter();
    show_as(first.map(|new| ("new".to_owned(), &new.unit)), output)?;
    let adding = |added| Outcome { added, ..Outcome::default() };
    let plan = Plan {
        verb: "merge",
        outcome: adding(merging.units.added),
        words: format!(
            "units: {} to add, {} there already",
            merging.units.added, merging.units.present
        ),
        is_nothing: merging.units.added == 0,
    };
    plan.run(args.ask, output, || {
        let about = args.path.display().to_string();
        let added = memory.merge(&args.path, &occasion(ChangeKind::Merge, about))?.added;
        Ok((adding(added), format!("units: {added} added; {UNDO}")))
    })
}
