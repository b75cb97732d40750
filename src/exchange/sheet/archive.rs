//! The zip archive that a modern spreadsheet is: opened only where all of it is of a size that can be held.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::workbook::LOCKED;
use crate::error::{Error, Result};

/// The most bytes that all parts of a spreadsheet may have together when they are unpacked.
const MOST: u64 = 256 * 1024 * 1024;

/// The most parts that a spreadsheet may have.
const MOST_PARTS: usize = 10_000;

/// A spreadsheet's parts by name.
pub(super) struct Archive<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Archive<'a> {
    /// Opens the archive and unpacks all of it once, since what it says of its own size may be a lie.
    pub(super) fn open(file: &'a [u8]) -> Result<Self> {
        let mut archive = ZipArchive::new(Cursor::new(file)).map_err(|e| damaged(&e))?;
        if archive.len() > MOST_PARTS {
            return Err(Error::malformed("a spreadsheet with too many parts"));
        }
        let mut room = MOST;
        for index in 0..archive.len() {
            let part = archive.by_index(index).map_err(|e| damaged(&e))?;
            let unpacked = io::copy(&mut part.take(room + 1), &mut io::sink());
            let unpacked = unpacked.map_err(|e| damaged(&ZipError::Io(e)))?;
            room = room.checked_sub(unpacked).ok_or_else(|| {
                Error::malformed("a spreadsheet that is larger than 256 MiB when it is unpacked")
            })?;
        }
        Ok(Self(archive))
    }

    /// The part `name`, unpacked as it is read.
    pub(super) fn part(&mut self, name: &str) -> Result<ZipFile<'_, Cursor<&'a [u8]>>> {
        self.0.by_name(name).map_err(|e| damaged(&e))
    }

    /// Whether there is a part `name`.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.index_for_name(name).is_some()
    }
}

fn damaged(error: &ZipError) -> Error {
    Error::malformed(match error {
        ZipError::UnsupportedArchive(message) if message.contains("assword") => LOCKED.to_owned(),
        ZipError::FileNotFound => "a spreadsheet with a part missing".to_owned(),
        _ => "no spreadsheet, or one that is damaged or cut off".to_owned(),
    })
}
