//! The units of several TMX files, one after another, with what is wrong in them kept aside.

use std::io::{BufReader, Read};
use std::path::PathBuf;

use hamta::Result;
use hamta::exchange::{Problem, tmx};
use hamta::unit::TranslationUnit;

use crate::cli::args::ImportArgs;
use crate::cli::input;
use crate::cli::progress::{Of, Progress};

type Reader = tmx::Reader<BufReader<Box<dyn Read>>>;

/// Reads the units of files, in order.
pub(super) struct Import {
    files: std::vec::IntoIter<PathBuf>,
    origin: Option<String>,
    reader: Option<Reader>,
    /// Bytes of the files before the one that is being read.
    before: u64,
    problems: Vec<Problem>,
    progress: Progress,
}

impl Import {
    pub(super) fn new(args: &ImportArgs, quiet: bool) -> Self {
        let sizes = args
            .paths
            .iter()
            .map(|path| path.metadata().map_or(0, |m| m.len()));
        Self {
            files: args.paths.clone().into_iter(),
            origin: args.origin.clone(),
            reader: None,
            before: 0,
            problems: Vec::new(),
            progress: Progress::new(Of::Bytes, sizes.sum(), quiet),
        }
    }

    /// What was wrong in the files.
    pub(super) fn finish(self) -> Vec<Problem> {
        self.problems
    }

    /// Opens the next file; `None` after the last.
    fn open_next(&mut self) -> Option<Result<Reader>> {
        let Some(path) = self.files.next() else {
            self.progress.then("making the index");
            return None;
        };
        let name = match (&self.origin, path.file_name()) {
            (Some(name), _) => name.clone(),
            (None, _) if input::is_standard(&path) => "standard input".to_owned(),
            (None, name) => name.unwrap_or_default().to_string_lossy().into_owned(),
        };
        let reader = input::open(&path);
        Some(reader.and_then(|file| Reader::new(BufReader::new(file), &path, &name)))
    }
}

impl Iterator for Import {
    type Item = Result<TranslationUnit>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some(reader) = &mut self.reader else {
                match self.open_next()? {
                    Ok(reader) => self.reader = Some(reader),
                    Err(error) => return Some(Err(error)),
                }
                continue;
            };
            let item = reader.next();
            self.progress.at(self.before + reader.bytes_read());
            match item {
                Some(Ok(tmx::Item::Unit(unit))) => return Some(Ok(*unit)),
                Some(Ok(tmx::Item::Problem(problem))) => self.problems.push(problem),
                Some(Err(error)) => return Some(Err(error)),
                None => {
                    self.before += reader.bytes_read();
                    self.reader = None;
                }
            }
        }
    }
}
