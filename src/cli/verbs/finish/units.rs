//! `hamta finish` for a file of units that belongs to no article: its translations go into the memory.

use hamta::exchange::bilingual::{Confirmed, Contents};

use crate::cli::args::FinishArgs;
use crate::cli::clock::now;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;

/// Whether the file is finished by itself: it belongs to no article, or the article is not wanted.
pub(super) fn are_alone(args: &FinishArgs, contents: &Contents) -> bool {
    args.units || args.article.is_none() && contents.article.is_none()
}

pub(super) fn run(
    args: &FinishArgs,
    contents: &Contents,
    project: &Project,
    output: &mut Output,
) -> Result<Exit, Failure> {
    if args.output.is_some() {
        return Err(Failure::usage(
            "the units of this file are of no article that could be written",
        ));
    }
    let origin = args.origin.clone().unwrap_or_else(|| input::name(&args.path));
    let confirmed =
        Confirmed { origin: &origin, author: args.author.as_deref(), date: now(), all: args.all };
    let translated = contents.translated(&confirmed);
    let mut memory = project.memory_to_change()?;
    let added = memory.add_again(&super::coming_in(args), translated.units)?;
    output.problems(&contents.problems)?;
    let passed = &translated.passed;
    let path = args.path.display();
    let mut open: Vec<(u64, &str)> = Vec::new();
    open.extend(passed.untranslated.iter().map(|line| (*line, "is not translated")));
    let unreviewed = "is not reviewed; --all takes it as it is";
    open.extend(passed.unreviewed.iter().map(|line| (*line, unreviewed)));
    open.sort_unstable();
    for (line, what) in &open {
        output.remark(&format!("{path}:{line}: {what}"))?;
    }
    report::memory::added(added, contents.problems.len(), output)?;
    Ok(match open.len() + contents.problems.len() {
        0 => Exit::Success,
        _ => Exit::Findings,
    })
}
