//! Checking one thing: a translation against its article, an article alone, or units.

use std::path::{Path, PathBuf};

use hamta::align::{Knowledge, Text, are_related};
use hamta::check::{Finding, check, check_alone, passages};
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
}

/// What has come of one input.
#[derive(Default)]
pub(super) struct Checked {
    /// The file that was looked through; `None` where a file of a folder is not one to check.
    pub(super) path: Option<PathBuf>,
    /// What it holds, where it is an article.
    pub(super) texts: Option<Texts>,
    pub(super) findings: Vec<Shown>,
    /// What the user should know besides.
    pub(super) remarks: Vec<String>,
}

/// An article to be checked.
pub(super) struct Texts {
    /// What it was translated from, and the file of that.
    source: Option<(PathBuf, Article)>,
    pub(super) article: Article,
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
            } => units::in_file(path, *format, *is_named, self.glossary),
            Input::Memory(units) => Ok(units::in_memory(units, &self.memory, self.glossary)),
        }
    }

    /// Checks the article that stands in the file `path`.
    pub(super) fn look(&self, path: &Path, texts: Texts) -> Checked {
        let article = &texts.article;
        let mut remarks = Vec::new();
        let findings = match &texts.source {
            None => check_alone(article, self.glossary),
            Some((source_path, source)) => {
                let (findings, are_related) = self.found(source, article);
                if !are_related {
                    remarks.push(format!(
                        "{} and {} have little in common; names are looked for in all of the translation",
                        source_path.display(),
                        path.display(),
                    ));
                }
                findings
            }
        };
        Checked {
            path: Some(path.to_owned()),
            findings: report::check::shown(&findings, article, path),
            texts: Some(texts),
            remarks,
        }
    }

    /// What is wrong in a translation, and whether it is one of that article.
    fn found(&self, source: &Article, target: &Article) -> (Vec<Finding>, bool) {
        let texts = [source, target].map(Text::of);
        let knowledge = Knowledge {
            glossary: self.glossary,
            units: &[],
        };
        let beads = beads(&texts[0], &texts[1], knowledge);
        let passages = passages(&texts[0], &texts[1], &beads);
        let findings = check(source, target, &passages, self.glossary);
        (findings, are_related(&beads))
    }
}
