//! Changes: what a user did to the units, kept so that it can be undone.
//!
//! A unit never changes under its number: an edit removes it and adds another, and new units always have higher numbers
//! than all before them. So a change is undone by removing the units that it added and putting back those that it
//! removed, under their old numbers. The index still names these, unless it was rebuilt meanwhile; then it is rebuilt
//! once more.

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

use super::index::keep;
use super::read::{AFTER_UNIT, UNIT_COLUMNS, candidate};
use super::{Memory, store_error, write};
use crate::error::{Error, Result};
use crate::matching::Candidate;
use crate::unit::TranslationUnit;

/// How many changes can be undone.
const KEPT: i64 = 10;

/// What a change was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChangeKind {
    /// One unit was added.
    #[default]
    Add,
    /// The units of files were added.
    Import,
    /// The units of articles that were aligned were added.
    Align,
    /// A unit was corrected.
    Edit,
    /// Units were deleted.
    Delete,
    /// Units that say the same as others were deleted.
    Dedupe,
    /// The units of another memory were added.
    Merge,
}

impl ChangeKind {
    const ALL: [Self; 7] =
        [Self::Add, Self::Import, Self::Align, Self::Edit, Self::Delete, Self::Dedupe, Self::Merge];

    /// The word for it in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Import => "import",
            Self::Align => "align",
            Self::Edit => "edit",
            Self::Delete => "delete",
            Self::Dedupe => "dedupe",
            Self::Merge => "merge",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What a change is remembered by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Occasion {
    /// What it is.
    pub kind: ChangeKind,
    /// What it was about: files, a segment; may be empty.
    pub about: String,
    /// When, to the second.
    pub date: Option<Timestamp>,
}

/// A change that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its number in the memory.
    pub number: i64,
    /// What it is remembered by.
    pub occasion: Occasion,
    /// How many units it added.
    pub added: u64,
    /// How many units it removed.
    pub removed: u64,
}

/// What undoing changes would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undoing {
    /// How many units go.
    pub going: u64,
    /// How many units come back.
    pub coming: u64,
    /// The first ones that go.
    pub first_going: Vec<Candidate>,
    /// The first ones that come back, as they were.
    pub first_coming: Vec<Candidate>,
}

impl Memory {
    /// The changes that can be undone, the newest first.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be read.
    pub fn changes(&self) -> Result<Vec<Change>> {
        changes(&self.connection).map_err(|e| self.located(store_error(e)))
    }

    /// What undoing the changes from the newest one back to this number would do, with the first `most` units.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be read.
    pub fn undoing(&self, oldest: i64, most: usize) -> Result<Undoing> {
        let count = |of: &str| -> rusqlite::Result<u64> {
            let sql = format!("SELECT count(*) FROM {of}");
            self.connection.query_row(&sql, [oldest], |row| row.get(0))
        };
        let first = |of: &str| -> rusqlite::Result<Vec<Candidate>> {
            let sql = format!(
                "SELECT {UNIT_COLUMNS}, (SELECT name FROM origin WHERE origin.id = unit.origin)
                 FROM {of} ORDER BY unit.id LIMIT ?2"
            );
            let mut select = self.connection.prepare(&sql)?;
            let units = select
                .query_map(params![oldest, most], |row| candidate(row, row.get(AFTER_UNIT)?))?;
            units.collect()
        };
        let read = || -> rusqlite::Result<Undoing> {
            Ok(Undoing {
                going: count(GOING)?,
                coming: count(COMING)?,
                first_going: first(GOING)?,
                first_coming: first(COMING)?,
            })
        };
        read().map_err(|e| self.located(store_error(e)))
    }

    /// Undoes `changes`, the newest ones that [`Memory::changes`] returned, all of them or none.
    ///
    /// # Errors
    ///
    /// Where they are not the newest any more, or the memory cannot be written; nothing is undone then.
    pub fn undo(&mut self, changes: &[Change]) -> Result<()> {
        let undone = self.in_transaction(|connection| {
            if !self::changes(connection).map_err(store_error)?.starts_with(changes) {
                return Err(Error::refused(
                    "another program has changed the memory meanwhile; nothing is undone",
                ));
            }
            match changes.last() {
                Some(oldest) => undo(connection, oldest.number),
                None => Ok(()),
            }
        });
        undone.map_err(|e| self.located(e))
    }

    /// Makes everything that `make` does one change, which can be undone.
    pub(super) fn change<T>(
        &mut self,
        occasion: &Occasion,
        make: impl FnOnce(&Making<'_>) -> Result<T>,
    ) -> Result<T> {
        let aligned = self.aligned;
        let changed = self.in_transaction(|connection| {
            let number = begin(connection, occasion, aligned).map_err(store_error)?;
            let made = make(&Making { connection, number })?;
            let has_removed = end(connection, number).map_err(store_error)?;
            if has_removed {
                keep::let_go(connection)?;
            }
            Ok((made, number))
        });
        let (made, number) = changed.map_err(|e| self.located(e))?;
        self.aligned = (occasion.kind == ChangeKind::Align).then_some(number);
        Ok(made)
    }
}

/// A change that is being made.
pub(super) struct Making<'c> {
    /// The memory, within the transaction.
    pub(super) connection: &'c Connection,
    number: i64,
}

impl Making<'_> {
    /// Adds a unit under the name of its origin; returns its number.
    pub(super) fn add(&self, unit: &TranslationUnit) -> rusqlite::Result<i64> {
        let origin = write::own_origin(self.connection, &unit.origin.name)?;
        write::insert(self.connection, origin, unit)?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Removes a unit, unless it comes from an attached file; returns whether it was there.
    pub(super) fn remove(&self, unit: i64) -> rusqlite::Result<bool> {
        let sql = format!(
            "INSERT INTO removed_unit (change, {COLUMNS}) SELECT ?1, {COLUMNS} FROM unit
             WHERE id = ?2 AND origin IN (SELECT id FROM origin WHERE NOT attached)"
        );
        let mut keep = self.connection.prepare_cached(&sql)?;
        if keep.execute([self.number, unit])? == 0 {
            return Ok(false);
        }
        let mut delete = self.connection.prepare_cached("DELETE FROM unit WHERE id = ?1")?;
        Ok(delete.execute([unit])? == 1)
    }
}

/// All that is kept of a unit.
const COLUMNS: &str =
    "id, origin, fingerprint, source_lang, method, persian, english, persian_previous, persian_next,
    english_previous, english_next, author, date, note, tags, details";

/// The number of a new change; everything that one run aligns is one change, `aligned`, as long as no other came after
/// it.
fn begin(
    connection: &Connection,
    occasion: &Occasion,
    aligned: Option<i64>,
) -> rusqlite::Result<i64> {
    if occasion.kind == ChangeKind::Align {
        let newest: Option<i64> =
            connection.query_row("SELECT max(id) FROM change", [], |row| row.get(0))?;
        if let (Some(number), true) = (aligned, newest == aligned) {
            return Ok(number);
        }
    }
    let sql = "INSERT INTO change (kind, about, date, first, added, removed, indexed)
               VALUES (?1, ?2, ?3, 1 + coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'unit'), 0), 0, 0, 1)";
    let date = occasion.date.map(Timestamp::as_second);
    connection.execute(sql, params![occasion.kind.name(), occasion.about, date])?;
    Ok(connection.last_insert_rowid())
}

/// Counts what a change did, and forgets it where that is nothing; returns whether it removed any units.
fn end(connection: &Connection, number: i64) -> rusqlite::Result<bool> {
    let count = "UPDATE change SET
                     added = (SELECT count(*) FROM unit WHERE id >= first
                              AND origin IN (SELECT id FROM origin WHERE NOT attached)),
                     removed = (SELECT count(*) FROM removed_unit WHERE change = ?1)
                 WHERE id = ?1 RETURNING added, removed";
    let counted = connection.query_row(count, [number], |row| Ok((row.get(0)?, row.get(1)?)));
    let (added, removed): (u64, u64) = counted?;
    if added + removed == 0 {
        connection.execute("DELETE FROM change WHERE id = ?1", [number])?;
    }
    let sql =
        "DELETE FROM change WHERE id NOT IN (SELECT id FROM change ORDER BY id DESC LIMIT ?1)";
    connection.execute(sql, [KEPT])?;
    Ok(removed > 0)
}

/// The units that go when the changes from the newest one back to number ?1 are undone: all that it and the changes
/// after it added and did not remove. What attached files brought in meanwhile stays.
const GOING: &str = "unit WHERE id >= (SELECT first FROM change WHERE id = ?1)
    AND origin IN (SELECT id FROM origin WHERE NOT attached)";

/// The units that come back then: all that they removed, except those that they had added.
const COMING: &str =
    "removed_unit AS unit WHERE change >= ?1 AND id < (SELECT first FROM change WHERE id = ?1)";

/// Undoes the changes from the newest one back to number `oldest`.
fn undo(connection: &Connection, oldest: i64) -> Result<()> {
    let undone = || -> rusqlite::Result<bool> {
        connection.execute(&format!("DELETE FROM {GOING}"), [oldest])?;
        let sql =
            format!("INSERT INTO unit ({COLUMNS}) SELECT {COLUMNS} FROM {COMING} ORDER BY id");
        connection.execute(&sql, [oldest])?;
        let sql = "SELECT min(indexed OR removed = 0) FROM change WHERE id >= ?1";
        let is_indexed = connection.query_row(sql, [oldest], |row| row.get(0))?;
        connection.execute("DELETE FROM change WHERE id >= ?1", [oldest])?;
        Ok(is_indexed)
    };
    if undone().map_err(store_error)? { keep::let_go(connection) } else { keep::build(connection) }
}

fn changes(connection: &Connection) -> rusqlite::Result<Vec<Change>> {
    let sql = "SELECT id, kind, about, date, added, removed FROM change ORDER BY id DESC";
    let change = |row: &Row<'_>| {
        let date: Option<i64> = row.get(3)?;
        Ok(Change {
            number: row.get(0)?,
            occasion: Occasion {
                kind: ChangeKind::from_name(row.get_ref(1)?.as_str()?).unwrap_or_default(),
                about: row.get(2)?,
                date: date.and_then(|second| Timestamp::from_second(second).ok()),
            },
            added: row.get(4)?,
            removed: row.get(5)?,
        })
    };
    let mut select = connection.prepare(sql)?;
    let changes = select.query_map([], change)?;
    changes.collect()
}
