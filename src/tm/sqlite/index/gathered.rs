//! The units on their way into the base: their tokens, in the order of the slots.
//!
//! They stand in a table that the transaction ends with, which SQLite keeps in a file where it is large; only the different
//! tokens are in the computer's memory. So a memory of millions of units is indexed in little room.

use foldhash::HashMap;
use rusqlite::{Connection, params};

use super::sequences::read_tokens;
use super::texts;
use super::varint;
use crate::error::Result;
use crate::text::Lang;
use crate::tm::sqlite::store_error;

/// tokens: the numbers of a unit's words, then those of the tokens beside them, as variable-length integers.
const TABLE: &str = "CREATE TEMP TABLE gathered (
    words  INTEGER NOT NULL,
    unit   INTEGER NOT NULL,
    tokens BLOB NOT NULL,
    PRIMARY KEY (words, unit)
) STRICT, WITHOUT ROWID";

/// The tokens of the units of one language, numbered as they come.
#[derive(Default)]
pub(super) struct Vocabulary {
    pub(super) numbers: HashMap<Box<str>, u32>,
    /// How many units hold each token, by its number.
    pub(super) units: Vec<u32>,
}

/// A unit in its slot.
pub(super) struct Gathered<'g> {
    pub(super) slot: u32,
    pub(super) unit: i64,
    /// Its words in order, by their numbers.
    pub(super) words: &'g [u32],
    /// The same, and after them the tokens beside them.
    pub(super) tokens: &'g [u32],
}

/// Gathers all units in `lang` until [`let_go`]; gives their tokens.
pub(super) fn gather(connection: &Connection, lang: Lang) -> Result<Vocabulary> {
    connection.execute_batch(TABLE).map_err(store_error)?;
    let sql = "INSERT INTO gathered (words, unit, tokens) VALUES (?1, ?2, ?3)";
    let mut insert = connection.prepare(sql).map_err(store_error)?;
    let mut vocabulary = Vocabulary::default();
    let (mut tokens, mut bytes) = (Vec::new(), Vec::new());
    texts::each(connection, lang, 0, |unit| {
        tokens.clear();
        tokens.extend(unit.words().map(|token| vocabulary.number(token)));
        let words = tokens.len();
        if words == 0 {
            return Ok(());
        }
        tokens.extend(unit.beside().map(|token| vocabulary.number(token)));
        bytes.clear();
        let numbers = tokens.iter().map(|&token| u64::from(token));
        numbers.for_each(|number| varint::put(&mut bytes, number));
        vocabulary.count(&mut tokens);
        let inserted = insert.execute(params![words, unit.unit, bytes]);
        inserted.map(drop).map_err(store_error)
    })?;
    Ok(vocabulary)
}

/// Gives what was gathered to `take`, slot by slot: those with the fewest words first, then by number.
pub(super) fn each(
    connection: &Connection,
    mut take: impl FnMut(Gathered<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let sql = "SELECT words, unit, tokens FROM gathered ORDER BY words, unit";
    let mut select = connection.prepare(sql)?;
    let mut rows = select.query([])?;
    let mut tokens = Vec::new();
    let mut slot = 0;
    while let Some(row) = rows.next()? {
        let words: usize = row.get(0)?;
        read_tokens(row.get_ref(2)?.as_blob()?, &mut tokens);
        take(Gathered {
            slot,
            unit: row.get(1)?,
            words: &tokens[..words],
            tokens: &tokens,
        })?;
        slot += 1;
    }
    Ok(())
}

/// Ends what [`gather`] began.
pub(super) fn let_go(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("DROP TABLE temp.gathered")
}

impl Vocabulary {
    /// The number of a token; the next one where it has none.
    fn number(&mut self, token: &str) -> u32 {
        if let Some(&number) = self.numbers.get(token) {
            return number;
        }
        let next = index(self.numbers.len());
        self.numbers.insert(token.into(), next);
        self.units.push(0);
        next
    }

    /// Counts a unit that holds the tokens, each of them once; puts them in another order.
    fn count(&mut self, tokens: &mut [u32]) {
        tokens.sort_unstable();
        for same in tokens.chunk_by(|a, b| a == b) {
            self.units[same[0] as usize] += 1;
        }
    }
}

/// A place among tokens as it is written.
pub(super) fn index(place: usize) -> u32 {
    u32::try_from(place).expect("a memory has fewer than 2³² tokens")
}
