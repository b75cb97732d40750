//! What several targets do: take a text out of any bytes, and hold a glossary, an article or a file of units that was
//! read against itself.

pub mod mended;

use std::io::{Cursor, Write};
use std::path::Path;

use hamta::exchange::bilingual::{self, Confirmed, Contents, Filling, Writer, Written};
use hamta::exchange::document::{Document, Format};
use hamta::exchange::glossary::{self, Table};
use hamta::text::{Lang, Tag, TagKind, Tagged};
use hamta::unit::TranslationUnit;
use tempfile::TempDir;
use zip::write::{SimpleFileOptions, ZipWriter};

/// The bytes as a text, with what is not UTF-8 replaced.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

thread_local! {
    static FOLDER: TempDir = tempfile::tempdir().expect("there is room");
}

/// Gives `target` a folder of its own, the same each time, for what is only read from a file.
pub fn in_folder(target: impl FnOnce(&Path)) {
    FOLDER.with(|folder| target(folder.path()));
}

/// Reads a glossary; what is read is written, and reads back as it was written.
pub fn glossary(bytes: &[u8], table: Table) {
    let path = Path::new("fuzzed");
    let Ok(read) = glossary::read(bytes, table, path) else {
        return;
    };
    assert_eq!(read.entries.len(), read.lines.len());
    let mut written = Vec::new();
    glossary::write(&mut written, &read.entries).expect("a vector takes everything");
    let again = glossary::read(written.as_slice(), Table::Tsv, path).expect("it was written so");
    let mut twice = Vec::new();
    glossary::write(&mut twice, &again.entries).expect("a vector takes everything");
    assert_eq!(text(&written), text(&twice));
}

/// A zip archive of `parts`, which have names.
///
/// A fuzzer that changes bytes of a finished archive gets no further than its checksums.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        writer.start_file(*name, options).expect("a vector takes everything");
        writer.write_all(bytes).expect("a vector takes everything");
    }
    let written = writer.finish().expect("a vector takes everything");
    written.into_inner()
}

/// A document of Word: the XML of its text and that of its footnotes.
pub fn docx(document: &[u8], footnotes: &[u8]) -> Vec<u8> {
    const TYPES: &str = r#"<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>"#;
    archive(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("word/document.xml", document),
        ("word/footnotes.xml", footnotes),
    ])
}

/// The document of a file, where it can be read: its tags are paired, and with its own text it is the bytes that were
/// read.
fn unchanged(bytes: &[u8], format: Format) -> Option<Document> {
    let document = Document::read(bytes.to_vec(), format, Path::new("fuzzed")).ok()?;
    let content = document.content();
    assert_paired(content);
    let lang = Lang::of(&content.text).unwrap_or(Lang::English);
    assert_eq!(document.with(content, lang).expect("it fits"), bytes);
    Some(document)
}

/// Reads an article: its tags are paired, with its own text it is the bytes that were read, and it takes a text of as
/// many lines.
pub fn document(bytes: &[u8], format: Format) {
    let Some(document) = unchanged(bytes, format) else {
        return;
    };
    let content = document.content();
    for (at, _) in content.text.char_indices() {
        assert!(document.place(at) <= document.markup().unwrap_or(&content.text).len());
    }
    let lines = content.text.split('\n').map(|line| match line {
        "" => "",
        _ => "a *b* <c> & [d](e)",
    });
    let other = Tagged { text: lines.collect::<Vec<_>>().join("\n"), tags: Vec::new() };
    let written =
        match document.with(&other, Lang::of(&content.text).map_or(Lang::Persian, Lang::other)) {
            Ok(written) => written,
            // What was translated told its encoding.
            Err(_) if format == Format::Html => return,
            Err(error) => panic!("{error}"),
        };
    Document::read(written, format, Path::new("fuzzed")).expect("it was written so");
}

/// Reads an office document: its tags are paired, with its own text it is the bytes that were read, and another text
/// comes back from it.
pub fn office(bytes: &[u8], format: Format) {
    let Some(document) = unchanged(bytes, format) else {
        return;
    };
    let content = document.content();
    let other = reversed(content);
    for lang in Lang::ALL {
        let written = document.with(&other, lang).expect("it fits");
        let again =
            Document::read(written, format, Path::new("fuzzed")).expect("it was written so");
        assert_eq!(letters(&again.content().text), letters(&other.text));
    }
}

/// A text of as many lines, in which other letters stand between the tags, which are all there.
fn reversed(content: &Tagged) -> Tagged {
    let mut other = Tagged::default();
    for (number, line) in content.lines().iter().enumerate() {
        if number > 0 {
            other.text.push('\n');
        }
        for (text, tag) in line.pieces() {
            push(&mut other.text, text);
            let at = other.text.len();
            other.tags.push(Tag { at, ..tag.clone() });
        }
        push(&mut other.text, line.rest());
    }
    other
}

/// Writes a letter, what stands in `text` and another letter, unless nothing does.
fn push(other: &mut String, text: &str) {
    if !text.is_empty() {
        other.push_str(&format!("a{text}b"));
    }
}

/// A text without its white space, of which an office document keeps only some.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Tags are in the order of their places, and those are places of the text.
#[track_caller]
fn assert_in_order(text: &str, tags: &[Tag]) {
    assert!(tags.is_sorted_by_key(|tag| tag.at));
    assert!(tags.iter().all(|tag| text.is_char_boundary(tag.at)));
}

/// In each line tags are in order, and each pair that begins there ends there; pairs can cross, as they do in some
/// HTML.
#[track_caller]
fn assert_paired(content: &Tagged) {
    assert_in_order(&content.text, &content.tags);
    for line in content.lines() {
        let mut open = Vec::new();
        for tag in &line.tags {
            match tag.kind {
                TagKind::Open => open.push(tag.number),
                TagKind::Close => {
                    let at = open.iter().position(|number| *number == tag.number);
                    open.remove(at.expect("it has begun"));
                }
                TagKind::Alone => {}
            }
        }
        assert!(open.is_empty(), "{line:?}");
    }
}

/// The tags of all units are in order.
pub fn assert_units_in_order(contents: &Contents) {
    for unit in &contents.units {
        assert_in_order(&unit.source, &unit.source_tags);
        assert_in_order(&unit.target, &unit.target_tags);
    }
}

/// What is put where a translation is missing.
const FILLING: &str = "یک \"two\", & <سه>";

/// Reads a file of units; its gaps can be filled, and all else of it stays; its units can be written, and read back the
/// same.
pub fn units(bytes: &[u8], format: bilingual::Format, written: &[Written]) {
    let Some(contents) = read(bytes, format) else {
        return;
    };
    assert_units_in_order(&contents);
    fill(bytes, format, &contents);
    let confirmed = Confirmed { all: true, ..Confirmed::default() };
    let units = contents.translated(&confirmed).units;
    for written in written {
        write(&units, *written);
    }
}

fn read(bytes: &[u8], format: bilingual::Format) -> Option<Contents> {
    bilingual::read(bytes, format, Path::new("fuzzed")).ok()?
}

fn fill(bytes: &[u8], format: bilingual::Format, contents: &Contents) {
    let filling = || Filling { target: FILLING.into(), is_sure: true, was: FILLING.to_owned() };
    let units = &contents.units;
    let is_filled = |unit: &bilingual::Unit| unit.is_open() && !unit.source.trim().is_empty();
    let fillings: Vec<_> = units.iter().map(|unit| is_filled(unit).then(filling)).collect();
    let path = Path::new("filled");
    // An encoding may have no room for it, and some formats are only read.
    let Ok(filled) = bilingual::fill(bytes, format, contents, &fillings, path) else {
        return;
    };
    let again = read(&filled.file, format).expect("it was read before");
    assert_eq!(again.units.len(), units.len());
    for (at, (new, old)) in again.units.iter().zip(units).enumerate() {
        assert_eq!((&new.source, &new.id), (&old.source, &old.id));
        match is_filled(old) && !filled.left.contains(&at) {
            true => assert_eq!(new.target.trim(), FILLING),
            false => {
                assert_eq!(new.target, old.target);
                // Segments of one unit of XLIFF 1.2 have one state.
                let may_be_less = format == bilingual::Format::Xliff;
                assert!(new.state == old.state || may_be_less && new.state < old.state);
            }
        }
    }
}

fn write(units: &[TranslationUnit], written: Written) {
    let path = Path::new("written");
    let mut writer = Writer::start(Vec::new(), written, Lang::Persian, path).expect("it can begin");
    // Not every format holds every character.
    let units: Vec<_> = units.iter().filter(|unit| writer.write(unit).is_ok()).collect();
    let file = writer.finish().expect("a vector takes everything");
    let format = match written {
        Written::Tsv | Written::Csv => bilingual::Format::Table,
        Written::Xlsx => bilingual::Format::Xlsx,
        Written::Po => bilingual::Format::Po,
        Written::Xliff | Written::Xliff2 => bilingual::Format::Xliff,
    };
    let Some(again) = read(&file, format) else {
        panic!("it was written so: {}", text(&file));
    };
    assert!(again.problems.is_empty(), "{:?}", again.problems);
    let texts = again.units.iter().map(|unit| (unit.source.trim(), unit.target.trim()));
    let before = units.iter().map(|unit| (unit.persian.text.as_str(), unit.english.text.as_str()));
    assert!(texts.eq(before), "{}", text(&file));
}
