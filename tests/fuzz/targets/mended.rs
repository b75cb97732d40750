//! A file after a letter that says its format and a digit: words of its translations can be changed, and nothing else
//! is.
#![no_main]

use hamta::exchange::bilingual::Format;
use hamta::exchange::document;
use hamta_fuzz::mended::{mended_office, mended_units};
use hamta_fuzz::{archive, docx};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let [format, from, file @ ..] = bytes else {
        return;
    };
    let from = usize::from(from % 4);
    match format {
        b't' => mended_units(file, Format::Tmx, from),
        b'x' => mended_units(file, Format::Xliff, from),
        b'p' => mended_units(file, Format::Po, from),
        b'c' => mended_units(file, Format::Table, from),
        b'd' => {
            let file = docx(file, b"<w:footnotes/>");
            mended_office(&file, document::Format::Docx, from);
        }
        b'o' => {
            let styles = b"<office:document-styles/>";
            let file = archive(&[("content.xml", file), ("styles.xml", styles)]);
            mended_office(&file, document::Format::Odt, from);
        }
        _ => {}
    }
});
