//! A memory in a file that cannot be written, read all the same.

use std::path::Path;
use std::thread;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::copy::{ALL, log_of};
use super::{MOMENT, Memory, Opened, schema, store_error};
use crate::error::Result;

impl Memory {
    /// Opens the memory in the file `path`, which cannot be written, to be read.
    ///
    /// What must be changed before it can be read is changed in a copy, which is gone when it is dropped.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read, is no memory, or was written by a newer program.
    pub fn open_to_read(path: &Path) -> Result<Self> {
        match Self::still(path, "mode=ro") {
            // SQLite writes beside a file that it reads, but for one that nobody changes: none does where it has no log.
            Err(error) if error.is_read_only() && !log_of(path).exists() => {
                Self::still(path, "immutable=1")
            }
            opened => opened,
        }
    }

    fn still(path: &Path, how: &str) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_URI
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(uri(path, how), flags);
        let connection = connection.map_err(|e| store_error(e).at(path))?;
        let mut memory = Self::new(connection, Some(path.to_owned()), Opened::ToRead);
        match schema::prepare_to_read(&memory.connection) {
            Ok(true) => Ok(memory),
            Ok(false) => memory.leave_file().map(|()| memory),
            Err(error) => Err(error.at(path)),
        }
    }

    /// Goes on with a copy of what the file holds, where it cannot be written; the copy can be.
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

/// What SQLite calls a file that it is to open in a certain way.
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
