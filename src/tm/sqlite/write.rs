//! Units in: each with the postings by which it is found.

use std::collections::BTreeSet;

use rusqlite::{
    CachedStatement, Connection, OptionalExtension, Transaction, TransactionBehavior, params,
};
use sha2::{Digest, Sha256};

use super::read::{self, UNIT_COLUMNS};
use super::{Memory, store_error};
use crate::error::Result;
use crate::text::{Lang, Words};
use crate::unit::{Side, TranslationUnit};

/// What became of the units that were to be added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// How many were new.
    pub added: u64,
    /// How many were there already: the same texts and neighbours.
    pub present: u64,
}

impl Memory {
    /// Adds `units` under the names of their origins, all of them or, where one is an error, none.
    ///
    /// A unit that was added before under any name is not added again; attached files do not count.
    ///
    /// # Errors
    ///
    /// The first error among the units, or where the memory cannot be written.
    pub fn add(
        &mut self,
        units: impl IntoIterator<Item = Result<TranslationUnit>>,
    ) -> Result<Added> {
        let added = self.in_transaction(|transaction| {
            let mut added = Added::default();
            for unit in units {
                let unit = unit?;
                let origin = own_origin(transaction, &unit.origin.name).map_err(store_error)?;
                if is_present(transaction, &unit).map_err(store_error)? {
                    added.present += 1;
                } else {
                    insert(transaction, origin, &unit).map_err(store_error)?;
                    added.added += 1;
                }
            }
            Ok(added)
        });
        added.map_err(|e| self.located(e))
    }

    /// Makes one change of everything that `change` does.
    pub(super) fn in_transaction<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T>,
    ) -> Result<T> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(store_error)?;
        let result = change(&transaction)?;
        transaction.commit().map_err(store_error)?;
        Ok(result)
    }
}

/// The number of the origin `name` of units that were added, not attached; made where there is none.
fn own_origin(connection: &Connection, name: &str) -> rusqlite::Result<i64> {
    let sql = "SELECT id FROM origin WHERE name = ?1 AND NOT attached";
    let found = connection
        .prepare_cached(sql)?
        .query_row([name], |row| row.get(0))
        .optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    connection.execute("INSERT INTO origin (name, attached) VALUES (?1, 0)", [name])?;
    Ok(connection.last_insert_rowid())
}

fn is_present(connection: &Connection, unit: &TranslationUnit) -> rusqlite::Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM unit JOIN origin ON origin.id = unit.origin
               WHERE fingerprint = ?1 AND NOT attached)";
    connection
        .prepare_cached(sql)?
        .query_row([fingerprint(unit)], |row| row.get(0))
}

/// Adds a unit; `false` where its origin has it already.
pub(super) fn insert(
    connection: &Connection,
    origin: i64,
    unit: &TranslationUnit,
) -> rusqlite::Result<bool> {
    let sql = "INSERT INTO unit (origin, fingerprint, source_lang, method, persian, english, persian_previous,
                   persian_next, english_previous, english_next, author, date, note)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT DO NOTHING";
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
    ])?;
    if rows == 1 {
        index(connection, connection.last_insert_rowid(), unit)?;
    }
    Ok(rows == 1)
}

/// Adds the postings of a unit, in both languages.
fn index(connection: &Connection, id: i64, unit: &TranslationUnit) -> rusqlite::Result<()> {
    let sql = "INSERT INTO posting (lang, token, words, unit) VALUES (?1, ?2, ?3, ?4)";
    let mut insert: CachedStatement<'_> = connection.prepare_cached(sql)?;
    for lang in Lang::ALL {
        let words = Words::of(&unit.side(lang).text, lang);
        let tokens: BTreeSet<&str> = words.tokens().collect();
        let count = i64::try_from(words.len()).unwrap_or(i64::MAX);
        for token in tokens {
            insert.execute(params![lang.code(), token, count, id])?;
        }
    }
    Ok(())
}

/// Makes all postings anew, as a new fold demands.
pub(super) fn reindex(connection: &Connection) -> Result<()> {
    let clear = "DELETE FROM posting; DELETE FROM token;";
    connection.execute_batch(clear).map_err(store_error)?;
    let sql = format!("SELECT {UNIT_COLUMNS} FROM unit JOIN origin ON origin.id = unit.origin");
    let mut select = connection.prepare(&sql).map_err(store_error)?;
    let mut rows = select.query([]).map_err(store_error)?;
    while let Some(row) = rows.next().map_err(store_error)? {
        let candidate = read::candidate(row).map_err(store_error)?;
        index(connection, candidate.id, &candidate.unit).map_err(store_error)?;
    }
    Ok(())
}

/// What tells a unit from all others: its texts and their neighbours, not its direction, author or date.
fn fingerprint(unit: &TranslationUnit) -> Vec<u8> {
    let mut hash = Sha256::new();
    let mut add = |text: Option<&str>| {
        hash.update(text.map_or(u64::MAX, |t| t.len() as u64).to_le_bytes());
        hash.update(text.unwrap_or_default());
    };
    for Side {
        text,
        previous,
        next,
    } in [&unit.persian, &unit.english]
    {
        add(Some(text));
        add(previous.as_deref());
        add(next.as_deref());
    }
    hash.finalize()[..16].to_vec()
}
