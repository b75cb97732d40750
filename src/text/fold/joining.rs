//! Which spaces stand where Persian spelling has a half-space: می شود, کتاب ها, گفت و گو.
//!
//! A verbal prefix belongs to the verb after it, an ending to the word before it, and the parts of
//! a compound in `compounds.txt` to each other. What is a matter of taste is left as it is written.

use super::change::Witness;
use super::compounds::COMPOUNDS;
use super::hamza::{self, HAMZA};
use super::letters::{Gap, Letter};
use super::piece::Piece;
use crate::text::endings::{Ending, Kind};
use crate::text::{Span, verbs};

/// The rules of this file.
pub(super) const NAMES: [&str; 9] = [
    COMPOUND,
    PREFIX_MI,
    PREFIX_BI,
    ORDINAL,
    "plural-ending",
    "comparative-ending",
    "indefinite-ending",
    "possessive-ending",
    "copula-ending",
];
const COMPOUND: &str = "compound";
const PREFIX_MI: &str = "verbal-prefix";
const PREFIX_BI: &str = "prefix-bi";
const ORDINAL: &str = "ordinal-ending";

/// Words that stand for themselves: no ending belongs to them, and «بی» does not begin a word with them.
const APART: [&str; 27] = [
    "و",
    "در",
    "از",
    "به",
    "که",
    "با",
    "را",
    "تا",
    "یا",
    "بر",
    "اما",
    "ولی",
    "اگر",
    "پس",
    "نه",
    "چه",
    "چون",
    "این",
    "است",
    "بود",
    "شد",
    "کرد",
    "دارد",
    "ندارد",
    "دارند",
    "ندارند",
    "گرفتند",
];

/// The Persian words of a text, without the spaces that are none; `squeezed` are its letters.
pub(super) fn words(letters: &[Letter], squeezed: &str, witness: &mut impl Witness) -> Vec<Piece> {
    let mut pieces = pieces(letters);
    let mut words = Vec::with_capacity(pieces.len());
    let mut saw = |piece: &Piece, rule| {
        let place = letters[piece.first].span.start;
        witness.saw(Span::new(place, place), || rule);
    };
    for run in pieces.chunk_by_mut(|_, next| next.follows) {
        let mut count = run.len();
        loop {
            let left = pass(squeezed, &mut run[..count], &mut saw);
            if left == count {
                break;
            }
            count = left;
        }
        words.extend_from_slice(&run[..count]);
    }
    words
}

/// The pieces of a text.
fn pieces(letters: &[Letter]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(letters.len() / 4 + 1);
    let mut past = 0;
    while let Some(others) = letters[past..].iter().position(Letter::is_persian) {
        let first = past + others;
        let (before, rest) = letters.split_at(first);
        let goes_on = |letter: &&Letter| letter.is_persian() && letter.gap != Gap::Space;
        past = first + 1 + rest[1..].iter().take_while(goes_on).count();
        // A hamza that will be left out does not keep an ending from its word.
        let lost = if hamza::may_end_without(&letters[first..past]) {
            HAMZA.len_utf8()
        } else {
            0
        };
        let is_spaced = rest[0].gap == Gap::Space;
        let before = before.last().filter(|_| is_spaced);
        pieces.push(Piece {
            start: rest[0].at,
            end: letters[past - 1].end() - lost,
            first,
            past,
            is_spaced,
            follows: before.is_some_and(Letter::is_persian),
            follows_digit: before.is_some_and(|letter| letter.ch.is_ascii_digit()),
        });
    }
    pieces
}

/// One reading from left to right of pieces with only spaces between them; gives how many are left, at the head.
///
/// A joined word may be part of another one, hence more than one reading. `saw` is told which piece is joined to the one before it.
fn pass(squeezed: &str, pieces: &mut [Piece], saw: &mut impl FnMut(&Piece, &'static str)) -> usize {
    let mut kept = 0;
    let mut i = 0;
    while i < pieces.len() {
        let parts = COMPOUNDS.parts(squeezed, &pieces[i..]);
        pieces[i + 1..i + parts]
            .iter()
            .for_each(|piece| saw(piece, COMPOUND));
        let mut word = pieces[i].up_to(pieces[i + parts - 1]);
        i += parts;
        if word.follows_digit && word.of(squeezed) == "ام" {
            saw(&word, ORDINAL);
            (word.follows_digit, word.is_spaced) = (false, false);
        }
        let last = pieces[..kept].last_mut();
        match last.and_then(|last| Some((attaches(last.of(squeezed), word.of(squeezed))?, last))) {
            Some((rule, last)) => {
                saw(&word, rule);
                *last = last.up_to(word);
            }
            None => {
                pieces[kept] = word;
                kept += 1;
            }
        }
    }
    kept
}

/// By which rule `right` belongs to `left`, if it does.
fn attaches(left: &str, right: &str) -> Option<&'static str> {
    match left {
        "می" | "نمی" if verbs::stem(right).is_some() => return Some(PREFIX_MI),
        "بی" if !APART.contains(&right) => return Some(PREFIX_BI),
        _ => {}
    }
    let ending = Ending::read(right).filter(|ending| ending.over_space.allows(left))?;
    if APART.contains(&left) {
        return None;
    }
    Some(match ending.kind {
        Kind::Plural => "plural-ending",
        Kind::Comparative => "comparative-ending",
        Kind::Indefinite => "indefinite-ending",
        Kind::Possessive => "possessive-ending",
        Kind::Copula | Kind::Object => "copula-ending",
    })
}
