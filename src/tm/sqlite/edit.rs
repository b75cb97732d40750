//! Adding, replacing and deleting units: all of a change or none of it.

use super::change::Making;
use super::read::{AFTER_UNIT, UNIT_COLUMNS, candidate};
use super::write::own;
use super::{Memory, Occasion, store_error};
use crate::error::{Error, Result};
use crate::exchange::holdable;
use crate::unit::TranslationUnit;

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
