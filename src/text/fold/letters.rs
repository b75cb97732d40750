//! The characters of a folded text, each with the place that it comes from.

use crate::text::Span;

/// What stands before a character in the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: it follows the character before directly.
    None,
    /// A half-space: ZWNJ, soft hyphen or zero-width space.
    Half,
    /// White space, or the beginning of the text.
    Space,
}

/// One character of the folded text, and where it comes from.
///
/// There are many, so places have 32 bits: they are right in texts of up to 4 GiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The character as it compares; never white space.
    pub ch: char,
    /// What the original has before it.
    pub gap: Gap,
    /// What it can be part of.
    pub(super) class: Class,
    /// How many letters the run has that begins with it, if it is the first of one.
    run: u8,
    /// The first byte of the original that it stands for, and the one past the last, with the marks written on it.
    start: u32,
    end: u32,
    /// Its first byte in the folded text.
    at: u32,
}

/// What a folded character can be part of, ordered so that common questions are one comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::text) enum Class {
    /// A Persian word, in rare letters.
    RarePersian,
    /// A Persian word, in the letters U+0620 to U+06D3.
    PersianWord,
    /// An English word, in letters of ASCII.
    EnglishWord,
    /// A figure: one of the ten digits.
    Figure,
    /// An English word, in rare letters.
    RareEnglish,
    /// A word in other letters.
    OtherWord,
    /// None of these, though it is a number: ½, ①.
    Number,
    Sign,
}

impl Letter {
    /// The letter that stands for the bytes `span` of the original, and begins with the byte `at` of the folded text.
    #[inline]
    pub(super) fn new(ch: char, gap: Gap, class: Class, span: Span, at: usize) -> Self {
        let places = [span.start, span.end].map(narrow);
        Self::at_places(ch, gap, class, places, narrow(at))
    }

    /// The same, with places as they are stored.
    #[inline]
    pub(super) fn at_places(
        ch: char,
        gap: Gap,
        class: Class,
        [start, end]: [u32; 2],
        at: u32,
    ) -> Self {
        Self { ch, gap, class, run: 1, start, end, at }
    }

    /// The bytes of the original that it stands for, with the marks written on it.
    #[inline]
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Its first byte in the folded text.
    #[inline]
    pub fn at(&self) -> usize {
        self.at as usize
    }

    /// Makes it stand for the bytes of the original up to `end`.
    #[inline]
    pub(super) fn extend_to(&mut self, end: usize) {
        self.end = narrow(end);
    }

    /// Makes it begin with the byte `at` of the folded text.
    #[inline]
    pub(super) fn move_to(&mut self, at: usize) {
        self.at = narrow(at);
    }

    /// How many letters make a run from it on: common ones of one class with nothing between them. It counts itself;
    /// only the first letter of a run knows of the others.
    #[inline]
    pub(crate) fn run(&self) -> usize {
        usize::from(self.run)
    }

    /// Stores the length of each run in its first letter, so that whoever reads words need not look at every letter.
    ///
    /// A run that is too long is treated as if it were none.
    pub(super) fn count_runs(letters: &mut [Self]) {
        let goes_on =
            |letter: &Self, next: &Self| next.gap == Gap::None && next.class == letter.class;
        for run in letters.chunk_by_mut(goes_on) {
            if (Class::PersianWord..=Class::Figure).contains(&run[0].class) {
                run[0].run = u8::try_from(run.len()).unwrap_or(1);
            }
        }
    }

    /// Whether it is a letter or a digit.
    #[inline]
    pub fn is_alphanumeric(&self) -> bool {
        self.class != Class::Sign
    }

    /// Whether it can be part of a Persian word.
    #[inline]
    pub(super) fn is_persian(&self) -> bool {
        self.class <= Class::PersianWord
    }

    /// What it can be part of.
    #[inline]
    pub(in crate::text) fn class(&self) -> Class {
        self.class
    }

    /// The byte after it in the folded text.
    #[inline]
    pub fn end(&self) -> usize {
        self.at() + self.ch.len_utf8()
    }
}

/// A place as it is stored.
#[inline]
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
