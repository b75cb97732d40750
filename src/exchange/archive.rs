//! The zip archive that a modern spreadsheet or document is: opened only if all of it fits into memory.

use std::io::{self, BufReader, Cursor, Read, Write};

use quick_xml::events::Event;
use zip::read::ZipFile;
use zip::result::ZipError;
use zip::{ZipArchive, ZipWriter};

use crate::error::{Error, Result};
use crate::exchange::xml::Events;

/// The most bytes that all parts of an archive may have together when they are unpacked.
const MOST: u64 = 256 * 1024 * 1024;

/// The most parts that an archive may have.
const MOST_PARTS: usize = 10_000;

/// The parts of a spreadsheet or document by name.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    what: &'static str,
}

impl<'a> Archive<'a> {
    /// Opens the archive of a `what`, the word for it in messages (`spreadsheet`), and unpacks all of it once, since
    /// the sizes that it gives may be false.
    pub(super) fn open(file: &'a [u8], what: &'static str) -> Result<Self> {
        let mut zip = ZipArchive::new(Cursor::new(file)).map_err(|e| damaged(&e, what))?;
        if zip.len() > MOST_PARTS {
            return Err(Error::malformed(format!("a {what} with too many parts")));
        }
        let mut room = MOST;
        for index in 0..zip.len() {
            let part = zip.by_index(index).map_err(|e| damaged(&e, what))?;
            let unpacked = io::copy(&mut part.take(room + 1), &mut io::sink());
            let unpacked = unpacked.map_err(|e| damaged(&ZipError::Io(e), what))?;
            room = room.checked_sub(unpacked).ok_or_else(|| {
                Error::malformed(format!(
                    "a {what} that is larger than 256 MiB when it is unpacked"
                ))
            })?;
        }
        Ok(Self { zip, what })
    }

    /// The part `name`, unpacked as it is read.
    pub(super) fn part(&mut self, name: &str) -> Result<ZipFile<'_, Cursor<&'a [u8]>>> {
        let what = self.what;
        self.zip.by_name(name).map_err(|e| damaged(&e, what))
    }

    /// Whether there is a part `name`.
    fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Refuses an encrypted OpenDocument file, as its list of parts shows.
    pub(super) fn refuse_encrypted(&mut self) -> Result<()> {
        const LIST: &str = "META-INF/manifest.xml";
        if !self.has(LIST) {
            return Ok(());
        }
        let what = self.what;
        let mut events = Events::new(BufReader::new(self.part(LIST)?))?;
        loop {
            match events.next()?.0 {
                Event::Start(tag) | Event::Empty(tag)
                    if tag.local_name().as_ref() == "encryption-data" =>
                {
                    return Err(locked(what));
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }
}

/// The archive `file` with other text in the parts that `changed` names; all others are the same, packed as they were.
///
/// `what` is the word for it in messages; all its parts can be unpacked.
pub(super) fn with_parts(file: &[u8], what: &str, changed: &[(&str, &str)]) -> Result<Vec<u8>> {
    let failed = |error| damaged(&error, what);
    let mut zip = ZipArchive::new(Cursor::new(file)).map_err(failed)?;
    let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(file.len())));
    for at in 0..zip.len() {
        let part = zip.by_index_raw(at).map_err(failed)?;
        let mut changed = changed.iter();
        match changed.find(|(name, _)| name.as_bytes() == part.name_raw()) {
            None => out.raw_copy_file(part).map_err(failed)?,
            Some((name, text)) => {
                out.start_file(*name, part.options()).map_err(failed)?;
                let written = out.write_all(text.as_bytes());
                written.map_err(|e| failed(ZipError::Io(e)))?;
            }
        }
    }
    Ok(out.finish().map_err(failed)?.into_inner())
}

fn damaged(error: &ZipError, what: &str) -> Error {
    match error {
        ZipError::UnsupportedArchive(message) if message.contains("assword") => locked(what),
        ZipError::FileNotFound => Error::malformed(format!("a {what} with a part missing")),
        _ => Error::malformed(format!("no {what}, or one that is damaged or cut off")),
    }
}

fn locked(what: &str) -> Error {
    Error::malformed(format!("a {what} with a password; save it without one"))
}
