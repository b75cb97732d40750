//! Which spaces stand where Persian spelling has a half-space: می شود, کتاب ها, گفت و گو.
//!
//! A verbal prefix belongs to the verb after it, an ending to the word before it, and the parts of
//! a compound in `compounds.txt` to each other. What is a matter of taste is left as it is written.

use super::compounds::COMPOUNDS;
use super::letters::{Gap, Letter, is_persian_letter};
use super::piece::Piece;
use crate::text::endings::{Ending, Kind};
use crate::text::verbs;

/// A space that is none: before which letter, and by which rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Join {
    pub(super) letter: usize,
    pub(super) rule: &'static str,
}

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

/// The joins of a text, `squeezed` being its letters without spaces.
pub(super) fn joins(letters: &[Letter], squeezed: &str) -> Vec<Join> {
    let mut pieces = pieces(letters);
    let mut joins = Vec::new();
    loop {
        let before = pieces.len();
        pieces = pass(squeezed, &pieces, &mut joins);
        if pieces.len() == before {
            return joins;
        }
    }
}

fn pieces(letters: &[Letter]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(letters.len() / 4);
    let mut at = 0;
    let mut before = ' ';
    for (first, letter) in letters.iter().enumerate() {
        let start = at;
        at += letter.ch.len_utf8();
        if is_persian_letter(letter.ch) {
            let is_spaced = letter.gap == Gap::Space;
            let in_word = is_persian_letter(before);
            match pieces.last_mut() {
                Some(piece) if in_word && !is_spaced => piece.end = at,
                _ => pieces.push(Piece {
                    start,
                    end: at,
                    first,
                    follows: in_word && is_spaced,
                    follows_digit: before.is_ascii_digit() && is_spaced,
                }),
            }
        }
        before = letter.ch;
    }
    pieces
}

/// One reading from left to right; a joined word may be part of another one, hence more than one.
fn pass(squeezed: &str, pieces: &[Piece], joins: &mut Vec<Join>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut i = 0;
    while i < pieces.len() {
        let parts = COMPOUNDS.parts(squeezed, &pieces[i..]);
        joins.extend(pieces[i + 1..i + parts].iter().map(|p| p.join(COMPOUND)));
        let mut word = Piece {
            end: pieces[i + parts - 1].end,
            ..pieces[i]
        };
        i += parts;
        if word.follows_digit && word.of(squeezed) == "ام" {
            joins.push(word.join(ORDINAL));
            word.follows_digit = false;
        }
        let last = out.last_mut().filter(|_| word.follows);
        match last.and_then(|last| Some((attaches(last.of(squeezed), word.of(squeezed))?, last))) {
            Some((rule, last)) => {
                joins.push(word.join(rule));
                last.end = word.end;
            }
            None => out.push(word),
        }
    }
    out
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

impl Piece {
    pub(super) fn of(self, squeezed: &str) -> &str {
        &squeezed[self.start..self.end]
    }

    pub(super) fn follows(self) -> bool {
        self.follows
    }

    /// How many of the first `pieces` have only spaces between them.
    pub(super) fn run(pieces: &[Self]) -> usize {
        pieces[1..].iter().take_while(|p| p.follows).count() + 1
    }

    fn join(self, rule: &'static str) -> Join {
        Join {
            letter: self.first,
            rule,
        }
    }
}
