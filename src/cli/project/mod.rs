//! The project: the nearest folder with `tm/` and `glossaries/`, its configuration, and what is attached to it.

mod files;
mod kept;

use std::collections::HashSet;
use std::env;
use std::fs;
use std::path::{MAIN_SEPARATOR_STR, Path, PathBuf, absolute};

use hamta::Error;
use hamta::exchange::{Problems, exceptions};
use hamta::tm::Memory;

pub(crate) use self::files::GlossaryFiles;
pub(crate) use self::kept::KeptGlossary;
use crate::cli::args::GlobalArgs;
use crate::cli::config::{self, Attached, Config, Source};
use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::output::{self, Output};
use crate::cli::paths;
use crate::cli::progress::{Of, Progress};

/// A folder with `tm/` and `glossaries/`.
pub(crate) struct Project {
    root: PathBuf,
    config: Config,
    /// The text of the configuration.
    source: Source,
    quiet: bool,
}

/// The extensions of the glossaries that a project takes from their folder.
const GLOSSARIES: [&str; 2] = ["tsv", "csv"];

/// Whether a project uses a glossary with this name without being told, if it is in the folder for glossaries.
pub(crate) fn takes_glossary(path: &Path) -> bool {
    paths::has_extension(path, &GLOSSARIES)
}

impl Project {
    /// The project that the arguments name, or the nearest one from here upwards, with its configuration.
    pub(crate) fn find(args: &GlobalArgs) -> Result<Self, Failure> {
        let root = root(args)?;
        let (config, source) = match &args.config {
            Some(path) => config::read(path)?.ok_or_else(|| {
                Failure::usage(format!("{}: there is no such file", path.display()))
            })?,
            None => config::read(&own_config(&root)?)?.unwrap_or_default(),
        };
        Ok(Self { root, config, source, quiet: args.quiet })
    }

    /// The configuration of the project.
    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// The file that is called `path` from the folder of the project.
    pub(crate) fn file(&self, path: &Path) -> PathBuf {
        self.root.join(path)
    }

    /// The project's name for a file: its path from the folder of the project, if it is in it, with `/` between its
    /// parts.
    pub(crate) fn file_namer(&self) -> impl Fn(&Path) -> String + use<> {
        let root = whole(&self.root);
        move |path| {
            let path = whole(path);
            let below = path.strip_prefix(&root).unwrap_or(&path);
            below.to_string_lossy().replace(MAIN_SEPARATOR_STR, "/")
        }
    }

    /// The memory for verbs that only read it, brought up to date with the TMX files in `tm/` that can be read.
    ///
    /// If its own file cannot be read, the TMX files are read into a memory for this run.
    pub(crate) fn memory(&self, output: &mut Output) -> Result<Memory, Failure> {
        let files = self.memories()?;
        let opened = self.memory_to_read().and_then(|memory| self.as_far_up(memory, &files));
        let (memory, problems, unread) = match opened {
            Err(error) if error.is_read_only() || error.is_malformed() => {
                output.remark(&format!("{error}; units added to it are not seen"))?;
                self.as_far_up(Memory::in_memory()?, &files)?
            }
            brought_up => brought_up?,
        };
        output.problems(&problems)?;
        for error in unread {
            output.remark(&format!("{error}; what is new in it is not seen"))?;
        }
        Ok(memory)
    }

    /// Brings the memory up to date with the TMX files that can be read. Returns what is wrong in them, and the errors
    /// of the others.
    fn as_far_up(
        &self,
        mut memory: Memory,
        files: &[PathBuf],
    ) -> hamta::Result<(Memory, Problems, Vec<Error>)> {
        let (problems, unread) = memory.attach_readable(files, self.progress(files))?;
        Ok((memory, problems, unread))
    }

    /// The memory for verbs that need all of it: a file that cannot be read is an error.
    pub(crate) fn whole_memory(&self, output: &mut Output) -> Result<Memory, Failure> {
        let memory = match self.memory_to_read() {
            Err(error) if error.is_read_only() && !self.memory_path().exists() => {
                Memory::in_memory()?
            }
            opened => opened?,
        };
        self.brought_up(memory, output)
    }

    /// The memory, for reading: as [`Project::memory_to_change`] if it can be written, and otherwise its file as it is.
    pub(crate) fn memory_to_read(&self) -> hamta::Result<Memory> {
        match self.memory_to_change() {
            Err(error) if error.is_read_only() => Memory::open_to_read(&self.memory_path()),
            opened => opened,
        }
    }

    /// The memory, for changing, brought up to date with the TMX files in `tm/`.
    pub(crate) fn memory_to_keep(&self, output: &mut Output) -> Result<Memory, Failure> {
        self.brought_up(self.memory_to_change()?, output)
    }

    fn brought_up(&self, mut memory: Memory, output: &mut Output) -> Result<Memory, Failure> {
        output.problems(&self.attach(&mut memory)?)?;
        Ok(memory)
    }

    /// The memory, for changing; it reports if it has to wait for another program.
    pub(crate) fn memory_to_change(&self) -> hamta::Result<Memory> {
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

    /// The file in which the findings in articles are kept.
    pub(crate) fn found_path(&self) -> PathBuf {
        self.root.join("tm/check.cache")
    }

    /// The file of the memory.
    pub(crate) fn memory_path(&self) -> PathBuf {
        self.root.join("tm/memory.sqlite")
    }

    fn attach(&self, memory: &mut Memory) -> Result<Problems, Failure> {
        let files = self.memories()?;
        Ok(memory.attach(&files, self.progress(&files))?)
    }

    /// Shows how far `files` have been read, one after another.
    fn progress<'a>(&self, files: &'a [PathBuf]) -> impl FnMut(&Path, u64) + use<'a> {
        let size = |path: &PathBuf| path.metadata().map_or(0, |m| m.len());
        let sizes: Vec<u64> = files.iter().map(size).collect();
        let mut progress = Progress::new(Of::Bytes, sizes.iter().sum(), self.quiet);
        move |file, bytes| {
            let before = files.iter().zip(&sizes).take_while(|(path, _)| *path != file);
            progress.at(before.map(|(_, size)| size).sum::<u64>() + bytes);
        }
    }

    /// The TMX files that are attached, each with a name of its own, by which the memory knows its units.
    fn memories(&self) -> Result<Vec<PathBuf>, Failure> {
        let files = self.attached(&self.config.memory, "tm", &["tmx"])?;
        let mut names = HashSet::new();
        match files.iter().find(|path| !names.insert(path.file_name())) {
            Some(path) => Err(Failure::usage(format!(
                "{}: another file with this name is attached; give one of them another name",
                path.display()
            ))),
            None => Ok(files),
        }
    }

    /// Refuses memories that the project names but that do not exist, for verbs that do not read them.
    pub(crate) fn refuse_missing_memories(&self) -> Result<(), Failure> {
        if self.config.memory.files.is_some() { self.memories().map(drop) } else { Ok(()) }
    }

    /// Those of `paths` that are attached TMX files, and the others.
    pub(crate) fn parted_by_attached(
        &self,
        paths: &[PathBuf],
    ) -> Result<(Vec<PathBuf>, Vec<PathBuf>), Failure> {
        let attached = self.memories()?;
        let attached: HashSet<PathBuf> = attached.iter().map(|path| whole(path)).collect();
        let is_attached = |path: &PathBuf| attached.contains(&whole(path));
        Ok(paths.iter().cloned().partition(is_attached))
    }

    /// Refuses the name of an attached TMX file for units that are added: they could not be distinguished from those of
    /// the file.
    pub(crate) fn refuse_attached_name(&self, origin: &str) -> Result<(), Failure> {
        let attached = self.memories()?;
        if attached.iter().any(|path| input::name(path) == origin) {
            Err(Failure::usage(format!(
                "{origin} is the name of a file that is attached; say another name with --origin"
            )))
        } else {
            Ok(())
        }
    }

    /// Refuses to write `path` if there is a file that must be kept: one that is attached, one of `inputs`, or, without
    /// `force`, any.
    pub(crate) fn refuse_to_replace(
        &self,
        path: &Path,
        inputs: &[&Path],
        force: bool,
    ) -> Result<(), Failure> {
        let mut own = self.memories()?;
        own.extend(self.glossary_paths()?);
        own.push(self.memory_path());
        let own = own.iter().map(PathBuf::as_path);
        let kept: Vec<&Path> = own.chain(inputs.iter().copied()).collect();
        input::refuse_to_replace(path, &kept, force)
    }

    /// The same for an output that may be a device or a pipe, which is written as it is.
    pub(crate) fn refuse_output(
        &self,
        path: Option<&Path>,
        inputs: &[&Path],
        force: bool,
    ) -> Result<(), Failure> {
        match path.filter(|path| path.is_file()) {
            Some(path) => self.refuse_to_replace(path, inputs, force),
            None => Ok(()),
        }
    }

    /// Every glossary of the project that can be read, ready to find names.
    pub(crate) fn glossary(&self, output: &mut Output) -> Result<KeptGlossary, Failure> {
        let glossary = self.kept_glossary()?;
        glossary.tell(output)?;
        Ok(glossary)
    }

    /// Every glossary of the project, ready to find names, whose faults the caller must still report; an error if one
    /// cannot be read, since a check without it would prove nothing.
    pub(crate) fn untold_glossary(&self) -> Result<KeptGlossary, Failure> {
        self.kept_glossary()?.whole()
    }

    fn kept_glossary(&self) -> Result<KeptGlossary, Failure> {
        KeptGlossary::read(&self.glossary_paths()?, self.root.join("tm/glossaries.cache"))
    }

    /// Every glossary of the project, entry by entry.
    pub(crate) fn glossary_files(&self) -> Result<GlossaryFiles, Failure> {
        GlossaryFiles::read(&self.glossary_paths()?)
    }

    /// The glossaries: those in `glossaries/`, sorted, or those that the project names.
    pub(crate) fn glossary_paths(&self) -> Result<Vec<PathBuf>, Failure> {
        let mut files = self.attached(&self.config.glossary, "glossaries", &GLOSSARIES)?;
        files.retain(|path| !exceptions::is_list(path));
        Ok(files)
    }

    /// The list of findings that are ignored; it need not exist.
    pub(crate) fn exceptions_path(&self) -> PathBuf {
        self.root.join("glossaries").join(exceptions::NAME)
    }

    /// The files that the project names, each once, or otherwise those of a folder that have one of the extensions.
    fn attached(
        &self,
        named: &Attached,
        folder: &str,
        extensions: &[&str],
    ) -> Result<Vec<PathBuf>, Failure> {
        let Some(named) = &named.files else {
            return Ok(files(&self.root.join(folder), extensions)?);
        };
        let mut files = Vec::new();
        for name in named {
            let found = config::find(&self.root, name.get_ref());
            let found = found.map_err(|why| self.source.fault(Some(name.span()), &why))?;
            for path in found {
                if !files.contains(&path) {
                    files.push(path);
                }
            }
        }
        Ok(files)
    }
}

/// The files of a folder that have one of the extensions, sorted.
fn files(folder: &Path, extensions: &[&str]) -> hamta::Result<Vec<PathBuf>> {
    let listed = fs::read_dir(folder).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
    let listed = listed.map_err(|e| Error::read(folder, e))?;
    let mut files: Vec<PathBuf> = listed.into_iter().map(|file| file.path()).collect();
    files.retain(|path| paths::has_extension(path, extensions) && paths::is_there(path));
    files.sort();
    Ok(files)
}

/// The glossaries that a project uses without being told, if `folder` is its folder for glossaries.
pub(crate) fn glossaries_in(folder: &Path) -> hamta::Result<Vec<PathBuf>> {
    files(folder, &GLOSSARIES)
}

const NO_PROJECT: &str = "no project here (a folder with tm/ and glossaries/ in it)";

/// The folder of the project.
fn root(args: &GlobalArgs) -> Result<PathBuf, Failure> {
    if let Some(folder) = &args.project {
        return if is_project(folder) {
            Ok(folder.clone())
        } else {
            Err(Failure::usage(format!("{}: {NO_PROJECT}", folder.display())))
        };
    }
    let here = env::current_dir().map_err(|e| Error::read(Path::new("."), e))?;
    match here.ancestors().find(|folder| is_project(folder)) {
        Some(root) => Ok(relative(root, &here)),
        None => Err(Failure::usage(format!(
            "{}: {NO_PROJECT}, nor above it; make one with: hamta init",
            here.display()
        ))),
    }
}

/// The configuration of a project; refuses, for example, a pipe, which would never end.
fn own_config(root: &Path) -> hamta::Result<PathBuf> {
    let path = root.join(config::NAME);
    if path.exists() && !path.is_file() {
        Err(Error::refused("no file").at(&path))
    } else {
        Ok(path)
    }
}

fn is_project(folder: &Path) -> bool {
    folder.join("tm").is_dir() && folder.join("glossaries").is_dir()
}

/// The canonical path of a file, however it is named.
fn whole(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let whole = path.canonicalize().or_else(|_| absolute(path));
    whole.unwrap_or_else(|_| path.to_owned())
}

/// The path to `root`, which lies above `here`, in its shortest form.
fn relative(root: &Path, here: &Path) -> PathBuf {
    let depth = here.strip_prefix(root).map_or(0, |rest| rest.components().count());
    (0..depth).map(|_| "..").collect()
}
