//! What several targets do: take a text out of any bytes, and hold a glossary or an article that was read against itself.

use std::io::{Cursor, Write};
use std::path::Path;

use hamta::exchange::document::{Document, Format};
use hamta::exchange::glossary::{self, Table};
use hamta::text::{Lang, Tagged};
use zip::write::{SimpleFileOptions, ZipWriter};

/// The bytes as a text, with what is not UTF-8 replaced.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
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
        writer
            .start_file(*name, options)
            .expect("a vector takes everything");
        writer.write_all(bytes).expect("a vector takes everything");
    }
    let written = writer.finish().expect("a vector takes everything");
    written.into_inner()
}

/// Reads an article: with its own text it is the bytes that were read, and it takes a text of as many lines.
pub fn document(bytes: &[u8], format: Format) {
    let path = Path::new("fuzzed");
    let Ok(document) = Document::read(bytes.to_vec(), format, path) else {
        return;
    };
    let content = document.content();
    let lang = Lang::of(&content.text).unwrap_or(Lang::English);
    assert_eq!(document.with(content, lang).expect("it fits"), bytes);
    for (at, _) in content.text.char_indices() {
        assert!(document.place(at) <= document.markup().unwrap_or(&content.text).len());
    }
    let lines = content.text.split('\n').map(|line| match line {
        "" => "",
        _ => "a *b* <c> & [d](e)",
    });
    let other = Tagged {
        text: lines.collect::<Vec<_>>().join("\n"),
        tags: Vec::new(),
    };
    let written = document.with(&other, lang.other()).expect("it fits");
    Document::read(written, format, path).expect("it was written so");
}
