//! The files of a folder, as a user means them: without the hidden ones, and those that its ignore files name.

use std::cell::LazyCell;
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

use hamta::Error;
use ignore::{DirEntry, WalkBuilder};

/// What ignore files are called, in any folder.
const IGNORE_FILES: [&str; 2] = [".gitignore", ".ignore"];

/// The most MiB of one of them.
const MOST: u64 = 1;

/// The files in a folder and those below it, in the order of their names; folders are not followed over links, and a link to one of the
/// files is none.
///
/// A `.gitignore` counts in any folder, and what git is told on one machine alone does not: the files are the same everywhere.
/// A folder with an ignore file that would not end, such as a pipe, is an error, which comes last, and is not looked through.
pub(crate) fn files(folder: &Path) -> impl Iterator<Item = hamta::Result<PathBuf>> + use<'_> {
    let (send, unfit) = mpsc::channel();
    let mut builder = WalkBuilder::new(folder);
    builder
        .require_git(false)
        .git_global(false)
        .git_exclude(false)
        // Paths in one folder differ by their names.
        .sort_by_file_path(|one, other| one.as_os_str().cmp(other.as_os_str()))
        .filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            match is_folder.then(|| unfit_ignore_file(entry.path())).flatten() {
                // Somebody listens as long as there are entries.
                Some(error) => send.send(error).is_err(),
                None => true,
            }
        });
    let above = unfit_above(folder);
    let whole = LazyCell::new(|| folder.canonicalize().ok());
    let walk = above.is_none().then(|| builder.build());
    let entries = walk.into_iter().flatten();
    let entries = entries.map(|entry| entry.map_err(|error| unreadable(error, folder)));
    let entries = entries.filter(move |entry| match entry {
        Ok(entry) => is_file(entry, || whole.as_deref()),
        Err(_) => true,
    });
    let paths = entries.map(|entry| entry.map(DirEntry::into_path));
    let unfit = iter::from_fn(move || unfit.try_recv().ok());
    let unfit = above.into_iter().chain(unfit);
    paths.chain(unfit.map(Err))
}

/// Whether an entry is a file, or a link to one outside of the `whole` folder.
fn is_file<'a>(entry: &DirEntry, whole: impl FnOnce() -> Option<&'a Path>) -> bool {
    match entry.file_type() {
        Some(kind) if !kind.is_symlink() => kind.is_file(),
        _ => {
            let there = entry.path().canonicalize().ok();
            let is_outside =
                |there: &PathBuf| whole().is_none_or(|whole| !there.starts_with(whole));
            there.is_some_and(|there| there.is_file() && is_outside(&there))
        }
    }
}

/// The error for the ignore files of a folder and of those above it, all of which are read to begin with.
fn unfit_above(folder: &Path) -> Option<Error> {
    let whole = folder.canonicalize().ok()?;
    let above = whole.ancestors().skip(1);
    iter::once(folder).chain(above).find_map(unfit_ignore_file)
}

/// The error for an ignore file in a folder that cannot be read to its end in good time.
fn unfit_ignore_file(folder: &Path) -> Option<Error> {
    IGNORE_FILES.iter().find_map(|name| {
        let path = folder.join(name);
        let there = path.metadata().ok()?;
        if !there.is_file() && !there.is_dir() {
            let what = "a pipe or device, which may never end, in the place of an ignore file; move it away";
            return Some(Error::malformed(what).at(&path));
        }
        (there.len() > MOST * 1024 * 1024)
            .then(|| Error::malformed(format!("larger than {MOST} MiB")).at(&path))
    })
}

/// The error for what cannot be looked through in `folder`.
fn unreadable(error: ignore::Error, folder: &Path) -> Error {
    match error {
        ignore::Error::WithPath { path, err } => unreadable(*err, &path),
        ignore::Error::WithDepth { err, .. } => unreadable(*err, folder),
        ignore::Error::Io(error) => Error::read(folder, error),
        other => Error::malformed(other.to_string()).at(folder),
    }
}
