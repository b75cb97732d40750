//! Checking one thing: a translation against its article, an article alone, or units.

use std::path::{Path, PathBuf};

use hamta::align::{Knowledge, Text, are_related};
use hamta::check::{Evidence, Finding, Options, check_alone, check_one, passages};
use hamta::glossary::Glossary;
use hamta::segment::Article;

use super::files::Input;
use super::units;
use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::report;
use crate::cli::report::finding::Shown;
use crate::cli::shared::beads;

/// What things are checked with.
pub(super) struct Checker<'a> {
    pub(super) glossary: &'a Glossary,
    /// The path of the memory.
    pub(super) memory: PathBuf,
    pub(super) options: Options,
}

/// What has come of one input.
#[derive(Default)]
pub(super) struct Checked {
    /// The file that was looked through; `None` where a file of a folder is not one to check.
    pub(super) path: Option<PathBuf>,
    /// What it holds, where it is an article.
    pub(super) texts: Option<Texts>,
    pub(super) findings: Vec<Shown>,
    /// What it shows, to be held against others, where it is a translation of an article.
    pub(super) evidence: Option<Evidence>,
    /// What the user should know besides.
    pub(super) remarks: Vec<String>,
}

/// An article to be checked.
pub(super) struct Texts {
    /// What it was translated from, and the file of that.
    source: Option<(PathBuf, Article)>,
    pub(super) article: Article,
}

/// What was found in a translation.
struct Found {
    findings: Vec<Finding>,
    evidence: Evidence,
    /// Whether it is one of its article, as far as can be told.
    are_related: bool,
}

impl Texts {
    /// The same with another text.
    pub(super) fn with(&self, text: String) -> Self {
        Self {
            source: self.source.clone(),
            article: Article::new(text, self.article.lang()),
        }
    }
}

impl Checker<'_> {
    /// Reads an input and checks it.
    pub(super) fn check(&self, input: &Input) -> Result<Checked, Failure> {
        match input {
            Input::Pair { source, target } => {
                let article = input::article(source, None)?;
                let texts = Texts {
                    article: input::article(target, Some(article.lang().other()))?,
                    source: Some((source.clone(), article)),
                };
                Ok(self.look(target, texts))
            }
            Input::Alone(path) => {
                let texts = Texts {
                    source: None,
                    article: input::article(path, None)?,
                };
                Ok(self.look(path, texts))
            }
            Input::Units {
                path,
                format,
                is_named,
            } => units::in_file(path, *format, *is_named, self),
            Input::Memory(units) => Ok(units::in_memory(units, self)),
        }
    }

    /// Checks the article that stands in the file `path`.
    pub(super) fn look(&self, path: &Path, texts: Texts) -> Checked {
        let article = &texts.article;
        let mut remarks = Vec::new();
        let (findings, evidence) = match &texts.source {
            None => (check_alone(article, self.glossary), None),
            Some((source_path, source)) => {
                let found = self.found(source, article);
                if !found.are_related {
                    remarks.push(format!(
                        "{} and {} have little in common; names are looked for in all of the translation",
                        source_path.display(),
                        path.display(),
                    ));
                }
                (found.findings, Some(found.evidence))
            }
        };
        Checked {
            path: Some(path.to_owned()),
            findings: report::check::shown(&findings, article, path),
            texts: Some(texts),
            evidence,
            remarks,
        }
    }

    /// Checks a translation against its article.
    fn found(&self, source: &Article, target: &Article) -> Found {
        let texts = [source, target].map(Text::of);
        let knowledge = Knowledge {
            glossary: self.glossary,
            units: &[],
        };
        let beads = beads(&texts[0], &texts[1], knowledge);
        let passages = passages(&texts[0], &texts[1], &beads);
        let (findings, evidence) =
            check_one(source, target, &passages, self.glossary, self.options);
        Found {
            findings,
            evidence,
            are_related: are_related(&beads),
        }
    }
}
