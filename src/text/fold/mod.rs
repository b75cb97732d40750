//! The fold: the form in which texts are compared, with a map back to the original.
//!
//! Two spellings that a careful editor would call the same word fold to the same string. Folding
//! works in three steps: single characters by [`RULES`], compatibility decomposition and lower
//! case; then what depends on a neighbour (the ezafe after a silent he, the hamza after a final
//! alef); then the spaces that stand where a half-space should (`compounds.txt` and the endings). Folding a folded
//! text changes nothing. What is shown or stored is never the folded text.

mod joining;
mod letters;

use std::collections::HashMap;
use std::ops::Range;

use self::joining::Piece;
use self::letters::letters;
pub use self::letters::{Gap, Letter, RULES, Rule};
use super::span::Span;

/// The version of the fold. What is kept of folded texts is made anew where it changes.
pub const VERSION: u32 = 1;

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
    let mut letters = letters(text);
    settle(&mut letters);
    let spaced = spaces(&letters);
    let mut folded = String::with_capacity(text.len());
    for (letter, spaced) in letters.iter_mut().zip(spaced) {
        if spaced && !folded.is_empty() {
            folded.push(' ');
        }
        letter.at = folded.len();
        folded.push(letter.ch);
    }
    Folded {
        text: folded,
        letters,
    }
}

/// The second step: what depends on a neighbour.
///
/// A ye apart from a silent he is the sign of the ezafe (خانه‌ی, خانهٔ, خانه); a hamza after a final
/// alef is optional (اعضاء, اعضا); «است» is a word of its own after a half-space too.
fn settle(letters: &mut Vec<Letter>) {
    let mut settled: Vec<Letter> = Vec::with_capacity(letters.len());
    for i in 0..letters.len() {
        let mut letter = letters[i];
        let before = settled.last().map(|l| l.ch);
        let ends_word = letters
            .get(i + 1)
            .is_none_or(|next| next.gap != Gap::None || !next.ch.is_alphanumeric());
        let ezafe = letter.ch == 'ی' && letter.gap != Gap::None && before == Some('ه');
        let final_hamza = letter.ch == 'ء' && letter.gap == Gap::None && before == Some('ا');
        if ends_word && (ezafe || final_hamza) {
            if let Some(last) = settled.last_mut() {
                last.span.end = letter.span.end;
            }
            continue;
        }
        if letter.gap == Gap::Half && is_copula(&letters[i..]) {
            letter.gap = Gap::Space;
        }
        settled.push(letter);
    }
    *letters = settled;
}

/// Whether the letters begin with the word «است».
fn is_copula(letters: &[Letter]) -> bool {
    let word = letters.iter().enumerate();
    word.take_while(|(i, l)| *i == 0 || (l.gap == Gap::None && l.ch.is_alphanumeric()))
        .map(|(_, l)| l.ch)
        .eq("است".chars())
}

/// The third step: before which letters a space stays.
fn spaces(letters: &[Letter]) -> Vec<bool> {
    let mut spaced: Vec<bool> = letters.iter().map(|l| l.gap == Gap::Space).collect();
    let squeezed: String = letters.iter().map(|l| l.ch).collect();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut starts: HashMap<usize, usize> = HashMap::new();
    let mut at = 0;
    let mut in_word = false;
    for (i, letter) in letters.iter().enumerate() {
        let end = at + letter.ch.len_utf8();
        let is_persian = joining::is_persian_letter(letter.ch);
        match pieces.last_mut() {
            Some(piece) if in_word && is_persian && !spaced[i] => piece.end = end,
            _ if is_persian => {
                let follows = in_word && spaced[i];
                starts.insert(at, i);
                pieces.push(Piece {
                    start: at,
                    end,
                    follows,
                });
            }
            _ => {}
        }
        in_word = is_persian;
        at = end;
    }
    for joined in joining::joined(&squeezed, pieces) {
        spaced[starts[&joined]] = false;
    }
    spaced
}
