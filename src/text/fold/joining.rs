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

/// The joins of a text, in order.
pub(super) fn joins(letters: &[Letter]) -> Vec<Join> {
    if !letters.windows(2).any(|pair| may_join(pair[0], pair[1])) {
        return Vec::new();
    }
    let (squeezed, mut pieces) = pieces(letters);
    let mut joins = Vec::new();
    for run in pieces.chunk_by_mut(|_, next| next.follows) {
        let mut count = run.len();
        loop {
            let left = pass(&squeezed, &mut run[..count], &mut joins);
            if left == count {
                break;
            }
            count = left;
        }
    }
    joins.sort_unstable_by_key(|join| join.letter);
    joins
}

/// Whether a space that stands between two letters may be none.
fn may_join(before: Letter, after: Letter) -> bool {
    let is_spaced = after.gap == Gap::Space && is_persian_letter(after.ch);
    is_spaced && (is_persian_letter(before.ch) || before.ch.is_ascii_digit())
}

/// The pieces of a text, and its Persian letters, of which they are bytes.
fn pieces(letters: &[Letter]) -> (String, Vec<Piece>) {
    let mut squeezed = String::with_capacity(2 * letters.len());
    let mut pieces: Vec<Piece> = Vec::with_capacity(letters.len() / 4 + 1);
    let mut before = ' ';
    let mut in_word = false;
    for (first, letter) in letters.iter().enumerate() {
        let is_persian = is_persian_letter(letter.ch);
        if is_persian {
            let start = squeezed.len();
            squeezed.push(letter.ch);
            let end = squeezed.len();
            let is_spaced = letter.gap == Gap::Space;
            match pieces.last_mut() {
                Some(piece) if in_word && !is_spaced => piece.end = end,
                _ => pieces.push(Piece {
                    start,
                    end,
                    first,
                    follows: in_word && is_spaced,
                    follows_digit: before.is_ascii_digit() && is_spaced,
                }),
            }
        }
        before = letter.ch;
        in_word = is_persian;
    }
    (squeezed, pieces)
}

/// One reading from left to right of pieces with only spaces between them; gives how many are left, at the head.
///
/// A joined word may be part of another one, hence more than one reading.
fn pass(squeezed: &str, pieces: &mut [Piece], joins: &mut Vec<Join>) -> usize {
    let mut kept = 0;
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
        let last = pieces[..kept].last_mut();
        match last.and_then(|last| Some((attaches(last.of(squeezed), word.of(squeezed))?, last))) {
            Some((rule, last)) => {
                joins.push(word.join(rule));
                last.end = word.end;
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
