//! A part of a folded text: nothing of it is copied, and its places are counted from its own start.

use std::ops::Range;

use super::{Folded, Gap, Letter};
use crate::text::Span;

/// The fold of a part of a text, or of the whole.
#[derive(Clone, Copy, Debug)]
pub struct FoldedPart<'a> {
    text: &'a str,
    letters: &'a [Letter],
    /// The bytes of the original that stand before it.
    start: usize,
    /// The bytes of the folded text that stand before it.
    at: usize,
}

impl<'a> FoldedPart<'a> {
    /// The folded text: words separated by one space, nothing at the ends.
    pub fn text(self) -> &'a str {
        self.text
    }

    /// The characters of the folded text without its spaces, with their places in the whole text.
    pub fn letters(self) -> &'a [Letter] {
        self.letters
    }

    /// Where its letters from `first` to `last` stand in the part of the original.
    #[inline]
    pub fn span(self, first: &Letter, last: &Letter) -> Span {
        Span::new(first.span().start - self.start, last.span().end - self.start)
    }

    /// Where they stand in the part of the folded text.
    #[inline]
    pub fn place(self, first: &Letter, last: &Letter) -> Range<usize> {
        first.at() - self.at..last.end() - self.at
    }
}

/// Two parts are equal if all that they contain is, whatever stands before them.
impl PartialEq for FoldedPart<'_> {
    fn eq(&self, other: &Self) -> bool {
        let mut both = self.letters.iter().zip(other.letters);
        self.text == other.text
            && self.letters.len() == other.letters.len()
            && both.all(|(a, b)| {
                (a.gap, self.span(a, a), self.place(a, a))
                    == (b.gap, other.span(b, b), other.place(b, b))
            })
    }
}

impl Eq for FoldedPart<'_> {}

impl Folded {
    /// All of it.
    pub fn whole(&self) -> FoldedPart<'_> {
        FoldedPart { text: &self.text, letters: &self.letters, start: 0, at: 0 }
    }

    /// The fold of a part of the text, if that is a part of this fold; `None` where a word at one of its ends may
    /// belong to one beside it.
    ///
    /// The part must lie on character boundaries.
    pub fn part(&self, part: Span) -> Option<FoldedPart<'_>> {
        let first = self.letters.partition_point(|l| l.span().start < part.start);
        let past = self.letters.partition_point(|l| l.span().start < part.end);
        if !self.is_parted(first, part.start) || !self.is_parted(past, part.end) {
            return None;
        }
        let letters = &self.letters[first..past];
        let (at, end) = match letters {
            [] => (0, 0),
            [first, ..] => (first.at(), letters[letters.len() - 1].end()),
        };
        Some(FoldedPart { text: &self.text[at..end], letters, start: part.start, at })
    }

    /// Whether no letter reaches across `place`, and no rule looks across the space before the letter `at`, the first
    /// one after it: only words are joined, or a word and a number.
    fn is_parted(&self, at: usize, place: usize) -> bool {
        let (before, after) = self.letters.split_at(at);
        let Some(before) = before.last() else {
            return true;
        };
        let is_joined = before.is_persian() || before.ch.is_ascii_digit();
        let is_apart = |after: &Letter| after.gap == Gap::Space && !is_joined;
        before.span().end <= place && after.first().is_none_or(is_apart)
    }
}
