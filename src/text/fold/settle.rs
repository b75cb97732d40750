//! What depends on a neighbour: the ye of the ezafe after a silent he, and «است» after a half-space.

use super::change::Witness;
use super::letters::{Gap, Letter};
use super::rewriting::Rewriting;

/// The rules of this file.
pub(super) const NAMES: [&str; 2] = [EZAFE, COPULA];
const EZAFE: &str = "ezafe-ye";
const COPULA: &str = "copula-apart";

/// Removes the ye that is the sign of the ezafe (خانه‌ی, خانه ی = خانهٔ = خانه), and makes «است» a word of its own.
pub(super) fn settle(text: &mut Rewriting, witness: &mut impl Witness) {
    let may_change = |letter: &Letter| letter.gap != Gap::None && matches!(letter.ch, 'ی' | 'ا');
    let mut past = 0;
    while let Some(others) = text.letters[past..].iter().position(may_change) {
        let i = past + others;
        past = i + 1;
        let letter = text.letters[i];
        if letter.ch == 'ی' && text.is_after(i, 'ه') && ends_word(&text.letters, i) {
            text.copy(i);
            text.leave_out(letter);
            witness.saw(letter.span(), || EZAFE);
        } else if letter.gap == Gap::Half && is_copula(&text.letters[i..]) {
            text.copy(i);
            text.write_space();
            text.letters[i].gap = Gap::Space;
            witness.saw(letter.span(), || COPULA);
        }
    }
}

fn ends_word(letters: &[Letter], i: usize) -> bool {
    let next = letters.get(i + 1);
    next.is_none_or(|next| next.gap != Gap::None || !is_part(next.ch))
}

/// Whether the letters begin with the word «است».
fn is_copula(letters: &[Letter]) -> bool {
    let word = letters.iter().enumerate();
    word.take_while(|(i, l)| *i == 0 || (l.gap == Gap::None && is_part(l.ch)))
        .map(|(_, l)| l.ch)
        .eq("است".chars())
}

/// Whether a folded character continues a word: a letter or a digit, but not ½ or ², which stand alone.
fn is_part(c: char) -> bool {
    c.is_alphabetic() || c.is_ascii_digit()
}
