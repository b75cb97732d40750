//! What comes of checking one thing.

use std::path::{Path, PathBuf};

use hamta::check::Renderings;
use hamta::exchange::Problems;
use hamta::exchange::bilingual::{Contents, Format};
use hamta::exchange::key::Hash;

use crate::cli::exit::Failure;
use crate::cli::input::Plain;
use crate::cli::report::finding::Shown;

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

/// A file of units as it was read.
pub(super) struct UnitFile {
    pub(super) file: Vec<u8>,
    pub(super) format: Format,
    pub(super) contents: Contents,
}
