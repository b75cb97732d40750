//! `hamta check`: what is wrong with the translation of an article.

use std::path::Path;

use hamta::align::{Knowledge, Text, are_related};
use hamta::check::{Options, check, passages};

use crate::cli::args::{CheckArgs, GlobalArgs, Level};
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
    let options = Options { scope: args.scope };
    pair(source, translation, options, args.error_on, global, output)
}

/// Checks a translation against its article.
fn pair(
    source_path: &Path,
    path: &Path,
    options: Options,
    error_on: Level,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let source = input::article(source_path, None)?;
    let target = input::article(path, Some(source.lang().other()))?;
    let glossary = Project::find(global)?.glossary(output)?;
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
    let findings = check(&source, &target, &passages, &glossary, options);
    let report = report::check::report(&findings, &target, path);
    report.write(global.format.unwrap_or_default(), output)?;
    let counts = report.counts();
    output.remark(&counts.to_string())?;
    Ok(counts.exit(error_on))
}
