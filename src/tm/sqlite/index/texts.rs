//! The texts of units as the index sees them: tokens, worked out on all cores.

use rusqlite::Connection;

use crate::error::Result;
use crate::text::words::inner_token;
use crate::text::{Lang, Words};
use crate::tm::sqlite::{shares, store_error};

/// The tokens by which a unit is found in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tokenized {
    pub(super) unit: i64,
    /// Its tokens in order, one per line.
    words: String,
    /// The values of its placeables and the words inside them, as additional tokens: a concordance looks for them. One
    /// per line.
    beside: String,
}

impl Tokenized {
    pub(super) fn of(unit: i64, text: &str, lang: Lang) -> Self {
        let mut tokenized = Self { unit, ..Self::default() };
        let words = Words::of(text, lang);
        for word in words.words() {
            push_line(&mut tokenized.words, words.token(word));
            if let Some(value) = word.value_token() {
                push_line(&mut tokenized.beside, &value);
            }
            for letters in words.inner(word) {
                push_line(&mut tokenized.beside, &inner_token(letters));
            }
        }
        tokenized
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.lines()
    }

    pub(super) fn beside(&self) -> impl Iterator<Item = &str> {
        self.beside.lines()
    }
}

fn push_line(lines: &mut String, line: &str) {
    lines.push_str(line);
    lines.push('\n');
}

/// Passes the units after the number `after` to `take`, in their order, tokenized in `lang`.
pub(super) fn each(
    connection: &Connection,
    lang: Lang,
    after: i64,
    mut take: impl FnMut(&Tokenized) -> Result<()>,
) -> Result<()> {
    let column = match lang {
        Lang::Persian => "persian",
        Lang::English => "english",
    };
    let sql = format!("SELECT id, {column} FROM unit WHERE id > ?1 ORDER BY id");
    let mut select = connection.prepare(&sql).map_err(store_error)?;
    let mut rows = select.query([after]).map_err(store_error)?;
    let mut texts = Vec::new();
    loop {
        let row = rows.next().map_err(store_error)?;
        let is_last = row.is_none();
        if let Some(row) = row {
            let text = row.get(0).and_then(|unit| Ok((unit, row.get(1)?)));
            texts.push(text.map_err(store_error)?);
        }
        if is_last || texts.len() == shares::BATCH {
            let tokenized = shares::each(&texts, |(unit, text): &(i64, String)| {
                Tokenized::of(*unit, text, lang)
            });
            tokenized.iter().try_for_each(&mut take)?;
            texts.clear();
        }
        if is_last {
            return Ok(());
        }
    }
}
