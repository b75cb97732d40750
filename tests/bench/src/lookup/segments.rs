//! Owns the segments of a memory as the other systems see them: hamta's folded tokens, numbered.

use std::collections::HashMap;

use hamta::text::{Lang, Words};

/// Segments, each a run of token numbers.
#[derive(Default)]
pub(super) struct Segments {
    /// The number of each segment in the memory.
    ids: Vec<i64>,
    words: Vec<u32>,
    /// Where each segment ends in `words`.
    ends: Vec<usize>,
    numbers: HashMap<String, u32>,
    tokens: Vec<String>,
}

impl Segments {
    pub(super) fn of(units: &[(i64, String)]) -> Self {
        let mut segments = Self::default();
        for (id, text) in units {
            let words = segments.number(text);
            segments.ids.push(*id);
            segments.words.extend(words);
            segments.ends.push(segments.words.len());
        }
        segments
    }

    /// The tokens of `text` as numbers; new tokens get new ones.
    pub(super) fn number(&mut self, text: &str) -> Vec<u32> {
        let words = Words::of(text, Lang::Persian);
        words.tokens().map(|token| self.number_of(token)).collect()
    }

    fn number_of(&mut self, token: &str) -> u32 {
        if let Some(number) = self.numbers.get(token) {
            return *number;
        }
        let number = self.tokens.len() as u32;
        self.tokens.push(token.to_owned());
        self.numbers.insert(token.to_owned(), number);
        number
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn id(&self, segment: usize) -> i64 {
        self.ids[segment]
    }

    pub(super) fn words(&self, segment: usize) -> &[u32] {
        let start = segment.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.words[start..self.ends[segment]]
    }

    /// The tokens that the numbers stand for.
    pub(super) fn tokens(&self, words: &[u32]) -> Vec<&str> {
        let token = |word: &u32| self.tokens[*word as usize].as_str();
        words.iter().map(token).collect()
    }
}
