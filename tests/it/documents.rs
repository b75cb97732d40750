//! Office documents: what is read of them, what is written back, and what is refused.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use hamta::exchange::document::{Document, Format};
use hamta::text::{Lang, TagKind, Tagged};
use zip::ZipArchive;

/// The office documents in `tests/exchange`, sorted.
fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = ["docx", "odt"]
        .iter()
        .flat_map(|kind| fs::read_dir(Path::new("tests/exchange").join(kind)).expect("it is there"))
        .map(|entry| entry.expect("it can be read").path())
        .filter(|path| Format::of(path).is_some_and(|format| format != Format::Text))
        .collect();
    files.sort();
    files
}

fn read(path: &Path) -> Document {
    let format = Format::of(path).expect("its name says what it is");
    let bytes = fs::read(path).expect("it is there");
    Document::read(bytes, format, path).unwrap_or_else(|error| panic!("{error}"))
}

fn again(bytes: Vec<u8>, path: &Path) -> Document {
    let format = Format::of(path).expect("its name says what it is");
    Document::read(bytes, format, path).unwrap_or_else(|error| panic!("{error}"))
}

/// The content with its tags in it: `a {1 bold}word{/1}, {2 note}`.
fn shown(content: &Tagged) -> String {
    let mut out = String::new();
    let mut at = 0;
    for tag in &content.tags {
        out.push_str(&content.text[at..tag.at]);
        at = tag.at;
        let (number, role) = (tag.number, tag.role.as_str());
        out.push_str(&match tag.kind {
            TagKind::Open => format!("{{{number} {role}}}"),
            TagKind::Close => format!("{{/{number}}}"),
            TagKind::Alone => format!("{{{number} {role}/}}"),
        });
    }
    out + &content.text[at..] + "\n"
}

/// The members of an archive, unpacked, in order.
fn members(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("it is an archive");
    let names = 0..zip.len();
    let members = names.map(|at| {
        let mut member = zip.by_index(at).expect("it is there");
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).expect("it can be unpacked");
        (member.name().expect("it has a name").into_owned(), bytes)
    });
    members.collect()
}

/// The content with `before` at the beginning of each line.
fn prefixed(content: &Tagged, before: &str) -> Tagged {
    let mut new = Tagged::default();
    let mut tags = content.tags.iter().peekable();
    let mut start = 0;
    for (number, line) in content.text.split('\n').enumerate() {
        if number > 0 {
            new.text.push('\n');
        }
        let end = start + line.len();
        new.text.push_str(before);
        while let Some(tag) = tags.next_if(|tag| tag.at <= end) {
            let mut tag = tag.clone();
            tag.at = new.text.len() + tag.at - start;
            new.tags.push(tag);
        }
        new.text.push_str(line);
        start = end + 1;
    }
    new
}

#[test]
fn there_are_ten_documents_of_each_format() {
    for kind in ["docx", "odt"] {
        let own = files();
        let own = own
            .iter()
            .filter(|path| path.extension().is_some_and(|e| e == kind));
        assert!(own.count() >= 10, "{kind}");
    }
    for path in files() {
        assert!(
            fs::metadata(&path).expect("it is there").len() < 30_000,
            "{}",
            path.display()
        );
    }
}

#[test]
fn documents_are_read_line_by_line() {
    let mut wrong = String::new();
    for path in files() {
        let expected = format!("{}.txt", path.display());
        let expected = fs::read_to_string(&expected).unwrap_or_default();
        let found = shown(read(&path).content());
        if found != expected {
            wrong += &format!("== {}\n{found}", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_same_content_gives_the_same_parts() {
    for path in files() {
        let document = read(&path);
        let bytes = fs::read(&path).expect("it is there");
        for lang in Lang::ALL {
            let same = document
                .with(document.content(), lang)
                .expect("it can be written");
            assert!(members(&same) == members(&bytes), "{}", path.display());
        }
    }
}

#[test]
fn other_lines_come_back_with_their_tags() {
    for path in files() {
        let document = read(&path);
        for (before, lang) in [("نو: ", Lang::Persian), ("New <&> ", Lang::English)] {
            let new = prefixed(document.content(), before);
            let written = document.with(&new, lang).expect("it can be written");
            let found = again(written, &path);
            assert_eq!(shown(found.content()), shown(&new), "{}", path.display());
        }
    }
}

#[test]
fn one_changed_line_changes_one_paragraph() {
    for path in files() {
        let document = read(&path);
        let content = document.content();
        let mut new = content.clone();
        let last = content.text.rfind('\n').map_or(0, |at| at + 1);
        new.text.insert(last, '!');
        let tags = new.tags.iter_mut().filter(|tag| tag.at >= last);
        tags.for_each(|tag| tag.at += 1);
        let lang = Lang::of(&content.text).expect("it has letters");
        let written = document.with(&new, lang).expect("it can be written");
        let old = members(&fs::read(&path).expect("it is there"));
        let other = members(&written);
        let changed: Vec<_> = old
            .iter()
            .zip(&other)
            .filter(|(old, new)| old != new)
            .collect();
        assert_eq!(old.len(), other.len());
        assert_eq!(changed.len(), 1, "{}", path.display());
        let (old, new) = changed[0];
        let (old, new) = (
            String::from_utf8_lossy(&old.1).into_owned(),
            String::from_utf8_lossy(&new.1).into_owned(),
        );
        let same = old
            .bytes()
            .zip(new.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        let begins = ["<w:p ", "<w:p>", "<text:p ", "<text:p>", "<text:h "];
        let begin = begins.iter().filter_map(|tag| old[..same].rfind(tag)).max();
        let begin = begin.expect("the change is in a paragraph");
        let ends = ["</w:p>", "</text:p>", "</text:h>"];
        let end = ends.iter().filter_map(|tag| old[begin..].find(tag)).min();
        let rest = &old[begin + end.expect("the paragraph ends")..];
        assert!(new.ends_with(rest), "{}", path.display());
    }
}
