//! The files that names and patterns in `hamta.toml` stand for.

use std::fs;
use std::path::{Component, Path, PathBuf};

use globset::GlobMatcher;

use super::pattern::glob;

/// The files that `pattern` stands for, sorted; the error says why there are none.
///
/// Names that begin with a dot are left out, and links to folders are not followed, unless the pattern names them.
pub(crate) fn find(root: &Path, pattern: &str) -> Result<Vec<PathBuf>, String> {
    let is_open = |part: &Component<'_>| {
        part.as_os_str()
            .to_string_lossy()
            .contains(['*', '?', '[', '{'])
    };
    let (named, open): (Vec<_>, Vec<_>) = {
        let parts: Vec<Component<'_>> = Path::new(pattern).components().collect();
        let first = parts.iter().position(is_open).unwrap_or(parts.len());
        (parts[..first].to_vec(), parts[first..].to_vec())
    };
    let base = root.join(named.iter().collect::<PathBuf>());
    if open.is_empty() {
        return match base.is_file() {
            true => Ok(vec![base]),
            false => Err(format!("there is no file “{pattern}”")),
        };
    }
    let rest = open.iter().collect::<PathBuf>();
    let rest = rest.to_string_lossy().replace('\\', "/");
    let depth = match rest.contains("**") {
        true => usize::MAX,
        false => open.len(),
    };
    let wanted = glob(&rest)?.compile_matcher();
    let mut found = Vec::new();
    let mut folders = vec![(base.clone(), 1)];
    while let Some((folder, level)) = folders.pop() {
        let (files, below) = listed(&folder);
        found.extend(
            files
                .into_iter()
                .filter(|file| is_wanted(&wanted, &base, file)),
        );
        if level < depth {
            folders.extend(below.into_iter().map(|folder| (folder, level + 1)));
        }
    }
    found.sort();
    match found.is_empty() {
        true => Err(format!("there is no file like “{pattern}”")),
        false => Ok(found),
    }
}

fn is_wanted(wanted: &GlobMatcher, base: &Path, file: &Path) -> bool {
    file.strip_prefix(base)
        .is_ok_and(|rest| wanted.is_match(rest))
}

/// The files and the folders in `folder`; none where it cannot be read.
fn listed(folder: &Path) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let mut listed = (Vec::new(), Vec::new());
    // An empty path is the current folder, which the system does not know by that name.
    let opened = match folder.as_os_str().is_empty() {
        true => fs::read_dir("."),
        false => fs::read_dir(folder),
    };
    for entry in opened.into_iter().flatten().flatten() {
        let name = entry.file_name();
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        let path = folder.join(name);
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            listed.1.push(path);
        } else if path.is_file() {
            listed.0.push(path);
        }
    }
    listed
}
