//! Which findings count, and with which severity: according to the project, its exceptions, its baseline and the
//! arguments.

use std::cell::LazyCell;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

use hamta::check::Rule;
use hamta::glossary::Glossary;

use super::baseline;
use super::file_names::FileNames;
use crate::cli::args::SettleArgs;
use crate::cli::config::{Patterns, Severities};
use crate::cli::exceptions::Exceptions;
use crate::cli::exit::Failure;
use crate::cli::project::Project;
use crate::cli::report::finding::Report;
use crate::cli::report::path::relatives;

/// Leaves in a report the findings that count, with their severities, and returns the remarks on those that were
/// ignored.
pub(super) fn settle(
    report: &mut Report,
    args: &SettleArgs,
    project: &Project,
) -> Result<Vec<String>, Failure> {
    let config = &project.config().check;
    let severities = severities(args, project);
    let names = FileNames::new(report, project);
    rate(report, &severities, &config.exclude, &names);
    let mut remarks = except(report, args, project, &names)?;
    if let Some(path) = baseline::to_write(args, project)? {
        remarks.push(baseline::write(report, &path, project, &names, &severities)?);
    } else if let Some(path) = baseline::to_read(args, project) {
        remarks.push(baseline::ignored(report, &path, &names, &severities)?);
    }
    Ok(remarks)
}

fn severities<'a>(args: &'a SettleArgs, project: &'a Project) -> Severities<'a> {
    let config = &project.config().check;
    Severities {
        everywhere: &config.rules,
        in_paths: &config.paths,
        asked: &args.rule,
        only: &args.only,
    }
}

/// The rules that find nothing without a glossary.
const BY_GLOSSARY: [Rule; 3] = [Rule::ForbiddenTerm, Rule::MissingTerm, Rule::NameVariant];

/// Says that names were not looked for, where nothing says how any is written, so that nobody takes them for right.
pub(super) fn without_names(
    args: &SettleArgs,
    project: &Project,
    glossary: &Glossary,
) -> Option<String> {
    let severities = severities(args, project);
    let are_wanted = BY_GLOSSARY.into_iter().any(|rule| severities.usual(rule).is_some());
    (glossary.entries().is_empty() && are_wanted).then(|| {
        let rules = BY_GLOSSARY.map(Rule::name).join(", ");
        format!("no glossary has an entry, so that {rules} find nothing; hamta init brings some")
    })
}

/// Drops findings by rules that are off and those in excluded files, and sets the severity of the others.
fn rate(report: &mut Report, severities: &Severities<'_>, exclude: &Patterns, names: &FileNames) {
    report.keep(|shown| {
        let path = names.of(&shown.path);
        let rule = Rule::from_name(shown.rule);
        let severity = rule.map_or(Some(shown.severity), |rule| severities.of(rule, path));
        shown.severity = severity.unwrap_or(shown.severity);
        severity.is_some() && !exclude.hold(path)
    });
    report.rate(|rule| severities.usual(Rule::from_name(rule)?));
}

/// Says which files were read because they are `named`, although the project excludes them, so that nobody takes them
/// for clean. If folders are searched, the counterparts of what is in them do not count as named.
pub(super) fn excluded(named: &[PathBuf], report: &Report, project: &Project) -> Vec<String> {
    let exclude = &project.config().check.exclude;
    if exclude.is_empty() {
        return Vec::new();
    }
    let name = project.file_namer();
    let (relative, are_files) = (relatives(), !named.iter().any(|path| path.is_dir()));
    let named: HashSet<String> = named.iter().map(|path| relative(path)).collect();
    let files = report.files().iter();
    let files = files.filter(|file| are_files || named.contains(*file));
    let files = files.filter(|file| exclude.hold(&name(Path::new(file))));
    files
        .map(|file| format!("{file}: excluded in hamta.toml, so that nothing in it counts"))
        .collect()
}

/// Drops the findings that are exceptions, and returns the remarks on them.
fn except(
    report: &mut Report,
    args: &SettleArgs,
    project: &Project,
    names: &FileNames,
) -> Result<Vec<String>, Failure> {
    let path = project.exceptions_path();
    let mut exceptions = Exceptions::read(&path)?;
    let problems = exceptions.problems.iter();
    let mut remarks: Vec<String> = problems.map(ToString::to_string).collect();
    let before = report.findings().len();
    report.keep(|shown| !exceptions.cover(shown, names.of(&shown.path)));
    match before - report.findings().len() {
        0 => {}
        count => remarks.push(format!("ignored as exceptions: {count}")),
    }
    if !args.only.is_empty() {
        return Ok(remarks);
    }
    let files = LazyCell::new(|| names.of_files(report));
    for line in exceptions.useless(|path| files.contains(path)) {
        let path = path.display();
        remarks.push(format!("{path}:{line}: an exception that nothing needs"));
    }
    Ok(remarks)
}
