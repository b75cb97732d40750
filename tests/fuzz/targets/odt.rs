//! A document of LibreOffice: an archive as it is, or else the XML of its content and, after a NUL byte, that of its
//! styles.
#![no_main]

use hamta::exchange::document::Format;
use hamta_fuzz::{archive, office};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        return office(bytes, Format::Odt);
    }
    let mut halves = bytes.splitn(2, |&byte| byte == 0);
    let content = halves.next().unwrap_or_default();
    let styles = halves.next().unwrap_or(b"<office:document-styles/>");
    office(&archive(&[("content.xml", content), ("styles.xml", styles)]), Format::Odt);
});
