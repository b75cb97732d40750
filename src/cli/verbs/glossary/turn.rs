//! Taking turns at writing a glossary: what two programs add at the same time must not be lost.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use hamta::Error;
use hamta::exchange::{glossary as files, replace, replace_known};
use hamta::glossary::Entry;

use crate::cli::output::Output;

/// After how long it is reported that another program has the turn.
const MOMENT: Duration = Duration::from_secs(1);

/// How long to wait before asking again.
const PAUSE: Duration = Duration::from_millis(5);

/// The turn to read and write the glossaries of a folder, as long as it is kept.
pub(super) struct Turn {
    /// The folder, locked; `None` if the system cannot lock folders.
    _folder: Option<File>,
}

impl Turn {
    /// Waits until no other program has the turn in the folder of the glossary `path`, and says so if it takes a while.
    pub(super) fn wait(path: &Path, output: &mut Output) -> io::Result<Self> {
        // A link may lead to a glossary elsewhere, which several projects share.
        let own = path.canonicalize();
        let folder = own.as_deref().unwrap_or(path).parent();
        let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
        let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) else {
            return Ok(Self { _folder: None });
        };
        let is_locked = match at_once(&folder) {
            Err(TryLockError::WouldBlock) => {
                let waiting = "waiting for another program that changes it";
                output.remark(&format!("{}: {waiting}", path.display()))?;
                folder.lock().is_ok()
            }
            locked => locked.is_ok(),
        };
        Ok(Self { _folder: is_locked.then_some(folder) })
    }
}

/// Locks a folder, if it is free within a moment.
fn at_once(folder: &File) -> Result<(), TryLockError> {
    let start = Instant::now();
    loop {
        match folder.try_lock() {
            Err(TryLockError::WouldBlock) if start.elapsed() < MOMENT => thread::sleep(PAUSE),
            answer => return answer,
        }
    }
}

/// The contents of the file `path`; `None` if there is none.
pub(super) fn held(path: &Path) -> Option<Vec<u8>> {
    let is_file = fs::metadata(path).is_ok_and(|there| there.is_file());
    is_file.then(|| fs::read(path).ok()).flatten()
}

/// Writes a glossary in the format that its name stands for, if the file still contains `known`.
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
