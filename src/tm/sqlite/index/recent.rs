//! The recent part: units that came after the base was built, row by row.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::ops::{ControlFlow, RangeInclusive};

use rusqlite::{CachedStatement, Connection, OptionalExtension, params};

use super::Flow;
use super::sequences::{put_tokens, read_tokens};
use super::texts::{self, Tokenized};
use crate::error::Result;
use crate::matching::sketch::Sketch;
use crate::text::Lang;
use crate::tm::sqlite::store_error;
use crate::tm::store::{Take, Token, Wanted};

/// Takes in the units after the number `after`.
pub(super) fn add(connection: &Connection, after: i64) -> Result<()> {
    for lang in Lang::ALL {
        let mut numbers = Numbers::new(connection, lang);
        texts::each(connection, lang, after, |unit| {
            add_unit(connection, lang, unit, &mut numbers).map_err(store_error)
        })?;
    }
    Ok(())
}

fn add_unit(
    connection: &Connection,
    lang: Lang,
    unit: &Tokenized,
    numbers: &mut Numbers<'_>,
) -> rusqlite::Result<()> {
    let words: Vec<u32> =
        unit.words().map(|token| numbers.of(token)).collect::<rusqlite::Result<_>>()?;
    if words.is_empty() {
        return Ok(());
    }
    let beside: Vec<u32> =
        unit.beside().map(|token| numbers.of(token)).collect::<rusqlite::Result<_>>()?;
    let mut bytes = Vec::new();
    put_tokens(&mut bytes, &words);
    let sql = "INSERT INTO recent (lang, unit, tokens) VALUES (?1, ?2, ?3)";
    connection.prepare_cached(sql)?.execute(params![lang.code(), unit.unit, bytes])?;
    let sketch = Sketch::of(words.iter().copied()).bits().cast_signed();
    let sql =
        "INSERT INTO recent_posting (lang, token, words, unit, sketch) VALUES (?1, ?2, ?3, ?4, ?5)";
    let mut insert = connection.prepare_cached(sql)?;
    for token in words.iter().chain(&beside).collect::<BTreeSet<_>>() {
        insert.execute(params![lang.code(), token, words.len(), unit.unit, sketch])?;
    }
    Ok(())
}

/// The numbers of tokens; a token without one gets the next.
struct Numbers<'c> {
    connection: &'c Connection,
    lang: Lang,
    known: HashMap<String, u32>,
}

impl<'c> Numbers<'c> {
    fn new(connection: &'c Connection, lang: Lang) -> Self {
        Self { connection, lang, known: HashMap::new() }
    }

    fn of(&mut self, token: &str) -> rusqlite::Result<u32> {
        if let Some(&number) = self.known.get(token) {
            return Ok(number);
        }
        let sql = "SELECT number FROM token WHERE lang = ?1 AND token = ?2";
        let mut select = self.connection.prepare_cached(sql)?;
        let found = select.query_row([self.lang.code(), token], |row| row.get(0)).optional()?;
        let number = found.map_or_else(|| self.add(token), Ok)?;
        self.known.insert(token.to_owned(), number);
        Ok(number)
    }

    /// Gives `token` the first number that is not taken.
    fn add(&self, token: &str) -> rusqlite::Result<u32> {
        let sql = "UPDATE base SET tokens = tokens + 1 WHERE lang = ?1 RETURNING tokens - 1";
        let mut take = self.connection.prepare_cached(sql)?;
        let number = take.query_row([self.lang.code()], |row| row.get(0))?;
        let sql = "INSERT INTO token (lang, token, number, units) VALUES (?1, ?2, ?3, 0)";
        self.connection.prepare_cached(sql)?.execute(params![self.lang.code(), token, number])?;
        Ok(number)
    }
}

/// The recent part of one language, read.
pub(super) struct RecentReader<'c> {
    lang: Lang,
    posting: RefCell<CachedStatement<'c>>,
    tokens: RefCell<CachedStatement<'c>>,
}

impl<'c> RecentReader<'c> {
    pub(super) fn new(connection: &'c Connection, lang: Lang) -> rusqlite::Result<Self> {
        let posting = "SELECT unit, words, sketch FROM recent_posting WHERE lang = ?1 AND token = ?2 AND words BETWEEN ?3 AND ?4";
        let tokens = "SELECT tokens FROM recent WHERE lang = ?1 AND unit = ?2";
        Ok(Self {
            lang,
            posting: RefCell::new(connection.prepare_cached(posting)?),
            tokens: RefCell::new(connection.prepare_cached(tokens)?),
        })
    }

    /// Passes the units that hold a wanted token and that their sketches do not rule out to `take`, by number.
    pub(super) fn holding(&self, wanted: &[Wanted], take: &mut Take<'_>) -> rusqlite::Result<()> {
        let mut near = BTreeSet::new();
        for wanted in wanted {
            self.each(wanted.token, &wanted.words, |unit, words, sketch| {
                if wanted.outline.may_reach(sketch, words) {
                    near.insert(unit);
                }
            })?;
        }
        self.take_all(near.into_iter(), take).map(drop)
    }

    /// Passes the units that hold any of the tokens to `take`, by number.
    pub(super) fn holding_any(
        &self,
        tokens: &[Option<u32>],
        mut take: impl FnMut(i64, &[u32]) -> ControlFlow<()>,
    ) -> Flow {
        let mut units = BTreeSet::new();
        for token in tokens.iter().flatten().collect::<BTreeSet<_>>() {
            self.each(*token, &ANY, |unit, _, _| {
                units.insert(unit);
            })?;
        }
        self.take_all(units.into_iter(), &mut take)
    }

    /// The units that hold any token of a group, each after its number of words, in ascending order.
    pub(super) fn with_any(&self, group: &[Token]) -> rusqlite::Result<BTreeSet<(usize, i64)>> {
        let mut found = BTreeSet::new();
        for token in group {
            self.each(token.number, &ANY, |unit, words, _| {
                found.insert((words, unit));
            })?;
        }
        Ok(found)
    }

    fn each(
        &self,
        token: u32,
        words: &RangeInclusive<usize>,
        mut take: impl FnMut(i64, usize, Sketch),
    ) -> rusqlite::Result<()> {
        let [least, most] =
            [words.start(), words.end()].map(|&words| i64::try_from(words).unwrap_or(i64::MAX));
        let mut select = self.posting.borrow_mut();
        let mut rows = select.query(params![self.lang.code(), token, least, most])?;
        while let Some(row) = rows.next()? {
            let sketch: i64 = row.get(2)?;
            take(row.get(0)?, row.get(1)?, Sketch::from_bits(sketch.cast_unsigned()));
        }
        Ok(())
    }

    fn take_all(&self, mut units: impl Iterator<Item = i64>, take: &mut Take<'_>) -> Flow {
        units.try_fold(ControlFlow::Continue(()), |flow, unit| match flow {
            ControlFlow::Continue(()) => self.take(unit, take),
            stop => Ok(stop),
        })
    }

    /// Passes a unit with its tokens to `take`.
    pub(super) fn take(&self, unit: i64, take: &mut Take<'_>) -> Flow {
        let mut select = self.tokens.borrow_mut();
        let mut rows = select.query(params![self.lang.code(), unit])?;
        let Some(row) = rows.next()? else {
            return Ok(ControlFlow::Continue(()));
        };
        let mut tokens = Vec::new();
        read_tokens(row.get_ref(0)?.as_blob()?, &mut tokens);
        Ok(take(unit, &tokens))
    }
}

/// Units of any length.
const ANY: RangeInclusive<usize> = 1..=usize::MAX;
