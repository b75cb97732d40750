//! Whose turn it is to write a glossary: what two programs add at the same time must not be lost.

use std::fs::{self, File};
use std::path::Path;

use hamta::Error;
use hamta::exchange::{glossary as files, replace, replace_known};
use hamta::glossary::Entry;

/// The turn to read and write the glossaries of a folder, as long as it is kept.
pub(super) struct Turn {
    /// The folder, locked; `None` where the system locks none.
    _folder: Option<File>,
}

impl Turn {
    /// Waits until no other program has the turn in the folder of the glossary `path`.
    pub(super) fn wait(path: &Path) -> Self {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let locked = File::open(folder).and_then(|folder| folder.lock().map(|()| folder));
        Self {
            _folder: locked.ok(),
        }
    }
}

/// What the file `path` holds; `None` where there is none.
pub(super) fn held(path: &Path) -> Option<Vec<u8>> {
    let is_file = fs::metadata(path).is_ok_and(|there| there.is_file());
    is_file.then(|| fs::read(path).ok()).flatten()
}

/// Writes a glossary in the format that its name says, if the file still holds `known`.
pub(super) fn save(path: &Path, known: Option<&[u8]>, entries: &[Entry]) -> hamta::Result<()> {
    let table = files::Table::of(path);
    match known {
        Some(known) => {
            let mut new = Vec::new();
            files::export(&mut new, table, entries, path)?;
            replace_known(path, known, &new)
        }
        None if path.is_file() => {
            Err(Error::refused("made since it was looked for; nothing was written").at(path))
        }
        None => replace(path, |file| files::export(file, table, entries, path)),
    }
}
