//! Keeping the memory sound: checking it, and making its index anew.

use super::index::{check, keep};
use super::{Memory, store_error};
use crate::error::Result;

impl Memory {
    /// What is wrong with the memory, a sentence each; nothing where all is well.
    ///
    /// The file itself is looked through, and the index is held against the units.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be read.
    pub fn check(&mut self) -> Result<Vec<String>> {
        let found = self
            .damage()
            .map_err(store_error)
            .and_then(|damage| match damage.is_empty() {
                true => check::faults(&self.connection),
                false => Ok(damage),
            });
        found.map_err(|e| self.located(e))
    }

    /// What SQLite finds wrong with the file.
    fn damage(&self) -> rusqlite::Result<Vec<String>> {
        let mut check = self.connection.prepare("PRAGMA integrity_check")?;
        let said: Vec<String> = check
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(said.into_iter().filter(|line| line != "ok").collect())
    }

    /// Makes the index anew from the units.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be written; it is as it was then.
    pub fn reindex(&mut self) -> Result<()> {
        let made = self.in_transaction(|transaction| keep::build(transaction));
        made.map_err(|e| self.located(e))
    }
}
