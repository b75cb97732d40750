//! `hamta tm`: what goes into the memory, and what comes out of it.

use std::io::Write;
use std::path::Path;

use hamta::exchange::{replace, tmx};
use hamta::matching::Candidate;
use hamta::text::Lang;
use hamta::tm::Memory;
use hamta::unit::{Method, Origin, Side, TranslationUnit};
use hamta::{Error, Result};
use jiff::Timestamp;

use crate::cli::args::{AddArgs, ExportArgs, GlobalArgs, ImportArgs, TmVerb};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;
use crate::cli::verbs::tm::import::Import;

mod import;

/// The origin of units that were added one by one.
const ADDED: &str = "added";

pub(crate) fn run(
    verb: TmVerb,
    global: &GlobalArgs,
    output: &mut Output,
) -> std::result::Result<Exit, Failure> {
    let project = Project::find(global)?;
    match verb {
        TmVerb::Import(args) => import(&args, &project, global, output),
        TmVerb::Add(args) => add(&args, &project, output),
        TmVerb::Export(args) => export(&args, &project, output),
        TmVerb::Stats => {
            let memory = project.memory(output)?;
            report::memory::origins(&memory.origins()?, output)?;
            Ok(Exit::Success)
        }
    }
}

fn import(
    args: &ImportArgs,
    project: &Project,
    global: &GlobalArgs,
    output: &mut Output,
) -> std::result::Result<Exit, Failure> {
    let mut memory = project.memory_to_change()?;
    let mut import = Import::new(args, global.quiet);
    let added = memory.add(&mut import)?;
    let problems = import.finish();
    for problem in &problems {
        output.remark(&problem.to_string())?;
    }
    report::memory::added(added, problems.len(), output)?;
    Ok(if problems.is_empty() {
        Exit::Success
    } else {
        Exit::Findings
    })
}

fn add(
    args: &AddArgs,
    project: &Project,
    output: &mut Output,
) -> std::result::Result<Exit, Failure> {
    let source = input::argument(&args.source)?;
    let (source, target) = (source.trim(), args.target.trim());
    let (persian, english, source_lang) = match (Lang::of(source), Lang::of(target)) {
        (Some(Lang::Persian), Some(Lang::English)) => (source, target, Lang::Persian),
        (Some(Lang::English), Some(Lang::Persian)) => (target, source, Lang::English),
        _ => {
            return Err(Failure::usage(
                "a unit has one Persian and one English text",
            ));
        }
    };
    let unit = TranslationUnit {
        source_lang,
        persian: Side::new(persian),
        english: Side::new(english),
        origin: Origin {
            name: ADDED.to_owned(),
            method: Method::Human,
        },
        author: args.author.clone(),
        date: Timestamp::from_second(Timestamp::now().as_second()).ok(),
        note: None,
    };
    let added = project.memory_to_change()?.add([Ok(unit)])?;
    report::memory::added(added, 0, output)?;
    Ok(Exit::Success)
}

fn export(
    args: &ExportArgs,
    project: &Project,
    output: &mut Output,
) -> std::result::Result<Exit, Failure> {
    let memory = project.memory(output)?;
    let origin = args.origin.as_deref();
    if let Some(name) = origin
        && memory.origins()?.iter().all(|origin| origin.name != name)
    {
        return Err(Failure::usage(format!(
            "the memory has no origin {name}; hamta tm stats lists them"
        )));
    }
    match &args.output {
        Some(path) => replace(path, |file| {
            write(&memory, origin, file, path, output.is_json())
        })?,
        None => {
            let is_json = output.is_json();
            write(
                &memory,
                origin,
                output.stream(),
                Path::new("standard output"),
                is_json,
            )?;
        }
    }
    Ok(Exit::Success)
}

/// Writes units as TMX, or as JSON, one a line.
fn write(
    memory: &Memory,
    origin: Option<&str>,
    file: impl Write,
    path: &Path,
    is_json: bool,
) -> Result<()> {
    if is_json {
        let mut file = file;
        return memory.each(origin, |Candidate { id, unit }| {
            let line = serde_json::to_string(&report::memory::UnitJson::new(id, &unit));
            let line = line.expect("a unit holds nothing but texts");
            writeln!(file, "{line}").map_err(|e| Error::write(path, e))
        });
    }
    let mut writer = tmx::Writer::start(file, path, Lang::Persian)?;
    memory.each(origin, |candidate| writer.write(&candidate.unit))?;
    writer.finish().map(drop)
}
