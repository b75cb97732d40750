//! Files as translators' programs write them, in `tests/exchange`: what is read of each stands beside it in a `.units`
//! file.

use std::fs;
use std::path::{Path, PathBuf};

use hamta::exchange::bilingual::Format;

use super::read_as;

/// The files of units in a folder of `tests/exchange`, each with its bytes.
pub(super) fn files(folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exchange").join(folder);
    let entries = fs::read_dir(&folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("it can be read").path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| Format::of(path).is_some()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).expect("the file is there");
        (path, bytes)
    };
    paths.into_iter().map(read).collect()
}

/// Holds each file of a folder against what is to be read of it.
#[track_caller]
fn check(folder: &str, least: usize) {
    let files = files(folder);
    assert!(files.len() >= least, "{} files in {folder}", files.len());
    for (path, bytes) in files {
        let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
        let found = read_as(&name, &bytes) + "\n";
        let expected = path.with_file_name(format!("{name}.units"));
        let expected = fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(found, expected, "{folder}/{name}");
    }
}

#[test]
fn po_files_of_other_programs_are_understood() {
    check("po", 10);
}

#[test]
fn xliff_files_of_other_programs_are_understood() {
    check("xliff", 10);
}

#[test]
fn tables_of_other_programs_are_understood() {
    check("tables", 10);
}
