//! A spreadsheet of LibreOffice: an archive as it is, or else the content of one.
#![no_main]

use hamta::exchange::bilingual::Format;
use hamta::exchange::glossary::Table;
use hamta_fuzz::{archive, glossary, units};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        both(bytes);
    } else {
        both(&archive(&[("content.xml", bytes)]));
    }
});

/// A workbook may be a glossary, or a table of units.
fn both(workbook: &[u8]) {
    glossary(workbook, Table::Ods);
    units(workbook, Format::Ods, &[]);
}
