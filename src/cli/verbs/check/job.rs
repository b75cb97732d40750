//! Checking one thing: a translation against its article, an article alone, or units.

use std::cell::LazyCell;
use std::path::Path;
use std::thread;

use hamta::align::{Knowledge, Lexicon, Lexicons, ReadArticle, Reading, Text, align};
use hamta::check::{Translation, check_alone, check_one, passages};
use hamta::exchange::Problems;
use hamta::exchange::bilingual::Format;
use hamta::exchange::found::Found;
use hamta::segment::Article;
use hamta::text::Lang;

use super::checked::{Checked, Texts};
use super::checker::Checker;
use super::files::Input;
use super::units;
use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::report;
use crate::cli::threads::both;

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
