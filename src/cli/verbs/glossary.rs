//! `hamta glossary`: what editors do with the glossaries.

use std::path::Path;

use hamta::exchange::{Problem, glossary as files, replace};
use hamta::glossary::{Entry, conflicts, merge};
use hamta::text::{Lang, fold};
use hamta::{Error, Result};

use crate::cli::args::{GlobalArgs, GlossaryImportArgs, GlossaryVerb, LintArgs, LookupArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::project::{GlossaryFiles, Project};
use crate::cli::report;

pub(crate) fn run(
    verb: GlossaryVerb,
    global: &GlobalArgs,
    output: &mut Output,
) -> std::result::Result<Exit, Failure> {
    match verb {
        GlossaryVerb::Lookup(args) => lookup(&args, &Project::find(global)?, output),
        GlossaryVerb::Import(args) => import(&args, output),
        GlossaryVerb::Lint(args) => lint(&args, global, output),
    }
}

/// Shows the entries that have the term; where there are none, those that have it within a term.
fn lookup(
    args: &LookupArgs,
    project: &Project,
    output: &mut Output,
) -> std::result::Result<Exit, Failure> {
    let term = input::argument(&args.term)?;
    let wanted = fold(&term);
    let files = project.glossary_files()?;
    let has = |entry: &Entry, is_hit: &dyn Fn(&str) -> bool| {
        let terms = Lang::ALL.into_iter().flat_map(|lang| entry.terms(lang));
        terms
            .into_iter()
            .any(|term| is_hit(fold(&term.text).text()))
    };
    let find = |is_hit: &dyn Fn(&str) -> bool| -> Vec<usize> {
        (0..files.entries.len())
            .filter(|&i| has(&files.entries[i], is_hit))
            .collect()
    };
    let mut found = find(&|folded| folded == wanted.text());
    if found.is_empty() && !wanted.text().is_empty() {
        found = find(&|folded| folded.contains(wanted.text()));
    }
    if found.is_empty() {
        output.remark(&format!("no entry for {term}"))?;
    }
    for i in found {
        report::entry::write(&files.entries[i], &files.places[i], output)?;
    }
    Ok(Exit::Success)
}

/// Takes entries into a glossary, unless a row is bad or two entries contradict each other.
fn import(args: &GlossaryImportArgs, output: &mut Output) -> std::result::Result<Exit, Failure> {
    let into = &args.into;
    let present = match into.exists() {
        true => GlossaryFiles::read(std::slice::from_ref(into))?,
        false => GlossaryFiles::default(),
    };
    let new = GlossaryFiles::read(&args.paths)?;
    let problems: Vec<_> = present
        .problems
        .iter()
        .chain(&new.problems)
        .cloned()
        .collect();
    let mut entries = present.entries;
    let mut places = present.places;
    let merged = merge(&mut entries, new.entries);
    places.extend(merged.appended.iter().map(|&i| new.places[i].clone()));
    let conflicts = conflicts(&entries);
    report::lint::problems(&problems, output)?;
    report::lint::conflicts(&conflicts, &entries, &places, output)?;
    if !problems.is_empty() || !conflicts.is_empty() {
        output.remark(&format!("{} is left as it was", into.display()))?;
        return Ok(Exit::Findings);
    }
    if merged.changed > 0 || !merged.appended.is_empty() || !into.exists() {
        save(into, &entries)?;
    }
    report::lint::merged(&merged, into, output)?;
    Ok(Exit::Success)
}

/// Says what is wrong in glossaries: bad rows, contradictions, a form that is not the canonical one.
fn lint(
    args: &LintArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> std::result::Result<Exit, Failure> {
    let paths = match args.paths.as_slice() {
        [] => Project::find(global)?.glossary_paths()?,
        paths => paths.to_vec(),
    };
    let mut all = GlossaryFiles::default();
    for path in &paths {
        let bytes = input::bytes(path)?;
        let contents = files::read(bytes.as_slice(), files::Table::of(path), path)?;
        let untidy = tidy(path, &bytes, &contents, args.fix)?;
        all.take(path, contents);
        all.problems.extend(untidy);
    }
    let conflicts = conflicts(&all.entries);
    report::lint::problems(&all.problems, output)?;
    report::lint::conflicts(&conflicts, &all.entries, &all.places, output)?;
    let faults = all.problems.len() + conflicts.len();
    let (entries, files) = (all.entries.len(), paths.len());
    output.remark(&format!(
        "entries: {entries}, files: {files}, faults: {faults}"
    ))?;
    Ok(if faults == 0 {
        Exit::Success
    } else {
        Exit::Findings
    })
}

/// Compares a TSV file with its canonical form, or writes it in that form; one with bad rows is left alone.
fn tidy(
    path: &Path,
    bytes: &[u8],
    contents: &files::Contents,
    fix: bool,
) -> Result<Option<Problem>> {
    let mut canonical = Vec::new();
    files::write(&mut canonical, &contents.entries).map_err(|e| Error::write(path, e))?;
    let is_table = files::Table::of(path) == files::Table::Tsv;
    if !is_table || bytes == canonical || !contents.problems.is_empty() {
        return Ok(None);
    }
    if fix && !input::is_standard(path) {
        save(path, &contents.entries)?;
        return Ok(None);
    }
    let same = bytes
        .split(|&b| b == b'\n')
        .zip(canonical.split(|&b| b == b'\n'));
    let line = same.take_while(|(a, b)| a == b).count() + 1;
    Ok(Some(Problem {
        path: path.to_owned(),
        line: line as u64,
        message: "not in the canonical form from here; hamta glossary lint --fix writes it so"
            .to_owned(),
    }))
}

fn save(path: &Path, entries: &[Entry]) -> Result<()> {
    replace(path, |file| {
        files::write(file, entries).map_err(|e| Error::write(path, e))
    })
}
