//! The findings of earlier runs in articles, so that an unchanged one is not checked again.

use std::path::PathBuf;

use hamta::exchange::found::{Found, Kept};
use hamta::exchange::key::{Hash, Key};

use super::checked::Texts;
use crate::cli::project::{KeptGlossary, Project};

/// The findings of earlier runs, and where they are kept.
pub(super) struct Cache {
    path: PathBuf,
    kept: Kept,
    /// The hash of everything on which all findings depend: glossaries, program and options.
    key: Key,
}

impl Cache {
    /// The cache of a project; `None` if the glossaries have faults, which must be reported each time.
    pub(super) fn open(project: &Project, glossary: &KeptGlossary, scope: &str) -> Option<Self> {
        let mut key = glossary.key()?.clone();
        key.add(scope.as_bytes());
        let path = project.found_path();
        Some(Self { kept: Kept::read(&path), path, key })
    }

    /// The cache key of these texts.
    pub(super) fn hash(&self, texts: &Texts) -> Hash {
        let mut key = self.key.clone();
        let source = texts.source.iter().map(|(_, source)| source);
        for text in source.chain([&texts.target]) {
            key.add(text.lang.code().as_bytes());
            key.add(text.text.as_bytes());
        }
        key.hash()
    }

    /// The findings in `text` under a hash, if they are kept.
    pub(super) fn get(&self, hash: &Hash, text: &str) -> Option<Found> {
        self.kept.get(hash, text)
    }

    /// Keeps the findings of a run, packed if they are new; if nothing can be written, they will be found again.
    pub(super) fn keep(mut self, found: impl Iterator<Item = (Hash, Option<Vec<u8>>)>) {
        let mut used = Vec::new();
        let mut is_new = false;
        for (hash, packed) in found {
            if let Some(packed) = packed {
                self.kept.add(hash, &packed);
                is_new = true;
            }
            used.push(hash);
        }
        if is_new {
            let _ = self.kept.write(&self.path, &used);
        }
    }
}
