//! The findings that were there when the baseline was written, and are ignored.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use hamta::Error;
use hamta::check::Rule;
use hamta::exchange::baseline::{self, Known};
use hamta::exchange::replace;

use super::file_names::FileNames;
use crate::cli::args::SettleArgs;
use crate::cli::config::Severities;
use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::project::Project;
use crate::cli::report::finding::Report;

/// The default name of the baseline.
const NAME: &str = "hamta-baseline.tsv";

/// The baseline by which findings are ignored, if there is one.
pub(super) fn to_read(args: &SettleArgs, project: &Project) -> Option<PathBuf> {
    let config = project.config().check.baseline.as_deref();
    let config = config.map(|path| project.file(path));
    args.baseline.clone().or(config)
}

/// The baseline that is to be written, if there is one; a project may not have anything written outside its folder.
pub(super) fn to_write(args: &SettleArgs, project: &Project) -> Result<Option<PathBuf>, Failure> {
    let Some(named) = &args.write_baseline else {
        return Ok(None);
    };
    if let Some(path) = named.as_ref().or(args.baseline.as_ref()) {
        input::refuse_standard(path)?;
        return Ok(Some(path.clone()));
    }
    let own = project.config().check.baseline.as_deref();
    let own = own.unwrap_or(Path::new(NAME));
    let is_below = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    if own.components().all(is_below) {
        Ok(Some(project.file(own)))
    } else {
        Err(Failure::usage(format!(
            "{}: outside of the project; to write it, name it: --write-baseline=FILE",
            own.display()
        )))
    }
}

/// Drops the findings that stand in the baseline `path`, and returns how many there are.
pub(super) fn ignored(
    report: &mut Report,
    path: &Path,
    names: &FileNames,
    severities: &Severities<'_>,
) -> Result<String, Failure> {
    let known = read(path)?;
    let run = Run::of(report, names, severities, &known);
    let known: HashSet<Known> = known.into_iter().collect();
    let found = known_of(report, names);
    let mut is_known = found.iter().map(|one| known.contains(one));
    report.keep(|_| !is_known.next().unwrap_or_default());
    let ignored = found.len() - report.findings().len();
    let found: HashSet<Known> = found.into_iter().collect();
    let gone = known.difference(&found).filter(|one| run.looked_for(one));
    let gone = gone.count();
    Ok(format!("{}: ignored: {ignored}, no longer there: {gone}", path.display()))
}

/// Writes all findings into the baseline `path` and drops them; what this run did not look for is kept, as long as its
/// file exists.
pub(super) fn write(
    report: &mut Report,
    path: &Path,
    project: &Project,
    names: &FileNames,
    severities: &Severities<'_>,
) -> Result<String, Failure> {
    let mut known = if path.is_file() { read(path)? } else { Vec::new() };
    let run = Run::of(report, names, severities, &known);
    known.retain(|one| !run.looked_for(one) && project.file(Path::new(&one.path)).is_file());
    let others = known.len();
    let found = known_of(report, names);
    let count = found.len();
    known.extend(found);
    replace(path, |file| baseline::write(file, known).map_err(|e| Error::write(path, e)))?;
    report.keep(|_| false);
    Ok(format!("{}: findings written: {count}, others that stay: {others}", path.display()))
}

/// What a run looked for.
struct Run<'a> {
    /// The files that it checked, by their names in a baseline.
    files: HashSet<String>,
    /// Whether all files of the baseline are among them.
    is_whole: bool,
    severities: &'a Severities<'a>,
}

impl<'a> Run<'a> {
    fn of(
        report: &Report,
        names: &FileNames,
        severities: &'a Severities<'a>,
        known: &[Known],
    ) -> Self {
        let files = names.of_files(report).into_iter();
        let files: HashSet<String> = files.map(|name| baseline::name(&name)).collect();
        Self { is_whole: known.iter().all(|one| files.contains(&one.path)), files, severities }
    }

    /// Whether it would have found this: a part of the files does not show what they contradict in the others.
    fn looked_for(&self, one: &Known) -> bool {
        let rule = Rule::from_name(&one.rule);
        let is_on = |rule| self.severities.of(rule, &one.path).is_some();
        let is_seen = |rule: Rule| is_on(rule) && (self.is_whole || !rule.is_across_files());
        self.files.contains(&one.path) && rule.is_none_or(is_seen)
    }
}

fn read(path: &Path) -> hamta::Result<Vec<Known>> {
    baseline::read(input::bytes(path)?.as_slice(), path)
}

/// The findings of a report, in order, as they stand in a baseline.
fn known_of(report: &Report, names: &FileNames) -> Vec<Known> {
    let fingerprints = report.fingerprints(|path| names.of(path));
    let findings = report.findings().iter().zip(fingerprints);
    let known = findings
        .map(|(shown, fingerprint)| Known::new(names.of(&shown.path), shown.rule, fingerprint));
    known.collect()
}
