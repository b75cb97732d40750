//! `hamta.toml`: the configuration of a project. Every part of it may be left out.

mod articles;
mod files;
mod pattern;
mod percent;
mod read;
mod severity;

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use hamta::check::Scope;
use hamta::matching::Reason;
use serde::Deserialize;
use toml::Spanned;

pub(crate) use self::articles::Articles;
pub(crate) use self::files::find;
pub(crate) use self::pattern::Patterns;
use self::percent::Percent;
pub(crate) use self::read::{Source, read};
pub(crate) use self::severity::{InPaths, Rules, Setting, Severities};
use crate::cli::level::Level;

/// The name of the file, in the folder of the project.
pub(crate) const NAME: &str = "hamta.toml";

/// The contents of the file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table")]
pub(crate) struct Config {
    pub(crate) articles: Articles,
    pub(crate) check: Check,
    pub(crate) glossary: Attached,
    pub(crate) memory: Attached,
    #[serde(rename = "match")]
    pub(crate) matching: Matching,
}

/// How translations are checked.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
pub(crate) struct Check {
    /// Which findings make the exit code 1.
    pub(crate) error_on: Option<Level>,
    /// The translations that are ignored.
    pub(crate) exclude: Patterns,
    /// The file with the findings that are ignored, from the folder of the project.
    pub(crate) baseline: Option<PathBuf>,
    /// Where `missing-term` requires the names of the article.
    pub(crate) missing_term_scope: Option<Scope>,
    pub(crate) rules: Rules,
    pub(crate) paths: Vec<InPaths>,
}

/// Files that are attached in place of those in `glossaries/` or `tm/`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table")]
pub(crate) struct Attached {
    /// Names and patterns, from the folder of the project.
    pub(crate) files: Option<Vec<Spanned<String>>>,
}

/// How matches are looked for, unless the arguments say so.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table")]
pub(crate) struct Matching {
    pub(crate) threshold: Option<Percent<1>>,
    pub(crate) max: Option<NonZeroUsize>,
    pub(crate) penalties: HashMap<Reason, Percent<0>>,
}
