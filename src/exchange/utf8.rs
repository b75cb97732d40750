//! Files that must be UTF-8.

use std::path::Path;

use encoding_rs::{Encoding, UTF_8};
use simdutf8::compat::from_utf8;

use crate::error::{Error, Result};

/// What files that are no text begin with, what they are, and what to do with them.
const NO_TEXT: [(&[u8], &str); 3] = [
    (
        b"PK\x03\x04",
        "a zip archive; a document is named .docx or .odt, anything else must be unpacked",
    ),
    (b"\x1F\x8B", "compressed by gzip; unpack it"),
    (b"SQLite format 3\0", "a database, as memories of Trados Studio are; export it there as TMX"),
];

/// The text of `bytes`, which were read from `path`.
///
/// # Errors
///
/// They are not UTF-8; the error names the line.
pub fn utf8(bytes: &[u8], path: &Path) -> Result<String> {
    from_utf8(bytes).map(str::to_owned).map_err(|error| {
        // UTF-16 is invalid from its mark on, so a line number would say nothing.
        let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
        if let Some(encoding) = marked.filter(|encoding| *encoding != UTF_8) {
            let name = encoding.name();
            let what = format!("in {name}, as its byte order mark says; save it as UTF-8");
            return Error::malformed(what).at(path);
        }
        let mut others = NO_TEXT.iter();
        if let Some((_, what)) = others.find(|(start, _)| bytes.starts_with(start)) {
            return Error::malformed(format!("no text, but {what}")).at(path);
        }
        let good = &bytes[..error.valid_up_to()];
        let line = good.iter().filter(|&&byte| byte == b'\n').count() + 1;
        Error::malformed("not UTF-8; convert the file first").at(path).on_line(line as u64)
    })
}

/// Whether `bytes` are UTF-8, or most of what is not ASCII in them is: a few bad bytes do not mean another encoding.
pub(in crate::exchange) fn is_mostly_utf8(bytes: &[u8]) -> bool {
    if from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    bad <= good
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_named() {
        let cases: [(&[u8], &str); 5] = [
            (b"\xFF\xFEa\0", "a: in UTF-16LE, as its byte order mark says; save it as UTF-8"),
            (b"a\n\xFF", "a:2: not UTF-8; convert the file first"),
            (
                b"PK\x03\x04\xFF",
                "a: no text, but a zip archive; a document is named .docx or .odt, anything else must be unpacked",
            ),
            (b"\x1F\x8B\x08\xFF", "a: no text, but compressed by gzip; unpack it"),
            (
                b"SQLite format 3\0\xFF",
                "a: no text, but a database, as memories of Trados Studio are; export it there as TMX",
            ),
        ];
        for (bytes, expected) in cases {
            let said = utf8(bytes, Path::new("a")).map_err(|error| error.to_string());
            assert_eq!(said, Err(expected.to_owned()));
        }
    }
}
