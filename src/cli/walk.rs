//! The files of a folder, as a user means them: without the hidden ones, and those that its ignore files name.

use std::path::{Path, PathBuf};

use hamta::{Error, Result};
use ignore::WalkBuilder;

/// The files in a folder and those below it, in the order of their names; folders are not followed over links.
///
/// A `.gitignore` counts in any folder, and what one user has set up for all his folders does not: the files are the same
/// on every machine.
pub(crate) fn files(folder: &Path) -> impl Iterator<Item = Result<PathBuf>> {
    let mut builder = WalkBuilder::new(folder);
    builder
        .require_git(false)
        .git_global(false)
        .sort_by_file_path(Path::cmp);
    let entries = builder.build().map(|entry| entry.map_err(unreadable));
    let paths = entries.map(|entry| entry.map(ignore::DirEntry::into_path));
    paths.filter(|path| path.as_ref().map_or(true, |path| path.is_file()))
}

fn unreadable(error: ignore::Error) -> Error {
    match error {
        ignore::Error::WithPath { path, err } => unreadable(*err).at(&path),
        ignore::Error::WithDepth { err, .. } => unreadable(*err),
        ignore::Error::Io(error) => Error::read(Path::new("."), error),
        other => Error::malformed(other.to_string()),
    }
}
