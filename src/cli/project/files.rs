//! The files of glossaries, read on all cores.

use std::path::{Path, PathBuf};

use hamta::Error;
use hamta::exchange::glossary::{self, Fault, Table};
use hamta::glossary::Entry;

use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::threads::{Turns, in_order, workers};

/// Entries with the places that they come from, and what could not be read.
#[derive(Default)]
pub(crate) struct GlossaryFiles {
    /// The entries of all files, in order.
    pub(crate) entries: Vec<Entry>,
    /// The file and line of each entry.
    pub(crate) places: Vec<(PathBuf, u64)>,
    /// The faults in all files.
    pub(crate) problems: Vec<Fault>,
    /// What else the files contain, which would be lost if they were rewritten.
    pub(crate) others: Vec<(PathBuf, String)>,
    /// The errors of files that cannot be read at all.
    pub(super) unread: Vec<Error>,
}

/// A file with its contents.
pub(super) type File<'a> = (Vec<u8>, &'a Path);

/// The files `paths`.
pub(super) fn files(paths: &[PathBuf]) -> hamta::Result<Vec<File<'_>>> {
    let files = paths.iter().map(PathBuf::as_path);
    files.map(|path| Ok((input::bytes(path)?, path))).collect()
}

impl GlossaryFiles {
    /// Reads the glossaries `paths`; faults in them are kept as problems.
    pub(crate) fn read(paths: &[PathBuf]) -> Result<Self, Failure> {
        let mut all = Self::of(&files(paths)?)?;
        if all.unread.is_empty() { Ok(all) } else { Err(all.unread.swap_remove(0).into()) }
    }

    /// Reads the glossaries in these files, and keeps the error of each that cannot be read.
    pub(super) fn of(files: &[File<'_>]) -> Result<Self, Failure> {
        let mut all = Self::default();
        let read = |(), turns: &Turns<'_, _>| {
            turns.each(|number| {
                let (bytes, path) = &files[number];
                Ok(glossary::read(bytes.as_slice(), Table::of(path), path))
            })
        };
        let workers = vec![(); workers(files.len())];
        in_order(workers, files.len(), read, |number, contents| {
            match contents {
                Ok(contents) => all.take(files[number].1, contents),
                Err(error) => all.unread.push(error),
            }
            Ok(())
        })?;
        Ok(all)
    }

    /// Takes what was read from one glossary.
    pub(crate) fn take(&mut self, path: &Path, contents: glossary::Contents) {
        let places = contents.lines.into_iter().map(|line| (path.to_owned(), line));
        self.places.extend(places);
        self.entries.extend(contents.entries);
        self.problems.extend(contents.problems);
        let others = contents.others.into_iter();
        self.others.extend(others.map(|other| (path.to_owned(), other)));
    }
}
