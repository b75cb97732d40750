//! The glossaries of a project, and their prepared form, which is kept from run to run.

use std::env;
use std::fs;
use std::io;
use std::mem;
use std::ops::Deref;
use std::path::PathBuf;
use std::time::UNIX_EPOCH;

use hamta::Error;
use hamta::exchange::glossary::{Fault, kept};
use hamta::exchange::key::Key;
use hamta::glossary::Glossary;

use super::files::{File, GlossaryFiles, files};
use crate::cli::exit::Failure;
use crate::cli::output::Output;

/// All glossaries, ready to find names.
pub(crate) struct KeptGlossary {
    glossary: Glossary,
    keep: PathBuf,
    /// The key of what it is made from; `None` if it is not to be kept.
    key: Option<Key>,
    /// The faults in all files.
    problems: Vec<Fault>,
    /// The errors of files that cannot be read at all.
    unread: Vec<Error>,
}

impl KeptGlossary {
    /// The glossaries `paths`, with their prepared form from an earlier run if that is in the file `keep`.
    pub(super) fn read(paths: &[PathBuf], keep: PathBuf) -> Result<Self, Failure> {
        let files = files(paths)?;
        let key = key(&files);
        let kept = key.clone().and_then(|key| kept::read(&keep, key));
        let (glossary, problems, unread) = match kept.and_then(Glossary::unpack) {
            Some(glossary) => (glossary, Vec::new(), Vec::new()),
            None => {
                let files = GlossaryFiles::of(&files)?;
                (Glossary::new(files.entries), files.problems, files.unread)
            }
        };
        Ok(Self {
            glossary,
            keep,
            // Faults must be reported each time.
            key: key.filter(|_| problems.is_empty() && unread.is_empty()),
            problems,
            unread,
        })
    }

    /// Reports the faults in all files, and which files cannot be read.
    pub(crate) fn tell(&self, output: &mut Output) -> io::Result<()> {
        for problem in &self.problems {
            output.remark(&problem.to_string())?;
        }
        for error in &self.unread {
            output.remark(&format!("{error}; its names are not found"))?;
        }
        Ok(())
    }

    /// The same glossaries, or the error of a file that cannot be read.
    pub(super) fn whole(mut self) -> Result<Self, Failure> {
        if self.unread.is_empty() { Ok(self) } else { Err(self.unread.swap_remove(0).into()) }
    }

    /// The key of what they are made from, and of the program; `None` if it is not to be kept.
    pub(crate) fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    /// Keeps what was prepared in this run for the next one; if nothing can be written, it will be made again.
    pub(crate) fn keep(self) {
        if let (Some(key), Some(packed)) = (self.key, self.glossary.pack()) {
            let _ = kept::write(&self.keep, key, &packed);
        }
        // The program ends now, and its memory is freed at once; dropping all entries one by one would only take time.
        mem::forget(self.glossary);
    }
}

impl Deref for KeptGlossary {
    type Target = Glossary;

    fn deref(&self) -> &Glossary {
        &self.glossary
    }
}

/// The prepared form of glossaries depends on their files and on this very program.
fn key(files: &[File<'_>]) -> Option<Key> {
    let program = env::current_exe().and_then(fs::metadata).ok()?;
    let made = program.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let mut key = Key::default();
    key.add(&made.as_nanos().to_le_bytes());
    key.add(&program.len().to_le_bytes());
    for (bytes, path) in files {
        key.add(path.as_os_str().as_encoded_bytes());
        key.add(bytes);
    }
    Some(key)
}
