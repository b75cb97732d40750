//! Files as real tools and sites write them: what is read of each, and the way back.

use std::fs;
use std::path::{Path, PathBuf};

use hamta::exchange::document::{Document, Format};
use hamta::text::Lang;

use super::shown::shown;
use super::{each_line, same};

/// The files of a folder that are in `format`.
fn files(folder: &str, format: Format) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("the entry can be read").path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| Format::of(path) == Some(format)).collect();
    paths.sort();
    assert!(paths.len() >= 10);
    paths
}

fn document(path: &Path, format: Format) -> (Vec<u8>, Document) {
    let bytes = fs::read(path).expect("the file can be read");
    let document = Document::read(bytes.clone(), format, path).expect("it is a document");
    (bytes, document)
}

/// Each file has the lines and tags that stand beside it, and is itself with its own text.
#[track_caller]
fn are_read(folder: &str, format: Format) {
    for path in files(folder, format) {
        let (bytes, document) = document(&path, format);
        let expected = fs::read_to_string(path.with_extension("txt")).expect("it is beside it");
        let found = shown(document.content());
        assert!(found == expected, "{}:\n{found}", path.display());
        assert!(same(&document) == bytes, "{}", path.display());
    }
}

/// Each file takes another text in the other language, and is then read as that text with the same tags.
#[track_caller]
fn take_another_text(folder: &str, format: Format) {
    for path in files(folder, format) {
        let (_, document) = document(&path, format);
        let content = document.content();
        let lang = Lang::of(&content.text).expect("it has letters").other();
        let changed = each_line(content, |line| format!("{line} *<&> [x] و"));
        let written = document.with(&changed, lang).expect("it fits");
        let again = Document::read(written.clone(), format, &path).expect("it is a document");
        let text = String::from_utf8_lossy(&written);
        assert_eq!(again.content().text, changed.text, "{}:\n{text}", path.display());
        // What crossed the end of another ends before it now.
        let roles = |document: &Document| {
            let tags = document.content().tags.iter();
            let mut roles: Vec<_> =
                tags.map(|tag| format!("{:?} {}", tag.kind, tag.role)).collect();
            roles.sort();
            roles
        };
        assert_eq!(roles(&again), roles(&document), "{}:\n{text}", path.display());
    }
}

#[test]
fn html_is_read() {
    are_read("tests/exchange/html", Format::Html);
}

#[test]
fn markdown_is_read() {
    are_read("tests/exchange/markdown", Format::Markdown);
}

#[test]
fn html_takes_another_text() {
    take_another_text("tests/exchange/html", Format::Html);
}

#[test]
fn markdown_takes_another_text() {
    take_another_text("tests/exchange/markdown", Format::Markdown);
}
