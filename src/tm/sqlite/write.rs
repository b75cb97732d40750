//! Writing the rows of units, within a transaction.

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use sha2::{Digest, Sha256};

use super::index::keep;
use super::{Memory, extra, store_error, turn};
use crate::error::Result;
use crate::unit::{Side, TranslationUnit};

impl Memory {
    /// Does everything that `change` does, and what the index needs for it, in one transaction.
    pub(super) fn in_transaction<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T>,
    ) -> Result<T> {
        self.known.get_mut().clear();
        let transaction = turn::wait(&self.connection, self.on_waiting.as_deref())?;
        let result = change(&transaction)?;
        keep::bring_up(&transaction)?;
        transaction.commit().map_err(store_error)?;
        Ok(result)
    }
}

/// The number of the origin `name` of units that were added, not attached; created where there is none.
pub(super) fn own_origin(connection: &Connection, name: &str) -> rusqlite::Result<i64> {
    let sql = "SELECT id FROM origin WHERE name = ?1 AND NOT attached";
    let found = connection.prepare_cached(sql)?.query_row([name], |row| row.get(0)).optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    connection.execute("INSERT INTO origin (name, attached) VALUES (?1, 0)", [name])?;
    Ok(connection.last_insert_rowid())
}

/// The number of the unit with the same texts and neighbours that was added, not attached.
pub(super) fn own(
    connection: &Connection,
    unit: &TranslationUnit,
) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT unit.id FROM unit JOIN origin ON origin.id = unit.origin
               WHERE fingerprint = ?1 AND NOT attached";
    connection.prepare_cached(sql)?.query_row([fingerprint(unit)], |row| row.get(0)).optional()
}

/// Adds a unit, which must be indexed afterwards; `false` where its origin has it already.
pub(super) fn insert(
    connection: &Connection,
    origin: i64,
    unit: &TranslationUnit,
) -> rusqlite::Result<bool> {
    let sql = "INSERT INTO unit (origin, fingerprint, source_lang, method, persian, english, persian_previous,
                   persian_next, english_previous, english_next, author, date, note, tags, details)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT DO NOTHING";
    let rows = connection.prepare_cached(sql)?.execute(params![
        origin,
        fingerprint(unit),
        unit.source_lang.code(),
        unit.origin.method.name(),
        unit.persian.text,
        unit.english.text,
        unit.persian.previous,
        unit.persian.next,
        unit.english.previous,
        unit.english.next,
        unit.author,
        unit.date.map(jiff::Timestamp::as_second),
        unit.note,
        extra::of_tags(unit)?,
        extra::of_details(unit)?,
    ])?;
    Ok(rows == 1)
}

/// What distinguishes a unit from all others: its texts and their neighbours, not its tags, direction, author or date.
pub(super) fn fingerprint(unit: &TranslationUnit) -> Vec<u8> {
    let mut hash = Sha256::new();
    let mut add = |text: Option<&str>| {
        hash.update(text.map_or(u64::MAX, |t| t.len() as u64).to_le_bytes());
        hash.update(text.unwrap_or_default());
    };
    for Side { text, tags: _, previous, next } in [&unit.persian, &unit.english] {
        add(Some(text));
        add(previous.as_deref());
        add(next.as_deref());
    }
    hash.finalize()[..16].to_vec()
}
