//! The encoding of a page, read and written.

use std::borrow::Cow;
use std::path::Path;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};

use crate::error::{Error, Result};
use crate::exchange::encoded::as_xml;
use crate::exchange::utf8::{is_mostly_utf8, utf8};

/// How much of a file is searched for its encoding.
const HEAD: usize = 4096;

/// The encoding of a file.
#[derive(Clone, Copy, Debug)]
pub(in crate::exchange) struct Charset {
    encoding: &'static Encoding,
    /// Whether it begins with a byte order mark.
    has_mark: bool,
    /// Whether the content of the file can name its encoding, as in a page.
    is_said: bool,
    /// Whether it is only a guess.
    is_guessed: bool,
}

impl Charset {
    /// The text of the file `path`, and its encoding: what a byte order mark says, or `<meta>`, or the declaration of
    /// XML; without them UTF-8, or Windows-1256 if most of it is not that.
    ///
    /// # Errors
    ///
    /// It is not in the encoding that it names, or in one that has several ways to write the same text.
    pub(in crate::exchange) fn read(bytes: &[u8], path: &Path) -> Result<(String, Self)> {
        let (encoding, mark) = said(bytes);
        let is_guessed = mark == 0 && declared(bytes).is_none();
        if is_guessed && encoding == UTF_8 {
            // A page that names no encoding cannot contradict it; this error names the line.
            utf8(bytes, path)?;
        }
        let charset = Self { encoding, has_mark: mark > 0, is_said: true, is_guessed };
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
        let text = text.map(Cow::into_owned);
        match text.filter(|text| charset.bytes(text) == bytes) {
            Some(text) => Ok((text, charset)),
            None => {
                let told = format!("not in {}, in which it says to be", encoding.name());
                Err(Error::malformed(told).at(path))
            }
        }
    }

    /// The text of the file `path`, which must be UTF-8.
    ///
    /// # Errors
    ///
    /// It is not UTF-8.
    pub(in crate::exchange::document) fn utf8(bytes: &[u8], path: &Path) -> Result<(String, Self)> {
        let mut text = utf8(bytes, path)?;
        let has_mark = text.starts_with('\u{FEFF}');
        if has_mark {
            text.remove(0);
        }
        let charset = Self { encoding: UTF_8, has_mark, is_said: false, is_guessed: false };
        Ok((text, charset))
    }

    /// The text in the encoding; a character that it does not have becomes a character reference.
    ///
    /// # Errors
    ///
    /// As a page it would be taken to be in another encoding.
    pub(in crate::exchange::document) fn write(self, text: &str) -> Result<Vec<u8>> {
        let bytes = self.bytes(text);
        let (taken, _) = said(&bytes);
        if !self.is_said || taken == self.encoding || bytes.is_ascii() {
            Ok(bytes)
        } else {
            let [own, taken] = [self.encoding, taken].map(Encoding::name);
            let told = format!("with another text the page, in {own}, says to be in {taken}");
            Err(Error::refused(told))
        }
    }

    /// The name of the encoding if it is a guess other than UTF-8.
    pub(in crate::exchange::document) fn guessed(self) -> Option<&'static str> {
        (self.is_guessed && self.encoding != UTF_8).then(|| self.encoding.name())
    }

    fn bytes(self, text: &str) -> Vec<u8> {
        as_xml(text, self.encoding, self.has_mark).0
    }

    /// Whether the file is its text, byte for byte.
    pub(in crate::exchange::document) fn is_plain(self) -> bool {
        self.encoding == UTF_8 && !self.has_mark
    }
}

/// The encoding that a page says it is in, or seems to be in, and how long its byte order mark is.
fn said(bytes: &[u8]) -> (&'static Encoding, usize) {
    match Encoding::for_bom(bytes) {
        Some(found) => found,
        None => (declared(bytes).unwrap_or_else(|| guessed(bytes)), 0),
    }
}

/// The encoding of a file that does not name it.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    if is_mostly_utf8(bytes) { UTF_8 } else { WINDOWS_1256 }
}

/// The encoding that `<meta>` or the declaration of XML names.
///
/// The name could be read byte by byte, so a file that calls itself UTF-16 is UTF-8.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let declaration = head.starts_with(b"<?xml").then_some(("<?xml", "encoding"));
    let label = [declaration, Some(("<meta", "charset"))]
        .into_iter()
        .flatten()
        .find_map(|(tag, name)| label(&head, tag.as_bytes(), name.as_bytes()))?;
    let encoding = Encoding::for_label_no_replacement(label)?;
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// The value that a tag gives for `name`, in an attribute or within one.
fn label<'a>(head: &'a [u8], tag: &[u8], name: &[u8]) -> Option<&'a [u8]> {
    let mut rest = head;
    while let Some(start) = find(rest, tag) {
        let inside = &rest[start..];
        let end = inside.iter().position(|&byte| byte == b'>')?;
        rest = &inside[end..];
        let Some(at) = find(&inside[..end], name) else {
            continue;
        };
        let value = inside[at + name.len()..end].trim_ascii_start();
        let Some(value) = value.strip_prefix(b"=") else {
            continue;
        };
        let value = value.trim_ascii_start();
        let value = value.strip_prefix(b"\"").or(value.strip_prefix(b"'")).unwrap_or(value);
        let end = value.iter().position(|byte| b"\"'; \t\r\n/?".contains(byte));
        return Some(&value[..end.unwrap_or(value.len())]);
    }
    None
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}
