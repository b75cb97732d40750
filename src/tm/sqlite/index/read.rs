//! Reading the index: which units hold tokens, within one state of the memory.

use std::cell::RefCell;
use std::ops::{ControlFlow, Range, RangeInclusive};
use std::sync::Arc;

use rusqlite::{CachedStatement, Connection, OptionalExtension};

use super::Flow;
use super::class::Class;
use super::known::Known;
use super::place;
use super::recent::RecentReader;
use super::runs::Runs;
use super::sequences::{self, read_tokens};
use super::sketches::{self, Shared, Sketches};
use super::slots::{self, Posting};
use super::varint;
use crate::matching::sketch::Sketch;
use crate::text::Lang;
use crate::tm::store::{Take, TakeRun, Token, Wanted};

/// The index of one language, as it is in the transaction that the connection is in.
pub(in crate::tm::sqlite) struct IndexReader<'c> {
    lang: Lang,
    /// For each number of words that units of the base have: that number, and its first slot. In ascending order.
    lengths: Vec<(usize, u32)>,
    /// How many slots there are.
    slots: u32,
    sketches: Arc<Sketches>,
    /// The recent part, where there is anything in it.
    pub(super) recent: Option<RecentReader<'c>>,
    statements: RefCell<Statements<'c>>,
    connection: &'c Connection,
    kept: Kept<'c>,
}

/// What outlives a reader.
#[derive(Clone, Copy)]
pub(in crate::tm::sqlite) struct Kept<'c> {
    pub(in crate::tm::sqlite) scratch: &'c RefCell<Scratch>,
    pub(in crate::tm::sqlite) known: &'c RefCell<Known>,
    pub(in crate::tm::sqlite) sketches: &'c Shared,
}

/// The queries of a search, prepared.
struct Statements<'c> {
    token: CachedStatement<'c>,
    tokens: CachedStatement<'c>,
    posting: CachedStatement<'c>,
    sequence: CachedStatement<'c>,
}

/// Buffers that each search reuses.
#[derive(Debug, Default)]
pub(in crate::tm::sqlite) struct Scratch {
    pub(super) slots: Vec<u32>,
    /// Their sketches.
    pub(super) seen: Vec<Sketch>,
    /// The slots that are to be looked at.
    pub(super) near: Vec<u32>,
    tokens: Vec<u32>,
}

impl<'c> IndexReader<'c> {
    pub(in crate::tm::sqlite) fn new(
        connection: &'c Connection,
        kept: Kept<'c>,
        lang: Lang,
    ) -> rusqlite::Result<Self> {
        let sql =
            "SELECT units, lengths, made, EXISTS (SELECT 1 FROM recent) FROM base WHERE lang = ?1";
        let mut select = connection.prepare_cached(sql)?;
        let (slots, lengths, made, has_recent): (u32, _, i64, bool) =
            select.query_row([lang.code()], |row| {
                Ok((row.get(0)?, first_slots(row.get_ref(1)?.as_blob()?), row.get(2)?, row.get(3)?))
            })?;
        let statements = Statements {
            token: connection.prepare_cached("SELECT number, units FROM token WHERE lang = ?1 AND token = ?2")?,
            tokens: connection.prepare_cached(
                "SELECT number, units FROM token WHERE lang = ?1 AND token >= ?2 AND token < ?2 || char(0x10FFFF)",
            )?,
            posting: connection.prepare_cached(
                "SELECT place, slots FROM posting WHERE place BETWEEN ?1 AND ?2 ORDER BY place",
            )?,
            sequence: connection.prepare_cached(
                "SELECT place, units FROM sequence WHERE place >= ?1 ORDER BY place",
            )?,
        };
        Ok(Self {
            lang,
            lengths,
            slots,
            sketches: kept.sketches.get(lang, made, slots),
            recent: has_recent.then(|| RecentReader::new(connection, lang)).transpose()?,
            statements: RefCell::new(statements),
            connection,
            kept,
        })
    }

    pub(in crate::tm::sqlite) fn token(&self, token: &str) -> rusqlite::Result<Option<Token>> {
        if let Some(found) = self.kept.known.borrow().get(self.lang, token) {
            return Ok(found);
        }
        let select = &mut self.statements.borrow_mut().token;
        let found = select.query_row([self.lang.code(), token], read_token).optional()?;
        self.kept.known.borrow_mut().put(self.lang, token, found);
        Ok(found)
    }

    pub(in crate::tm::sqlite) fn tokens_beginning(
        &self,
        start: &str,
    ) -> rusqlite::Result<Vec<Token>> {
        let select = &mut self.statements.borrow_mut().tokens;
        select.query_map([self.lang.code(), start], read_token)?.collect()
    }

    /// See [`Store::holding`](crate::tm::Store::holding).
    pub(in crate::tm::sqlite) fn holding(
        &self,
        wanted: &[Wanted],
        take: &mut Take<'_>,
    ) -> rusqlite::Result<()> {
        let near = {
            let scratch = &mut *self.kept.scratch.borrow_mut();
            self.near(wanted, scratch)?;
            std::mem::take(&mut scratch.near)
        };
        let flow = self.each_sequence(&near, take)?;
        self.kept.scratch.borrow_mut().near = near;
        match &self.recent {
            Some(recent) if flow.is_continue() => recent.holding(wanted, take),
            _ => Ok(()),
        }
    }

    /// Loads the sketches of `slots` into `seen`.
    pub(super) fn see(&self, slots: &[u32], seen: &mut Vec<Sketch>) -> rusqlite::Result<()> {
        let read = |slots| sketches::read(self.connection, self.lang, slots);
        self.sketches.see(slots, seen, read)
    }

    /// The slots of the units that have a number of words within `words`.
    pub(super) fn range(&self, words: &RangeInclusive<usize>) -> Range<u32> {
        let first =
            |least: usize| self.lengths(least).first().map_or(self.slots, |&(_, slot)| slot);
        first(*words.start())..first(words.end().saturating_add(1))
    }

    /// For each number of words that units have, from `least` on: that number, and its first slot. In ascending order.
    pub(super) fn lengths(&self, least: usize) -> &[(usize, u32)] {
        let before = self.lengths.partition_point(|&(words, _)| words < least);
        &self.lengths[before..]
    }

    /// How many words the unit of `slot` has.
    pub(super) fn words(&self, slot: u32) -> usize {
        let past = self.lengths.partition_point(|&(_, first)| first <= slot);
        past.checked_sub(1).map_or(0, |at| self.lengths[at].0)
    }

    /// Passes the postings of the token within `range` in which it is of `class` to `take`, in ascending order.
    pub(super) fn each_posting(
        &self,
        token: u32,
        class: Class,
        range: &Range<u32>,
        mut take: impl FnMut(Posting),
    ) -> rusqlite::Result<()> {
        if range.is_empty() {
            return Ok(());
        }
        let select = &mut self.statements.borrow_mut().posting;
        let [first, last] =
            [range.start, u32::MAX].map(|slot| place::of_posting(self.lang, token, class, slot));
        let mut rows = select.query([first, last])?;
        while let Some(row) = rows.next()? {
            slots::read(row.get_ref(1)?.as_blob()?, range, &mut take);
            // All that comes after it is beyond the range, and need not be read.
            if place::last(row.get(0)?) >= range.end - 1 {
                break;
            }
        }
        Ok(())
    }

    /// Adds all slots that hold the token to `slots`, one class after the other, each in ascending order.
    pub(super) fn read_slots(&self, token: u32, slots: &mut Vec<u32>) -> rusqlite::Result<()> {
        for class in Class::ALL {
            let all = 0..self.slots;
            self.each_posting(token, class, &all, |posting| slots.push(posting.slot))?;
        }
        Ok(())
    }

    /// Passes the units in the slots, which must be in ascending order, to `take` with their tokens.
    pub(super) fn each_sequence(&self, slots: &[u32], take: &mut Take<'_>) -> Flow {
        let mut tokens = std::mem::take(&mut self.kept.scratch.borrow_mut().tokens);
        let mut rest = slots;
        let mut flow = ControlFlow::Continue(());
        while let (Some(&slot), true) = (rest.first(), flow.is_continue()) {
            let select = &mut self.statements.borrow_mut().sequence;
            let mut rows = select.query([place::of_sequence(self.lang, slot)])?;
            let Some(row) = rows.next()? else { break };
            let last = place::last(row.get(0)?);
            let bytes = row.get_ref(1)?.as_blob()?;
            let (here, others) = rest.split_at(rest.partition_point(|&slot| slot <= last));
            rest = others;
            flow = here.iter().try_for_each(|&slot| match sequences::entry(bytes, slot) {
                Some((unit, bytes)) => {
                    read_tokens(bytes, &mut tokens);
                    take(unit, &tokens)
                }
                None => ControlFlow::Continue(()),
            });
        }
        self.kept.scratch.borrow_mut().tokens = tokens;
        Ok(flow)
    }

    /// See [`Store::holding_run`](crate::tm::Store::holding_run).
    pub(in crate::tm::sqlite) fn holding_run(
        &self,
        tokens: &[Option<u32>],
        least: usize,
        take: &mut TakeRun<'_>,
    ) -> rusqlite::Result<()> {
        if let Some(recent) = &self.recent {
            let all = |unit, units: &[u32]| take(tokens.len(), unit, units);
            if recent.holding_any(tokens, all)?.is_break() {
                return Ok(());
            }
        }
        let mut runs = Runs::new(self.slots, least);
        let mut slots = Vec::new();
        for token in tokens {
            runs.next_token();
            if let Some(token) = token {
                slots.clear();
                self.read_slots(*token, &mut slots)?;
                slots.iter().for_each(|&slot| runs.holds(slot));
            }
        }
        for (longest, slots) in runs.longest_first() {
            if self
                .each_sequence(&slots, &mut |unit, tokens| take(longest, unit, tokens))?
                .is_break()
            {
                break;
            }
        }
        Ok(())
    }
}

fn read_token(row: &rusqlite::Row<'_>) -> rusqlite::Result<Token> {
    Ok(Token { number: row.get(0)?, units: row.get(1)? })
}

/// The numbers of words that units have, each with its first slot.
fn first_slots(mut lengths: &[u8]) -> Vec<(usize, u32)> {
    let mut slot = 0_u64;
    let next = || {
        let words = varint::take(&mut lengths)?;
        let first = slot;
        slot += varint::take(&mut lengths)?;
        Some((usize::try_from(words).ok()?, u32::try_from(first).ok()?))
    };
    std::iter::from_fn(next).collect()
}
