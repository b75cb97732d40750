//! The words of a text as they are counted and compared, and the marks between them.

use std::ops::Range;

use super::bounds::word_bounds;
use super::fold::{Folded, fold};
use super::lang::Lang;
use super::number::Number;
use super::span::Span;

/// What a word is, to a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// A word of a language: compared by its letters.
    Word,
    /// A number in digits: all numbers compare as one token, their values are looked at later.
    Number(Number),
}

/// One word of a text; [`Words`] has its letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The folded letters, as bytes of [`Words::folded`].
    pub folded: Range<usize>,
    /// Where the word stands in the original, with the half-spaces and spaces inside it.
    pub span: Span,
    /// A word or a number.
    pub kind: WordKind,
}

impl Word {
    /// The token by which numbers of the same value are found; nothing for a word of a language.
    pub fn value_token(&self) -> Option<String> {
        match &self.kind {
            WordKind::Word => None,
            WordKind::Number(number) => Some(format!("#{number}")),
        }
    }
}

/// A punctuation mark or symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The mark, folded, as bytes of [`Words::folded`].
    pub folded: Range<usize>,
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
        let mut words = Vec::with_capacity(folded.letters().len() / 4);
        let mut marks = Vec::new();
        let mut letters = folded.letters();
        for (at, token) in word_bounds(folded.text()) {
            if token == " " {
                continue;
            }
            let end = at + token.len();
            let past = letters.iter().take_while(|letter| letter.at < end).count();
            let span = Span::new(letters[0].span.start, letters[past - 1].span.end);
            letters = &letters[past..];
            if token.contains(is_letter_or_digit) {
                let number = Number::read(token);
                words.push(Word {
                    folded: at..end,
                    span,
                    kind: number.map_or(WordKind::Word, WordKind::Number),
                });
            } else {
                marks.push(Mark {
                    folded: at..end,
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

    /// The folded letters of one of the words or marks.
    pub fn letters(&self, folded: &Range<usize>) -> &str {
        &self.folded.text()[folded.clone()]
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

    /// What the words compare as, in order: their folded letters, or `#` for any number.
    pub fn tokens(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| self.token(word))
    }

    /// What one of the words compares as.
    pub fn token(&self, word: &Word) -> &str {
        match word.kind {
            WordKind::Word => self.letters(&word.folded),
            WordKind::Number(_) => "#",
        }
    }

    /// Whether one of the words and one of `other` are the same word, or numbers of the same value.
    pub fn is_same(&self, word: &Word, other: &Self, others: &Word) -> bool {
        match (&word.kind, &others.kind) {
            (WordKind::Number(a), WordKind::Number(b)) => a == b,
            _ => self.letters(&word.folded) == other.letters(&others.folded),
        }
    }
}

/// As the standard library says, but sooner for the letters of the two languages.
fn is_letter_or_digit(c: char) -> bool {
    Lang::of_letter(c).is_some() || c.is_alphanumeric()
}
