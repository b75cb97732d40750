//! The archive of a document: its parts as text, and the same archive with other parts.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::{Error, Result};
use crate::exchange::archive::{Archive, with_parts};
use crate::exchange::xml::content::shown;

/// The first bytes of the container of old Word documents, and of those with a password.
const OLD: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// The most MiB of a part that is read: many times the length of a long book.
const MOST: u64 = 64;

/// A document's file, whose parts can all be unpacked.
#[derive(Clone, Debug)]
pub(in crate::exchange) struct Package {
    file: Vec<u8>,
}

impl Package {
    /// Opens `file` and looks at all its parts.
    pub(in crate::exchange) fn open(file: Vec<u8>) -> Result<Self> {
        if file.starts_with(OLD) {
            return Err(Error::malformed(
                "an old document, or one with a password; save it as a new one without",
            ));
        }
        Archive::open(&file, "document")?.refuse_encrypted()?;
        let package = Self { file };
        let mut zip = package.zip()?;
        for at in 0..zip.len() {
            let part = zip.by_index_raw(at).map_err(|e| unreadable(&e))?;
            let name = String::from_utf8_lossy(part.name_raw());
            if is_outside(&name) {
                return Err(Error::malformed(format!(
                    "a document with a part outside itself: {}",
                    shown(&name)
                )));
            }
        }
        Ok(package)
    }

    /// The part `name` as text, without a byte order mark; `None` where there is none.
    pub(super) fn text(&self, name: &str) -> Result<Option<String>> {
        let mut zip = self.zip()?;
        if zip.index_for_name(name).is_none() {
            return Ok(None);
        }
        let part = zip.by_name(name).map_err(|e| unreadable(&e))?;
        let room = MOST * 1024 * 1024;
        let mut bytes = Vec::new();
        let read = part.take(room + 1).read_to_end(&mut bytes);
        if read.map_err(|e| fault(name, &e.to_string()))? as u64 > room {
            return Err(fault(name, &format!("larger than {MOST} MiB")));
        }
        let text = String::from_utf8(bytes).map_err(|_| fault(name, "not UTF-8"))?;
        Ok(Some(match text.strip_prefix('\u{FEFF}') {
            Some(rest) => rest.to_owned(),
            None => text,
        }))
    }

    /// The part `name`, without which the file is not a document.
    pub(in crate::exchange) fn needed(&self, name: &str) -> Result<String> {
        let missing = || Error::malformed(format!("a document without its part {name}"));
        self.text(name)?.ok_or_else(missing)
    }

    /// The file as it was opened.
    pub(super) fn file(&self) -> &[u8] {
        &self.file
    }

    /// The same archive with other text in the parts that `changed` names; all others are the same, packed as they
    /// were.
    pub(super) fn with(&self, changed: &[(&str, &str)]) -> Result<Vec<u8>> {
        if changed.is_empty() {
            return Ok(self.file.clone());
        }
        with_parts(&self.file, "document", changed)
    }

    fn zip(&self) -> Result<ZipArchive<Cursor<&[u8]>>> {
        ZipArchive::new(Cursor::new(self.file.as_slice())).map_err(|e| unreadable(&e))
    }
}

/// Whether the name of a part leads out of the archive.
fn is_outside(name: &str) -> bool {
    let is_separator = |c| matches!(c, '/' | '\\');
    name.starts_with(is_separator) || name.split(is_separator).any(|step| step == "..")
}

/// The error for a part: `word/document.xml: not UTF-8`.
pub(in crate::exchange) fn fault(part: &str, what: &str) -> Error {
    Error::malformed(format!("{}: {what}", shown(part)))
}

fn unreadable(_: &ZipError) -> Error {
    Error::malformed("no document, or one that is damaged or cut off")
}
