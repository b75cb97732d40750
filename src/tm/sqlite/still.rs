//! Reading a memory whose file cannot be written.

use std::path::Path;
use std::thread;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::copy::{ALL, log_of};
use super::{MOMENT, Memory, Opened, schema, store_error};
use crate::error::Result;

impl Memory {
    /// Opens the memory in the file `path`, which cannot be written, for reading.
    ///
    /// What must be changed before it can be read is changed in a copy, which is gone when the memory is dropped.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read, is no memory, or was written by a newer program.
    pub fn open_to_read(path: &Path) -> Result<Self> {
        to_read(path, |how| Self::still(path, how))
    }

    fn still(path: &Path, how: &str) -> Result<Self> {
        let mut memory = Self::new(still(path, how)?, Some(path.to_owned()), Opened::ToRead);
        if schema::prepare_to_read(&memory.connection)? {
            Ok(memory)
        } else {
            memory.leave_file().map(|()| memory)
        }
    }

    /// Continues with a writable copy of what the file holds, if the file cannot be written.
    pub(super) fn leave_file(&mut self) -> Result<()> {
        if self.opened != Opened::ToRead {
            return Ok(());
        }
        let copied = || -> rusqlite::Result<Connection> {
            let mut copy = Connection::open_in_memory()?;
            let backup = Backup::new(&self.connection, &mut copy)?;
            while backup.step(ALL)? != StepResult::Done {
                thread::sleep(MOMENT);
            }
            drop(backup);
            copy.pragma_update(None, "temp_store", "memory")?;
            Ok(copy)
        };
        let copy = copied().map_err(|e| self.located(store_error(e)))?;
        *self = Self::prepared(copy, self.path.take(), Opened::Nowhere)?;
        Ok(())
    }
}

/// Opens the file `path`, which cannot be written, with `open`, in such a way that nothing is left beside it.
///
/// What SQLite writes beside a file that it reads belongs to the reader, and keeps out those who may write the file. It
/// writes nothing for a file that nobody changes, and nobody does where there is no log. With an empty log the file is
/// complete too.
pub(super) fn to_read<T>(path: &Path, open: impl Fn(&str) -> Result<T>) -> Result<T> {
    let log = log_of(path);
    let nobody_changes_it = || open("immutable=1");
    let opened = if log.exists() {
        match open("mode=ro") {
            Err(error) if error.is_read_only() && is_empty(&log) => nobody_changes_it(),
            opened => opened,
        }
    } else {
        nobody_changes_it()
    };
    opened.map_err(|error| if path.exists() { error.on_reading().at(path) } else { error.at(path) })
}

/// Whether a log holds nothing, or is gone.
fn is_empty(log: &Path) -> bool {
    log.metadata().map_or(true, |log| log.len() == 0)
}

/// A connection to a file that is opened as `how` says.
pub(super) fn still(path: &Path, how: &str) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(uri(path, how), flags).map_err(store_error)
}

/// The URI for a file that SQLite is to open as `how` says.
fn uri(path: &Path, how: &str) -> String {
    let mut uri = "file:".to_owned();
    if path.is_absolute() && path.as_os_str().as_encoded_bytes().starts_with(b"/") {
        uri.push_str("//");
    }
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri + "?" + how
}
