//! Keeping the memory sound: checking it, and making its index anew.

use std::fmt;

use super::index::{check, keep};
use super::read::{AFTER_UNIT, UNIT_COLUMNS, candidate};
use super::write::fingerprint;
use super::{Memory, store_error};
use crate::error::Result;

/// Something that is wrong with a memory, as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// With its file.
    File(String),
    /// With one of its units.
    Unit(String),
    /// With its index, which can be made anew.
    Index(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(what) | Self::Unit(what) | Self::Index(what) => f.write_str(what),
        }
    }
}

impl Memory {
    /// What is wrong with the memory; empty where all is well.
    ///
    /// The file itself is checked, every unit is read, and the index is compared with the units.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be read.
    pub fn check(&mut self) -> Result<Vec<Fault>> {
        let damage = self.damage().map_err(|e| self.located(store_error(e)))?;
        if !damage.is_empty() {
            return Ok(damage.into_iter().map(Fault::File).collect());
        }
        let units = self.damaged_units().map_err(|e| self.located(store_error(e)))?;
        if !units.is_empty() {
            return Ok(units.into_iter().map(Fault::Unit).collect());
        }
        let index = check::faults(&self.connection).map_err(|e| self.located(e))?;
        Ok(index.into_iter().map(Fault::Index).collect())
    }

    /// What SQLite finds wrong with the file.
    fn damage(&self) -> rusqlite::Result<Vec<String>> {
        let mut check = self.connection.prepare("PRAGMA integrity_check")?;
        let said: Vec<String> =
            check.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(said.into_iter().filter(|line| line != "ok").collect())
    }

    /// The units that cannot be read, and those that differ from what was added.
    fn damaged_units(&self) -> rusqlite::Result<Vec<String>> {
        let sql = format!(
            "SELECT {UNIT_COLUMNS}, name, fingerprint FROM unit LEFT JOIN origin ON origin.id = unit.origin
             ORDER BY unit.id"
        );
        let mut select = self.connection.prepare(&sql)?;
        let mut rows = select.query([])?;
        let mut damaged = Vec::new();
        while let Some(row) = rows.next()? {
            let number: i64 = row.get(0)?;
            let read = row
                .get(AFTER_UNIT)
                .and_then(|name| candidate(row, name))
                .and_then(|read| Ok((read.unit, row.get::<_, Vec<u8>>(AFTER_UNIT + 1)?)));
            match read {
                Ok((unit, known)) if fingerprint(&unit) == known => {}
                Ok(_) => damaged.push(format!("unit {number} does not say what it was added with")),
                Err(_) => damaged.push(format!("unit {number} cannot be read")),
            }
        }
        Ok(damaged)
    }

    /// Rebuilds the index from the units.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be written; it is then as it was.
    pub fn reindex(&mut self) -> Result<()> {
        let made = self.in_transaction(|transaction| keep::build(transaction));
        made.map_err(|e| self.located(e))
    }
}
