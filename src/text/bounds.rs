//! Where the words of a folded text begin and end, by the rules of Unicode (UAX #29).
//!
//! Nearly all text is Persian and Latin letters, digits and ASCII marks; these are handled here. Anything else is left
//! to `unicode-segmentation`, which gives the same result, only more slowly.

use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

use super::fold::{Class, Letter};

/// The words of `text` and what stands between them, each with its first byte; together they are the text.
pub(super) fn word_bounds(text: &str) -> UWordBoundIndices<'_> {
    text.split_word_bound_indices()
}

/// How many of `letters`, those of a folded text, make up the piece that they begin with; `None` where only the text
/// itself shows it.
pub(super) fn plain_piece(letters: &[Letter]) -> Option<usize> {
    let mut count = 0;
    loop {
        let (more, end) = plain_letters(&letters[count..]);
        count += more;
        let Some(mark) = letters.get(count).filter(|mark| mark.at() == end) else {
            return Some(count);
        };
        let next = letters.get(count + 1).filter(|next| next.at() == mark.end());
        if !mark.ch.is_ascii() || mark.ch == '_' || !next.is_none_or(is_plain) {
            return None;
        }
        let beside = letters[..count].last().zip(next);
        if !beside.is_some_and(|(before, next)| joins(before, mark.ch, next)) {
            return Some(count.max(1));
        }
        count += 1;
    }
}

/// How many of `letters` follow each other directly and are letters that the rules treat alike, or digits; and the byte
/// after them.
fn plain_letters(letters: &[Letter]) -> (usize, usize) {
    let mut end = letters.first().map_or(0, Letter::at);
    let mut count = 0;
    while let Some(letter) = letters.get(count).filter(|letter| letter.at() == end) {
        let width = match letter.class() {
            Class::PersianWord => 2,
            Class::EnglishWord | Class::Figure => 1,
            _ => break,
        };
        let run = letter.run().min(letters.len() - count);
        count += run;
        end += run * width;
    }
    (count, end)
}

/// Whether these two letters or digits are joined by `mark` between them.
fn joins(before: &Letter, mark: char, next: &Letter) -> bool {
    let joined = match next.class() {
        Class::Figure => ['.', '\'', ',', ';'],
        _ => ['.', '\'', ':', ':'],
    };
    let are_alike = (before.class() == Class::Figure) == (next.class() == Class::Figure);
    are_alike && next.is_alphanumeric() && joined.contains(&mark)
}

/// Whether it is ASCII, or a letter that the rules treat like those of ASCII.
#[inline]
fn is_plain(letter: &Letter) -> bool {
    letter.ch.is_ascii() || letter.class() == Class::PersianWord
}
