//! The characters of a folded text, each with the place that it comes from.

use crate::text::Span;

/// What stands before a character in the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: it follows the character before at once.
    None,
    /// A half-space: ZWNJ, soft hyphen or zero-width space.
    Half,
    /// White space, or the beginning of the text.
    Space,
}

/// One character of the folded text, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The character as it compares; never white space.
    pub ch: char,
    /// What the original has before it.
    pub gap: Gap,
    /// What it can be part of.
    pub(super) class: Class,
    /// The bytes of the original that it stands for, with the marks written on it.
    pub span: Span,
    /// Its first byte in the folded text.
    pub at: usize,
}

/// What a folded character can be part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Class {
    PersianWord,
    EnglishWord,
    /// A word in other letters.
    OtherWord,
    /// A figure: one of the ten digits.
    Figure,
    /// Neither, though it is a number: ½, ①.
    Number,
    Sign,
}

impl Letter {
    /// Whether it is a letter or a digit.
    #[inline]
    pub fn is_alphanumeric(&self) -> bool {
        self.class != Class::Sign
    }

    /// Whether it can be part of a Persian word.
    #[inline]
    pub(super) fn is_persian(&self) -> bool {
        self.class == Class::PersianWord
    }

    /// What it can be part of.
    #[inline]
    pub(in crate::text) fn class(&self) -> Class {
        self.class
    }

    /// Makes it a letter of a part of the text that begins with the byte `start`, and in the folded text with the byte `folded`.
    #[inline]
    pub(super) fn move_to_part(&mut self, start: usize, folded: usize) {
        self.span.start -= start;
        self.span.end -= start;
        self.at -= folded;
    }

    /// The byte after it in the folded text.
    #[inline]
    pub fn end(&self) -> usize {
        self.at + self.ch.len_utf8()
    }
}
