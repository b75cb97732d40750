//! The tokens and origins that were looked up, kept from one search to the next as long as nobody changes the memory.

use foldhash::HashMap;

use crate::text::Lang;
use crate::tm::store::Token;

/// How many tokens of a language are kept: some megabytes.
const MOST: usize = 1 << 16;

/// What the index says of tokens, and the names of origins.
#[derive(Debug, Default)]
pub(in crate::tm::sqlite) struct Known {
    /// The state of the memory for which it says so, as SQLite numbers the states that other programs make.
    state: Option<i64>,
    persian: HashMap<Box<str>, Option<Token>>,
    english: HashMap<Box<str>, Option<Token>>,
    /// The names of origins, by their numbers; a memory has few.
    pub(in crate::tm::sqlite) origins: HashMap<i64, String>,
}

impl Known {
    /// Forgets everything: this program changed the memory.
    pub(in crate::tm::sqlite) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Forgets what was not kept for `state`.
    pub(in crate::tm::sqlite) fn hold_for(&mut self, state: i64) {
        if self.state != Some(state) {
            self.clear();
            self.state = Some(state);
        }
    }

    pub(super) fn get(&self, lang: Lang, token: &str) -> Option<Option<Token>> {
        match lang {
            Lang::Persian => self.persian.get(token).copied(),
            Lang::English => self.english.get(token).copied(),
        }
    }

    pub(super) fn put(&mut self, lang: Lang, token: &str, found: Option<Token>) {
        let tokens = match lang {
            Lang::Persian => &mut self.persian,
            Lang::English => &mut self.english,
        };
        if tokens.len() == MOST {
            tokens.clear();
        }
        tokens.insert(token.into(), found);
    }
}
