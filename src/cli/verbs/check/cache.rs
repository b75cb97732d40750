//! What earlier runs have found in articles, so that one that has not changed is not checked again.

use std::path::PathBuf;

use hamta::exchange::found::{Found, Kept};
use hamta::exchange::key::{Hash, Key};

use super::job::Texts;
use crate::cli::project::{KeptGlossary, Project};

/// What earlier runs have found, and where it is kept.
pub(super) struct Cache {
    path: PathBuf,
    kept: Kept,
    /// What everything that is found depends on: glossaries, program and options.
    key: Key,
}

impl Cache {
    /// What is kept for a project; `None` where the glossaries have faults, which are to be reported each time.
    pub(super) fn open(project: &Project, glossary: &KeptGlossary, scope: &str) -> Option<Self> {
        let mut key = glossary.key()?.clone();
        key.add(scope.as_bytes());
        let path = project.found_path();
        Some(Self { kept: Kept::read(&path), path, key })
    }

    /// What is found in these texts, and nothing else, depends on this.
    pub(super) fn hash(&self, texts: &Texts) -> Hash {
        let mut key = self.key.clone();
        let source = texts.source.iter().map(|(_, source)| source);
        for text in source.chain([&texts.target]) {
            key.add(text.lang.code().as_bytes());
            key.add(text.text.as_bytes());
        }
        key.hash()
    }

    /// What was found in `text` under a hash, if it is kept.
    pub(super) fn get(&self, hash: &Hash, text: &str) -> Option<Found> {
        self.kept.get(hash, text)
    }

    /// Keeps what a run has found, packed where it is new; where nothing can be written, it is found again.
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
