//! The base: made of all units at once, and not changed after that.

use std::cmp::Reverse;

use foldhash::HashMap;
use rusqlite::{Connection, params};

use super::place;
use super::sequences::{self, Sequences};
use super::slots;
use super::texts::{self, Tokenized};
use super::varint;
use crate::error::Result;
use crate::text::Lang;
use crate::tm::sqlite::store_error;

/// Makes the base of all units in both languages, in place of what is there; nothing is recent then.
pub(super) fn build(connection: &Connection) -> Result<()> {
    let clear = "DELETE FROM token; DELETE FROM base; DELETE FROM posting; DELETE FROM sequence;
                 DELETE FROM recent; DELETE FROM recent_posting;";
    connection.execute_batch(clear).map_err(store_error)?;
    for lang in Lang::ALL {
        let mut gathered = Gathered::default();
        texts::each(connection, lang, 0, |unit| {
            gathered.take(unit);
            Ok(())
        })?;
        let base = Base::of(gathered);
        base.write(connection, lang).map_err(store_error)?;
    }
    Ok(())
}

/// The units with their tokens, numbered as they come.
#[derive(Default)]
struct Gathered {
    numbers: HashMap<String, u32>,
    units: Vec<Unit>,
    /// The tokens of all units: of each its words, then those beside them.
    tokens: Vec<u32>,
}

/// One unit, and which of the tokens are its.
#[derive(Clone, Copy)]
struct Unit {
    number: i64,
    start: usize,
    words: usize,
    end: usize,
}

impl Gathered {
    fn take(&mut self, unit: &Tokenized) {
        let start = self.tokens.len();
        unit.words().for_each(|token| self.push(token));
        let words = self.tokens.len() - start;
        if words == 0 {
            return;
        }
        unit.beside().for_each(|token| self.push(token));
        self.units.push(Unit {
            number: unit.unit,
            start,
            words,
            end: self.tokens.len(),
        });
    }

    fn push(&mut self, token: &str) {
        let number = match self.numbers.get(token) {
            Some(&number) => number,
            None => {
                let next = index(self.numbers.len());
                self.numbers.insert(token.to_owned(), next);
                next
            }
        };
        self.tokens.push(number);
    }

    /// Gives every slot with every token in it, each once a slot.
    fn each_posting(&self, mut take: impl FnMut(u32, usize)) {
        let mut seen = vec![u32::MAX; self.numbers.len()];
        for (slot, unit) in self.units.iter().enumerate() {
            let slot = index(slot);
            for &token in &self.tokens[unit.start..unit.end] {
                let token = token as usize;
                if seen[token] != slot {
                    seen[token] = slot;
                    take(slot, token);
                }
            }
        }
    }
}

/// The units in their slots, and for each token its slots.
struct Base {
    gathered: Gathered,
    /// Where the slots of each token begin in `slots`, by its first number; and where the last ones end.
    starts: Vec<usize>,
    slots: Vec<u32>,
    /// The number that is written for each token, by its first number.
    written: Vec<u32>,
}

impl Base {
    fn of(mut gathered: Gathered) -> Self {
        gathered.units.sort_by_key(|unit| unit.words);
        let mut starts = vec![0; gathered.numbers.len() + 1];
        gathered.each_posting(|_, token| starts[token + 1] += 1);
        for token in 1..starts.len() {
            starts[token] += starts[token - 1];
        }
        let mut free = starts.clone();
        let mut slots = vec![0; starts[starts.len() - 1]];
        gathered.each_posting(|slot, token| {
            slots[free[token]] = slot;
            free[token] += 1;
        });
        let mut base = Self {
            gathered,
            starts,
            slots,
            written: Vec::new(),
        };
        base.number();
        base
    }

    fn slots(&self, token: usize) -> &[u32] {
        &self.slots[self.starts[token]..self.starts[token + 1]]
    }

    /// Gives the smallest numbers to the tokens that most units hold; by letters where as many do.
    fn number(&mut self) {
        let mut order: Vec<(Reverse<usize>, &str, usize)> = self
            .gathered
            .numbers
            .iter()
            .map(|(token, &number)| {
                (
                    Reverse(self.slots(number as usize).len()),
                    token.as_str(),
                    number as usize,
                )
            })
            .collect();
        order.sort_unstable();
        let mut written = vec![0; order.len()];
        for (number, (_, _, token)) in order.into_iter().enumerate() {
            written[token] = index(number);
        }
        self.written = written;
    }

    fn write(&self, connection: &Connection, lang: Lang) -> rusqlite::Result<()> {
        self.write_tokens(connection, lang)?;
        self.write_postings(connection, lang)?;
        self.write_sequences(connection, lang)?;
        let sql = "INSERT INTO base (lang, units, lengths, tokens) VALUES (?1, ?2, ?3, ?4)";
        let units = &self.gathered.units;
        connection.execute(
            sql,
            params![lang.code(), units.len(), lengths(units), self.written.len()],
        )?;
        Ok(())
    }

    fn write_tokens(&self, connection: &Connection, lang: Lang) -> rusqlite::Result<()> {
        let mut tokens: Vec<(&str, usize)> = self
            .gathered
            .numbers
            .iter()
            .map(|(token, &number)| (token.as_str(), number as usize))
            .collect();
        tokens.sort_unstable();
        let mut insert = connection
            .prepare("INSERT INTO token (lang, token, number, units) VALUES (?1, ?2, ?3, ?4)")?;
        for (text, token) in tokens {
            insert.execute(params![
                lang.code(),
                text,
                self.written[token],
                self.slots(token).len()
            ])?;
        }
        Ok(())
    }

    fn write_postings(&self, connection: &Connection, lang: Lang) -> rusqlite::Result<()> {
        let mut order: Vec<usize> = (0..self.written.len()).collect();
        order.sort_unstable_by_key(|&token| self.written[token]);
        let mut insert =
            connection.prepare("INSERT INTO posting (place, slots) VALUES (?1, ?2)")?;
        for token in order {
            for slots::Chunk { last, bytes } in slots::chunks(self.slots(token)) {
                let place = place::of_posting(lang, self.written[token], last);
                insert.execute(params![place, bytes])?;
            }
        }
        Ok(())
    }

    fn write_sequences(&self, connection: &Connection, lang: Lang) -> rusqlite::Result<()> {
        let mut insert =
            connection.prepare("INSERT INTO sequence (place, units) VALUES (?1, ?2)")?;
        let mut put = |sequences::Chunk { last, bytes }| {
            let place = place::of_sequence(lang, last);
            insert.execute(params![place, bytes]).map(drop)
        };
        let mut sequences = Sequences::default();
        for unit in &self.gathered.units {
            let tokens = &self.gathered.tokens[unit.start..unit.start + unit.words];
            let tokens = tokens.iter().map(|&token| self.written[token as usize]);
            sequences
                .push(unit.number, tokens)
                .map_or(Ok(()), &mut put)?;
        }
        sequences.finish().map_or(Ok(()), &mut put)
    }
}

/// How many units have each number of words, as the column `lengths` holds it; of units in their slots.
fn lengths(units: &[Unit]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for same in units.chunk_by(|a, b| a.words == b.words) {
        varint::put(&mut bytes, same[0].words as u64);
        varint::put(&mut bytes, same.len() as u64);
    }
    bytes
}

/// A place among units or tokens as it is written.
fn index(place: usize) -> u32 {
    u32::try_from(place).expect("a memory has fewer than 2³² units and tokens")
}
