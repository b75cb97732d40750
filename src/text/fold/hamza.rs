//! Hamza: on a carrier (رأی, رئیس, مؤثر) and after a final alef (اعضاء). It may be left out, except in a few words.

use super::change::Witness;
use super::letters::{Gap, Letter};

/// Words that only a hamza on its carrier distinguishes from another word: شأن and شان, برائت and برایت.
const KEPT_ON_CARRIER: [&str; 6] = ["شأن", "رئال", "برائت", "توأم", "شئون", "لئون"];

/// Names and words that only the hamza at their end distinguishes from another word: علاء and علا.
const KEPT_AT_END: [&str; 5] = ["بهاء", "ضیاء", "علاء", "نساء", "سناء"];

pub(super) const HAMZA: char = 'ء';

/// The fewest letters before a hamza that may be left out; ماء and جاء are other words than ما and جا.
const FEWEST: usize = 3;

/// The rules of this file.
pub(super) const NAMES: [&str; 2] = [ON_CARRIER, AT_END];
const ON_CARRIER: &str = "hamza-carrier";
const AT_END: &str = "final-hamza";

/// Takes the hamzas of a text off their carriers, which are the letters of these numbers; returns whether any are kept.
pub(super) fn carriers(
    text: &mut String,
    letters: &mut [Letter],
    carriers: &[usize],
    witness: &mut impl Witness,
) -> bool {
    let mut past = 0;
    let mut are_kept = false;
    for &at in carriers {
        if at < past {
            continue;
        }
        let begins = |&i: &usize| begins_word(letters, i);
        let first = (0..=at).rev().find(begins).unwrap_or(0);
        past = (at + 1..letters.len()).find(begins).unwrap_or(letters.len());
        let word = &mut letters[first..past];
        are_kept |= of_word(word, witness);
        for letter in word {
            // The carrier without its hamza is as long as with it.
            let mut bare = [0; 4];
            text.replace_range(letter.at()..letter.end(), letter.ch.encode_utf8(&mut bare));
        }
    }
    are_kept
}

/// Takes the hamzas of one word off their carriers, except those of a word of `KEPT_ON_CARRIER` at its beginning;
/// returns whether there are any such.
pub(super) fn of_word(word: &mut [Letter], witness: &mut impl Witness) -> bool {
    if !word.iter().any(|l| is_carrier(l.ch)) {
        return false;
    }
    let kept = KEPT_ON_CARRIER.iter().find(|kept| begins_with(word, kept));
    let kept = kept.map_or(0, |kept| kept.chars().count());
    for letter in &mut word[kept..] {
        if let Some(bare) = bare(letter.ch) {
            letter.ch = bare;
            witness.saw(letter.span(), || ON_CARRIER);
        }
    }
    kept > 0
}

/// Takes the hamza off the end of `word`, which is one word, where it may be left out; returns the number of letters
/// that are left.
pub(super) fn at_end(word: &mut [Letter], witness: &mut impl Witness) -> usize {
    if !may_end_without(word) {
        return word.len();
    }
    let left = word.len() - 1;
    let hamza = word[left].span();
    witness.saw(hamza, || AT_END);
    word[left - 1].extend_to(hamza.end);
    left
}

/// Whether `word` ends with a hamza that may be left out.
pub(super) fn may_end_without(word: &[Letter]) -> bool {
    let [.., last, hamza] = word else {
        return false;
    };
    (last.ch, hamza.ch) == ('ا', HAMZA)
        && word.len() > FEWEST
        && !KEPT_AT_END.iter().any(|kept| begins_with(word, kept))
}

/// The carrier without its hamza.
fn bare(c: char) -> Option<char> {
    match c {
        'أ' | 'إ' => Some('ا'),
        'ؤ' => Some('و'),
        'ئ' => Some('ی'),
        _ => None,
    }
}

pub(super) fn is_carrier(c: char) -> bool {
    bare(c).is_some()
}

fn begins_with(letters: &[Letter], word: &str) -> bool {
    let mut letters = letters.iter();
    word.chars().all(|c| letters.next().is_some_and(|l| l.ch == c))
}

fn begins_word(letters: &[Letter], i: usize) -> bool {
    i == 0 || letters[i].gap == Gap::Space || !letters[i - 1].is_persian()
}
