//! The files of a folder, as users expect them: without hidden ones and those that its ignore files name.

use std::cmp::Reverse;
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

use foldhash::{HashSet, HashSetExt};
use hamta::Error;
use ignore::{DirEntry, WalkBuilder};

use crate::cli::paths;

/// The names of ignore files, in any folder.
const IGNORE_FILES: [&str; 2] = [".gitignore", ".ignore"];

/// The most MiB of one of them.
const MOST: u64 = 1;

/// The files in a folder and the folders below it, in the order of their names, and links to files, wherever these are;
/// links to folders are not followed.
///
/// A link that leads nowhere is included, so that whoever needs the file reports that it cannot be read.
///
/// A `.gitignore` counts in any folder, but git's settings on one machine do not: the files are the same everywhere. A
/// folder with an endless ignore file, such as a pipe, is an error, which comes last, and is not searched.
pub(crate) fn files(folder: &Path) -> impl Iterator<Item = hamta::Result<DirEntry>> + use<'_> {
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
                // There is a receiver as long as there are entries.
                Some(error) => send.send(error).is_err(),
                None => true,
            }
        });
    let above = unfit_above(folder);
    let walk = above.is_none().then(|| builder.build());
    let entries = walk.into_iter().flatten();
    let entries = entries.map(|entry| entry.map_err(|error| unreadable(error, folder)));
    let entries = entries.filter(|entry| entry.as_ref().map_or(true, is_file));
    let unfit = iter::from_fn(move || unfit.try_recv().ok());
    let unfit = above.into_iter().chain(unfit);
    entries.chain(unfit.map(Err))
}

/// Leaves out items with the same `files` as another, by their canonical names, and a single file that also stands
/// among others; items without links are preferred to those with links.
pub(crate) fn once<T>(items: Vec<T>, files: impl Fn(&T) -> Vec<&Path>) -> Vec<T> {
    let mut ranked: Vec<(usize, T)> = items.into_iter().enumerate().collect();
    ranked.sort_by_cached_key(|(_, item)| {
        let files = files(item);
        let is_linked = files.iter().any(|path| path.is_symlink());
        (Reverse(files.len()), is_linked)
    });
    let mut seen = HashSet::new();
    ranked.retain(|(_, item)| {
        let files = files(item).into_iter();
        let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let files: Vec<PathBuf> = files.map(whole).collect();
        let is_new = seen.insert(files.clone());
        seen.extend(files.into_iter().map(|file| vec![file]));
        is_new
    });
    ranked.sort_by_key(|(place, _)| *place);
    ranked.into_iter().map(|(_, item)| item).collect()
}

/// Whether an entry is a file, or a link to one or to nothing.
fn is_file(entry: &DirEntry) -> bool {
    match entry.file_type() {
        Some(kind) if !kind.is_symlink() => kind.is_file(),
        _ => paths::is_there(entry.path()),
    }
}

/// The error for the ignore files of a folder and of those above it, all of which are read first.
fn unfit_above(folder: &Path) -> Option<Error> {
    let whole = folder.canonicalize().ok()?;
    let above = whole.ancestors().skip(1);
    iter::once(folder).chain(above).find_map(unfit_ignore_file)
}

/// The error for an ignore file in a folder that cannot be read to its end in reasonable time.
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

/// The error for what cannot be searched in `folder`.
fn unreadable(error: ignore::Error, folder: &Path) -> Error {
    match error {
        ignore::Error::WithPath { path, err } => unreadable(*err, &path),
        ignore::Error::WithDepth { err, .. } => unreadable(*err, folder),
        ignore::Error::Io(error) => Error::read(folder, error),
        other => Error::malformed(other.to_string()).at(folder),
    }
}
