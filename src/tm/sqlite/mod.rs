//! A memory in one SQLite file.
//!
//! Everything that changes it is one transaction: when a program is killed, all of a change is there or none of it.
//! Several programs may read while one writes; a second writer waits for the first (`turn`).
//!
//! * The file: its migrations (`schema`), read where it cannot be written (`still`), checked and repaired (`upkeep`),
//!   copied and shrunk (`copy`).
//! * Units in (`write`), out (`read`), chosen (`list`) and counted (`stats`), with what they have besides their texts
//!   (`extra`) and an `index` for the search.
//! * Changes that can be undone (`change`): units added, corrected and deleted (`edit`), duplicates removed (`same`),
//!   another memory merged in (`merge`), an article imported again (`again`), TMX files attached (`attach`).
//! * `shares` gives each core its share of the work.

mod schema;
mod shares;
mod index;
mod extra;
mod read;
mod list;
mod write;
mod change;
mod edit;
mod again;
mod attach;
mod same;
mod merge;
mod stats;
mod copy;
mod still;
mod upkeep;
mod turn;

use std::cell::RefCell;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::ffi::{SQLITE_IOERR_SHMOPEN, SQLITE_IOERR_SHMSIZE};
use rusqlite::{Connection, ErrorCode};

use crate::error::{Error, ErrorKind, Result};

pub use self::change::{Change, ChangeKind, Occasion, Undoing};
pub use self::copy::Shrunk;
pub use self::edit::Added;
use self::index::known::Known;
use self::index::read::Scratch;
use self::index::sketches::Shared;
pub use self::list::{Filter, Listed, Near, Sought};
pub use self::merge::Merging;
pub use self::read::{OriginSummary, Reader};
pub use self::same::Duplicates;
pub use self::stats::Statistics;
pub use self::upkeep::Fault;

/// How long SQLite itself waits for another program, and after how long a writer says that it is waiting.
const MOMENT: Duration = Duration::from_secs(1);

/// The set of units, in one SQLite file or in the computer's memory alone.
pub struct Memory {
    connection: Connection,
    path: Option<PathBuf>,
    opened: Opened,
    on_waiting: Option<Box<dyn Fn() + Send>>,
    scratch: RefCell<Scratch>,
    known: RefCell<Known>,
    sketches: Shared,
    /// The change that holds what this run has aligned.
    aligned: Option<i64>,
}

/// Where a memory is, and what may be done to it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opened {
    /// In no file, or no longer.
    Nowhere,
    /// In its file, to be changed.
    ToChange,
    /// In its file, which cannot be written.
    ToRead,
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Memory {
    /// Opens the memory in the file `path`, creating it where there is none.
    ///
    /// # Errors
    ///
    /// Where the file cannot be opened or written, is no memory, or was written by a newer program.
    pub fn open(path: &Path) -> Result<Self> {
        if path.metadata().is_ok_and(|there| !there.is_file()) {
            return Err(not_a_memory().at(path));
        }
        let connection = Connection::open(path).map_err(|e| store_error(e).at(path))?;
        // SQLite opens a file that cannot be written without an error.
        match connection.is_readonly("main") {
            Ok(false) => Self::prepared(connection, Some(path.to_owned()), Opened::ToChange),
            Ok(true) => Err(Error::new(ErrorKind::ReadOnly).at(path)),
            Err(error) => Err(store_error(error).at(path)),
        }
    }

    /// An empty memory that is gone when it is dropped.
    ///
    /// # Errors
    ///
    /// Where there is not enough room for it.
    pub fn in_memory() -> Result<Self> {
        let connection = Connection::open_in_memory().map_err(store_error)?;
        let nowhere = connection.pragma_update(None, "temp_store", "memory");
        nowhere.map_err(store_error)?;
        Self::prepared(connection, None, Opened::Nowhere)
    }

    /// The same memory, opened once more, so that both can be read at the same time; `None` where it is in no file.
    ///
    /// # Errors
    ///
    /// As for [`Memory::open`].
    pub fn another(&self) -> Result<Option<Self>> {
        let Some(path) = &self.path else {
            return Ok(None);
        };
        let mut another = match self.opened {
            Opened::Nowhere => return Ok(None),
            Opened::ToChange => Self::open(path)?,
            Opened::ToRead => Self::open_to_read(path)?,
        };
        another.sketches = self.sketches.clone();
        Ok(Some(another))
    }

    /// Calls `tell` once whenever a change has to wait for that of another program.
    pub fn on_waiting(&mut self, tell: impl Fn() + Send + 'static) {
        self.on_waiting = Some(Box::new(tell));
    }

    fn prepared(connection: Connection, path: Option<PathBuf>, opened: Opened) -> Result<Self> {
        let mut memory = Self::new(connection, path, opened);
        let prepared = schema::prepare(&mut memory.connection);
        prepared.map_err(|e| memory.located(e))?;
        Ok(memory)
    }

    fn new(connection: Connection, path: Option<PathBuf>, opened: Opened) -> Self {
        Self {
            connection,
            path,
            opened,
            on_waiting: None,
            scratch: RefCell::default(),
            known: RefCell::default(),
            sketches: Shared::default(),
            aligned: None,
        }
    }

    /// The same error, with the memory's file added unless it names one already.
    fn located(&self, error: Error) -> Error {
        match &self.path {
            Some(path) => error.at(path),
            None => error,
        }
    }
}

/// What is said of a memory that cannot be read.
const DAMAGED: &str = "the memory is damaged; put a backup of it in its place, or delete it, which loses what was added to it; the TMX files are read again";

/// An error of SQLite's in the library's own terms.
fn store_error(error: rusqlite::Error) -> Error {
    if is_damage(&error) {
        return Error::malformed(DAMAGED);
    }
    let extended = error.sqlite_error().map(|error| error.extended_code);
    Error::new(match error.sqlite_error_code() {
        // There is no room for what SQLite keeps beside a memory.
        _ if extended == Some(SQLITE_IOERR_SHMSIZE) => no_room(),
        _ if extended == Some(SQLITE_IOERR_SHMOPEN) => ErrorKind::ReadOnly,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => ErrorKind::Busy,
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen) => ErrorKind::ReadOnly,
        Some(ErrorCode::DiskFull) => no_room(),
        Some(ErrorCode::NotADatabase) => return not_a_memory(),
        _ => ErrorKind::Store(Box::new(error)),
    })
}

fn no_room() -> ErrorKind {
    ErrorKind::Write(io::ErrorKind::StorageFull.into())
}

/// Whether the file is not as it was written: SQLite says so, tables or columns that every memory has are not there, or
/// values are of another kind.
fn is_damage(error: &rusqlite::Error) -> bool {
    match error {
        rusqlite::Error::FromSqlConversionFailure(..)
        | rusqlite::Error::IntegralValueOutOfRange(..)
        | rusqlite::Error::InvalidColumnType(..)
        | rusqlite::Error::Utf8Error(..)
        | rusqlite::Error::QueryReturnedNoRows
        | rusqlite::Error::SqlInputError { .. } => true,
        error => matches!(
            error.sqlite_error_code(),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::Unknown)
        ),
    }
}

fn not_a_memory() -> Error {
    Error::malformed("not a memory of hamta's")
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    #[test]
    fn what_a_full_disk_refuses_is_known() {
        for code in [ffi::SQLITE_FULL, SQLITE_IOERR_SHMSIZE] {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            let error = store_error(error);
            assert!(error.is_read_only());
            assert_eq!(error.to_string(), "cannot write: no storage space");
        }
    }
}
