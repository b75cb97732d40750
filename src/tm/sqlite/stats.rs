//! What the memory holds, in numbers.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::Serialize;

use super::{Memory, store_error};
use crate::error::Result;

/// What the memory holds, in numbers of units and bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Statistics {
    /// All units.
    pub units: u64,
    /// How many were translated from each language, by its code.
    pub source_langs: BTreeMap<String, u64>,
    /// How many were made by each method, by its name.
    pub methods: BTreeMap<String, u64>,
    /// How many were last changed in each year (UTC).
    pub years: BTreeMap<i64, u64>,
    /// How many have no date.
    pub undated: u64,
    /// How many say the same as another one in both languages, as they fold.
    pub duplicates: usize,
    /// How many of these can be deleted; those of attached files cannot.
    pub doubles: usize,
    /// How many sources are translated in several ways, as they fold.
    pub conflicts: usize,
    /// The size of the file.
    pub bytes: u64,
    /// How much of that is unused.
    pub free_bytes: u64,
}

impl Memory {
    /// What the memory holds, in numbers; reads all texts.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be read.
    pub fn statistics(&self) -> Result<Statistics> {
        let counted = counted(&self.connection).map_err(|e| self.located(store_error(e)))?;
        let (duplicates, doubles, conflicts) = self.sameness()?;
        Ok(Statistics { duplicates, doubles, conflicts, ..counted })
    }
}

/// What can be counted without reading the texts.
fn counted(connection: &Connection) -> rusqlite::Result<Statistics> {
    let mut statistics = Statistics::default();
    let sql =
        "SELECT source_lang, method, CAST(strftime('%Y', date, 'unixepoch') AS INTEGER), count(*)
               FROM unit GROUP BY 1, 2, 3";
    let mut select = connection.prepare(sql)?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let units: u64 = row.get(3)?;
        statistics.units += units;
        *statistics.source_langs.entry(row.get(0)?).or_default() += units;
        *statistics.methods.entry(row.get(1)?).or_default() += units;
        match row.get(2)? {
            Some(year) => *statistics.years.entry(year).or_default() += units,
            None => statistics.undated += units,
        }
    }
    let sql = "SELECT page_count * page_size, freelist_count * page_size
               FROM pragma_page_count(), pragma_page_size(), pragma_freelist_count()";
    (statistics.bytes, statistics.free_bytes) =
        connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(statistics)
}
