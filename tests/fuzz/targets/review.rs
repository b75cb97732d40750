//! A table for review in DOCX, given as the XML of its document: the rows that are read can be written, and read back the same.
#![no_main]

use std::path::Path;

use hamta::exchange::document::review::{read, write};
use hamta_fuzz::archive;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let path = Path::new("fuzzed");
    let Ok((lang, rows)) = read(archive(&[("word/document.xml", bytes)]), path) else {
        return;
    };
    let written = write(&rows, lang).expect("what XML held, XML holds");
    assert_eq!(
        read(written, path).expect("it was written so"),
        (lang, rows)
    );
});
