//! The files of a folder, as a user means them: without the hidden ones, and those that its ignore files name.

use std::path::{Path, PathBuf};

use hamta::{Error, Result};
use ignore::WalkBuilder;

/// The files in a folder and those below it, in the order of their names; folders are not followed over links.
///
/// A `.gitignore` counts in any folder, and what git is told on one machine alone does not: the files are the same everywhere.
pub(crate) fn files(folder: &Path) -> impl Iterator<Item = Result<PathBuf>> + use<'_> {
    let mut builder = WalkBuilder::new(folder);
    builder
        .require_git(false)
        .git_global(false)
        .git_exclude(false)
        .sort_by_file_path(Path::cmp);
    let entries = builder.build();
    let entries = entries.map(|entry| entry.map_err(|error| unreadable(error, folder)));
    let paths = entries.map(|entry| entry.map(ignore::DirEntry::into_path));
    paths.filter(|path| path.as_ref().map_or(true, |path| path.is_file()))
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
