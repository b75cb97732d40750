//! Encoding a text again as the file that it came from was encoded.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// The bytes of `text` in `encoding`, after a byte order mark if the file had one; `None` if the encoding does not have
/// all of its letters.
pub(super) fn encoded(text: &str, encoding: &'static Encoding, has_mark: bool) -> Option<Vec<u8>> {
    let (bytes, is_whole) = as_xml(text, encoding, has_mark);
    is_whole.then_some(bytes)
}

/// The same in XML, where letters that the encoding does not have become references; also whether it has all.
pub(super) fn as_xml(text: &str, encoding: &'static Encoding, has_mark: bool) -> (Vec<u8>, bool) {
    let mark = if has_mark { "\u{FEFF}" } else { "" };
    let units = || mark.encode_utf16().chain(text.encode_utf16());
    if encoding == UTF_16LE {
        return (units().flat_map(u16::to_le_bytes).collect(), true);
    }
    if encoding == UTF_16BE {
        return (units().flat_map(u16::to_be_bytes).collect(), true);
    }
    let (bytes, _, has_gaps) = encoding.encode(text);
    (([mark.as_bytes(), &bytes]).concat(), !has_gaps)
}
