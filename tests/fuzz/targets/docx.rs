//! A document of Word: an archive as it is, or else the XML of its text and, after a NUL byte, that of its footnotes.
#![no_main]

use hamta::exchange::document::Format;
use hamta_fuzz::{archive, office};
use libfuzzer_sys::fuzz_target;

const TYPES: &str = r#"<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>"#;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        return office(bytes, Format::Docx);
    }
    let mut halves = bytes.splitn(2, |&byte| byte == 0);
    let document = halves.next().unwrap_or_default();
    let notes = halves.next().unwrap_or(b"<w:footnotes/>");
    let parts: [(&str, &[u8]); 3] = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("word/document.xml", document),
        ("word/footnotes.xml", notes),
    ];
    office(&archive(&parts), Format::Docx);
});
