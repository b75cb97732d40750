//! The fold: the form in which texts are compared, with a map back to the original.
//!
//! Two spellings that a careful editor would call the same word fold to the same string. Folding
//! works in four steps: single characters by the [`table`], compatibility decomposition and lower
//! case; then the hamza on its carrier, and the ye of the ezafe that stands apart from its word;
//! then the spaces that stand where a half-space should (`compounds.txt` and the endings); then words
//! that have two right spellings. Folding a folded text changes nothing. What is shown or stored is
//! never the folded text. Each rule, its gains and its false merges are listed in `tests/fold/README.md`.

mod change;
mod compounds;
mod hamza;
mod joining;
mod letters;
mod part;
mod piece;
mod settle;
mod spelling;
pub mod table;

use std::ops::Range;

pub use self::change::Change;
use self::change::Witness;
pub(super) use self::letters::Class;
use self::letters::Read;
pub use self::letters::{Gap, Letter};
pub use self::part::FoldedPart;
use self::piece::Piece;
use super::span::Span;

/// The version of the fold, and of the words that are made of it. What is kept of them is made anew where it changes.
pub const VERSION: u32 = 5;

/// A text in the form in which it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    text: String,
    letters: Vec<Letter>,
}

impl Folded {
    /// The folded text: words one space apart, nothing at the ends.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The characters of the folded text without its spaces.
    pub fn letters(&self) -> &[Letter] {
        &self.letters
    }

    /// The span of the original that the bytes `folded` of the folded text come from.
    ///
    /// The range must lie on character boundaries and hold a character other than a space.
    pub fn original(&self, folded: Range<usize>) -> Span {
        let first = self.letters.partition_point(|l| l.at < folded.start);
        let past = self.letters.partition_point(|l| l.at < folded.end);
        Span::new(
            self.letters[first].span.start,
            self.letters[past - 1].span.end,
        )
    }
}

/// Folds `text` into the form in which it is compared.
pub fn fold(text: &str) -> Folded {
    folded(text, &mut ())
}

/// Folds `text`, and says which rules changed it, in the order of the text.
pub fn explain(text: &str) -> (Folded, Vec<Change>) {
    let mut changes = Vec::new();
    let folded = folded(text, &mut changes);
    changes.sort();
    (folded, changes)
}

/// The names of all rules, each once.
pub fn rules() -> Vec<&'static str> {
    let silent = [table::HALF_SPACES, table::DROPPED, table::DECOMPOSED];
    let mut names: Vec<_> = table::RULES.iter().map(|rule| rule.name).collect();
    names.extend(silent.into_iter().flatten().map(|row| row.name));
    names.extend(letters::NAMES);
    names.extend(hamza::NAMES);
    names.extend(joining::NAMES);
    names.extend(settle::NAMES);
    names.push(spelling::NAME);
    names
}

fn folded(text: &str, witness: &mut impl Witness) -> Folded {
    let Read {
        mut letters,
        is_persian,
        ..
    } = letters::read(text, witness);
    if !is_persian {
        return written(letters);
    }
    let has_carriers = hamza::carriers(&mut letters, witness);
    settle::settle(&mut letters, witness);
    let squeezed = squeezed(&mut letters);
    let words = joining::words(&letters, &squeezed, witness);
    let mut writer = Writer {
        text: String::with_capacity(text.len()),
        squeezed: &squeezed,
        letters,
        kept: 0,
        has_carriers,
    };
    writer.write(&words, witness);
    Folded {
        text: writer.text,
        letters: writer.letters,
    }
}

/// Writes letters out as they are: for a text without a Persian word, to which no other rule applies.
fn written(mut letters: Vec<Letter>) -> Folded {
    let mut text = String::with_capacity(letters.len() * 5 / 4);
    for letter in &mut letters {
        letter.write(letter.gap == Gap::Space, &mut text);
    }
    Folded { text, letters }
}

/// The characters of letters one after another; each letter then knows where it stands there.
fn squeezed(letters: &mut [Letter]) -> String {
    let mut squeezed = String::with_capacity(2 * letters.len());
    for letter in letters {
        letter.write(false, &mut squeezed);
    }
    squeezed
}

/// Writes the letters of a Persian text out, in the place where they stand.
struct Writer<'a> {
    text: String,
    /// The letters without spaces, as they were when words were joined.
    squeezed: &'a str,
    letters: Vec<Letter>,
    /// How many letters are written.
    kept: usize,
    /// Whether a hamza may have to be taken off its carrier, now that words are joined.
    has_carriers: bool,
}

impl Writer<'_> {
    /// Writes all letters; `words` are those of Persian letters.
    fn write(&mut self, words: &[Piece], witness: &mut impl Witness) {
        let mut at = 0;
        for word in words {
            self.write_others(at..word.first);
            self.write_word(word, witness);
            at = word.past;
        }
        self.write_others(at..self.letters.len());
        self.letters.truncate(self.kept);
    }

    /// Writes letters that are not Persian.
    fn write_others(&mut self, place: Range<usize>) {
        for i in place {
            self.write_letter(i, self.letters[i].gap == Gap::Space);
        }
    }

    fn write_word(&mut self, piece: &Piece, witness: &mut impl Witness) {
        let word = &mut self.letters[piece.first..piece.past];
        if self.has_carriers {
            hamza::of_word(word, witness);
        }
        let settled = spelling::settle(word, witness);
        let left = settled.unwrap_or(word.len());
        let left = hamza::at_end(&mut word[..left], witness);
        let its = piece.first..piece.first + left;
        if self.has_carriers || settled.is_some() {
            for i in its {
                self.write_letter(i, piece.is_spaced && i == piece.first);
            }
        } else {
            self.write_unchanged(its, piece.is_spaced);
        }
    }

    /// Writes the letters of a word, at least one, that are what they were when words were joined.
    fn write_unchanged(&mut self, its: Range<usize>, is_spaced: bool) {
        let (first, last) = (self.letters[its.start].at, self.letters[its.end - 1].end());
        if is_spaced && !self.text.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(&self.squeezed[first..last]);
        let past = self.kept + its.len();
        if self.kept < its.start {
            self.letters.copy_within(its, self.kept);
        }
        for letter in &mut self.letters[self.kept..past] {
            letter.at = letter.at - first + start;
        }
        self.kept = past;
    }

    fn write_letter(&mut self, i: usize, is_spaced: bool) {
        let mut letter = self.letters[i];
        letter.write(is_spaced, &mut self.text);
        self.letters[self.kept] = letter;
        self.kept += 1;
    }
}
