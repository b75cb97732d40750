//! `hamta check`: what is wrong with the translation of an article.

mod fix;

use std::io::Write;
use std::path::Path;

use hamta::align::{Knowledge, Text, are_related};
use hamta::check::{Finding, check, passages};
use hamta::glossary::Glossary;
use hamta::segment::Article;

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
    fix::refuse_format(args, translation, global)?;
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
    let mut target = input::article(path, Some(source.lang().other()))?;
    let glossary = Project::find(global)?.glossary(output)?;
    let (mut findings, are_related) = found(&source, &target, &glossary);
    if !are_related {
        output.remark(&format!(
            "{} and {} have little in common; names are looked for in all of the translation",
            source_path.display(),
            path.display(),
        ))?;
    }
    if args.diff {
        return fix::show(path, target.text(), &findings, args.error_on, output);
    }
    if args.fix {
        let mended = fix::write(path, target.text(), &findings)?;
        if input::is_standard(path) {
            output.stream().write_all(mended.text.as_bytes())?;
        }
        if let Some(remark) = mended.remark(path) {
            output.remark(&remark)?;
        }
        target = Article::new(mended.text, target.lang());
        (findings, _) = found(&source, &target, &glossary);
    }
    let report = report::check::report(&findings, &target, path);
    if args.fix && input::is_standard(path) {
        report.remark(output)?;
    } else {
        report.write(global.format.unwrap_or_default(), output)?;
    }
    let counts = report.counts();
    output.remark(&counts.to_string())?;
    Ok(counts.exit(args.error_on))
}

/// What is wrong in the translation, and whether it is one of that article.
fn found(source: &Article, target: &Article, glossary: &Glossary) -> (Vec<Finding>, bool) {
    let texts = [source, target].map(Text::of);
    let knowledge = Knowledge {
        glossary,
        units: &[],
    };
    let beads = beads(&texts[0], &texts[1], knowledge);
    let passages = passages(&texts[0], &texts[1], &beads);
    let findings = check(source, target, &passages, glossary);
    (findings, are_related(&beads))
}
