//! Attached files: TMX files whose units the memory holds as long, and just as, they are there.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::index::keep;
use super::{Memory, store_error, write};
use crate::error::{Error, Result};
use crate::exchange::{Problems, tmx};

/// What shows, without reading it, that a file is the one that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    /// Bytes.
    size: i64,
    /// Nanoseconds since 1970.
    modified: i64,
}

/// A file to be attached.
struct Present<'a> {
    path: &'a Path,
    name: String,
    stamp: Stamp,
}

/// A file that is attached.
struct Attached {
    id: i64,
    stamp: Stamp,
    hash: Vec<u8>,
}

impl Memory {
    /// Makes `files`, TMX files with different names, the attached ones: reads those that are new or whose contents
    /// changed, and drops the units of those that are gone.
    ///
    /// `progress` is called with each file that is read, and how many bytes of it have been. Returns the faults that
    /// were found. A memory whose file cannot be written is a copy of it from then on.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read to its end, or the memory cannot be written; nothing is changed then.
    pub fn attach(
        &mut self,
        files: &[PathBuf],
        progress: impl FnMut(&Path, u64),
    ) -> Result<Problems> {
        self.attach_or(files, progress, Err)
    }

    /// Like [`Memory::attach`], for callers that can do without some units: where a file cannot be read to its end, its
    /// units stay as they were when it was last read. Returns the errors of such files, too.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be written; nothing is changed then.
    pub fn attach_readable(
        &mut self,
        files: &[PathBuf],
        progress: impl FnMut(&Path, u64),
    ) -> Result<(Problems, Vec<Error>)> {
        let mut unread = Vec::new();
        let problems = self.attach_or(files, progress, |why| {
            unread.push(why);
            Ok(())
        })?;
        Ok((problems, unread))
    }

    /// Attaches `files`, and asks `pass_over` whether to go on without one that cannot be read.
    fn attach_or(
        &mut self,
        files: &[PathBuf],
        mut progress: impl FnMut(&Path, u64),
        mut pass_over: impl FnMut(Error) -> Result<()>,
    ) -> Result<Problems> {
        let files: Vec<Present<'_>> =
            files.iter().map(|path| Present::new(path)).collect::<Result<_>>()?;
        let attached = attached(&self.connection).map_err(|e| self.located(store_error(e)))?;
        if is_current(&files, &attached) {
            return Ok(Problems::default());
        }
        self.leave_file()?;
        let problems = self.in_transaction(|transaction| {
            let attached = self::attached(transaction).map_err(store_error)?;
            for (name, file) in &attached {
                if files.iter().all(|present| present.name != *name) {
                    detach(transaction, file.id).map_err(store_error)?;
                }
            }
            let mut problems = Problems::default();
            for file in &files {
                let attached = attached.get(&file.name);
                let brought_up =
                    whole(transaction, || bring_up(transaction, file, attached, &mut progress));
                match brought_up {
                    Ok(found) => problems.append(found),
                    Err(error) if error.path() == Some(file.path) => pass_over(error)?,
                    Err(error) => return Err(error),
                }
            }
            keep::let_go(transaction)?;
            Ok(problems)
        });
        problems.map_err(|e| self.located(e))
    }
}

impl<'a> Present<'a> {
    fn new(path: &'a Path) -> Result<Self> {
        let metadata = path.metadata().map_err(|e| Error::read(path, e))?;
        let modified =
            metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let name = path.file_name().unwrap_or(path.as_os_str());
        Ok(Self {
            path,
            name: name.to_string_lossy().into_owned(),
            stamp: Stamp {
                size: i64::try_from(metadata.len()).unwrap_or(i64::MAX),
                modified: modified
                    .map_or(0, |age| i64::try_from(age.as_nanos()).unwrap_or(i64::MAX)),
            },
        })
    }

    fn hash(&self) -> Result<Vec<u8>> {
        let hashed = File::open(self.path).and_then(|file| sha256(BufReader::new(file)));
        hashed.map_err(|e| Error::read(self.path, e))
    }
}

fn sha256(mut input: impl BufRead) -> io::Result<Vec<u8>> {
    let mut hash = Sha256::new();
    loop {
        let block = input.fill_buf()?;
        if block.is_empty() {
            return Ok(hash.finalize().to_vec());
        }
        hash.update(block);
        let length = block.len();
        input.consume(length);
    }
}

/// The attached files, by name.
fn attached(connection: &Connection) -> rusqlite::Result<HashMap<String, Attached>> {
    let sql = "SELECT name, id, size, modified, hash FROM origin WHERE attached";
    let mut select = connection.prepare(sql)?;
    let rows = select.query_map([], |row| {
        let stamp = Stamp { size: row.get(2)?, modified: row.get(3)? };
        let attached = Attached { id: row.get(1)?, stamp, hash: row.get(4)? };
        Ok((row.get(0)?, attached))
    })?;
    rows.collect()
}

/// Whether no file has to be read.
fn is_current(files: &[Present<'_>], attached: &HashMap<String, Attached>) -> bool {
    let same = |file: &Present<'_>| attached.get(&file.name).is_some_and(|a| a.stamp == file.stamp);
    files.len() == attached.len() && files.iter().all(same)
}

fn detach(connection: &Connection, id: i64) -> rusqlite::Result<usize> {
    connection.execute("DELETE FROM origin WHERE id = ?1", [id])
}

/// Makes a change whole or not at all, as a part of a transaction.
fn whole<T>(connection: &Connection, change: impl FnOnce() -> Result<T>) -> Result<T> {
    connection.execute_batch("SAVEPOINT whole").map_err(store_error)?;
    match change() {
        Ok(made) => {
            connection.execute_batch("RELEASE whole").map_err(store_error)?;
            Ok(made)
        }
        Err(error) => {
            // If this fails too, so does the transaction, and the first error says why.
            let _ = connection.execute_batch("ROLLBACK TO whole; RELEASE whole");
            Err(error)
        }
    }
}

/// Reads a file that is new or has changed; one whose contents are the same is only stamped anew.
fn bring_up(
    connection: &Connection,
    file: &Present<'_>,
    attached: Option<&Attached>,
    progress: &mut impl FnMut(&Path, u64),
) -> Result<Problems> {
    if attached.is_some_and(|attached| attached.stamp == file.stamp) {
        return Ok(Problems::default());
    }
    let hash = file.hash()?;
    match attached {
        Some(attached) if attached.hash == hash => {
            let sql = "UPDATE origin SET size = ?2, modified = ?3 WHERE id = ?1";
            let stamp = params![attached.id, file.stamp.size, file.stamp.modified];
            connection.execute(sql, stamp).map_err(store_error)?;
            return Ok(Problems::default());
        }
        Some(attached) => detach(connection, attached.id).map_err(store_error)?,
        None => 0,
    };
    let sql =
        "INSERT INTO origin (name, attached, hash, size, modified) VALUES (?1, 1, ?2, ?3, ?4)";
    let origin = params![file.name, hash, file.stamp.size, file.stamp.modified];
    connection.execute(sql, origin).map_err(store_error)?;
    let id = connection.last_insert_rowid();
    let problems = read(connection, id, file, progress)?;
    let sql = "UPDATE origin SET problems = ?2 WHERE id = ?1";
    connection.execute(sql, params![id, problems.len()]).map_err(store_error)?;
    Ok(problems)
}

/// Adds the units of a file; returns its faults.
fn read(
    connection: &Connection,
    origin: i64,
    file: &Present<'_>,
    progress: &mut impl FnMut(&Path, u64),
) -> Result<Problems> {
    let input = File::open(file.path).map_err(|e| Error::read(file.path, e))?;
    let mut reader = tmx::Reader::new(BufReader::new(input), file.path, &file.name)?;
    let mut problems = Problems::default();
    while let Some(item) = reader.next() {
        match item? {
            tmx::Item::Unit(unit) => {
                write::insert(connection, origin, &unit).map_err(store_error)?;
                progress(file.path, reader.bytes_read());
            }
            tmx::Item::Problem(problem) => problems.push(problem),
        }
    }
    Ok(problems)
}
