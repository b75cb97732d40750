//! The units of another memory, added to this one.

use std::collections::HashSet;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::read::{AFTER_UNIT, UNIT_COLUMNS, UNIT_COLUMNS_BEFORE_5, candidate};
use super::{Added, Memory, Occasion, not_a_memory, schema, still, store_error};
use crate::error::{Error, ErrorKind, Result};
use crate::matching::Candidate;

/// What a merge would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merging {
    /// How many units are new, and how many are there already.
    pub units: Added,
    /// The first new ones, with their numbers in the other memory.
    pub first: Vec<Candidate>,
}

impl Memory {
    /// Adds the units of the memory in the file `other`, under the names of their origins, all of them or none.
    ///
    /// A unit is left out where any origin, attached files included, has its texts and neighbours. The other memory is
    /// only read; it may be one of an older program.
    ///
    /// # Errors
    ///
    /// Where the other memory cannot be read, or this one cannot be written; nothing is changed then.
    pub fn merge(&mut self, other: &Path, occasion: &Occasion) -> Result<Added> {
        let source = self.other(other)?;
        self.change(occasion, |making| {
            each_new(making.connection, (&source, other), |unit| making.add(&unit.unit).map(drop))
        })
    }

    /// What [`Memory::merge`] would do now, with the first `most` new units.
    ///
    /// # Errors
    ///
    /// Where one of the two memories cannot be read.
    pub fn merging(&self, other: &Path, most: usize) -> Result<Merging> {
        let source = self.other(other)?;
        let mut first = Vec::new();
        let take = |unit| {
            if first.len() < most {
                first.push(unit);
            }
            Ok(())
        };
        let units = each_new(&self.connection, (&source, other), take);
        let units = units.map_err(|e| self.located(e))?;
        Ok(Merging { units, first })
    }

    /// The other memory, opened for reading.
    fn other(&self, path: &Path) -> Result<Connection> {
        let metadata = path.metadata().map_err(|e| Error::read(path, e))?;
        if !metadata.is_file() {
            return Err(Error::malformed("no file").at(path));
        }
        if self.is_in(path) {
            return Err(Error::refused("this is the memory itself").at(path));
        }
        let opened = match to_write(path) {
            Err(error) if error.is_read_only() => {
                still::to_read(path, |how| of_memory(still::still(path, how)?))
            }
            opened => opened,
        };
        opened.map_err(|error| error.at(path))
    }

    /// Whether the memory is in the file `path`.
    pub(super) fn is_in(&self, path: &Path) -> bool {
        let own = self.path.as_ref().and_then(|own| own.canonicalize().ok());
        own.is_some() && own == path.canonicalize().ok()
    }
}

/// A connection to a memory that may be written: only such a connection clears away what SQLite keeps beside an open
/// memory.
fn to_write(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(store_error)?;
    if connection.is_readonly("main").map_err(store_error)? {
        Err(Error::new(ErrorKind::ReadOnly))
    } else {
        of_memory(connection)
    }
}

/// The connection, if anything was ever stored in its file.
fn of_memory(connection: Connection) -> Result<Connection> {
    match schema::version(&connection)? {
        0 => Err(not_a_memory()),
        _ => Ok(connection),
    }
}

/// Passes to `take` the units of `other`, which is in the file `path`, that `own` does not have.
fn each_new(
    own: &Connection,
    (other, path): (&Connection, &Path),
    mut take: impl FnMut(Candidate) -> rusqlite::Result<()>,
) -> Result<Added> {
    let failed = |e| store_error(e).at(path);
    let columns = match schema::version(other).map_err(|e| e.at(path))? {
        ..5 => UNIT_COLUMNS_BEFORE_5,
        _ => UNIT_COLUMNS,
    };
    let sql = format!(
        "SELECT {columns}, origin.name, fingerprint FROM unit JOIN origin ON origin.id = unit.origin
         ORDER BY unit.id"
    );
    let sql_there = "SELECT EXISTS (SELECT 1 FROM unit WHERE fingerprint = ?1)";
    let mut is_there = own.prepare(sql_there).map_err(store_error)?;
    let mut select = other.prepare(&sql).map_err(failed)?;
    let mut rows = select.query([]).map_err(failed)?;
    let mut taken: HashSet<Vec<u8>> = HashSet::new();
    let mut added = Added::default();
    while let Some(row) = rows.next().map_err(failed)? {
        let fingerprint: Vec<u8> = row.get(AFTER_UNIT + 1).map_err(failed)?;
        let there = is_there.query_row([&fingerprint], |row| row.get(0));
        if taken.contains(&fingerprint) || there.map_err(store_error)? {
            added.present += 1;
            continue;
        }
        let unit = row.get(AFTER_UNIT).and_then(|name| candidate(row, name));
        take(unit.map_err(failed)?).map_err(store_error)?;
        taken.insert(fingerprint);
        added.added += 1;
    }
    Ok(added)
}
