//! The words of a text as they are counted and compared, and the marks between them.

use super::bounds::word_bounds;
use super::fold::{Folded, fold};
use super::number::Number;
use super::parts::Parts;
use super::span::Span;

/// What a word is, to a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// A word of a language: compared by its letters.
    Word,
    /// A number in digits: all numbers compare as one token, their values are looked at later.
    Number(Number),
}

/// One word of a text, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The folded letters.
    pub folded: String,
    /// Where the word stands in the original, with the half-spaces and spaces inside it.
    pub span: Span,
    /// A word or a number.
    pub kind: WordKind,
}

impl Word {
    /// What the word compares as: its folded letters, or `#` for any number.
    pub fn token(&self) -> &str {
        match self.kind {
            WordKind::Word => &self.folded,
            WordKind::Number(_) => "#",
        }
    }

    /// The stem of the word and what is written on to it, as bytes of `folded`.
    pub fn parts(&self) -> Parts {
        Parts::of(&self.folded)
    }

    /// Whether the two are the same word, or numbers of the same value.
    pub fn is_same(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (WordKind::Number(a), WordKind::Number(b)) => a == b,
            _ => self.folded == other.folded,
        }
    }
}

/// A punctuation mark or symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The mark, folded.
    pub folded: String,
    /// Where it stands in the original.
    pub span: Span,
    /// How many words stand before it.
    pub after: usize,
}

/// A text as a comparison sees it: its words and its marks, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    text: String,
    folded: Folded,
    words: Vec<Word>,
    marks: Vec<Mark>,
}

impl Words {
    /// Reads the words and marks of `text`.
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        let mut words = Vec::new();
        let mut marks = Vec::new();
        for (at, token) in word_bounds(folded.text()) {
            if token == " " {
                continue;
            }
            let span = folded.original(at..at + token.len());
            let token = token.to_owned();
            if token.contains(char::is_alphanumeric) {
                let number = Number::read(&token);
                words.push(Word {
                    folded: token,
                    span,
                    kind: number.map_or(WordKind::Word, WordKind::Number),
                });
            } else {
                marks.push(Mark {
                    folded: token,
                    span,
                    after: words.len(),
                });
            }
        }
        Self {
            text: text.to_owned(),
            folded,
            words,
            marks,
        }
    }

    /// The text as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text in the form in which it is compared.
    pub fn folded(&self) -> &str {
        self.folded.text()
    }

    /// The words, in order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The marks, in order.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is not one word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// What the words compare as, in order.
    pub fn tokens(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(Word::token)
    }
}
