//! `hamta check`: what is wrong with the translation of an article.

mod baseline;
mod settled;

use std::path::Path;

use hamta::align::{Knowledge, Text, are_related};
use hamta::check::{check, passages};

use crate::cli::args::{CheckArgs, GlobalArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;
use crate::cli::shared::beads;

pub(crate) fn run(
    args: &CheckArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    if let Some(rule) = args.explain {
        report::rule::explain(rule, output)?;
        return Ok(Exit::Success);
    }
    let (Some(source), Some(translation)) = (&args.source, &args.translation) else {
        report::rule::list(output)?;
        return Ok(Exit::Success);
    };
    if input::is_standard(source) && input::is_standard(translation) {
        return Err(Failure::usage("only one of the two can be standard input"));
    }
    pair(source, translation, args, global, output)
}

/// Checks a translation against its article.
fn pair(
    source_path: &Path,
    path: &Path,
    args: &CheckArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let source = input::article(source_path, None)?;
    let target = input::article(path, Some(source.lang().other()))?;
    let project = Project::find(global)?;
    let glossary = project.glossary(output)?;
    let texts = [&source, &target].map(Text::of);
    let knowledge = Knowledge {
        glossary: &glossary,
        units: &[],
    };
    let beads = beads(&texts[0], &texts[1], knowledge);
    if !are_related(&beads) {
        output.remark(&format!(
            "{} and {} have little in common; names are looked for in all of the translation",
            source_path.display(),
            path.display(),
        ))?;
    }
    let passages = passages(&texts[0], &texts[1], &beads);
    let findings = check(&source, &target, &passages, &glossary);
    let mut report = report::check::report(&findings, &target, path);
    settled::settle(&mut report, &args.settle, &project, output)?;
    report.write(global.format.unwrap_or_default(), output)?;
    let counts = report.counts();
    output.remark(&counts.to_string())?;
    let error_on = args.error_on.or(project.config().check.error_on);
    Ok(counts.exit(error_on.unwrap_or_default()))
}
