//! What is to be checked: the files that are named, the files of the folders that are named, and which of them belong
//! together.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use foldhash::HashSet;
use hamta::exchange::bilingual::Format;
use hamta::exchange::document;
use hamta::text::Lang;

use crate::cli::args::CheckArgs;
use crate::cli::config::Patterns;
use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::naming::Naming;
use crate::cli::paths;
use crate::cli::project::Project;
use crate::cli::units_format::units_format;
use crate::cli::walk;

/// What is checked together.
#[derive(Debug)]
pub(super) enum Input {
    /// An article and its translation.
    Pair { source: PathBuf, target: PathBuf },
    /// An article whose source is not known.
    Alone(PathBuf),
    /// A file of units; one that was only found in a folder may turn out not to be one.
    Units { path: PathBuf, format: Format, is_named: bool },
    /// Units of the memory, by their numbers.
    Memory(BTreeSet<i64>),
}

/// Everything that is to be checked.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    /// In order, each once.
    pub(super) inputs: Vec<Input>,
    /// What could not be searched.
    pub(super) failures: Vec<Failure>,
}

/// How files are looked for.
pub(super) struct Looking<'a> {
    naming: Naming,
    /// The language that articles were translated from.
    from: Lang,
    /// The files that the project excludes, and its names for files.
    exclude: &'a Patterns,
    name: Box<dyn Fn(&Path) -> String>,
}

impl<'a> Looking<'a> {
    /// As the arguments say, or otherwise the project.
    pub(super) fn new(args: &CheckArgs, project: &'a Project) -> Self {
        let config = project.config();
        Self {
            naming: config.articles.names(args.names.as_ref()),
            from: config.articles.from(args.from),
            exclude: &config.check.exclude,
            name: Box::new(project.file_namer()),
        }
    }

    /// Whether the project excludes a file.
    fn is_excluded(&self, path: &Path) -> bool {
        !self.exclude.is_empty() && self.exclude.hold(&(self.name)(path))
    }
}

impl Inputs {
    /// What the arguments name; without any, the contents of the current folder.
    pub(super) fn of(args: &CheckArgs, looking: &Looking<'_>) -> Result<Self, Failure> {
        let standard = args.paths.iter().filter(|path| input::is_standard(path));
        if standard.count() > 1 {
            return Err(Failure::usage("standard input can be named only once"));
        }
        if let [source, target] = args.paths.as_slice()
            && are_pair(source, target, &looking.naming)
        {
            let (source, target) = (source.clone(), target.clone());
            return Ok(Self { inputs: vec![Input::Pair { source, target }], failures: Vec::new() });
        }
        let mut gathered = Gathered::default();
        let here = [PathBuf::from(".")];
        let paths = match args.paths.as_slice() {
            [] if !args.memory => here.as_slice(),
            paths => paths,
        };
        for path in paths {
            if path.is_dir() {
                gathered.add_folder(path, looking);
            } else {
                gathered.add_named(path.clone());
            }
        }
        let has_detours = paths.len() > 1 && paths.iter().any(|path| is_detour(path));
        let may_be_same = has_detours || gathered.has_links;
        let mut inputs = gathered.finish(looking);
        if may_be_same {
            inputs.inputs = walk::once(inputs.inputs, Input::files);
        }
        Ok(inputs)
    }
}

/// Whether files can be reached by a path under other names than those given in the arguments.
fn is_detour(path: &Path) -> bool {
    let leaves = |part| matches!(part, Component::ParentDir | Component::RootDir);
    path.components().any(leaves) || path.is_dir() || path.is_symlink()
}

impl Input {
    /// Its files.
    fn files(&self) -> Vec<&Path> {
        match self {
            Self::Pair { source, target } => vec![source, target],
            Self::Alone(path) | Self::Units { path, .. } => vec![path],
            Self::Memory(_) => Vec::new(),
        }
    }
}

/// The files gathered so far.
#[derive(Default)]
struct Gathered {
    /// In no order, and some more than once.
    articles: Vec<PathBuf>,
    /// Files of units, and whether they are named.
    units: BTreeMap<PathBuf, (Format, bool)>,
    /// Whether any file of a folder is a link, so that a file may be found twice.
    has_links: bool,
    failures: Vec<Failure>,
}

impl Gathered {
    fn add_named(&mut self, path: PathBuf) {
        let path = without_dot(path);
        match units_format(&path) {
            Some(format) => {
                self.units.insert(path, (format, true));
            }
            None => {
                self.articles.push(path);
            }
        }
    }

    /// Adds the contents of a folder and the folders below it, by their names.
    fn add_folder(&mut self, folder: &Path, looking: &Looking<'_>) {
        for entry in walk::files(folder) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.failures.push(error.into());
                    continue;
                }
            };
            self.has_links |= entry.path_is_symlink();
            let path = without_dot(entry.into_path());
            if looking.is_excluded(&path) {
                continue;
            }
            let format = Format::of(&path).filter(|_| !is_template(&path));
            if let Some(format) = format {
                self.units.entry(path).or_insert((format, false));
            } else if is_article(&path, &looking.naming) {
                self.articles.push(path);
            }
        }
    }

    fn finish(self, looking: &Looking<'_>) -> Inputs {
        let articles: HashSet<&OsStr> = self.articles.iter().map(|path| path.as_os_str()).collect();
        let is_there = |path: &Path| articles.contains(path.as_os_str()) || paths::is_there(path);
        let beside = |path: &PathBuf| beside(path, looking, is_there);
        let mut found: Vec<Together> = self.articles.iter().map(beside).collect();
        found.sort();
        found.dedup();
        let articles = found.into_iter().map(|together| match together {
            (source, Some(target)) => Input::Pair { source, target },
            (article, None) => Input::Alone(article),
        });
        let units = self.units.into_iter();
        let units = units.map(|(path, (format, is_named))| Input::Units { path, format, is_named });
        Inputs { inputs: articles.chain(units).collect(), failures: self.failures }
    }
}

/// Whether two files that are named are an article and its translation: unless both are in the same language, as far as
/// that is known, or one of them does not exist. One may be standard input.
fn are_pair(source: &Path, target: &Path, naming: &Naming) -> bool {
    let both = [source, target];
    let is_there = |path: &Path| input::is_standard(path) || path.exists();
    let is_other = |path: &Path| !is_there(path) || path.is_dir() || units_format(path).is_some();
    if both.into_iter().any(is_other) {
        return false;
    }
    let [one, other] = both.map(|path| lang(path, naming));
    one.is_none() || one != other
}

/// The language of an article, by its name or otherwise by its letters; `None` if it is unknown, as for standard input,
/// which can be read only once.
fn lang(path: &Path, naming: &Naming) -> Option<Lang> {
    if input::is_standard(path) {
        return None;
    }
    let by_name = naming.lang(path);
    by_name.or_else(|| Some(input::plain(path, None).ok()?.lang))
}

/// An article, and its translation if there is one.
type Together = (PathBuf, Option<PathBuf>);

/// An article together with the file beside it that is named as its counterpart, where `is_there` knows one: in its own
/// format, or else in another one, unless that has a counterpart of its own.
fn beside(path: &Path, looking: &Looking<'_>, is_there: impl Fn(&Path) -> bool) -> Together {
    let counterpart = |of: &Path, lang| {
        let other = looking.naming.counterpart(&name(of), lang)?;
        Some(of.with_file_name(other))
    };
    let in_own_format = |of: &Path, lang| counterpart(of, lang).filter(|other| is_there(other));
    let has_own = |of: &Path| Lang::ALL.iter().any(|&lang| in_own_format(of, lang).is_some());
    let in_another = |of: &Path, lang| {
        let named = counterpart(of, lang)?;
        let mut others = document::EXTENSIONS.iter().map(|(end, _)| named.with_extension(end));
        others
            .find(|other| is_article(other, &looking.naming) && is_there(other) && !has_own(other))
    };
    let first = |find: &dyn Fn(&Path, Lang) -> Option<PathBuf>| {
        Lang::ALL.into_iter().find_map(|lang| Some((lang, find(path, lang)?)))
    };
    match first(&in_own_format).or_else(|| first(&in_another)) {
        Some((lang, target)) if lang == looking.from => (path.to_owned(), Some(target)),
        Some((_, source)) => (source, Some(path.to_owned())),
        None => (path.to_owned(), None),
    }
}

/// Whether a file is a template for catalogues of gettext, in which nothing is translated.
fn is_template(path: &Path) -> bool {
    let extension = path.extension();
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case("pot"))
}

/// Whether a file of a folder is named as an article in one of the languages.
fn is_article(path: &Path, naming: &Naming) -> bool {
    document::Format::of(path).is_some() && naming.is_article(path)
}

/// `news/a.fa.txt` for `./news/a.fa.txt`, so that a file has only one name.
fn without_dot(path: PathBuf) -> PathBuf {
    match path.strip_prefix(".") {
        Ok(path) => path.to_owned(),
        Err(_) => path,
    }
}

fn name(path: &Path) -> Cow<'_, str> {
    path.file_name().unwrap_or_default().to_string_lossy()
}
