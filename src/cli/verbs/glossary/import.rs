//! `hamta glossary import`: the entries of other files into a glossary.

use std::collections::{HashMap, HashSet};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use hamta::exchange::glossary::{self as files, Contents, Fault, FaultKind, Reading, Table};
use hamta::glossary::{Clash, ConflictKind, Decision, Entry, Kind, Merged, conflicts, merge};
use hamta::text::fold;

use super::turn::{Turn, held, save};
use super::{ask, refuse_loss, table_to_write};
use crate::cli::args::{GlossaryImportArgs, OnConflict};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::project::{GlossaryFiles, takes_glossary};
use crate::cli::report;

/// Imports entries into a glossary; where two contradict each other, as the arguments say.
pub(super) fn import(args: &GlossaryImportArgs, output: &mut Output) -> Result<Exit, Failure> {
    if args.on_conflict == OnConflict::Ask && !io::stdin().is_terminal() {
        let message = "--on-conflict ask needs a terminal; say keep, replace or fail";
        return Err(Failure::usage(message));
    }
    let read = args.paths.iter().map(|path| input::bytes(path));
    let files = read.collect::<hamta::Result<Vec<_>>>()?;
    // While somebody thinks about a question, others may write.
    let turn = if args.dry_run || args.on_conflict == OnConflict::Ask {
        None
    } else {
        Some(Turn::wait(&args.into, output)?)
    };
    let mut import = Import::into(&args.into, turn)?;
    let kinds = kinds_of(&import.present.entries, args.kind);
    let reading = Reading {
        columns: args.columns.as_deref(),
        skipped: args.skip,
        sheet: args.sheet.as_deref(),
        kinds: &kinds,
    };
    for (path, bytes) in args.paths.iter().zip(files) {
        let contents = files::read_as(bytes.as_slice(), table(path), &reading, path)?;
        let (halves, problems): (Vec<_>, Vec<_>) =
            contents.problems.into_iter().partition(Fault::is_half_filled);
        let halves = halves.first().map(|first| {
            let (count, line) = (halves.len(), first.line);
            format!(
                "left out: {count} with a form in one language only, the first one in line {line}"
            )
        });
        for remark in contents.remarks.iter().chain(&halves) {
            output.remark(&format!("{}: {remark}", path.display()))?;
        }
        import.take(path, Contents { problems, ..contents });
    }
    import.run(args.on_conflict, args.dry_run, output)
}

/// Standard input has no name that would give its format, so it may be any table.
fn table(path: &Path) -> Table {
    if input::is_standard(path) { Table::Csv } else { Table::of(path) }
}

/// The kind of an entry that does not give it: the one that was asked for, or that of the only entry with its name.
pub(super) fn kinds_of(entries: &[Entry], asked: Option<Kind>) -> impl Fn(&str) -> Kind + use<> {
    let mut known: HashMap<String, Option<Kind>> = HashMap::new();
    for entry in entries.iter().filter(|_| asked.is_none()) {
        let name = fold(&entry.persian[0].text).text().to_owned();
        let kind = known.entry(name).or_insert(Some(entry.kind));
        if *kind != Some(entry.kind) {
            *kind = None;
        }
    }
    move |name| {
        let known = || known.get(fold(name).text()).copied().flatten();
        asked.or_else(known).unwrap_or(Kind::Concept)
    }
}

/// Entries on their way into a glossary.
pub(super) struct Import {
    into: PathBuf,
    /// The former contents of the glossary; `None` if there was none.
    known: Option<Vec<u8>>,
    /// The turn to write it, if that was obtained before reading.
    turn: Option<Turn>,
    pub(super) present: GlossaryFiles,
    new: Vec<(Entry, (PathBuf, u64))>,
    /// Entries that refer to others; they are taken last.
    partial: Vec<(Entry, (PathBuf, u64))>,
    faults: Vec<Fault>,
}

impl Import {
    /// Begins with the contents of the glossary.
    pub(super) fn into(path: &Path, turn: Option<Turn>) -> Result<Self, Failure> {
        input::refuse_standard(path)?;
        let known = held(path);
        if known.is_none() {
            table_to_write(path)?;
        }
        let present = if path.exists() {
            GlossaryFiles::read(&[path.to_owned()])?
        } else {
            GlossaryFiles::default()
        };
        refuse_loss(&present, path)?;
        Ok(Self {
            into: path.to_owned(),
            known,
            turn,
            present,
            new: Vec::new(),
            partial: Vec::new(),
            faults: Vec::new(),
        })
    }

    pub(super) fn take(&mut self, path: &Path, contents: Contents) {
        let place = |line| (path.to_owned(), line);
        let lines = contents.lines.into_iter();
        self.new.extend(contents.entries.into_iter().zip(lines.map(place)));
        let partial = contents.partial.into_iter();
        self.partial.extend(partial.map(|(entry, line)| (entry, place(line))));
        self.faults.extend(contents.problems);
    }

    /// Merges the entries, reports what became of them, and writes the glossary.
    pub(super) fn run(
        mut self,
        on_conflict: OnConflict,
        dry_run: bool,
        output: &mut Output,
    ) -> Result<Exit, Failure> {
        self.new.append(&mut self.partial);
        let (new, places): (Vec<Entry>, Vec<_>) = self.new.drain(..).unzip();
        let mut entries = self.present.entries.clone();
        let present = std::mem::take(&mut self.present.places);
        let sides = report::import::Sides { present: &present, new: &places };
        // Otherwise two rows of one file would replace each other in every run.
        let contradicting = contradicting(&new);
        let decide = |clash: &Clash| match on_conflict {
            OnConflict::Replace if contradicting.contains(&clash.new) => Ok(Decision::Keep),
            on_conflict => decide(on_conflict, clash, &sides),
        };
        let merged = merge(&mut entries, new.clone(), decide)?;
        let homeless = homeless(&merged, &new, &places, &self.into);
        self.faults.extend(homeless);
        let open = report::import::open(&merged, on_conflict);
        let is_faulty = open > 0 || !self.faults.is_empty();
        let is_kept = dry_run || on_conflict == OnConflict::Fail && is_faulty;
        let written = if is_kept { Ok(()) } else { self.write(&entries, &merged, output) };
        // The lock is not held while somebody reads the results.
        drop(self.turn);
        report::import::faults(&self.faults, output)?;
        report::import::clashes(&merged, on_conflict, &sides, &contradicting, output)?;
        if dry_run {
            report::import::list(&merged, &new, &places, output)?;
        }
        written?;
        report::import::summary(&merged, &self.into, output)?;
        if is_kept {
            output.remark(&format!("nothing is written to {}", self.into.display()))?;
        } else if !takes_glossary(&self.into) {
            let message = "a project takes .tsv and .csv by itself; name this one in hamta.toml";
            output.remark(&format!("{}: {message}", self.into.display()))?;
        }
        Ok(if is_faulty { Exit::Findings } else { Exit::Success })
    }

    /// Writes the glossary, if anything in it is new.
    fn write(
        &mut self,
        entries: &[Entry],
        merged: &Merged,
        output: &mut Output,
    ) -> Result<(), Failure> {
        let has_news = !(merged.appended.is_empty()
            && merged.changed.is_empty()
            && merged.replaced.is_empty());
        if has_news || !self.into.exists() {
            if self.turn.is_none() {
                self.turn = Some(Turn::wait(&self.into, output)?);
            }
            save(&self.into, self.known.as_deref(), entries)?;
        }
        Ok(())
    }
}

/// The new entries that translate a form differently from another new one.
fn contradicting(new: &[Entry]) -> HashSet<usize> {
    let conflicts = conflicts(new).into_iter();
    let in_two_ways = conflicts.filter(|one| one.kind == ConflictKind::TwoTranslations);
    in_two_ways.flat_map(|one| [one.first, one.second]).collect()
}

/// Faults for rows that forbid or admit forms of an entry that does not exist.
fn homeless(merged: &Merged, new: &[Entry], places: &[(PathBuf, u64)], into: &Path) -> Vec<Fault> {
    let fault = |&i: &usize| {
        let name = &new[i].persian[0].text;
        let (path, line) = places[i].clone();
        let message =
            format!("“{name}” has no row that is preferred, here or in {}", into.display());
        Fault { kind: FaultKind::EmptyForm, path, line, form: name.clone(), message }
    };
    merged.homeless.iter().map(fault).collect()
}

fn decide(
    on_conflict: OnConflict,
    clash: &Clash,
    sides: &report::import::Sides<'_>,
) -> Result<Decision, Failure> {
    match on_conflict {
        OnConflict::Keep | OnConflict::Fail => Ok(Decision::Keep),
        OnConflict::Replace => Ok(Decision::Replace),
        OnConflict::Ask => ask::ask(&report::import::question(clash, sides))?
            .ok_or_else(|| Failure::usage("stopped; nothing is written")),
    }
}
