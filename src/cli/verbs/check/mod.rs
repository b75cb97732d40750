//! `hamta check`: what is wrong in translations and articles.

mod baseline;
mod cache;
mod checked;
mod checker;
mod file_names;
mod files;
mod fix;
mod job;
mod outcome;
mod settled;
mod units;

use std::mem::forget;
use std::sync::Mutex;

use hamta::check::Options;
use hamta::tm::Memory;

use self::cache::Cache;
use self::checker::Checker;
use self::files::{Input, Inputs, Looking};
use self::outcome::Outcome;
use self::units::TOGETHER;
use crate::cli::args::{CheckArgs, GlobalArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::level::Level;
use crate::cli::output::Output;
use crate::cli::project::{KeptGlossary, Project};
use crate::cli::report;
use crate::cli::threads::both;

pub(crate) fn run(
    args: &CheckArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    if let Some(rule) = args.explain {
        report::rule::explain(rule, output)?;
        return Ok(Exit::Success);
    }
    if args.list_rules {
        report::rule::list(output)?;
        return Ok(Exit::Success);
    }
    let exit = checked(args, global, output);
    report::finding::whole(exit, global.format.unwrap_or_default(), output)
}

/// Checks what the arguments name, and reports what was found.
fn checked(args: &CheckArgs, global: &GlobalArgs, output: &mut Output) -> Result<Exit, Failure> {
    let project = Project::find(global)?;
    project.refuse_missing_memories()?;
    let (inputs, glossary) = inputs_and_glossary(args, &project);
    let Inputs { mut inputs, failures } = inputs?;
    let mut units = None;
    if args.memory {
        let memory = project.whole_memory(output)?;
        inputs.extend(in_memory(&memory)?);
        units = Some(Mutex::new(memory));
    }
    fix::refuse_format(args, &inputs, global)?;
    if args.memory && (args.fix || args.diff) {
        output.remark("the memory is not fixed; hamta tm edit corrects its units")?;
    }
    let mut outcome = Outcome::default();
    for failure in failures {
        outcome.fail(&failure);
    }
    let glossary = glossary?;
    glossary.tell(output)?;
    let checker = checker(args, &project, &glossary, inputs.len(), units);
    outcome.check(&inputs, &checker, global.quiet, output)?;
    if outcome.is_of_nothing() && !outcome.has_failed() {
        // Checking nothing must not pass for a clean result.
        let why =
            "there is nothing here to check; articles are found by their names, as --names says";
        outcome.fail(&Failure::usage(why));
    }
    let exit = told(&mut outcome, &checker, &project, args, global, output)?;
    let has_failed = outcome.has_failed();
    if let Some(cache) = checker.cache {
        cache.keep(outcome.take_kept());
    }
    glossary.keep();
    // The system frees all of it at once; to drop it piece by piece takes long.
    forget(outcome);
    Ok(if has_failed { Exit::Failure } else { exit })
}

/// Reads the glossaries while files are looked for, and prepares them unless there is only one article.
fn inputs_and_glossary(
    args: &CheckArgs,
    project: &Project,
) -> (Result<Inputs, Failure>, Result<KeptGlossary, Failure>) {
    let are_few = (1..=2).contains(&args.paths.len());
    let is_one = are_few && !args.paths.iter().any(|path| path.is_dir());
    both(
        || Inputs::of(args, &Looking::new(args, project)),
        || {
            let glossary = project.untold_glossary();
            if let (Ok(glossary), false) = (&glossary, is_one) {
                glossary.prepare_terms();
            }
            glossary
        },
    )
}

/// The checker for `many` inputs; those of a memory are checked with its `units`.
fn checker<'a>(
    args: &CheckArgs,
    project: &Project,
    glossary: &'a KeptGlossary,
    many: usize,
    units: Option<Mutex<Memory>>,
) -> Checker<'a> {
    let scope = args.scope.or(project.config().check.missing_term_scope);
    let scope = scope.unwrap_or_default();
    // Checking one article takes less time than reading the cache.
    let is_cached = !args.no_cache && many > 1;
    Checker {
        glossary,
        memory: project.memory_path(),
        units,
        options: Options { scope },
        naming: project.config().articles.names(args.names.as_ref()),
        is_alone: many == 1,
        cache: is_cached.then(|| Cache::open(project, glossary, scope.name())).flatten(),
        is_fixing: args.fix || args.diff,
    }
}

/// Reports what was found, or what would be fixed; fixes it first if that is wanted.
fn told(
    outcome: &mut Outcome,
    checker: &Checker<'_>,
    project: &Project,
    args: &CheckArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let error_on = args.error_on.or(project.config().check.error_on);
    let error_on = error_on.unwrap_or_default();
    let mut report = outcome.report();
    for remark in settled::excluded(&args.paths, &report, project) {
        output.remark(&remark)?;
    }
    if !outcome.is_of_nothing()
        && let Some(remark) = settled::without_names(&args.settle, project, checker.glossary)
    {
        output.remark(&remark)?;
    }
    let mut remarks = settled::settle(&mut report, &args.settle, project)?;
    if args.diff {
        outcome.tell_unread(output)?;
        let is_clean = outcome.show_edits(&report, output)? == 0;
        return Ok(if is_clean || error_on == Level::Never {
            Exit::Success
        } else {
            Exit::Findings
        });
    }
    let mut is_told_aside = false;
    if args.fix {
        is_told_aside = outcome.fix(&report, checker, output)?;
        report = outcome.report();
        remarks = settled::settle(&mut report, &args.settle, project)?;
    }
    for remark in remarks {
        output.remark(&remark)?;
    }
    if is_told_aside {
        report.remark(output)?;
    } else {
        report.write(global.format.unwrap_or_default(), output)?;
    }
    let counts = report.counts();
    // What a baseline has taken is told, and nothing else is left.
    if args.settle.write_baseline.is_none() && !outcome.is_of_nothing() {
        output.remark(&counts.to_string())?;
    }
    Ok(counts.exit(error_on))
}

/// The units of the memory, by their numbers, in groups that are checked as one text.
fn in_memory(memory: &Memory) -> Result<Vec<Input>, Failure> {
    let numbers = memory.numbers()?;
    let together = numbers.chunks(TOGETHER);
    Ok(together.map(|numbers| Input::Memory(numbers.iter().copied().collect())).collect())
}
