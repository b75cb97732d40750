//! The findings that were there when the baseline was written, and are let be.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use hamta::exchange::baseline::{self, Known};
use hamta::exchange::replace;
use hamta::{Error, Result};

use super::settled::Names;
use crate::cli::args::SettleArgs;
use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::project::Project;
use crate::cli::report::finding::Report;

/// The name of the baseline where nobody gives it one.
const NAME: &str = "hamta-baseline.tsv";

/// The baseline by which findings are let be, if there is one.
pub(super) fn to_read(args: &SettleArgs, project: &Project) -> Option<PathBuf> {
    let config = project.config().check.baseline.as_deref();
    let config = config.map(|path| project.file(path));
    args.baseline.clone().or(config)
}

/// The baseline that is to be written, if one is; a project has nothing written outside of its folder.
pub(super) fn to_write(
    args: &SettleArgs,
    project: &Project,
) -> std::result::Result<Option<PathBuf>, Failure> {
    let Some(named) = &args.write_baseline else {
        return Ok(None);
    };
    if let Some(path) = named.as_ref().or(args.baseline.as_ref()) {
        return Ok(Some(path.clone()));
    }
    let own = project.config().check.baseline.as_deref();
    let own = own.unwrap_or(Path::new(NAME));
    let is_below = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    match own.components().all(is_below) {
        true => Ok(Some(project.file(own))),
        false => Err(Failure::usage(format!(
            "{}: outside of the project; to write it, name it: --write-baseline=FILE",
            own.display()
        ))),
    }
}

/// Lets go of the findings that stand in the baseline `path`, and gives how many they are.
pub(super) fn let_be(
    report: &mut Report,
    path: &Path,
    names: &Names,
) -> std::result::Result<String, Failure> {
    let known: HashSet<Known> = read(path)?.into_iter().collect();
    let found = known_of(report, names);
    let mut is_known = found.iter().map(|one| known.contains(one));
    report.keep(|_| !is_known.next().unwrap_or_default());
    let let_be = found.len() - report.findings().len();
    let (found, files): (HashSet<Known>, _) = (found.into_iter().collect(), files(report, names));
    let gone = known.difference(&found);
    let gone = gone.filter(|one| files.contains(&one.path)).count();
    Ok(format!(
        "{}: let be: {let_be}, no longer there: {gone}",
        path.display()
    ))
}

/// Writes all findings into the baseline `path` and lets go of them; what it says of other files that are there stays.
pub(super) fn write(
    report: &mut Report,
    path: &Path,
    project: &Project,
    names: &Names,
) -> std::result::Result<String, Failure> {
    let files = files(report, names);
    let is_of_others =
        |one: &Known| !files.contains(&one.path) && project.file(Path::new(&one.path)).is_file();
    let mut known = match path.is_file() {
        true => read(path)?,
        false => Vec::new(),
    };
    known.retain(is_of_others);
    let others = known.len();
    let found = known_of(report, names);
    let count = found.len();
    known.extend(found);
    replace(path, |file| {
        baseline::write(file, known).map_err(|e| Error::write(path, e))
    })?;
    report.keep(|_| false);
    Ok(format!(
        "{}: findings written: {count}, of other files: {others}",
        path.display()
    ))
}

fn read(path: &Path) -> Result<Vec<Known>> {
    baseline::read(input::bytes(path)?.as_slice(), path)
}

/// The findings of a report, in their order, as a baseline has them.
fn known_of(report: &Report, names: &Names) -> Vec<Known> {
    let fingerprints = report.fingerprints(|path| names.of(path));
    let findings = report.findings().iter().zip(fingerprints);
    let known = findings
        .map(|(shown, fingerprint)| Known::new(names.of(&shown.path), shown.rule, fingerprint));
    known.collect()
}

/// The files of a report as a baseline calls them.
fn files(report: &Report, names: &Names) -> HashSet<String> {
    let names = names.of_files(report).into_iter();
    names.map(|name| baseline::name(&name)).collect()
}
