//! The units on their way into the base: their tokens, and then their slots.
//!
//! They stand in tables that end with the transaction, which SQLite keeps in a file where they are large; only the
//! distinct tokens are in the computer's memory. So indexing a memory of millions of units takes little room.

use foldhash::HashMap;
use rusqlite::{Connection, params};

use super::sequences::{put_tokens, read_tokens};
use super::texts;
use crate::error::Result;
use crate::text::Lang;
use crate::tm::sqlite::store_error;

/// Units as they come. words: how many they have; tokens: the numbers of these, then those of the additional tokens, as
/// variable-length integers.
const GATHERED: &str = "CREATE TEMP TABLE gathered (
    unit   INTEGER PRIMARY KEY,
    words  INTEGER NOT NULL,
    tokens BLOB NOT NULL
) STRICT";

/// The same with the numbers that are written, and the highest two of its words' numbers in one.
const NUMBERED: &str = "CREATE TEMP TABLE numbered (
    unit   INTEGER PRIMARY KEY,
    words  INTEGER NOT NULL,
    rarest INTEGER NOT NULL,
    tokens BLOB NOT NULL
) STRICT";

/// The same once more, in the order of the slots, counted from 1.
const SLOTTED: &str = "CREATE TEMP TABLE slotted AS
    SELECT unit, words, tokens FROM numbered ORDER BY words, rarest, unit";

/// The tokens of the units of one language, numbered as they come.
#[derive(Default)]
pub(super) struct Vocabulary {
    pub(super) numbers: HashMap<Box<str>, u32>,
    /// How many units hold each token, by its number.
    pub(super) units: Vec<u32>,
}

/// A unit in its slot.
pub(super) struct Slotted<'g> {
    pub(super) slot: u32,
    pub(super) unit: i64,
    /// Its words in order, by their numbers.
    pub(super) words: &'g [u32],
    /// The same, followed by the additional tokens.
    pub(super) tokens: &'g [u32],
}

/// Gathers all units in `lang`; returns their tokens.
pub(super) fn gather(connection: &Connection, lang: Lang) -> Result<Vocabulary> {
    connection.execute_batch(GATHERED).map_err(store_error)?;
    let sql = "INSERT INTO gathered (unit, words, tokens) VALUES (?1, ?2, ?3)";
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
        put_tokens(&mut bytes, &tokens);
        vocabulary.count(&mut tokens);
        let inserted = insert.execute(params![unit.unit, words, bytes]);
        inserted.map(drop).map_err(store_error)
    })?;
    Ok(vocabulary)
}

/// Assigns slots to all units that were gathered, until [`let_go`]: those with the fewest words first, of these those
/// with the same rarest words next to each other, then by number. Their tokens get the numbers that `written` has for
/// theirs; the higher the number, the rarer the token.
pub(super) fn put_in_slots(connection: &Connection, written: &[u32]) -> rusqlite::Result<()> {
    connection.execute_batch(NUMBERED)?;
    {
        let mut select = connection.prepare("SELECT unit, words, tokens FROM gathered")?;
        let sql = "INSERT INTO numbered (unit, words, rarest, tokens) VALUES (?1, ?2, ?3, ?4)";
        let mut insert = connection.prepare(sql)?;
        let mut rows = select.query([])?;
        let (mut tokens, mut bytes) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next()? {
            let (unit, words): (i64, usize) = (row.get(0)?, row.get(1)?);
            read_tokens(row.get_ref(2)?.as_blob()?, &mut tokens);
            for token in &mut tokens {
                *token = written[*token as usize];
            }
            bytes.clear();
            put_tokens(&mut bytes, &tokens);
            insert.execute(params![unit, words, rarest(&tokens[..words]), bytes])?;
        }
    }
    connection.execute_batch("DROP TABLE temp.gathered")?;
    connection.execute_batch(SLOTTED)?;
    connection.execute_batch("DROP TABLE temp.numbered")
}

/// The two highest numbers among words, the higher one above.
fn rarest(words: &[u32]) -> i64 {
    let rarest = words.iter().copied().max().unwrap_or_default();
    let others = words.iter().copied().filter(|&word| word != rarest);
    i64::from(rarest) << u32::BITS | i64::from(others.max().unwrap_or_default())
}

/// Passes the units in slots to `take`, slot by slot.
pub(super) fn each(
    connection: &Connection,
    mut take: impl FnMut(Slotted<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut select =
        connection.prepare("SELECT unit, words, tokens FROM slotted ORDER BY rowid")?;
    let mut rows = select.query([])?;
    let mut tokens = Vec::new();
    let mut slot = 0;
    while let Some(row) = rows.next()? {
        let words: usize = row.get(1)?;
        read_tokens(row.get_ref(2)?.as_blob()?, &mut tokens);
        take(Slotted { slot, unit: row.get(0)?, words: &tokens[..words], tokens: &tokens })?;
        slot += 1;
    }
    Ok(())
}

/// Ends what [`put_in_slots`] began.
pub(super) fn let_go(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("DROP TABLE temp.slotted")
}

impl Vocabulary {
    /// The number of a token; the next free one where it has none yet.
    fn number(&mut self, token: &str) -> u32 {
        if let Some(&number) = self.numbers.get(token) {
            return number;
        }
        let next = index(self.numbers.len());
        self.numbers.insert(token.into(), next);
        self.units.push(0);
        next
    }

    /// Counts a unit that holds the tokens, each of them once; reorders them.
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
