//! The index read: which units hold tokens, within one state of the memory.

use std::cell::RefCell;
use std::ops::{ControlFlow, Range, RangeInclusive};
use std::sync::Arc;

use rusqlite::{CachedStatement, Connection, OptionalExtension};

use super::class::Class;
use super::known::Known;
use super::place;
use super::recent::RecentReader;
use super::runs::Runs;
use super::sequences::{self, read_tokens};
use super::sketches::{self, Shared, Sketches};
use super::slots;
use super::varint;
use crate::matching::sketch::Sketch;
use crate::text::Lang;
use crate::tm::store::{Take, TakeRun, Token, Wanted};

/// What a search did not want to hear of further, or why it could not be made.
pub(super) type Flow = rusqlite::Result<ControlFlow<()>>;

/// The index of one language, as it is in the transaction that the connection is in.
pub(in crate::tm::sqlite) struct IndexReader<'c> {
    lang: Lang,
    /// For each number of words that units of the base have: that number, and its first slot. Rising.
    lengths: Vec<(usize, u32)>,
    /// How many slots there are.
    slots: u32,
    sketches: Arc<Sketches>,
    /// The recent part, where there is anything in it.
    recent: Option<RecentReader<'c>>,
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

/// The queries of a search, ready to be asked.
struct Statements<'c> {
    token: CachedStatement<'c>,
    tokens: CachedStatement<'c>,
    posting: CachedStatement<'c>,
    sequence: CachedStatement<'c>,
}

/// Room that is used again by each search.
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
                Ok((
                    row.get(0)?,
                    first_slots(row.get_ref(1)?.as_blob()?),
                    row.get(2)?,
                    row.get(3)?,
                ))
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
            recent: has_recent
                .then(|| RecentReader::new(connection, lang))
                .transpose()?,
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
        let found = select
            .query_row([self.lang.code(), token], read_token)
            .optional()?;
        self.kept.known.borrow_mut().put(self.lang, token, found);
        Ok(found)
    }

    pub(in crate::tm::sqlite) fn tokens_beginning(
        &self,
        start: &str,
    ) -> rusqlite::Result<Vec<Token>> {
        let select = &mut self.statements.borrow_mut().tokens;
        select
            .query_map([self.lang.code(), start], read_token)?
            .collect()
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

    /// Puts the sketches of `slots` into `seen`.
    pub(super) fn see(&self, slots: &[u32], seen: &mut Vec<Sketch>) -> rusqlite::Result<()> {
        let read = |slots| sketches::read(self.connection, self.lang, slots);
        self.sketches.see(slots, seen, read)
    }

    /// The slots of the units that have a number of words within `words`.
    pub(super) fn range(&self, words: &RangeInclusive<usize>) -> Range<u32> {
        let first = |least: usize| {
            let at = self.lengths.partition_point(|&(words, _)| words < least);
            self.lengths.get(at).map_or(self.slots, |&(_, slot)| slot)
        };
        first(*words.start())..first(words.end().saturating_add(1))
    }

    /// How many words the unit of `slot` has.
    pub(super) fn words(&self, slot: u32) -> usize {
        let past = self.lengths.partition_point(|&(_, first)| first <= slot);
        past.checked_sub(1).map_or(0, |at| self.lengths[at].0)
    }

    /// Adds the slots within `range` that hold the token to `slots`, of one of `classes` after the other: those of each rising.
    pub(super) fn read_slots(
        &self,
        token: u32,
        classes: &[Class],
        range: &Range<u32>,
        slots: &mut Vec<u32>,
    ) -> rusqlite::Result<()> {
        if range.is_empty() {
            return Ok(());
        }
        let select = &mut self.statements.borrow_mut().posting;
        for &class in classes {
            let [first, last] = [range.start, u32::MAX]
                .map(|slot| place::of_posting(self.lang, token, class, slot));
            let mut rows = select.query([first, last])?;
            while let Some(row) = rows.next()? {
                slots::read(row.get_ref(1)?.as_blob()?, range, slots);
                // What comes after it need not be read to see that it is beyond the range.
                if place::last(row.get(0)?) >= range.end - 1 {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Gives the units in the slots, which must rise, with their tokens.
    fn each_sequence(&self, slots: &[u32], take: &mut Take<'_>) -> Flow {
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
            flow = here
                .iter()
                .try_for_each(|&slot| match sequences::entry(bytes, slot) {
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

    /// See [`Store::holding_each`](crate::tm::Store::holding_each).
    pub(in crate::tm::sqlite) fn holding_each(
        &self,
        groups: &[Vec<Token>],
        take: &mut Take<'_>,
    ) -> rusqlite::Result<()> {
        let mut groups: Vec<&Vec<Token>> = groups.iter().collect();
        groups.sort_by_key(|group| size(group));
        let Some((rarest, others)) = groups.split_first() else {
            return Ok(());
        };
        let mut slots = self.slots_of(rarest)?;
        for group in others {
            // Where few are left, it costs less to look at them than to read where the frequent tokens are.
            if (slots.len() as u64).saturating_mul(FEW) > size(group) {
                let others = self.slots_of(group)?;
                slots = both(&slots, &others);
            }
        }
        self.merged(&slots, rarest, take)
    }

    /// Gives the units in the slots and the recent ones of a group, the shortest first, then by number.
    fn merged(&self, slots: &[u32], group: &[Token], take: &mut Take<'_>) -> rusqlite::Result<()> {
        let mut rest = slots;
        if let Some(recent) = &self.recent {
            for (words, unit) in recent.with_any(group)? {
                // Recent units have higher numbers than all in the base.
                let shorter = rest.partition_point(|&slot| self.words(slot) <= words);
                let (before, after) = rest.split_at(shorter);
                rest = after;
                if self.each_by_number(before, take)?.is_break()
                    || recent.take(unit, take)?.is_break()
                {
                    return Ok(());
                }
            }
        }
        self.each_by_number(rest, take).map(drop)
    }

    /// Gives the units in the slots, which must rise, with their tokens: those with the fewest words first, then by number.
    fn each_by_number(&self, slots: &[u32], take: &mut Take<'_>) -> Flow {
        let (mut units, mut tokens) = (Vec::new(), Vec::new());
        for same in slots.chunk_by(|&a, &b| self.words(a) == self.words(b)) {
            tokens.clear();
            let take_in = &mut |unit, its: &[u32]| {
                let start = tokens.len();
                tokens.extend_from_slice(its);
                units.push((unit, start..tokens.len()));
                ControlFlow::Continue(())
            };
            self.each_sequence(same, take_in).map(drop)?;
            units.sort_unstable_by_key(|&(unit, _)| unit);
            let mut units = units.drain(..);
            let flow = units.try_for_each(|(unit, its)| take(unit, &tokens[its]));
            if flow.is_break() {
                return Ok(flow);
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The slots that hold any token of a group, rising.
    fn slots_of(&self, group: &[Token]) -> rusqlite::Result<Vec<u32>> {
        let mut slots = Vec::new();
        for token in group {
            self.read_slots(token.number, &Class::ALL, &(0..self.slots), &mut slots)?;
        }
        // Made of lists that rise, which this sort merges.
        slots.sort();
        slots.dedup();
        Ok(slots)
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
                self.read_slots(*token, &Class::ALL, &(0..self.slots), &mut slots)?;
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

/// How many postings are read in the time in which one unit is looked at.
const FEW: u64 = 500;

/// In how many units the tokens of a group occur, those that hold several counted for each.
fn size(group: &[Token]) -> u64 {
    group.iter().map(|token| token.units).sum()
}

/// What stands in both of two rising lists.
fn both(some: &[u32], others: &[u32]) -> Vec<u32> {
    let mut others = others.iter().peekable();
    let is_there = |slot: &&u32| {
        while others.next_if(|other| other < slot).is_some() {}
        others.peek() == Some(slot)
    };
    some.iter().filter(is_there).copied().collect()
}

fn read_token(row: &rusqlite::Row<'_>) -> rusqlite::Result<Token> {
    Ok(Token {
        number: row.get(0)?,
        units: row.get(1)?,
    })
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

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use crate::text::Lang;
    use crate::tm::{Memory, Store};
    use crate::unit::{Side, TranslationUnit};

    #[test]
    fn units_of_as_many_words_come_by_number_wherever_they_stand() {
        let names = ["لاوروف", "وونسان", "مسکو", "پکن", "تهران"];
        let units = (0..200).map(|number| {
            let persian = format!(
                "خبر {} رسید{}",
                names[number % 5],
                " باز".repeat(number % 3)
            );
            let english = Side::new(format!("news {number}"));
            Ok(TranslationUnit::new(
                Lang::Persian,
                Side::new(persian),
                english,
            ))
        });
        let mut memory = Memory::in_memory().expect("there is room");
        memory.add(units).expect("it can be written");
        memory.reindex().expect("it can be written");
        let sequences = "SELECT units FROM sequence ORDER BY place LIMIT 1";
        let chunk: Vec<u8> = memory
            .connection
            .query_row(sequences, [], |row| row.get(0))
            .expect("there is one");
        let in_slots: Vec<i64> = super::sequences::entries(&chunk)
            .map(|(unit, _)| unit)
            .collect();
        assert!(!in_slots.is_sorted(), "neighbours have the same name");

        let reader = memory.reader().expect("it can be read");
        let news = reader.token(Lang::Persian, "خبر").expect("it can be read");
        let mut found = Vec::new();
        let groups = [vec![news.expect("units have it")]];
        reader
            .holding_each(Lang::Persian, &groups, &mut |unit, tokens| {
                found.push((tokens.len(), unit));
                ControlFlow::Continue(())
            })
            .expect("it can be read");
        assert_eq!(found.len(), 200);
        assert!(found.is_sorted());
    }
}
