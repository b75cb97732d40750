//! The files that names and patterns in `hamta.toml` stand for.

use std::fs;
use std::path::{Component, Path, PathBuf};

use globset::GlobMatcher;

use super::pattern::glob;
use crate::cli::paths;

/// The files that `pattern` stands for, sorted; the error says why there are none.
///
/// Names that begin with a dot are left out, and links to folders are not followed, unless the pattern names them.
pub(crate) fn find(root: &Path, pattern: &str) -> Result<Vec<PathBuf>, String> {
    let is_open =
        |part: &Component<'_>| part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']);
    let (named, open): (Vec<_>, Vec<_>) = {
        let parts: Vec<Component<'_>> = Path::new(pattern).components().collect();
        let first = parts.iter().position(is_open).unwrap_or(parts.len());
        (parts[..first].to_vec(), parts[first..].to_vec())
    };
    let base = root.join(named.iter().collect::<PathBuf>());
    if open.is_empty() {
        return if base.is_file() {
            Ok(vec![base])
        } else {
            Err(format!("there is no file “{pattern}”"))
        };
    }
    let rest = open.iter().collect::<PathBuf>();
    let rest = rest.to_string_lossy().replace('\\', "/");
    let depth = if rest.contains("**") { usize::MAX } else { open.len() };
    let wanted = glob(&rest)?.compile_matcher();
    let mut found = Vec::new();
    let mut folders = vec![(base.clone(), 1)];
    while let Some((folder, level)) = folders.pop() {
        let (files, below) = listed(&folder);
        found.extend(files.into_iter().filter(|file| is_wanted(&wanted, &base, file)));
        if level < depth {
            folders.extend(below.into_iter().map(|folder| (folder, level + 1)));
        }
    }
    found.sort();
    if found.is_empty() { Err(format!("there is no file like “{pattern}”")) } else { Ok(found) }
}

fn is_wanted(wanted: &GlobMatcher, base: &Path, file: &Path) -> bool {
    file.strip_prefix(base).is_ok_and(|rest| wanted.is_match(rest))
}

/// The files and the folders in `folder`; none where it cannot be read.
fn listed(folder: &Path) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let mut listed = (Vec::new(), Vec::new());
    // An empty path means the current folder, but the system does not accept it as that.
    let opened =
        if folder.as_os_str().is_empty() { fs::read_dir(".") } else { fs::read_dir(folder) };
    for entry in opened.into_iter().flatten().flatten() {
        let name = entry.file_name();
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        let path = folder.join(name);
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            listed.1.push(path);
        } else if paths::is_there(&path) {
            listed.0.push(path);
        }
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with these files, which are empty.
    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("there is room");
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("it is in a folder")).expect("there is room");
            let file = tempfile::NamedTempFile::new_in(&folder).expect("there is room");
            file.persist(path).expect("it can be named");
        }
        folder
    }

    #[test]
    fn names_and_patterns_stand_for_files() {
        let folder = folder(&[
            "desk/glossaries/b.tsv",
            "desk/glossaries/a.tsv",
            "desk/glossaries/.c.tsv",
            "desk/glossaries/old/d.tsv",
            "desk/[x]/e.tsv",
            "shared/نام‌ها.tsv",
        ]);
        let root = folder.path().join("desk");
        let cases: [(&str, Option<&[&str]>); 10] = [
            ("glossaries/*.tsv", Some(&["glossaries/a.tsv", "glossaries/b.tsv"])),
            (
                "glossaries/**/*.tsv",
                Some(&["glossaries/a.tsv", "glossaries/b.tsv", "glossaries/old/d.tsv"]),
            ),
            ("glossaries/{b,x}.tsv", Some(&["glossaries/b.tsv"])),
            ("glossaries/.c.tsv", Some(&["glossaries/.c.tsv"])),
            ("./glossaries/?.tsv", Some(&["glossaries/a.tsv", "glossaries/b.tsv"])),
            ("../shared/*.tsv", Some(&["../shared/نام‌ها.tsv"])),
            ("*/e.tsv", Some(&["[x]/e.tsv"])),
            ("glossaries", None),
            ("nowhere/*.tsv", None),
            ("glossaries/{a", None),
        ];
        for (pattern, expected) in cases {
            let found = find(&root, pattern).ok();
            let expected = expected.map(|files| files.iter().map(|file| root.join(file)).collect());
            assert_eq!(found, expected, "{pattern}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_back_is_not_followed() {
        let folder = folder(&["a/b.tsv"]);
        std::os::unix::fs::symlink("..", folder.path().join("a/back")).expect("it can be linked");
        let found = find(folder.path(), "**/*.tsv").expect("there is a file");
        assert_eq!(found, [folder.path().join("a/b.tsv")]);
    }
}
