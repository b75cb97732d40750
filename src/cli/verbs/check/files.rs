//! What is to be checked: the files that are named, those of the folders that are, and which of them belong together.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use hamta::text::Lang;

use crate::cli::args::CheckArgs;
use crate::cli::config::Patterns;
use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::naming::Naming;
use crate::cli::project::Project;
use crate::cli::walk;

/// What is checked as one.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Input {
    /// An article and its translation.
    Pair { source: PathBuf, target: PathBuf },
    /// An article whose source is not known.
    Alone(PathBuf),
}

/// All that is to be checked.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    /// In order, each once.
    pub(super) inputs: Vec<Input>,
    /// What could not be looked through.
    pub(super) failures: Vec<Failure>,
}

/// How files are looked for.
pub(super) struct Looking<'a> {
    naming: Naming,
    /// The language that articles were translated from.
    from: Lang,
    /// What the project lets be, and what it calls a file.
    exclude: &'a Patterns,
    name: Box<dyn Fn(&Path) -> String>,
}

impl<'a> Looking<'a> {
    /// What the arguments say, or else the project.
    pub(super) fn new(args: &CheckArgs, project: &'a Project) -> Self {
        let config = project.config();
        Self {
            naming: config.articles.names(args.names.as_ref()),
            from: config.articles.from(args.from),
            exclude: &config.check.exclude,
            name: Box::new(project.names()),
        }
    }

    /// Whether a file of a folder is an article in one of the languages, by its name, and is not let be.
    fn is_wanted(&self, path: &Path) -> bool {
        is_article(path, &self.naming) && !self.exclude.hold(&(self.name)(path))
    }
}

/// How the files of articles end that are found in a folder.
const ARTICLES: [&str; 2] = ["txt", "md"];

impl Inputs {
    /// What the arguments name; without any, what is in the current folder.
    pub(super) fn of(paths: &[PathBuf], looking: &Looking<'_>) -> Result<Self, Failure> {
        let standard = paths.iter().filter(|path| input::is_standard(path));
        if standard.count() > 1 {
            return Err(Failure::usage("standard input can be named only once"));
        }
        if let [source, target] = paths
            && are_pair(source, target, &looking.naming)
        {
            let (source, target) = (source.clone(), target.clone());
            return Ok(Self {
                inputs: vec![Input::Pair { source, target }],
                failures: Vec::new(),
            });
        }
        let mut inputs = Self::default();
        let mut articles = BTreeSet::new();
        let here = [PathBuf::from(".")];
        let paths = match paths {
            [] => here.as_slice(),
            paths => paths,
        };
        for path in paths {
            match path.is_dir() {
                true => articles.extend(inputs.in_folder(path, looking)),
                false => articles.extend([path.clone()]),
            }
        }
        let found = articles
            .iter()
            .map(|path| beside(path, looking.from, &looking.naming));
        let found: BTreeSet<Input> = found.collect();
        inputs.inputs.extend(found);
        Ok(inputs)
    }

    /// The articles in a folder and those below it, by their names.
    fn in_folder(&mut self, folder: &Path, looking: &Looking<'_>) -> Vec<PathBuf> {
        let mut articles = Vec::new();
        for path in walk::files(folder) {
            match path {
                Ok(path) if looking.is_wanted(&path) => articles.push(without_dot(path)),
                Ok(_) => {}
                Err(error) => self.failures.push(error.into()),
            }
        }
        articles
    }
}

/// Whether two files that are named are an article and its translation: unless both are in one language, as far as that can be
/// told. One of them may be standard input.
fn are_pair(source: &Path, target: &Path, naming: &Naming) -> bool {
    let both = [source, target];
    if both.iter().any(|path| path.is_dir()) {
        return false;
    }
    let [one, other] = both.map(|path| lang(path, naming));
    one.is_none() || one != other
}

/// The language of an article, by its name or else by its letters; `None` where it cannot be told, as of standard input, which
/// can be read only once.
fn lang(path: &Path, naming: &Naming) -> Option<Lang> {
    if input::is_standard(path) {
        return None;
    }
    let by_name = naming.lang(&name(path));
    by_name.or_else(|| Lang::of(&input::text(path).ok()?))
}

/// An article together with the file beside it that is named as its counterpart, where there is one.
fn beside(path: &Path, from: Lang, naming: &Naming) -> Input {
    let name = name(path);
    let pair = Lang::ALL.into_iter().find_map(|lang| {
        let other = path.with_file_name(naming.counterpart(&name, lang)?);
        let is_source = lang == from;
        other.is_file().then_some((is_source, other))
    });
    let path = path.to_owned();
    match pair {
        Some((true, target)) => Input::Pair {
            source: path,
            target,
        },
        Some((false, source)) => Input::Pair {
            source,
            target: path,
        },
        None => Input::Alone(path),
    }
}

/// Whether a file of a folder is named as an article in one of the languages.
fn is_article(path: &Path, naming: &Naming) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    ARTICLES.contains(&extension.to_lowercase().as_str()) && naming.lang(&name(path)).is_some()
}

/// `news/a.fa.txt` for `./news/a.fa.txt`, so that a file is known by one name.
fn without_dot(path: PathBuf) -> PathBuf {
    match path.strip_prefix(".") {
        Ok(path) => path.to_owned(),
        Err(_) => path,
    }
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
