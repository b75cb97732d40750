//! The files that are being written, under names of their own, until they take their places or are given up.

use std::fs::{self, File};
use std::io;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::{Builder, NamedTempFile, PersistError};

/// Where they are now. Names are added and removed under the same lock as the files themselves, so that none is missed.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Removes all files that are being written, and from now on lets no other be begun or put in its place: for a program
/// that is about to end.
pub fn give_up() {
    let unfinished = unfinished();
    for path in unfinished.iter() {
        // It may already be gone, and there is nobody to report that to.
        let _ = fs::remove_file(path);
    }
    // Whoever wants to go on waits for the end.
    mem::forget(unfinished);
}

/// A new file in the folder of `path`, which is removed unless it is kept.
pub(super) fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut unfinished = unfinished();
    // Opened like any new file: with the permissions that the user's mask leaves, and with errors that do not name it.
    let new = |path: &Path| File::options().read(true).write(true).create_new(true).open(path);
    let file = Builder::new().prefix(".hamta-").make_in(folder, new)?;
    unfinished.push(file.path().to_owned());
    Ok(file)
}

/// Gives a file its place with `persist`; whether or not that succeeds, it no longer counts as being written.
pub(super) fn keep<T>(
    file: NamedTempFile,
    persist: impl FnOnce(NamedTempFile) -> Result<T, PersistError>,
) -> io::Result<()> {
    let mut unfinished = unfinished();
    unfinished.retain(|path| path != file.path());
    persist(file).map(drop).map_err(|e| e.error)
}

fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}
