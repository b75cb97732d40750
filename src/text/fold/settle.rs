//! What depends on a neighbour: the ye of the ezafe after a silent he, and «است» after a half-space.

use super::change::Witness;
use super::letters::{Gap, Letter};

/// The rules of this file.
pub(super) const NAMES: [&str; 2] = [EZAFE, COPULA];
const EZAFE: &str = "ezafe-ye";
const COPULA: &str = "copula-apart";

/// Takes out the ye that is the sign of the ezafe (خانه‌ی, خانه ی = خانهٔ = خانه), and makes «است» a word of its own.
pub(super) fn settle(letters: &mut Vec<Letter>, witness: &mut impl Witness) {
    let may_change = |&i: &usize| letters[i].gap != Gap::None && matches!(letters[i].ch, 'ی' | 'ا');
    let Some(first) = (1..letters.len()).find(may_change) else {
        return;
    };
    let mut kept = first;
    for i in first..letters.len() {
        let letter = letters[i];
        if letter.gap != Gap::None {
            if letter.ch == 'ی' && letters[kept - 1].ch == 'ه' && ends_word(letters, i) {
                letters[kept - 1].span.end = letter.span.end;
                witness.saw(letter.span, || EZAFE);
                continue;
            }
            if letter.gap == Gap::Half && is_copula(&letters[i..]) {
                letters[i].gap = Gap::Space;
                witness.saw(letter.span, || COPULA);
            }
        }
        if kept < i {
            letters[kept] = letters[i];
        }
        kept += 1;
    }
    letters.truncate(kept);
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

/// Whether a folded character goes on with a word: a letter or a digit, but not ½ or ², which stand alone.
fn is_part(c: char) -> bool {
    c.is_alphabetic() || c.is_ascii_digit()
}
