//! `hamta glossary lint`: what is wrong in glossaries as they stand.

use std::path::{Path, PathBuf};

use hamta::Error;
use hamta::exchange::exceptions;
use hamta::exchange::glossary::{self as files, Contents, Fault, FaultKind, Table};
use hamta::glossary::{conflicts, without_country};
use hamta::text::Lang;

use super::turn::{Turn, save};
use crate::cli::args::{GlobalArgs, LintArgs};
use crate::cli::exceptions::Exceptions;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::paths;
use crate::cli::project::{GlossaryFiles, Project};
use crate::cli::report;
use crate::cli::report::finding::{Failures, Report};

/// Reports what is wrong: bad rows, contradictions, files that are not in the canonical form.
pub(super) fn lint(
    args: &LintArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let exit = linted(args, global, output);
    report::finding::whole(exit, global.format.unwrap_or_default(), output)
}

/// Looks through the glossaries and reports what is wrong; one that cannot be read is left out.
fn linted(args: &LintArgs, global: &GlobalArgs, output: &mut Output) -> Result<Exit, Failure> {
    let paths = match args.paths.as_slice() {
        [] => of_project(&Project::find(global)?)?,
        paths => paths.to_vec(),
    };
    let mut all = GlossaryFiles::default();
    let (mut files, mut failures) = (Vec::new(), Failures::default());
    for path in &paths {
        match add(path, args.fix, &mut all, output) {
            Ok(()) => files.push(path.as_path()),
            Err(failure) => failures.pass_over(failure)?,
        }
    }
    let unknown = unknown_countries(&all);
    all.problems.extend(unknown);
    let conflicts = conflicts(&all.entries);
    let faults = all.problems.iter().map(report::lint::fault);
    let conflicts = conflicts
        .iter()
        .map(|conflict| report::lint::conflict(conflict, &all.entries, &all.places));
    let findings = faults.chain(conflicts).collect();
    let has_failed = !failures.is_empty();
    let report = Report::new(&files, findings, report::lint::rules()).with_failures(failures);
    report.write(global.format.unwrap_or_default(), output)?;
    let counts = report.counts();
    let (entries, files, faults) = (all.entries.len(), files.len(), counts.all());
    if files > 0 || !has_failed {
        output.remark(&format!("entries: {entries}, files: {files}, faults: {faults}"))?;
    }
    Ok(if has_failed { Exit::Failure } else { counts.exit(args.error_on) })
}

/// Adds what a glossary, or the list of exceptions, has in it, and what is wrong there.
fn add(
    path: &Path,
    fix: bool,
    all: &mut GlossaryFiles,
    output: &mut Output,
) -> Result<(), Failure> {
    if exceptions::is_list(path) {
        all.problems.extend(bad_rows(path)?);
        return Ok(());
    }
    let bytes = input::bytes(path)?;
    let contents = files::read(bytes.as_slice(), Table::of(path), path)?;
    for remark in &contents.remarks {
        output.remark(&format!("{}: {remark}", path.display()))?;
    }
    let untidy = tidy(path, &bytes, &contents, fix, output)?;
    all.take(path, contents);
    all.problems.extend(untidy);
    Ok(())
}

/// The glossaries of a project, and its exceptions.
fn of_project(project: &Project) -> Result<Vec<PathBuf>, Failure> {
    let mut paths = project.glossary_paths()?;
    let exceptions = project.exceptions_path();
    paths.extend(paths::is_there(&exceptions).then_some(exceptions));
    Ok(paths)
}

/// The capitals whose country no entry names.
fn unknown_countries(all: &GlossaryFiles) -> Vec<Fault> {
    let fault = |number: usize| {
        let (path, line) = all.places[number].clone();
        let country = all.entries[number].capital_of().unwrap_or_default();
        Fault {
            kind: FaultKind::UnknownCountry,
            path,
            line,
            form: country.to_owned(),
            message: format!(
                "no entry is called {} in English, of which this is the capital by its note",
                Lang::English.quote(country)
            ),
        }
    };
    without_country(&all.entries).into_iter().map(fault).collect()
}

/// The rows of a list of exceptions that cannot be followed.
fn bad_rows(path: &Path) -> hamta::Result<impl Iterator<Item = Fault> + use<>> {
    let problems = Exceptions::read(path)?.problems.into_iter();
    Ok(problems.map(|problem| Fault {
        kind: FaultKind::BadRow,
        path: problem.path,
        line: problem.line,
        form: String::new(),
        message: problem.message,
    }))
}

/// Compares a TSV file with its canonical form, or writes it in that form; one with bad rows is left alone, and one
/// that would lose something is not written.
fn tidy(
    path: &Path,
    bytes: &[u8],
    contents: &Contents,
    fix: bool,
    output: &mut Output,
) -> Result<Option<Fault>, Failure> {
    let mut canonical = Vec::new();
    files::write(&mut canonical, &contents.entries).map_err(|e| Error::write(path, e))?;
    let is_table = Table::of(path) == Table::Tsv;
    if !is_table || bytes == canonical || !contents.problems.is_empty() {
        return Ok(None);
    }
    let keeps_all = contents.others.is_empty();
    if fix && keeps_all && !input::is_standard(path) {
        let _turn = Turn::wait(path, output)?;
        save(path, Some(bytes), &contents.entries)?;
        return Ok(None);
    }
    let same = bytes.split(|&b| b == b'\n').zip(canonical.split(|&b| b == b'\n'));
    let line = same.take_while(|(a, b)| a == b).count() + 1;
    let how = match contents.others.as_slice() {
        [] => "hamta glossary lint --fix writes it so".to_owned(),
        others => format!("in that, {} would be lost", others.join(" and ")),
    };
    Ok(Some(Fault {
        kind: FaultKind::NotCanonical,
        path: path.to_owned(),
        line: line as u64,
        form: String::new(),
        message: format!("not in the canonical form from here; {how}"),
    }))
}
