//! Checking one thing: a translation against its article, an article alone, or units.

use std::cell::LazyCell;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use hamta::align::{Knowledge, Lexicon, Lexicons, ReadArticle, Reading, Text, align};
use hamta::check::{Options, Renderings, Translation, check_alone, check_one, passages};
use hamta::exchange::Problems;
use hamta::exchange::bilingual::Format;
use hamta::exchange::found::Found;
use hamta::exchange::key::Hash;
use hamta::glossary::Glossary;
use hamta::segment::Article;
use hamta::text::Lang;
use hamta::tm::Memory;

use super::cache::Cache;
use super::files::Input;
use super::units::{self, UnitFile};
use crate::cli::exit::Failure;
use crate::cli::input::{self, Plain};
use crate::cli::naming::Naming;
use crate::cli::report;
use crate::cli::report::finding::Shown;
use crate::cli::threads::both;

/// Everything that is needed for checking.
pub(super) struct Checker<'a> {
    pub(super) glossary: &'a Glossary,
    /// The path of the memory.
    pub(super) memory: PathBuf,
    /// The memory itself, if units of it are checked.
    pub(super) units: Option<Mutex<Memory>>,
    pub(super) options: Options,
    /// How articles are named, which shows their languages.
    pub(super) naming: Naming,
    /// Whether there is nothing else to check, so that there are cores to spare.
    pub(super) is_alone: bool,
    /// The findings of earlier runs.
    pub(super) cache: Option<Cache>,
    /// Whether files of units are kept, so that they can be fixed.
    pub(super) is_fixing: bool,
}

/// The result for one input.
#[derive(Default)]
pub(super) struct Checked {
    /// The file that was checked; `None` if a file of a folder is not one to check, or cannot be read.
    pub(super) path: Option<PathBuf>,
    /// Which files could not be read; without its article, a translation was checked alone.
    pub(super) failures: Vec<Failure>,
    /// Its texts, if it is an article.
    pub(super) texts: Option<Texts>,
    /// The file, if it is one of units that is to be fixed.
    pub(super) units: Option<UnitFile>,
    pub(super) findings: Vec<Shown>,
    /// Its renderings, to be compared with others, if it is a translation of an article.
    pub(super) renderings: Option<Renderings>,
    /// What is to be kept of it, and under which hash; packed if it is new.
    pub(super) kept: Option<(Hash, Option<Vec<u8>>)>,
    /// What could not be read in it.
    pub(super) problems: Problems,
    /// What the user should know besides.
    pub(super) remarks: Vec<String>,
}

/// An article to be checked.
pub(super) struct Texts {
    /// The text it was translated from, and the file of that; kept if it is to be fixed, since it is then checked
    /// again.
    pub(super) source: Option<(PathBuf, Plain)>,
    pub(super) target: Plain,
}

impl Texts {
    /// The same with another `file` at `path`.
    pub(super) fn with(&self, file: Vec<u8>, path: &Path) -> Result<Self, Failure> {
        Ok(Self { source: self.source.clone(), target: self.target.with(file, path)? })
    }
}

impl Checker<'_> {
    /// Reads an input and checks it, as far as it can be read.
    pub(super) fn check(&self, input: &Input, lexicons: &mut Lexicons) -> Checked {
        let checked = match input {
            Input::Pair { source, target } => self.pair(source, target, lexicons),
            Input::Alone(path) => self.alone(path, lexicons),
            Input::Units { path, format, is_named } => self.units(path, *format, *is_named),
            Input::Memory(numbers) => units::in_memory(numbers, self),
        };
        checked.unwrap_or_else(|failure| Checked { failures: vec![failure], ..Checked::default() })
    }

    /// Reads an article and its translation, in the languages that their names give, or otherwise their letters, and
    /// checks the translation: alone, if the article cannot be read.
    fn pair(
        &self,
        source: &Path,
        target: &Path,
        lexicons: &mut Lexicons,
    ) -> Result<Checked, Failure> {
        let by_target = || self.naming.lang(target).map(Lang::other);
        let named = self.naming.lang(source).or_else(by_target);
        let mut text = match input::plain(source, named) {
            Ok(text) => text,
            Err(error) => {
                let mut checked = self.check(&Input::Alone(target.to_owned()), lexicons);
                checked.failures.insert(0, error.into());
                return Ok(checked);
            }
        };
        let mut translation = input::plain(target, Some(text.lang.other()))?;
        if let Some(named) = named {
            text.lang = input::lang_in_pair(named, &text.text, &translation.text);
            translation.lang = text.lang.other();
        }
        let texts = Texts { source: Some((source.to_owned(), text)), target: translation };
        Ok(self.look(target, texts, lexicons))
    }

    /// Reads an article whose source is not known, or cannot be read, and checks it.
    fn alone(&self, path: &Path, lexicons: &mut Lexicons) -> Result<Checked, Failure> {
        let target = input::plain(path, self.naming.lang(path))?;
        Ok(self.look(path, Texts { source: None, target }, lexicons))
    }

    /// Reads a file of units and checks them.
    fn units(&self, path: &Path, format: Format, is_named: bool) -> Result<Checked, Failure> {
        match (format, self.is_fixing) {
            (Format::Tmx, false) => units::in_tmx(path, self),
            _ => units::in_file(input::bytes(path)?, (path, format), is_named, self),
        }
    }

    /// Checks the article in the file `path`, unless that was done before.
    pub(super) fn look(&self, path: &Path, texts: Texts, lexicons: &mut Lexicons) -> Checked {
        let target = LazyCell::new(|| texts.target.article());
        let cache = self.cache.as_ref();
        let hash = cache.map(|cache| cache.hash(&texts));
        let known = cache.zip(hash.as_ref());
        let known = known.and_then(|(cache, hash)| cache.get(hash, &texts.target.text));
        let is_new = known.is_none();
        let found = known.unwrap_or_else(|| self.found(&texts, &target, lexicons));
        let kept = hash.map(|hash| (hash, is_new.then(|| found.pack()).flatten()));
        let source = texts.source.as_ref();
        let guesses = source.and_then(|(path, source)| source.guess(path));
        let remarks = guesses.into_iter().chain(texts.target.guess(path)).collect();
        let shown = match found.findings.as_slice() {
            [] => Vec::new(),
            findings => report::check::shown(findings, &texts.target, &target, path),
        };
        drop(target);
        let source = texts.source.filter(|_| self.is_fixing);
        Checked {
            path: Some(path.to_owned()),
            failures: Vec::new(),
            findings: shown,
            texts: Some(Texts { source, ..texts }),
            units: None,
            renderings: found.renderings,
            kept,
            problems: Problems::default(),
            remarks,
        }
    }

    /// Checks `target`, a translation of an article, or an article without a source.
    fn found(&self, texts: &Texts, target: &Article, lexicons: &mut Lexicons) -> Found {
        let Some((_, source)) = &texts.source else {
            return Found { findings: check_alone(target, self.glossary), renderings: None };
        };
        let source = source.article();
        let texts = [&source, target].map(Text::of);
        let [own, other] = lexicons.with_other(source.lang());
        let (source, target) = if self.is_alone {
            thread::scope(|scope| {
                scope.spawn(|| self.glossary.prepare_variants(target.lang()));
                both(|| self.read(&source, own), || self.read(target, other))
            })
        } else {
            (self.read(&source, own), self.read(target, other))
        };
        let beads = align(&[source.1, target.1]);
        let passages = passages(&texts[0], &texts[1], &beads);
        let translation = Translation { source: &source.0, target: &target.0, passages: &passages };
        let (findings, renderings) = check_one(&translation, self.glossary, lexicons, self.options);
        Found { findings, renderings: Some(renderings) }
    }

    /// Reads an article for the rules and for its alignment.
    fn read<'a>(&self, article: &'a Article, lexicon: &mut Lexicon) -> (ReadArticle<'a>, Reading) {
        let knowledge = Knowledge { glossary: self.glossary, units: &[] };
        let read = ReadArticle::new(article, self.glossary);
        let reading = read.reading(knowledge, lexicon);
        (read, reading)
    }
}
