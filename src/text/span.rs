//! Where something stands in a text, and the line and column of that place.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// The mark at the start of a file that says that it is in Unicode.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// A half-open range of bytes in an original text, always on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends where it starts or later");
        Self { start, end }
    }

    /// The piece of `text` that the span covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The span as a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The same span in a text that begins `offset` bytes earlier.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Self {
        Self::new(self.start + offset, self.end + offset)
    }

    /// Whether the two spans share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly within this span.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The number of bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// A place in a text, in the units in which readers count.
///
/// A byte order mark at the start of the text does not count as a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1; a line ends with `\n`.
    pub line: usize,
    /// The column, from 1, in characters (Unicode scalar values).
    pub column: usize,
    /// The column, from 1, in UTF-16 code units.
    pub utf16_column: usize,
    /// How much of the text comes before, in UTF-16 code units.
    pub utf16_offset: usize,
}

/// Works out positions in one text; cheapest when asked from the front to the back.
#[derive(Clone, Debug)]
pub struct Positions<'a> {
    text: &'a str,
    offset: usize,
    position: Position,
}

impl<'a> Positions<'a> {
    /// Positions in `text`.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            offset: 0,
            position: Position { line: 1, column: 1, utf16_column: 1, utf16_offset: 0 },
        }
    }

    /// The position of the byte `offset`, which must lie on a character boundary.
    pub fn of(&mut self, offset: usize) -> Position {
        if offset < self.offset {
            *self = Self::new(self.text);
        }
        let passed = &self.text[self.offset..offset];
        let passed = match self.offset {
            0 => passed.strip_prefix(BYTE_ORDER_MARK).unwrap_or(passed),
            _ => passed,
        };
        for c in passed.chars() {
            self.position.pass(c);
        }
        self.offset = offset;
        self.position
    }
}

impl Position {
    /// Moves on past one character.
    fn pass(&mut self, c: char) {
        self.utf16_offset += c.len_utf16();
        if c == '\n' {
            self.line += 1;
            self.column = 1;
            self.utf16_column = 1;
        } else {
            self.column += 1;
            self.utf16_column += c.len_utf16();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, before: &str, expected: [usize; 4]) {
        let offset = text.find(before).expect("it stands there");
        let found = Positions::new(text).of(offset);
        let found = [found.line, found.column, found.utf16_column, found.utf16_offset];
        assert_eq!(found, expected, "{before:?} in {text:?}");
    }

    #[test]
    fn positions_are_counted_in_characters_and_in_utf_16() {
        check("", "", [1, 1, 1, 0]);
        check("می‌شود که", "که", [1, 8, 8, 7]);
        check("سَلامٌ!", "!", [1, 7, 7, 6]);
        check("🙂 𐎠 است", "است", [1, 5, 7, 6]);
        check("🙂\n𐎠 است", "است", [2, 3, 4, 6]);
        check("👩‍👩‍👧 است", "است", [1, 7, 10, 9]);
        check("a\r\nb", "b", [2, 1, 1, 3]);
        check("\u{FEFF}سلام", "سلام", [1, 1, 1, 0]);
        check("\u{FEFF}سلام\nx", "x", [2, 1, 1, 5]);
    }

    #[test]
    fn positions_may_be_asked_for_backwards() {
        let mut positions = Positions::new("\u{FEFF}a\n🙂b");
        let last = positions.of(9);
        assert_eq!((last.line, last.column, last.utf16_column), (2, 2, 3));
        assert_eq!(positions.of(3), Positions::new("a").of(0));
        assert_eq!(positions.of(9), last);
    }
}
