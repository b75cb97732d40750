//! Whether the index is what it must be: every unit in it once, with its own tokens, and found by each of them.
//!
//! What follows from the units' texts is compared with what the index has, as sums of hashes: that takes room for one
//! number per unit and one per token, not for all postings.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use rusqlite::{Connection, Params, Row};

use super::class;
use super::place;
use super::sequences::{self, read_tokens};
use super::sketches;
use super::slots::{self, Posting};
use super::texts::{self, Tokenized};
use crate::error::Result;
use crate::matching::sketch::Sketch;
use crate::text::Lang;
use crate::tm::sqlite::store_error;

/// What is wrong with the index, a sentence for each fault; empty where it is right.
pub(in crate::tm::sqlite) fn faults(connection: &Connection) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        let mut check = Check::read(connection, lang).map_err(store_error)?;
        texts::each(connection, lang, 0, |unit| {
            check.take(unit);
            Ok(())
        })?;
        check.hold_against_sketches(connection).map_err(store_error)?;
        check.hold_against_postings(connection).map_err(store_error)?;
        faults.extend(check.faults);
    }
    Ok(faults)
}

/// Where a unit stands in the index, and the hash of its tokens there.
struct Place {
    slot: Option<u32>,
    tokens: u64,
    sketch: Sketch,
    is_live: bool,
}

struct Check {
    lang: Lang,
    /// The numbers of the tokens, and their texts by number.
    numbers: HashMap<String, u32>,
    places: HashMap<i64, Place>,
    /// The unit of each slot.
    slots: Vec<i64>,
    /// For each token the sum of the hashes of the units that hold it, with its class there and how many words stand
    /// before it, by the texts.
    expected: HashMap<u32, u64>,
    faults: Vec<String>,
}

impl Check {
    fn read(connection: &Connection, lang: Lang) -> rusqlite::Result<Self> {
        let mut check = Self {
            lang,
            numbers: HashMap::new(),
            places: HashMap::new(),
            slots: Vec::new(),
            expected: HashMap::new(),
            faults: Vec::new(),
        };
        let chunks = place::all(lang);
        check.each(
            connection,
            "SELECT token, number FROM token WHERE lang = ?1",
            [lang.code()],
            |check, row| {
                check.numbers.insert(row.get(0)?, row.get(1)?);
                Ok(())
            },
        )?;
        check.each(
            connection,
            "SELECT units FROM sequence WHERE place BETWEEN ?1 AND ?2 ORDER BY place",
            [*chunks.start(), *chunks.end()],
            |check, row| {
                for (unit, tokens) in sequences::entries(row.get_ref(0)?.as_blob()?) {
                    let slot = u32::try_from(check.slots.len()).ok();
                    check.place(unit, slot, tokens);
                    check.slots.push(unit);
                }
                Ok(())
            },
        )?;
        check.each(
            connection,
            "SELECT unit, tokens FROM recent WHERE lang = ?1",
            [lang.code()],
            |check, row| {
                check.place(row.get(0)?, None, row.get_ref(1)?.as_blob()?);
                Ok(())
            },
        )?;
        Ok(check)
    }

    fn each(
        &mut self,
        connection: &Connection,
        sql: &str,
        of: impl Params,
        mut take: impl FnMut(&mut Self, &Row<'_>) -> rusqlite::Result<()>,
    ) -> rusqlite::Result<()> {
        let mut select = connection.prepare(sql)?;
        let mut rows = select.query(of)?;
        while let Some(row) = rows.next()? {
            take(self, row)?;
        }
        Ok(())
    }

    fn place(&mut self, unit: i64, slot: Option<u32>, bytes: &[u8]) {
        let mut tokens = Vec::new();
        read_tokens(bytes, &mut tokens);
        let place =
            Place { slot, tokens: hash(&tokens), sketch: Sketch::of(tokens), is_live: false };
        if self.places.insert(unit, place).is_some() {
            self.fault(unit, "stands in the index twice");
        }
    }

    /// Compares a unit's text with its place.
    fn take(&mut self, unit: &Tokenized) {
        let numbers = |tokens: &mut dyn Iterator<Item = &str>| -> Vec<u32> {
            tokens.map(|token| self.numbers.get(token).copied().unwrap_or(u32::MAX)).collect()
        };
        let words = numbers(&mut unit.words());
        if words.is_empty() {
            return;
        }
        let mut all = words.clone();
        all.extend(numbers(&mut unit.beside()));
        let Some(place) = self.places.get_mut(&unit.unit) else {
            return self.fault(unit.unit, "is not in the index");
        };
        place.is_live = true;
        if place.tokens != hash(&words) {
            return self.fault(unit.unit, "stands in the index with other words");
        }
        let slot = place.slot;
        class::each(&mut all, words.len(), |token, before, class| {
            let before = if class.counts_before() { before } else { 0 };
            let found = |slot| (class.number(), Posting::new(slot, before).before);
            let sum = self.expected.entry(token).or_default();
            *sum = sum.wrapping_add(hash(&(unit.unit, slot.map(found))));
        });
    }

    fn hold_against_sketches(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let slots = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        let sketches = sketches::read(connection, self.lang, 0..slots)?;
        let of_slots =
            (0..self.slots.len()).map(|slot| (self.slots[slot], sketches.get(slot).copied()));
        let mut found: BTreeSet<(i64, Option<u64>)> =
            of_slots.map(|(unit, sketch)| (unit, sketch.map(Sketch::bits))).collect();
        let sql = "SELECT DISTINCT unit, sketch FROM recent_posting WHERE lang = ?1";
        self.each(connection, sql, [self.lang.code()], |_, row| {
            let bits: i64 = row.get(1)?;
            found.insert((row.get(0)?, Some(bits.cast_unsigned())));
            Ok(())
        })?;
        for (unit, bits) in found {
            let place = self.places.get(&unit);
            if place.is_some_and(|place| place.is_live && Some(place.sketch.bits()) != bits) {
                self.fault(unit, "has a sketch of other words");
            }
        }
        Ok(())
    }

    fn hold_against_postings(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut found: HashMap<u32, u64> = HashMap::new();
        let mut add = |check: &Self, token: u32, unit: i64, in_slot: Option<(u8, u8)>| {
            let place = check.places.get(&unit);
            if place.is_some_and(|place| place.is_live && place.slot.is_some() == in_slot.is_some())
            {
                let sum = found.entry(token).or_default();
                *sum = sum.wrapping_add(hash(&(unit, in_slot)));
            }
        };
        let (lang, chunks) = (self.lang, place::all(self.lang));
        self.each(
            connection,
            "SELECT place, slots FROM posting WHERE place BETWEEN ?1 AND ?2",
            [*chunks.start(), *chunks.end()],
            |check, row| {
                let place = row.get(0)?;
                let (token, class) = (place::token(place), place::class(place));
                slots::read(row.get_ref(1)?.as_blob()?, &(0..u32::MAX), |posting| {
                    let unit = check.slots.get(posting.slot as usize).copied();
                    let in_slot = Some((class, posting.before));
                    add(check, token, unit.unwrap_or(-1), in_slot);
                });
                Ok(())
            },
        )?;
        self.each(
            connection,
            "SELECT token, unit FROM recent_posting WHERE lang = ?1",
            [lang.code()],
            |check, row| {
                add(check, row.get(0)?, row.get(1)?, None);
                Ok(())
            },
        )?;
        let mut wrong: Vec<&str> = self
            .numbers
            .iter()
            .filter(|(_, number)| found.get(number) != self.expected.get(number))
            .map(|(token, _)| token.as_str())
            .collect();
        wrong.sort_unstable();
        let said = wrong
            .into_iter()
            .map(|token| format!("{} does not lead to its units ({lang})", lang.quote(token)));
        let said: Vec<String> = said.collect();
        self.faults.extend(said);
        Ok(())
    }

    fn fault(&mut self, unit: i64, what: &str) {
        self.faults.push(format!("unit {unit} {what} ({})", self.lang));
    }
}

fn hash(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}
