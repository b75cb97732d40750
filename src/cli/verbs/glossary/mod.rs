//! `hamta glossary`: looking into glossaries and changing them.

mod ask;
mod edit;
mod export;
mod import;
mod lint;
mod turn;

use std::path::Path;

use hamta::Error;
use hamta::exchange::glossary::Table;
use hamta::glossary::{Entry, near};
use hamta::text::Lang;

use crate::cli::args::{GlobalArgs, GlossaryVerb};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::project::{GlossaryFiles, Project};
use crate::cli::report;

/// How many forms are offered if nothing is found.
const OFFERED: usize = 5;

pub(crate) fn run(
    verb: GlossaryVerb,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    match verb {
        GlossaryVerb::Show(args) => show(&args.form, Entry::has, &Project::find(global)?, output),
        GlossaryVerb::Search(args) => {
            show(&args.text, Entry::mentions, &Project::find(global)?, output)
        }
        GlossaryVerb::Add(args) => edit::add(&args, output),
        GlossaryVerb::Remove(args) => edit::remove(&args, global, output),
        GlossaryVerb::Import(args) => import::import(&args, output),
        GlossaryVerb::Export(args) => export::export(&args, global, output),
        GlossaryVerb::Lint(args) => lint::lint(&args, global, output),
    }
}

/// Shows the entries for which `is_hit` holds; if there are none, forms that may have been meant.
fn show(
    form: &str,
    is_hit: fn(&Entry, &str) -> bool,
    project: &Project,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let form = input::argument(form)?;
    let files = project.glossary_files()?;
    let found: Vec<usize> =
        (0..files.entries.len()).filter(|&i| is_hit(&files.entries[i], &form)).collect();
    if found.is_empty() {
        output.remark(&nothing(&files.entries, &form))?;
    }
    for i in found {
        report::entry::write(&files.entries[i], &files.places[i], output)?;
    }
    Ok(Exit::Success)
}

/// Says that no entry has `form`, and what may have been meant.
fn nothing(entries: &[Entry], form: &str) -> String {
    if form.trim().is_empty() {
        return "no form is asked for".to_owned();
    }
    let near = near(entries, form, OFFERED);
    if near.is_empty() {
        return format!("no entry for {form}");
    }
    let quoted = near.iter().map(|form| Lang::of(form).unwrap_or(Lang::English).quote(form));
    let quoted: Vec<String> = quoted.collect();
    format!("no entry for {form}; near it: {}", quoted.join(", "))
}

/// The format in which a file with this name is written.
fn table_to_write(path: &Path) -> Result<Table, Failure> {
    Table::named(path).ok_or_else(|| {
        Failure::usage(format!("{}: a glossary is a .tsv, .csv, .xlsx or .tbx", path.display()))
    })
}

/// Refuses to rewrite the glossary `path`, one of those in `files`, if that would lose anything in it: rows that cannot
/// be read, and what belongs to no entry.
fn refuse_loss(files: &GlossaryFiles, path: &Path) -> Result<(), Failure> {
    if let Some(first) = files.problems.iter().find(|fault| fault.path == path) {
        let error = Error::malformed(format!(
            "{}; correct it first, since the row would be lost",
            first.message
        ));
        return Err(error.at(path).on_line(first.line).into());
    }
    let others = files.others.iter().filter(|(of, _)| of == path);
    let others: Vec<&str> = others.map(|(_, other)| other.as_str()).collect();
    if others.is_empty() {
        return Ok(());
    }
    let what = format!("{} would be lost; write another file", others.join(" and "));
    Err(Error::refused(what).at(path).into())
}
