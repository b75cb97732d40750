//! What several targets do: take a text out of any bytes, and hold a glossary that was read against itself.

use std::io::{Cursor, Write};
use std::path::Path;

use hamta::exchange::glossary::{self, Table};
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
