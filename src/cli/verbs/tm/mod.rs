//! `hamta tm`: what goes into the memory, and what comes out of it.

use hamta::text::Lang;
use hamta::tm::{Added, ChangeKind, Memory};
use hamta::unit::{Method, Origin, Side, TranslationUnit};

use crate::cli::args::{AddArgs, GlobalArgs, ImportArgs, TmVerb};
use crate::cli::clock::{now, occasion};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;
use crate::cli::verbs::tm::import::{Asked, Import};

mod delete;
mod edit;
mod export;
mod import;
mod list;
mod merge;
mod plan;
mod undo;

/// The origin of units that were added one by one.
const ADDED: &str = "added";

pub(crate) fn run(verb: TmVerb, global: &GlobalArgs, output: &mut Output) -> Result<Exit, Failure> {
    let project = Project::find(global)?;
    match verb {
        TmVerb::Import(args) => import(&args, &project, global, output),
        TmVerb::Add(args) => add(&args, &project, output),
        TmVerb::Export(args) => export::run(&args, &project, global, output),
        TmVerb::List(args) => list::run(&args, &project, output),
        TmVerb::Search(_) => Err(Failure::usage(
            "hamta concordance searches the memory for a phrase; hamta tm list --text lists the units in which it stands",
        )),
        TmVerb::Edit(args) => edit::run(&args, &project, output),
        TmVerb::Delete(args) => delete::delete(&args, &project, output),
        TmVerb::Dedupe(args) => delete::dedupe(&args, &project, output),
        TmVerb::Merge(args) => merge::run(&args, &project, output),
        TmVerb::Undo(args) => undo::run(&args, &project, output),
        TmVerb::Backup(args) => {
            input::refuse_standard(&args.path)?;
            let memory = project.memory_to_read()?;
            memory.backup(&args.path, args.force)?;
            Ok(Exit::Success)
        }
        TmVerb::Vacuum => {
            let shrunk = project.memory_to_change()?.vacuum()?;
            report::memory::shrunk(shrunk, output)?;
            Ok(Exit::Success)
        }
        TmVerb::Stats => {
            let memory = project.whole_memory(output)?;
            report::memory::origins(&memory.origins()?, output)?;
            report::memory::statistics(&memory.statistics()?, output)?;
            Ok(Exit::Success)
        }
        TmVerb::Check => check(&mut project.whole_memory(output)?, output),
        TmVerb::Reindex => {
            project.memory_to_change()?.reindex()?;
            Ok(Exit::Success)
        }
    }
}

fn check(memory: &mut Memory, output: &mut Output) -> Result<Exit, Failure> {
    let faults = memory.check()?;
    report::memory::faults(&faults, output)?;
    Ok(if faults.is_empty() { Exit::Success } else { Exit::Findings })
}

fn import(
    args: &ImportArgs,
    project: &Project,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let (attached, paths) = project.parted_by_attached(&args.paths)?;
    for path in &attached {
        let path = path.display();
        output.remark(&format!(
            "{path}: attached to the project, so that its units are in the memory; skipped"
        ))?;
    }
    if paths.is_empty() {
        report::memory::added(Added::default(), 0, output)?;
        return Ok(Exit::Success);
    }
    match &args.origin {
        Some(origin) => project.refuse_attached_name(origin)?,
        None => {
            let mut names = paths.iter().map(|path| input::name(path));
            names.try_for_each(|name| project.refuse_attached_name(&name))?;
        }
    }
    let mut memory = project.memory_to_change()?;
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    let occasion = occasion(ChangeKind::Import, names.join(", "));
    let asked =
        Asked { origin: args.origin.clone(), method: args.method, author: args.author.clone() };
    let mut import = Import::new(paths, asked, global.quiet);
    let added = memory.add_on(&occasion, &mut import)?;
    let (problems, remarks) = import.finish();
    for remark in &remarks {
        output.remark(remark)?;
    }
    output.problems(&problems)?;
    report::memory::added(added, problems.len(), output)?;
    Ok(if problems.is_empty() { Exit::Success } else { Exit::Findings })
}

/// The language of a segment by its letters and those of its translation: if only one of them has Persian letters, that
/// is the Persian one, however many names in Latin letters it contains.
fn source_lang(source: &str, target: &str) -> Option<Lang> {
    match [source, target].map(|text| has_letters(text, Lang::Persian)) {
        [true, false] => Some(Lang::Persian),
        [false, true] => Some(Lang::English),
        _ => Lang::of(source).filter(|lang| Lang::of(target) == Some(lang.other())),
    }
}

/// Whether a text has any letter of `lang`.
fn has_letters(text: &str, lang: Lang) -> bool {
    text.chars().any(|c| Lang::of_letter(c) == Some(lang))
}

fn add(args: &AddArgs, project: &Project, output: &mut Output) -> Result<Exit, Failure> {
    let source = input::argument(&args.source)?;
    let (source, target) = (source.trim(), args.target.trim());
    let lang = args.lang.or_else(|| source_lang(source, target));
    let source_lang = lang.filter(|_| !source.is_empty() && !target.is_empty());
    let source_lang = source_lang.ok_or_else(|| {
        let what =
            "a unit has one Persian and one English text; --lang says which the first one is";
        Failure::usage(what)
    })?;
    let (persian, english) = match source_lang {
        Lang::Persian => (source, target),
        Lang::English => (target, source),
    };
    let unit = TranslationUnit {
        source_lang,
        persian: Side::new(persian),
        english: Side::new(english),
        origin: Origin { name: ADDED.to_owned(), method: Method::Human },
        author: args.author.clone(),
        date: now(),
        note: None,
        details: None,
    };
    let occasion = occasion(ChangeKind::Add, source);
    let added = project.memory_to_change()?.add_on(&occasion, [Ok(unit)])?;
    report::memory::added(added, 0, output)?;
    Ok(Exit::Success)
}
