//! The fold: the form in which texts are compared, with a map back to the original.
//!
//! Two spellings that a careful editor would call the same word fold to the same string. Folding
//! works in four steps: single characters by the [`table`], compatibility decomposition and lower
//! case; then the hamza on its carrier, and the ye of the ezafe that stands apart from its word;
//! then the spaces that stand where a half-space should (`lists/compounds.fa.txt` and the endings); then words
//! that have two right spellings. Folding a folded text changes nothing. What is shown or stored is
//! never the folded text. Each rule, its gains and its false merges are listed in `tests/fold/README.md`.

mod action;
mod change;
mod compounds;
mod hamza;
mod joining;
mod letters;
mod part;
mod piece;
mod read;
mod rewriting;
mod settle;
mod spelling;
pub mod table;

use std::ops::Range;

pub use self::change::Change;
use self::change::Witness;
pub(crate) use self::joining::{COMPARATIVE, COPULA, PLURAL, VERBAL_PREFIX};
pub(super) use self::letters::Class;
pub use self::letters::{Gap, Letter};
pub use self::part::FoldedPart;
use self::piece::Piece;
use self::read::{Read, read};
use self::rewriting::Rewriting;
use super::span::Span;

/// The version of the fold, and of the words that are made of it. What is kept of them is made anew where it changes.
pub const VERSION: u32 = 11;

/// A text in the form in which it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    text: String,
    letters: Vec<Letter>,
}

impl Folded {
    /// The folded text: words separated by one space, nothing at the ends.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The folded text without its spaces.
    pub fn squeezed(&self) -> String {
        self.letters.iter().map(|letter| letter.ch).collect()
    }

    /// The characters of the folded text without its spaces.
    pub fn letters(&self) -> &[Letter] {
        &self.letters
    }

    /// The span of the original that the bytes `folded` of the folded text come from.
    ///
    /// The range must lie on character boundaries and hold a character other than a space.
    pub fn original(&self, folded: Range<usize>) -> Span {
        let first = self.letters.partition_point(|l| l.at() < folded.start);
        let past = self.letters.partition_point(|l| l.at() < folded.end);
        Span::new(self.letters[first].span().start, self.letters[past - 1].span().end)
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
    names.extend(read::NAMES);
    names.extend(hamza::NAMES);
    names.extend(joining::NAMES);
    names.extend(settle::NAMES);
    names.push(spelling::NAME);
    names
}

fn folded(text: &str, witness: &mut impl Witness) -> Folded {
    let mut folded = without_runs(text, witness);
    Letter::count_runs(&mut folded.letters);
    folded
}

/// The fold of `text`, in which the runs of letters are not counted.
fn without_runs(text: &str, witness: &mut impl Witness) -> Folded {
    let mut read = read(text, witness);
    let has_carriers = read.take_off_carriers(witness);
    let Read { text, letters, .. } = read;
    if !letters.iter().any(Letter::is_persian) {
        return Folded { text, letters };
    }
    let mut settled = Rewriting::of(text, letters);
    settle::settle(&mut settled, witness);
    let (text, letters) = settled.finish();
    let words = joining::words(&text, &letters, witness);
    let mut joined = Rewriting::of(text, letters);
    for word in &words {
        write(word, &mut joined, has_carriers, witness);
    }
    let (text, letters) = joined.finish();
    Folded { text, letters }
}

/// Writes one Persian word of `text` as it compares, where that is not what stands there.
///
/// `has_carriers` says whether a hamza may have to be taken off its carrier, now that words are joined.
fn write(piece: &Piece, text: &mut Rewriting, has_carriers: bool, witness: &mut impl Witness) {
    let Piece { first, past, .. } = *piece;
    let word = &mut text.letters[first..past];
    let end = word[word.len() - 1].end();
    if has_carriers {
        hamza::of_word(word, witness);
    }
    let spelled = spelling::settle(word, witness);
    let left = spelled.unwrap_or(word.len());
    let left = hamza::at_end(&mut word[..left], witness);
    if piece.is_joined || has_carriers || spelled.is_some() || left < past - first {
        text.copy(first);
        if piece.is_spaced {
            text.write_space();
        }
        text.write(first..first + left);
        text.pass(past, end);
    }
}
