//! Which spaces stand where Persian spelling has a half-space: می شود, کتاب ها, گفت و گو.
//!
//! A verbal prefix belongs to the verb after it, an ending to the word before it, and the parts of a compound in
//! `lists/compounds.fa.txt` to each other. Where usage varies, the text is left as it is written.

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
    VERBAL_PREFIX,
    PREFIX_BI,
    ORDINAL,
    PLURAL,
    COMPARATIVE,
    INDEFINITE,
    POSSESSIVE,
    COPULA,
];
const COMPOUND: &str = "compound";
/// The name of the rule by which می and نمی belong to the verb after them.
pub(crate) const VERBAL_PREFIX: &str = "verbal-prefix";
const PREFIX_BI: &str = "prefix-bi";
const ORDINAL: &str = "ordinal-ending";
/// The name of the rule by which the plural belongs to the word before it.
pub(crate) const PLURAL: &str = "plural-ending";
/// The name of the rule by which تر and ترین belong to the word before them.
pub(crate) const COMPARATIVE: &str = "comparative-ending";
const INDEFINITE: &str = "indefinite-ending";
const POSSESSIVE: &str = "possessive-ending";
/// The name of the rule by which اند, ایم and اید belong to the word before them.
pub(crate) const COPULA: &str = "copula-ending";

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

/// The Persian words of `text`, without the spaces that count as half-spaces.
pub(super) fn words(text: &str, letters: &[Letter], witness: &mut impl Witness) -> Vec<Piece> {
    let (mut pieces, squeezed) = pieces(text, letters);
    let mut saw = |piece: &Piece, rule| {
        let place = letters[piece.first].span().start;
        witness.saw(Span::new(place, place), || rule);
    };
    let (mut kept, mut next) = (0, 0);
    while next < pieces.len() {
        let first = next;
        next += Piece::run(&pieces[first..]);
        let mut past = next;
        loop {
            let left = first + pass(&squeezed, &mut pieces[first..past], &mut saw);
            if left == past {
                break;
            }
            past = left;
        }
        if kept < first {
            pieces.copy_within(first..past, kept);
        }
        kept += past - first;
    }
    pieces.truncate(kept);
    pieces
}

/// The pieces of `text`, and their letters one after another.
fn pieces(text: &str, letters: &[Letter]) -> (Vec<Piece>, String) {
    let mut pieces: Vec<Piece> = Vec::with_capacity(letters.len() / 4 + 1);
    let mut squeezed = String::with_capacity(text.len());
    let mut past = 0;
    while let Some(letter) = letters.get(past) {
        let first = past;
        let is_persian = letter.is_persian();
        let goes_on = |next: &&Letter| next.gap != Gap::Space && next.is_persian() == is_persian;
        past += 1;
        past += letters[past..].iter().take_while(goes_on).count();
        if !is_persian {
            continue;
        }
        let its = &letters[first..past];
        let start = squeezed.len();
        squeezed.push_str(&text[its[0].at()..its[its.len() - 1].end()]);
        // A hamza that will be left out does not keep an ending from its word.
        let lost = if hamza::may_end_without(its) { HAMZA.len_utf8() } else { 0 };
        let is_spaced = its[0].gap == Gap::Space;
        let before = letters[..first].last().filter(|_| is_spaced);
        pieces.push(Piece {
            start,
            end: squeezed.len() - lost,
            first,
            past,
            is_spaced,
            follows: before.is_some_and(Letter::is_persian),
            follows_digit: before.is_some_and(|letter| letter.ch.is_ascii_digit()),
            is_joined: false,
        });
    }
    (pieces, squeezed)
}

/// One pass from left to right over pieces with only spaces between them; returns how many are left, at the front.
///
/// A joined word may be part of another one, hence more than one pass. `saw` is called with each piece that is joined
/// to the one before it.
fn pass(squeezed: &str, pieces: &mut [Piece], saw: &mut impl FnMut(&Piece, &'static str)) -> usize {
    let mut kept = 0;
    let mut i = 0;
    let mut left = "";
    while i < pieces.len() {
        let parts = COMPOUNDS.parts(squeezed, &pieces[i..]);
        for part in i + 1..i + parts {
            saw(&pieces[part], COMPOUND);
            pieces[i] = pieces[i].up_to(pieces[part]);
        }
        let word = &mut pieces[i];
        let right = word.of(squeezed);
        if word.follows_digit && right == "ام" {
            saw(word, ORDINAL);
            (word.follows_digit, word.is_spaced, word.is_joined) = (false, false, true);
        }
        if kept > 0
            && let Some(rule) = attaches(left, right)
        {
            saw(word, rule);
            pieces[kept - 1] = pieces[kept - 1].up_to(pieces[i]);
            left = pieces[kept - 1].of(squeezed);
        } else {
            if kept < i {
                pieces[kept] = pieces[i];
            }
            kept += 1;
            left = right;
        }
        i += parts;
    }
    kept
}

/// By which rule `right` belongs to `left`, if it does.
fn attaches(left: &str, right: &str) -> Option<&'static str> {
    match left {
        "می" | "نمی" if verbs::stem(right).is_some() => return Some(VERBAL_PREFIX),
        "بی" if !APART.contains(&right) => return Some(PREFIX_BI),
        _ => {}
    }
    let ending = Ending::read(right).filter(|ending| ending.over_space.allows(left))?;
    if APART.contains(&left) {
        return None;
    }
    Some(match ending.kind {
        Kind::Plural => PLURAL,
        Kind::Comparative => COMPARATIVE,
        Kind::Indefinite => INDEFINITE,
        Kind::Possessive => POSSESSIVE,
        Kind::Copula | Kind::Object => COPULA,
    })
}
