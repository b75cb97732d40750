//! The project: the nearest folder with `tm/` and `glossaries/`, and what is attached by being there.

mod names;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use hamta::exchange::{Problem, glossary};
use hamta::glossary::Entry;
use hamta::tm::Memory;
use hamta::{Error, Result};

pub(crate) use self::names::Names;
use crate::cli::args::GlobalArgs;
use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::output::{self, Output};
use crate::cli::progress::{Of, Progress};

/// A folder with `tm/` and `glossaries/`.
pub(crate) struct Project {
    root: PathBuf,
    quiet: bool,
}

/// Entries with the places they come from, and what could not be read.
#[derive(Default)]
pub(crate) struct GlossaryFiles {
    /// The entries of all files, in order.
    pub(crate) entries: Vec<Entry>,
    /// The file and line of each entry.
    pub(crate) places: Vec<(PathBuf, u64)>,
    /// The faults in all files.
    pub(crate) problems: Vec<glossary::Fault>,
}

impl Project {
    /// The project that the arguments name, or the nearest one from here upwards.
    pub(crate) fn find(args: &GlobalArgs) -> std::result::Result<Self, Failure> {
        let quiet = args.quiet;
        if let Some(folder) = &args.project {
            return match is_project(folder) {
                true => Ok(Self {
                    root: folder.clone(),
                    quiet,
                }),
                false => Err(Failure::usage(format!(
                    "{}: {NO_PROJECT}",
                    folder.display()
                ))),
            };
        }
        let here = env::current_dir().map_err(|e| Error::read(Path::new("."), e))?;
        let root = here.ancestors().find(|folder| is_project(folder));
        match root {
            Some(root) => Ok(Self {
                root: relative(root, &here),
                quiet,
            }),
            None => Err(Failure::usage(format!(
                "{}: {NO_PROJECT}, nor above it",
                here.display()
            ))),
        }
    }

    /// The memory, brought up to date with the TMX files in `tm/`.
    ///
    /// Where nothing can be written there, what the TMX files hold is read into a memory for this run.
    pub(crate) fn memory(&self, output: &mut Output) -> std::result::Result<Memory, Failure> {
        let memory = match self.memory_to_change() {
            Err(error) if error.is_read_only() => {
                output.remark(&format!("{error}; units added to it are not seen"))?;
                Memory::in_memory()?
            }
            opened => opened?,
        };
        self.brought_up(memory, output)
    }

    /// The memory, to be changed, and brought up to date with the TMX files in `tm/` before that.
    pub(crate) fn memory_to_keep(
        &self,
        output: &mut Output,
    ) -> std::result::Result<Memory, Failure> {
        self.brought_up(self.memory_to_change()?, output)
    }

    fn brought_up(
        &self,
        mut memory: Memory,
        output: &mut Output,
    ) -> std::result::Result<Memory, Failure> {
        for problem in self.attach(&mut memory)? {
            output.remark(&problem.to_string())?;
        }
        Ok(memory)
    }

    /// The memory, to be changed; it says so where it has to wait for another program.
    pub(crate) fn memory_to_change(&self) -> Result<Memory> {
        let path = self.memory_path();
        let mut memory = Memory::open(&path)?;
        if !self.quiet {
            memory.on_waiting(move || {
                output::complain(&format!(
                    "{}: waiting for another program that changes it",
                    path.display()
                ));
            });
        }
        Ok(memory)
    }

    fn memory_path(&self) -> PathBuf {
        self.root.join("tm/memory.sqlite")
    }

    fn attach(&self, memory: &mut Memory) -> Result<Vec<Problem>> {
        let files = self.files("tm", &["tmx"])?;
        let size = |path: &PathBuf| path.metadata().map_or(0, |m| m.len());
        let sizes: Vec<u64> = files.iter().map(size).collect();
        let mut progress = Progress::new(Of::Bytes, sizes.iter().sum(), self.quiet);
        memory.attach(&files, |file, bytes| {
            let before = files
                .iter()
                .zip(&sizes)
                .take_while(|(path, _)| *path != file);
            progress.at(before.map(|(_, size)| size).sum::<u64>() + bytes);
        })
    }

    /// Every glossary in `glossaries/`, ready to find names.
    pub(crate) fn glossary(&self, output: &mut Output) -> std::result::Result<Names, Failure> {
        Names::read(
            &self.glossary_paths()?,
            self.root.join("tm/glossaries.cache"),
            output,
        )
    }

    /// Every glossary in `glossaries/`, entry by entry.
    pub(crate) fn glossary_files(&self) -> Result<GlossaryFiles> {
        GlossaryFiles::read(&self.glossary_paths()?)
    }

    /// The glossaries in `glossaries/`, sorted.
    pub(crate) fn glossary_paths(&self) -> Result<Vec<PathBuf>> {
        self.files("glossaries", &["tsv", "csv"])
    }

    /// The files of a folder of the project that have one of the extensions, sorted.
    fn files(&self, folder: &str, extensions: &[&str]) -> Result<Vec<PathBuf>> {
        let folder = self.root.join(folder);
        let listed = fs::read_dir(&folder).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
        let listed = listed.map_err(|e| Error::read(&folder, e))?;
        let mut files: Vec<PathBuf> = listed.into_iter().map(|file| file.path()).collect();
        files.retain(|path| {
            let extension = path
                .extension()
                .and_then(|e| e.to_str())
                .unwrap_or_default();
            extensions
                .iter()
                .any(|known| extension.eq_ignore_ascii_case(known))
                && path.is_file()
        });
        files.sort();
        Ok(files)
    }
}

impl GlossaryFiles {
    /// Reads the glossaries `paths`; faults in them are kept as problems.
    pub(crate) fn read(paths: &[PathBuf]) -> Result<Self> {
        let mut files = Self::default();
        for path in paths {
            let bytes = input::bytes(path)?;
            let contents = glossary::read(bytes.as_slice(), glossary::Table::of(path), path)?;
            files.take(path, contents);
        }
        Ok(files)
    }

    /// Takes what was read from one glossary.
    pub(crate) fn take(&mut self, path: &Path, contents: glossary::Contents) {
        let places = contents
            .lines
            .into_iter()
            .map(|line| (path.to_owned(), line));
        self.places.extend(places);
        self.entries.extend(contents.entries);
        self.problems.extend(contents.problems);
    }
}

const NO_PROJECT: &str = "no project here (a folder with tm/ and glossaries/ in it)";

fn is_project(folder: &Path) -> bool {
    folder.join("tm").is_dir() && folder.join("glossaries").is_dir()
}

/// The way to `root`, which lies above `here`, as short as it can be written.
fn relative(root: &Path, here: &Path) -> PathBuf {
    let depth = here
        .strip_prefix(root)
        .map_or(0, |rest| rest.components().count());
    (0..depth).map(|_| "..").collect()
}
