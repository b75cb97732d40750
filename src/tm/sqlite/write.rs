//! Adding, replacing and deleting units: all of a change or none of it.

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use sha2::{Digest, Sha256};

use super::change::Making;
use super::index::keep;
use super::read::{AFTER_UNIT, UNIT_COLUMNS, candidate};
use super::{Memory, Occasion, extra, store_error, turn};
use crate::error::{Error, Result};
use crate::exchange::holdable;
use crate::unit::{Side, TranslationUnit};

/// How many of the units to be added were new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// How many were new.
    pub added: u64,
    /// How many were there already, with the same texts and neighbours.
    pub present: u64,
}

impl Memory {
    /// Adds `units` under the names of their origins, all of them or, where one is an error, none.
    ///
    /// A unit that was added before under any name is not added again; attached files do not count. If it had neither
    /// tags nor details, because it came from a program or a file without any, it gets those of the new one.
    ///
    /// # Errors
    ///
    /// The first error among the units, a unit with a character that no file of units can contain, or where the memory
    /// cannot be written.
    pub fn add(
        &mut self,
        units: impl IntoIterator<Item = Result<TranslationUnit>>,
    ) -> Result<Added> {
        self.add_on(&Occasion::default(), units)
    }

    /// Like [`Memory::add`]; the change is remembered by `occasion`.
    ///
    /// # Errors
    ///
    /// As for [`Memory::add`].
    pub fn add_on(
        &mut self,
        occasion: &Occasion,
        units: impl IntoIterator<Item = Result<TranslationUnit>>,
    ) -> Result<Added> {
        self.change(occasion, |making| {
            let mut added = Added::default();
            for (number, unit) in (1..).zip(units) {
                let unit = unit?;
                holdable::check(&unit, number)?;
                match own(making.connection, &unit).map_err(store_error)? {
                    Some(present) => {
                        complete(making, present, unit).map_err(store_error)?;
                        added.present += 1;
                    }
                    None => {
                        making.add(&unit).map_err(store_error)?;
                        added.added += 1;
                    }
                }
            }
            Ok(added)
        })
    }

    /// Deletes the units with these numbers; returns how many there were. Those of attached files stay.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be written; none is deleted then.
    pub fn delete(&mut self, units: &[i64], occasion: &Occasion) -> Result<usize> {
        self.change(occasion, |making| {
            let removed = units.iter().map(|&unit| making.remove(unit).map(usize::from));
            removed.sum::<rusqlite::Result<usize>>().map_err(store_error)
        })
    }

    /// Puts `unit` in place of the unit `number`; returns its number, which is a new one.
    ///
    /// # Errors
    ///
    /// Where `unit` has a character that no file of units can contain, there is no unit `number`, it comes from an
    /// attached file, another unit has the same texts and neighbours, or the memory cannot be written; nothing is
    /// changed then.
    pub fn edit(
        &mut self,
        number: i64,
        unit: &TranslationUnit,
        occasion: &Occasion,
    ) -> Result<i64> {
        self.change(occasion, |making| {
            holdable::check(unit, 1)?;
            if !making.remove(number).map_err(store_error)? {
                return Err(Error::refused(format!("no unit {number} that can be edited")));
            }
            match own(making.connection, unit).map_err(store_error)? {
                Some(other) => {
                    Err(Error::refused(format!("unit {other} has the same texts and neighbours")))
                }
                None => making.add(unit).map_err(store_error),
            }
        })
    }

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

/// Gives the tags and details of `unit` to the unit `number`, which says the same, if that has neither.
pub(super) fn complete(
    making: &Making<'_>,
    number: i64,
    unit: TranslationUnit,
) -> rusqlite::Result<()> {
    if !has_extra(&unit) {
        return Ok(());
    }
    let sql = format!(
        "SELECT {UNIT_COLUMNS}, origin.name FROM unit JOIN origin ON origin.id = unit.origin
         WHERE unit.id = ?1"
    );
    let mut select = making.connection.prepare_cached(&sql)?;
    let present = select.query_row([number], |row| candidate(row, row.get(AFTER_UNIT)?))?;
    let mut completed = present.unit;
    if has_extra(&completed) {
        return Ok(());
    }
    completed.persian.tags = unit.persian.tags;
    completed.english.tags = unit.english.tags;
    completed.details = unit.details;
    making.remove(number)?;
    making.add(&completed).map(drop)
}

/// Whether a unit has tags or details.
fn has_extra(unit: &TranslationUnit) -> bool {
    let has_tags = !unit.persian.tags.is_empty() || !unit.english.tags.is_empty();
    has_tags || unit.details.is_some()
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
