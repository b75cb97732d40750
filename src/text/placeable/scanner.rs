//! What all readers of placeables stand on: the tokens of a text, and what is asked of one of them.

use super::roles::{Role, roles};
use super::tokens::{Token, TokenKind};
use crate::text::Lang;

/// Room, in bytes, for a long name with the word after it.
const LONGEST_NAME: usize = 48;

/// Reads placeables off tokens.
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token<'a>],
    pub(super) lang: Lang,
}

/// What was read, and the token after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read<T> {
    pub(super) value: T,
    pub(super) end: usize,
}

/// Returns what was read up to `end`.
pub(super) fn read<T>(value: T, end: usize) -> Option<Read<T>> {
    Some(Read { value, end })
}

impl<T> Read<T> {
    /// The same place, read as something else.
    pub(super) fn map<U>(self, f: impl FnOnce(T) -> U) -> Read<U> {
        Read { value: f(self.value), end: self.end }
    }
}

impl Scanner<'_> {
    /// The longest name at `at` of at most `most` words: `find` finds it by its letters, and `opens` says which words
    /// such names begin with.
    ///
    /// The letters must be those of one of `names`. Half-spaces, spaces, hyphens and apostrophes between the words of a
    /// name do not count.
    pub(super) fn name<T>(
        &self,
        at: usize,
        most: usize,
        opens: impl Fn(&Role) -> bool,
        find: impl Fn(&str) -> Option<T>,
    ) -> Option<Read<T>> {
        let first = self.token(at).filter(|token| opens(token.role))?;
        let word = first.word()?;
        let roles = roles(self.lang);
        let mut letters = String::new();
        let mut longest = find(word).map(|value| Read { value, end: at + 1 });
        for (token, end) in self.tokens[at + 1..].iter().zip(at + 2..).take(2 * most - 1) {
            let next = match token.kind {
                TokenKind::Mark('-' | '\'') if token.is_attached() => continue,
                TokenKind::Mark(_) | TokenKind::Figure(_) => break,
                TokenKind::Word(_) => token.folded,
            };
            if letters.is_empty() {
                letters.reserve(LONGEST_NAME);
                letters.push_str(word);
            }
            letters.push_str(next);
            if !roles.get(&letters).is_some_and(&opens) {
                break;
            }
            if let Some(value) = find(&letters) {
                longest = read(value, end);
            }
        }
        longest
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    /// What the text has at a token.
    pub(super) fn original(&self, token: &Token<'_>) -> &str {
        token.span.of(self.text)
    }

    pub(super) fn is_capitalized(&self, token: &Token<'_>) -> bool {
        self.original(token).starts_with(char::is_uppercase)
    }

    /// The folded word at a token; nothing where a figure or a mark stands there.
    pub(super) fn word(&self, at: usize) -> Option<&str> {
        self.token(at)?.word()
    }

    /// The folded word before a token.
    pub(super) fn word_before(&self, at: usize) -> Option<&str> {
        self.word(at.checked_sub(1)?)
    }

    pub(super) fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.word(at).is_some_and(|word| words.contains(&word))
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|token| token.mark() == Some(mark))
    }

    /// The token after `at` where a mark stands there, else `at` itself.
    pub(super) fn past_mark(&self, at: usize, mark: char) -> usize {
        at + usize::from(self.is_mark(at, mark))
    }

    /// The token after the words at `at`, if they are `words`, whatever stands between their letters.
    pub(super) fn past_words(&self, at: usize, words: &[&str]) -> Option<usize> {
        let are_they = words.iter().enumerate().all(|(i, word)| self.word(at + i) == Some(word));
        are_they.then_some(at + words.len())
    }
}
