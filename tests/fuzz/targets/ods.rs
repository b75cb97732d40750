//! A spreadsheet of LibreOffice: an archive as it is, or else the content of one.
#![no_main]

use hamta::exchange::glossary::Table;
use hamta_fuzz::{archive, glossary};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        glossary(bytes, Table::Ods);
    } else {
        glossary(&archive(&[("content.xml", bytes)]), Table::Ods);
    }
});
