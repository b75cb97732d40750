//! A table for review, as a page and as the XML of a document of Word: the tags of its units are in order, and those of
//! a translation are those of its source.
#![no_main]

use std::path::Path;

use hamta::exchange::review::{Format, read};
use hamta_fuzz::{assert_units_in_order, docx};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let files = [(bytes.to_vec(), Format::Html), (docx(bytes, b"<w:footnotes/>"), Format::Docx)];
    for (file, format) in files {
        let Ok(contents) = read(file, format, Path::new("fuzzed")) else {
            continue;
        };
        assert_units_in_order(&contents);
        for unit in &contents.units {
            let mut own = unit.target_tags.iter();
            assert!(
                own.all(|tag| { unit.source_tags.iter().any(|other| other.number == tag.number) })
            );
        }
    }
});
