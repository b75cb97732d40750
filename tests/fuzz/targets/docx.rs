//! A document of Word: an archive as it is, or else the XML of its text and, after a NUL byte, that of its footnotes.
#![no_main]

use hamta::exchange::document::Format;
use hamta_fuzz::{docx, office};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        return office(bytes, Format::Docx);
    }
    let mut halves = bytes.splitn(2, |&byte| byte == 0);
    let document = halves.next().unwrap_or_default();
    let notes = halves.next().unwrap_or(b"<w:footnotes/>");
    office(&docx(document, notes), Format::Docx);
});
