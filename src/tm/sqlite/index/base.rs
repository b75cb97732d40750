//! The base: built from all units at once, and not changed after that.

use std::cmp::Reverse;

use rusqlite::{Connection, params};

use super::class::{self, Class};
use super::gathered::{self, Vocabulary, index};
use super::place;
use super::sequences::{self, Sequences};
use super::sketches;
use super::slots::{self, Posting};
use super::varint;
use crate::error::Result;
use crate::matching::sketch::Sketch;
use crate::text::Lang;
use crate::tm::sqlite::store_error;

/// How many postings are held in the computer's memory at once, unless one token alone has more: 96 MiB of them.
const MOST_POSTINGS: usize = 8 * 1024 * 1024;

/// Builds the base from all units in both languages, in place of what is there; after that nothing is recent.
pub(super) fn build(connection: &Connection) -> Result<()> {
    let made = "SELECT coalesce(max(made), 0) + 1 FROM base";
    let made = connection.query_row(made, [], |row| row.get(0));
    let made = made.map_err(store_error)?;
    let clear = "DELETE FROM token; DELETE FROM base; DELETE FROM posting; DELETE FROM sequence; DELETE FROM sketch;
                 DELETE FROM recent; DELETE FROM recent_posting;";
    connection.execute_batch(clear).map_err(store_error)?;
    for lang in Lang::ALL {
        let vocabulary = gathered::gather(connection, lang)?;
        let base = Base { connection, lang, made, most_postings: MOST_POSTINGS };
        base.write(vocabulary).map_err(store_error)?;
        gathered::let_go(connection).map_err(store_error)?;
    }
    Ok(())
}

/// The base of one language while it is written.
struct Base<'c> {
    connection: &'c Connection,
    lang: Lang,
    /// How often the base was built, including this time.
    made: i64,
    most_postings: usize,
}

/// The numbers of the tokens: the smallest for those that most units hold.
struct Numbers {
    /// The number that is written for each token, by its first number.
    written: Vec<u32>,
    /// How many units hold each token, by the number that is written.
    units: Vec<u32>,
}

impl Base<'_> {
    fn write(&self, vocabulary: Vocabulary) -> rusqlite::Result<()> {
        let numbers = self.write_tokens(vocabulary)?;
        gathered::put_in_slots(self.connection, &numbers.written)?;
        let lengths = self.write_sequences()?;
        self.write_postings(&numbers.units)?;
        let sql =
            "INSERT INTO base (lang, units, lengths, tokens, made) VALUES (?1, ?2, ?3, ?4, ?5)";
        let units: u64 = lengths.iter().map(|(_, units)| units).sum();
        let mut bytes = Vec::new();
        for (words, units) in lengths {
            varint::put(&mut bytes, words);
            varint::put(&mut bytes, units);
        }
        let tokens = numbers.units.len();
        self.connection.execute(sql, params![self.lang.code(), units, bytes, tokens, self.made])?;
        Ok(())
    }

    fn write_tokens(&self, vocabulary: Vocabulary) -> rusqlite::Result<Numbers> {
        let units = vocabulary.units;
        let mut tokens: Vec<(Box<str>, u32)> = vocabulary.numbers.into_iter().collect();
        tokens.sort_unstable();
        let mut order: Vec<u32> = tokens.iter().map(|(_, token)| *token).collect();
        // Those that equally many units hold are ordered by their letters.
        order.sort_by_key(|&token| Reverse(units[token as usize]));
        let mut written = vec![0; order.len()];
        for (number, &token) in order.iter().enumerate() {
            written[token as usize] = index(number);
        }
        let mut insert = self
            .connection
            .prepare("INSERT INTO token (lang, token, number, units) VALUES (?1, ?2, ?3, ?4)")?;
        for (text, token) in &tokens {
            let token = *token as usize;
            insert.execute(params![self.lang.code(), text, written[token], units[token]])?;
        }
        let units = order.iter().map(|&token| units[token as usize]).collect();
        Ok(Numbers { written, units })
    }

    /// Writes what stands in each slot, and its sketch; returns how many units have each number of words, the fewest
    /// words first.
    fn write_sequences(&self) -> rusqlite::Result<Vec<(u64, u64)>> {
        let mut insert =
            self.connection.prepare("INSERT INTO sequence (place, units) VALUES (?1, ?2)")?;
        let mut put = |sequences::Chunk { last, bytes }| {
            let place = place::of_sequence(self.lang, last);
            insert.execute(params![place, bytes]).map(drop)
        };
        let mut sketches = sketches::Writer::new(self.connection, self.lang);
        let mut sequences = Sequences::default();
        let mut lengths: Vec<(u64, u64)> = Vec::new();
        gathered::each(self.connection, |unit| {
            let words = unit.words.len() as u64;
            match lengths.last_mut() {
                Some((same, units)) if *same == words => *units += 1,
                _ => lengths.push((words, 1)),
            }
            sketches.push(Sketch::of(unit.words.iter().copied()))?;
            sequences.push(unit.unit, unit.words).map_or(Ok(()), &mut put)
        })?;
        sequences.finish().map_or(Ok(()), &mut put)?;
        sketches.finish()?;
        Ok(lengths)
    }

    /// Writes in which slots each token stands, for as many tokens at a time as there is room for; `units` says how
    /// many units hold each of them.
    fn write_postings(&self, units: &[u32]) -> rusqlite::Result<()> {
        let mut insert =
            self.connection.prepare("INSERT INTO posting (place, slots) VALUES (?1, ?2)")?;
        let (mut tokens, mut list) = (Vec::new(), Vec::new());
        let mut first = 0;
        while first < units.len() {
            let mut postings = Postings::new(&units[first..], self.most_postings);
            gathered::each(self.connection, |unit| {
                tokens.clear();
                tokens.extend_from_slice(unit.tokens);
                class::each(&mut tokens, unit.words.len(), |token, before, class| {
                    let posting = Posting::new(unit.slot, before);
                    postings.take((token as usize).wrapping_sub(first), posting, class);
                });
                Ok(())
            })?;
            for token in 0..postings.ends.len() {
                for class in Class::ALL {
                    list.clear();
                    list.extend(postings.of(token, class));
                    let chunks = slots::chunks(&list, class.counts_before());
                    for slots::Chunk { last, bytes } in chunks {
                        let place = place::of_posting(self.lang, index(first + token), class, last);
                        insert.execute(params![place, bytes])?;
                    }
                }
            }
            first += postings.ends.len();
        }
        Ok(())
    }
}

/// The slots of some tokens whose numbers follow one another, counted here from 0.
struct Postings {
    list: Vec<(Posting, Class)>,
    /// Where the slots of each token begin.
    starts: Vec<usize>,
    /// Where those that were taken in so far end.
    ends: Vec<usize>,
}

impl Postings {
    /// Makes room for the first of the tokens, each of which as many units hold as `units` says: for one, and for more
    /// up to `most` slots.
    fn new(units: &[u32], most: usize) -> Self {
        let mut starts = Vec::new();
        let mut all = 0;
        for &units in units {
            if all > 0 && all + units as usize > most {
                break;
            }
            starts.push(all);
            all += units as usize;
        }
        Self { list: vec![(Posting::new(0, 0), Class::Far); all], ends: starts.clone(), starts }
    }

    /// Takes in a posting of a token, unless that is none of these; the slots come in order, each once.
    fn take(&mut self, token: usize, posting: Posting, class: Class) {
        if let Some(end) = self.ends.get_mut(token) {
            self.list[*end] = (posting, class);
            *end += 1;
        }
    }

    /// The postings of a token in which it is of the class, in ascending order.
    fn of(&self, token: usize, class: Class) -> impl Iterator<Item = Posting> {
        let list = &self.list[self.starts[token]..self.ends[token]];
        let of_class = list.iter().filter(move |&&(_, other)| other == class);
        of_class.map(|&(posting, _)| posting)
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{Base, build, gathered};
    use crate::text::Lang;
    use crate::tm::Memory;
    use crate::tm::sqlite::index::check;
    use crate::unit::{Side, TranslationUnit};

    fn memory() -> Memory {
        let mut memory = Memory::in_memory().expect("there is room");
        let units = (0..400).map(|number| {
            let persian = Side::new(format!("خبر {} از {} تا {number}", number % 7, number % 3));
            let english = Side::new(format!("news {number} of {number} in {}", number % 11));
            Ok(TranslationUnit::new(Lang::Persian, persian, english))
        });
        memory.add(units).expect("it can be written");
        memory
    }

    fn postings(connection: &Connection) -> Vec<(i64, Vec<u8>)> {
        let mut select = connection
            .prepare("SELECT place, slots FROM posting ORDER BY place")
            .expect("there is such a table");
        let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.expect("they can be read").collect::<Result<_, _>>().expect("they can be read")
    }

    #[test]
    fn postings_are_the_same_however_few_slots_there_is_room_for() {
        let memory = memory();
        let connection = &memory.connection;
        build(connection).expect("it can be written");
        let whole = postings(connection);
        assert!(whole.len() > 400, "most tokens are rare");
        connection
            .execute_batch(
                "DELETE FROM token; DELETE FROM base; DELETE FROM posting; DELETE FROM sequence; DELETE FROM sketch",
            )
            .expect("it can be written");
        for lang in Lang::ALL {
            let vocabulary = gathered::gather(connection, lang).expect("it can be read");
            let most_postings = 300;
            let base = Base { connection, lang, made: 2, most_postings };
            base.write(vocabulary).expect("it can be written");
            gathered::let_go(connection).expect("it is there");
        }
        assert_eq!(postings(connection), whole);
        assert_eq!(check::faults(connection).expect("it can be read"), [""; 0]);
    }
}
