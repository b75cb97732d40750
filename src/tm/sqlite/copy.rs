//! A copy of the memory's file, and the file itself without its unused space.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::thread;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::{MOMENT, Memory, store_error};
use crate::error::{Error, Result};
use crate::exchange::place;

/// All pages in one step, so that it and writers do not get in each other's way.
pub(super) const ALL: i32 = -1;

/// How large a file was, and is, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shrunk {
    /// Before.
    pub before: u64,
    /// After.
    pub after: u64,
}

impl Memory {
    /// Copies the memory as it is at one moment into the file `path`, whole or not at all, while others may go on using
    /// it.
    ///
    /// # Errors
    ///
    /// Where `path` exists and may not be replaced, is the memory itself or one that is in use, or cannot be written.
    pub fn backup(&self, path: &Path, may_replace: bool) -> Result<()> {
        if self.is_in(path) {
            return Err(Error::refused("this is the memory itself").at(path));
        }
        if log_of(path).exists() {
            return Err(Error::refused("a memory that another program uses").at(path));
        }
        place(path, may_replace, |new| {
            let copy = || -> rusqlite::Result<()> {
                let mut copy = Connection::open(new)?;
                // Nobody uses the copy yet, so it needs no second file beside it.
                copy.pragma_update_and_check(None, "journal_mode", "off", |_| Ok(()))?;
                let backup = Backup::new(&self.connection, &mut copy)?;
                while backup.step(ALL)? != StepResult::Done {
                    thread::sleep(MOMENT);
                }
                Ok(())
            };
            copy().map_err(|e| store_error(e).at(path))?;
            needs_no_log(new).map_err(|e| Error::write(path, e))
        })
    }

    /// Returns unused space in the memory's file to the system.
    ///
    /// # Errors
    ///
    /// Where another program uses the memory, or it cannot be written; it is then as it was.
    pub fn vacuum(&mut self) -> Result<Shrunk> {
        let shrink = || -> rusqlite::Result<Shrunk> {
            let before = size(&self.connection)?;
            self.connection.execute_batch("VACUUM")?;
            self.connection.query_row("PRAGMA wal_checkpoint(truncate)", [], |_| Ok(()))?;
            Ok(Shrunk { before, after: size(&self.connection)? })
        };
        shrink().map_err(|e| self.located(store_error(e)))
    }
}

/// The log that SQLite keeps beside a memory's file while somebody has it open.
pub(super) fn log_of(path: &Path) -> PathBuf {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    log.into()
}

/// Says in the header of a memory's file, which nobody has open, that all of it is in this one file.
///
/// SQLite would open the log beside it first. The two numbers are described in its file format, in section 1.3.3.
fn needs_no_log(path: &Path) -> io::Result<()> {
    let mut file = File::options().write(true).open(path)?;
    file.seek(SeekFrom::Start(18))?;
    file.write_all(&[1, 1])
}

/// The size of a memory's file, in bytes.
fn size(connection: &Connection) -> rusqlite::Result<u64> {
    let sql = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
    connection.query_row(sql, [], |row| row.get(0))
}
