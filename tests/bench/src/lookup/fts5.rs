//! Owns the search by SQLite's FTS5: the best 200 segments by its BM25 for any of the tokens, then rated.

use rusqlite::{Connection, params};

use super::brute::{self, CANDIDATES, Found};
use super::segments::Segments;
use crate::Result;

/// An index of segments, in the computer's memory.
pub(super) struct Fts5 {
    connection: Connection,
}

impl Fts5 {
    /// Makes the index; an error where this SQLite has no FTS5.
    pub(super) fn of(segments: &Segments) -> Result<Self> {
        let mut connection = Connection::open_in_memory()?;
        let sql = "CREATE VIRTUAL TABLE segment USING fts5(tokens, content='', tokenize=\"unicode61 remove_diacritics 0\")";
        connection.execute_batch(sql)?;
        let change = connection.transaction()?;
        {
            let sql = "INSERT INTO segment (rowid, tokens) VALUES (?1, ?2)";
            let mut insert = change.prepare(sql)?;
            for segment in 0..segments.len() {
                let tokens = text(segments, segments.words(segment)).join(" ");
                insert.execute(params![segment as i64 + 1, tokens])?;
            }
        }
        change.commit()?;
        Ok(Self { connection })
    }

    /// The candidates for `query` that reach the threshold, best first.
    pub(super) fn search(&self, segments: &Segments, query: &[u32]) -> Result<Vec<Found>> {
        let quoted = text(segments, query).into_iter();
        let quoted = quoted.map(|token| format!("\"{}\"", token.replace('"', "\"\"")));
        let any = quoted.collect::<Vec<_>>().join(" OR ");
        let sql = "SELECT rowid FROM segment WHERE segment MATCH ?1 ORDER BY rank LIMIT ?2";
        let mut select = self.connection.prepare_cached(sql)?;
        let rows = select.query_map(params![any, CANDIDATES as i64], |row| row.get::<_, i64>(0))?;
        let rows = rows.collect::<rusqlite::Result<Vec<i64>>>()?;
        let candidates = rows.into_iter().map(|row| row as usize - 1);
        Ok(brute::rapidfuzz_among(segments, query, candidates))
    }
}

/// The tokens, with a digit for a number, since the tokenizer drops `#`.
fn text<'a>(segments: &'a Segments, words: &[u32]) -> Vec<&'a str> {
    let tokens = segments.tokens(words).into_iter();
    tokens.map(|t| if t == "#" { "0" } else { t }).collect()
}
