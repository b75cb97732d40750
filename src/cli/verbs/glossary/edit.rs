//! `hamta glossary add` and `remove`: one entry or form at a time.

use std::path::Path;

use hamta::exchange::glossary::{Reading, read_row};
use hamta::glossary::Entry;

use super::import::{Import, kinds_of};
use super::turn::{Turn, held, save};
use super::{nothing, refuse_loss};
use crate::cli::args::{EntryArgs, GlobalArgs, OnConflict, RemoveArgs};
use crate::cli::consent::has_consent;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::project::{GlossaryFiles, Project};
use crate::cli::report;

/// The place that faults name for what is typed.
const ARGUMENTS: &str = "arguments";

/// Adds one entry, as if a file with that one row were imported.
pub(super) fn add(args: &EntryArgs, output: &mut Output) -> Result<Exit, Failure> {
    let turn = if args.dry_run { None } else { Some(Turn::wait(&args.into, output)?) };
    let mut import = Import::into(&args.into, turn)?;
    let kinds = kinds_of(&import.present.entries, args.kind);
    let cells = [&args.persian, &args.english, "", args.status.name(), &args.note];
    let reading = Reading { kinds: &kinds, ..Reading::default() };
    let path = Path::new(ARGUMENTS);
    import.take(path, read_row(cells, &reading, path)?);
    import.run(OnConflict::Fail, args.dry_run, output)
}

/// Removes the entry that prefers a form, or otherwise the form from the entry that has it.
pub(super) fn remove(
    args: &RemoveArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let form = input::argument(&args.form)?;
    let paths = match &args.from {
        Some(path) => vec![path.clone()],
        None => Project::find(global)?.glossary_paths()?,
    };
    let known: Vec<_> = paths.iter().map(|path| held(path)).collect();
    let mut all = GlossaryFiles::read(&paths)?;
    let is_wanted =
        |entry: &Entry| args.kind.is_none_or(|kind| entry.kind == kind) && entry.has(&form);
    let having: Vec<usize> =
        (0..all.entries.len()).filter(|&at| is_wanted(&all.entries[at])).collect();
    let preferring = having.iter().copied().filter(|&at| all.entries[at].prefers(&form));
    let preferring: Vec<usize> = preferring.collect();
    let found = if preferring.is_empty() { &having } else { &preferring };
    let at = match found.as_slice() {
        [] => return Err(Failure::usage(nothing(&all.entries, &form))),
        [at] => *at,
        several => {
            for &at in several {
                report::entry::write(&all.entries[at], &all.places[at], output)?;
            }
            return Err(Failure::usage(format!(
                "several entries have {form}; say which with --kind or --from"
            )));
        }
    };
    let path = all.places[at].0.clone();
    refuse_loss(&all, &path)?;
    report::entry::write(&all.entries[at], &all.places[at], output)?;
    let is_whole = !preferring.is_empty();
    let what = if is_whole { "this entry" } else { "that form of this entry" };
    if !args.ask.yes {
        output.remark(&format!("{what} is to be removed from {}", path.display()))?;
    }
    if !has_consent(args.ask, output)? {
        return Ok(Exit::Success);
    }
    if !is_whole {
        all.entries[at].take_out(&form);
    }
    let rest = all.entries.iter().zip(&all.places).enumerate();
    let rest = rest.filter(|(i, (_, place))| place.0 == path && !(is_whole && *i == at));
    let rest: Vec<Entry> = rest.map(|(_, (entry, _))| entry.clone()).collect();
    let known = paths.iter().zip(&known).find(|(of, _)| **of == path);
    let turn = Turn::wait(&path, output)?;
    save(&path, known.and_then(|(_, known)| known.as_deref()), &rest)?;
    drop(turn);
    output.remark(&format!("{what} is removed from {}", path.display()))?;
    Ok(Exit::Success)
}
