//! Where the words of a folded text begin and end, by the rules of Unicode (UAX #29).
//!
//! Nearly all text is Persian and Latin letters, digits and ASCII marks; these are told apart here. Anything
//! else, and all that follows it, is left to `unicode-segmentation`, which gives the same, only slower.

use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

use super::fold::{Class as LetterClass, Letter};

/// How many of `letters`, which are a folded text's, are the piece that they begin with; `None` where the text has to tell.
///
/// Nearly every piece is told here: a word of Persian or Latin letters, or a mark of ASCII.
pub(super) fn plain_piece(letters: &[Letter]) -> Option<usize> {
    let mut end = letters.first()?.at();
    let mut count = 0;
    for letter in letters {
        let length = match letter.class() {
            _ if letter.at() != end => return Some(count),
            LetterClass::EnglishWord if letter.ch.is_ascii() => 1,
            LetterClass::PersianWord if letter.ch <= LAST_PLAIN => 2,
            _ => break,
        };
        end += length;
        count += 1;
    }
    let Some(mark) = letters.get(count) else {
        return Some(count);
    };
    if !mark.ch.is_ascii_punctuation() || mark.ch == '_' {
        return None;
    }
    let next = letters
        .get(count + 1)
        .filter(|next| next.at() == mark.end());
    let is_certain = match (count, mark.ch) {
        (0, _) => next.is_none_or(|next| next.ch.is_ascii()),
        (_, '.' | ':' | '\'') => next.is_none(),
        _ => true,
    };
    is_certain.then_some(count.max(1))
}

/// The last of the letters from U+0620 on that are all alike to the rules.
const LAST_PLAIN: char = '\u{6D3}';

/// The words of `text` and what stands between them, each with its first byte; together they are the text.
pub fn word_bounds(text: &str) -> WordBounds<'_> {
    WordBounds {
        text,
        at: 0,
        others: None,
    }
}

/// Gives a text piece by piece; see [`word_bounds`].
#[derive(Clone, Debug)]
pub struct WordBounds<'a> {
    text: &'a str,
    at: usize,
    /// The pieces from `at` to the end, where something stands that is not told apart here.
    others: Option<UWordBoundIndices<'a>>,
}

impl<'a> Iterator for WordBounds<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.text[self.at..];
        if self.others.is_none() {
            if let Some(length) = first(rest) {
                let start = self.at;
                self.at += length;
                return (length > 0).then(|| (start, &rest[..length]));
            }
            self.others = Some(rest.split_word_bound_indices());
        }
        let (start, piece) = self.others.as_mut()?.next()?;
        Some((self.at + start, piece))
    }
}

/// What a character is to the bounds of words; `Other` may be anything.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Space,
    /// A mark that never joins anything.
    Mark,
    /// `:` joins letters.
    MidLetter,
    /// `,` and `;` join digits.
    MidDigit,
    /// `.` and `'` join either.
    Mid,
    Other,
    End,
}

/// The bytes of the first piece of `rest`; `None` where that depends on a character of the class `Other`.
fn first(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let (mut class, mut end) = classify(bytes, 0);
    if !matches!(class, Class::Letter | Class::Digit) {
        let is_certain = match class {
            Class::Other => false,
            Class::Space => !matches!(classify(bytes, end).0, Class::Other | Class::Space),
            _ => classify(bytes, end).0 != Class::Other,
        };
        return is_certain.then_some(end);
    }
    loop {
        let (next, past) = classify(bytes, end);
        match next {
            Class::Letter | Class::Digit => (class, end) = (next, past),
            Class::Other => return None,
            Class::Space | Class::Mark | Class::End => return Some(end),
            Class::MidLetter | Class::MidDigit | Class::Mid => {
                let (beyond, after) = classify(bytes, past);
                let joins = match class {
                    Class::Letter => next != Class::MidDigit,
                    _ => next != Class::MidLetter,
                };
                match beyond {
                    Class::Other => return None,
                    _ if joins && beyond == class => end = after,
                    _ => return Some(end),
                }
            }
        }
    }
}

/// The class of the character at `at`, and the byte after it.
#[inline]
fn classify(bytes: &[u8], at: usize) -> (Class, usize) {
    let Some(&byte) = bytes.get(at) else {
        return (Class::End, at);
    };
    if let Some(class) = CLASSES[usize::from(byte)] {
        return (class, at + 1);
    }
    // U+0620..=U+063F, U+0641..=U+064A, U+0671..=U+06D3.
    let is_letter = match (byte, bytes.get(at + 1).copied().unwrap_or_default()) {
        (0xD8, next) => next >= 0xA0,
        (0xD9, next) => matches!(next, 0x81..=0x8A | 0xB1..=0xBF),
        (0xDA, _) => true,
        (_, next) => next <= 0x93,
    };
    match is_letter {
        true => (Class::Letter, at + 2),
        false => (Class::Other, at + 1),
    }
}

/// The class of each byte, as the first one of a character; `None` where the next one tells.
const CLASSES: [Option<Class>; 256] = {
    let mut classes = [Some(Class::Other); 256];
    let mut byte = 0;
    while byte < u8::MAX {
        classes[byte as usize] = class(byte);
        byte += 1;
    }
    classes
};

const fn class(byte: u8) -> Option<Class> {
    Some(match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
        b'0'..=b'9' => Class::Digit,
        b' ' => Class::Space,
        b':' => Class::MidLetter,
        b',' | b';' => Class::MidDigit,
        b'.' | b'\'' => Class::Mid,
        b'_' => Class::Other,
        b'!'..=b'~' => Class::Mark,
        0xD8..=0xDB => return None,
        _ => Class::Other,
    })
}
