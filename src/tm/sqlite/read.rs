//! Units out: by their words, or all of them.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};
use serde::Serialize;

use super::{Memory, store_error};
use crate::error::Result;
use crate::matching::Candidate;
use crate::text::Lang;
use crate::tm::Store;
use crate::unit::{Method, Origin, Side, TranslationUnit};

/// What [`candidate`] reads, of `unit` joined with its `origin`.
pub(super) const UNIT_COLUMNS: &str =
    "unit.id, source_lang, method, persian, english, persian_previous, persian_next,
    english_previous, english_next, author, date, note, origin.name";

/// Where units of a memory come from, and how many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OriginSummary {
    /// The name of the file, or the name under which they were added.
    pub name: String,
    /// Whether it is a file of the project, which the memory follows.
    pub attached: bool,
    /// How many units.
    pub units: u64,
    /// How many faults the file had when it was read.
    pub problems: u64,
}

impl Store for Memory {
    fn frequencies(&self, lang: Lang, tokens: &[&str]) -> Result<Vec<u64>> {
        let frequency = |token: &&str| -> rusqlite::Result<u64> {
            let sql = "SELECT units FROM token WHERE lang = ?1 AND token = ?2";
            let mut select = self.connection.prepare_cached(sql)?;
            let units = select
                .query_row([lang.code(), token], |row| row.get(0))
                .optional()?;
            Ok(units.unwrap_or(0))
        };
        let frequencies: rusqlite::Result<_> = tokens.iter().map(frequency).collect();
        frequencies.map_err(|e| self.located(store_error(e)))
    }

    fn holding(
        &self,
        lang: Lang,
        tokens: &[String],
        words: RangeInclusive<usize>,
    ) -> Result<Vec<Candidate>> {
        let candidates = self
            .numbers_holding(lang, tokens, words)
            .and_then(|ids| ids.into_iter().map(|id| self.unit(id)).collect());
        candidates.map_err(|e| self.located(store_error(e)))
    }
}

impl Memory {
    fn numbers_holding(
        &self,
        lang: Lang,
        tokens: &[String],
        words: RangeInclusive<usize>,
    ) -> rusqlite::Result<BTreeSet<i64>> {
        let [least, most] =
            [words.start(), words.end()].map(|&n| i64::try_from(n).unwrap_or(i64::MAX));
        let sql =
            "SELECT unit FROM posting WHERE lang = ?1 AND token = ?2 AND words BETWEEN ?3 AND ?4";
        let mut select = self.connection.prepare_cached(sql)?;
        let mut numbers = BTreeSet::new();
        for token in tokens {
            for id in
                select.query_map(params![lang.code(), token, least, most], |row| row.get(0))?
            {
                numbers.insert(id?);
            }
        }
        Ok(numbers)
    }

    fn unit(&self, id: i64) -> rusqlite::Result<Candidate> {
        let sql = format!(
            "SELECT {UNIT_COLUMNS} FROM unit JOIN origin ON origin.id = unit.origin WHERE unit.id = ?1"
        );
        self.connection
            .prepare_cached(&sql)?
            .query_row([id], candidate)
    }

    /// Gives every unit to `take`, those of the origin `origin` alone where one is named, in the order of their numbers.
    ///
    /// # Errors
    ///
    /// The first error of `take`, or where the memory cannot be read.
    pub fn each(
        &self,
        origin: Option<&str>,
        mut take: impl FnMut(Candidate) -> Result<()>,
    ) -> Result<()> {
        let failed = |e| self.located(store_error(e));
        let sql = format!(
            "SELECT {UNIT_COLUMNS} FROM unit JOIN origin ON origin.id = unit.origin
             WHERE ?1 IS NULL OR origin.name = ?1 ORDER BY unit.id"
        );
        let mut select = self.connection.prepare(&sql).map_err(failed)?;
        let mut rows = select.query([origin]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            take(candidate(row).map_err(failed)?)?;
        }
        Ok(())
    }

    /// Where the units come from, in the order of the names.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be read.
    pub fn origins(&self) -> Result<Vec<OriginSummary>> {
        let sql = "SELECT name, attached, (SELECT count(*) FROM unit WHERE unit.origin = origin.id), problems
                   FROM origin ORDER BY name";
        let summary = |row: &Row<'_>| {
            Ok(OriginSummary {
                name: row.get(0)?,
                attached: row.get(1)?,
                units: row.get(2)?,
                problems: row.get(3)?,
            })
        };
        let read = || -> rusqlite::Result<_> {
            let mut select = self.connection.prepare(sql)?;
            let summaries = select.query_map([], summary)?;
            summaries.collect()
        };
        read().map_err(|e| self.located(store_error(e)))
    }
}

/// The unit in a row of [`UNIT_COLUMNS`].
pub(super) fn candidate(row: &Row<'_>) -> rusqlite::Result<Candidate> {
    let source_lang: String = row.get(1)?;
    let method: String = row.get(2)?;
    let date: Option<i64> = row.get(10)?;
    Ok(Candidate {
        id: row.get(0)?,
        unit: TranslationUnit {
            source_lang: Lang::from_tag(&source_lang).unwrap_or(Lang::Persian),
            persian: Side {
                text: row.get(3)?,
                previous: row.get(5)?,
                next: row.get(6)?,
            },
            english: Side {
                text: row.get(4)?,
                previous: row.get(7)?,
                next: row.get(8)?,
            },
            origin: Origin {
                name: row.get(12)?,
                method: Method::from_name(&method).unwrap_or_default(),
            },
            author: row.get(9)?,
            date: date.and_then(|second| Timestamp::from_second(second).ok()),
            note: row.get(11)?,
        },
    })
}
