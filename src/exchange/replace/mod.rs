//! Writing a file whole or not at all.

mod unfinished;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

pub use self::unfinished::give_up;
use self::unfinished::{beside, keep};
use crate::error::{Error, Result};

/// Puts what `write` writes in place of the file `path`, in one step, when all of it is written.
///
/// A file that was there before keeps its permissions, and a link to it stays a link. A device or a pipe is written as
/// it is: nothing can take its place.
///
/// # Errors
///
/// The error of `write`, or where the folder of the file cannot be written; the file is then as it was.
pub fn replace(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> Result<()>,
) -> Result<()> {
    let failed = |e| Error::write(path, e);
    if is_no_file(path) {
        let mut file = File::options().write(true).open(path).map_err(failed)?;
        let mut buffer = BufWriter::new(&mut file);
        write(&mut buffer)?;
        return buffer.flush().map_err(failed);
    }
    let end = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    put(&end, path, write)
}

/// The same for a file that the program keeps for itself: a link is replaced, so that no project can redirect it.
///
/// # Errors
///
/// As for [`replace`].
pub(super) fn replace_own(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> Result<()>,
) -> Result<()> {
    put(path, path, write)
}

/// The same for a file that errors call `named`.
fn put(
    path: &Path,
    named: &Path,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> Result<()>,
) -> Result<()> {
    let failed = |e| Error::write(named, e);
    let mut file = beside(path).map_err(failed)?;
    let mut buffer = BufWriter::new(file.as_file_mut());
    write(&mut buffer)?;
    buffer.flush().map_err(failed)?;
    drop(buffer);
    if let Ok(metadata) = fs::metadata(path) {
        file.as_file().set_permissions(metadata.permissions()).map_err(failed)?;
    }
    file.as_file().sync_all().map_err(failed)?;
    keep(file, |file| file.persist(path)).map_err(failed)
}

/// The contents of a file that the program keeps for itself; `None` where it is not a file, has more than `most` bytes,
/// or cannot be read.
pub(super) fn read_own(path: &Path, most: u64) -> Option<Vec<u8>> {
    let is_small = fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() <= most);
    is_small.then(|| fs::read(path).ok()).flatten()
}

/// Whether something other than a file is there, such as a folder, a device or a pipe.
fn is_no_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|there| !there.is_file())
}

/// Puts `new` in place of the file `path`, in one step, if it still contains `old`.
///
/// # Errors
///
/// Where it does not, is gone, is not a file or is read-only, or where its folder cannot be written; nothing is written
/// then.
pub fn replace_known(path: &Path, old: &[u8], new: &[u8]) -> Result<()> {
    let refused = |why: &str| Error::refused(format!("{why}; nothing was written")).at(path);
    let failed = |e| Error::read(path, e);
    let metadata = fs::metadata(path).map_err(failed)?;
    if !metadata.is_file() {
        return Err(refused("no file"));
    }
    if metadata.permissions().readonly() {
        return Err(refused("read-only"));
    }
    replace(path, |file| {
        file.write_all(new).map_err(|e| Error::write(path, e))?;
        if fs::read(path).map_err(failed)? == old {
            Ok(())
        } else {
            Err(refused("changed since it was read"))
        }
    })
}

/// Puts the file that `make` makes, under the path that it is given, in place of the file `path`, in one step, when it
/// is complete.
///
/// # Errors
///
/// The error of `make`, where there is a file `path` and `may_replace` is not set, where something other than a file is
/// there, or where its folder cannot be written; what was there stays as it was.
pub fn place(path: &Path, may_replace: bool, make: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let failed = |e| Error::write(path, e);
    let there = || Error::refused("is there already").at(path);
    if !may_replace && path.exists() {
        return Err(there());
    }
    if is_no_file(path) {
        return Err(Error::refused("no file").at(path));
    }
    let file = beside(path).map_err(failed)?;
    make(file.path())?;
    file.as_file().sync_all().map_err(failed)?;
    let kept =
        keep(
            file,
            |file| if may_replace { file.persist(path) } else { file.persist_noclobber(path) },
        );
    kept.map_err(|e| match e.kind() {
        io::ErrorKind::AlreadyExists => there(),
        _ => failed(e),
    })
}
