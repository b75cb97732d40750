//! What checking needs, whatever is checked.

use std::path::PathBuf;
use std::sync::Mutex;

use hamta::check::Options;
use hamta::glossary::Glossary;
use hamta::tm::Memory;

use super::cache::Cache;
use crate::cli::naming::Naming;

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
