//! Which spaces stand where Persian spelling has a half-space: می شود, کتاب ها, گفت و گو.
//!
//! A verbal prefix belongs to the word after it, an ending to the word before it, and the parts of
//! a compound in `compounds.txt` to each other. What is a matter of taste is left as it is written.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::letters::letters;
use crate::text::Lang;

/// A run of Persian letters, as bytes of the text without its spaces.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether only a space stands between it and the piece before.
    pub(super) follows: bool,
}

/// Belong to the word after them: the verbal prefixes, and «بی» (without).
const PREFIXES: [&str; 3] = ["می", "نمی", "بی"];

/// Belong to any word before them: plural and comparative endings.
const ENDINGS: [&str; 15] = [
    "ها",
    "های",
    "هایی",
    "هایم",
    "هایت",
    "هایش",
    "هایمان",
    "هایتان",
    "هایشان",
    "تر",
    "ترین",
    "تری",
    "ترها",
    "ترینها",
    "ترهای",
];

/// Belong to a word before them that ends in he or ye: possessive, indefinite, personal endings.
const ENDINGS_AFTER_HE_OR_YE: [&str; 10] = [
    "ام", "ات", "اش", "ای", "اند", "ایم", "اید", "مان", "تان", "شان",
];

/// The endings that may be written on to a compound.
const COMPOUND_ENDINGS: [&str; 15] = [
    "",
    "ی",
    "ها",
    "های",
    "هایی",
    "هایش",
    "هایشان",
    "ای",
    "اش",
    "ام",
    "یی",
    "م",
    "ش",
    "ان",
    "شان",
];

/// The most words that a compound is written in.
const LONGEST_COMPOUND: usize = 5;

/// Whether `c` can be part of a Persian word.
pub(super) fn is_persian_letter(c: char) -> bool {
    Lang::of_letter(c) == Some(Lang::Persian)
}

/// The starts of the pieces that belong to the piece before them.
pub(super) fn joined(squeezed: &str, mut pieces: Vec<Piece>) -> Vec<usize> {
    let mut joined = Vec::new();
    loop {
        let before = pieces.len();
        pieces = pass(squeezed, &pieces, &mut joined);
        if pieces.len() == before {
            return joined;
        }
    }
}

/// One reading from left to right; a joined word may be part of another one, hence more than one.
fn pass(squeezed: &str, pieces: &[Piece], joined: &mut Vec<usize>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut i = 0;
    while i < pieces.len() {
        let parts = compound(squeezed, &pieces[i..]);
        joined.extend(pieces[i + 1..i + parts].iter().map(|p| p.start));
        let word = Piece {
            end: pieces[i + parts - 1].end,
            ..pieces[i]
        };
        match out.last_mut() {
            Some(last) if word.follows && attaches(squeezed, *last, word) => {
                joined.push(word.start);
                last.end = word.end;
            }
            _ => out.push(word),
        }
        i += parts;
    }
    out
}

/// Whether `right` belongs to `left`.
fn attaches(squeezed: &str, left: Piece, right: Piece) -> bool {
    let left = &squeezed[left.start..left.end];
    let right = &squeezed[right.start..right.end];
    PREFIXES.contains(&left)
        || ENDINGS.contains(&right)
        || (left.ends_with(['ه', 'ی']) && ENDINGS_AFTER_HE_OR_YE.contains(&right))
}

/// How many of the first pieces are the parts of one compound; 1 where they are none.
fn compound(squeezed: &str, pieces: &[Piece]) -> usize {
    let first = pieces[0];
    if !COMPOUNDS
        .openings
        .contains(&squeezed[first.start..first.end])
    {
        return 1;
    }
    let reach = pieces[1..].iter().take_while(|p| p.follows).count() + 1;
    (2..=reach.min(LONGEST_COMPOUND))
        .rev()
        .find(|&parts| {
            let whole = &squeezed[first.start..pieces[parts - 1].end];
            let bounds: Vec<usize> = pieces[1..parts]
                .iter()
                .map(|p| p.start - first.start)
                .collect();
            COMPOUNDS.has(whole, &bounds)
        })
        .unwrap_or(1)
}

/// The compounds of `compounds.txt`, folded.
struct Compounds {
    /// The whole compound, with the bytes at which its second and later parts begin.
    bounds: HashMap<String, Vec<usize>>,
    /// What a compound can begin with where a space follows.
    openings: HashSet<String>,
}

static COMPOUNDS: LazyLock<Compounds> =
    LazyLock::new(|| Compounds::read(include_str!("compounds.txt")));

impl Compounds {
    fn read(list: &str) -> Self {
        let mut compounds = Self {
            bounds: HashMap::new(),
            openings: HashSet::new(),
        };
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let mut whole = String::new();
            let mut bounds = Vec::new();
            for part in line.split('\u{200C}') {
                bounds.push(whole.len());
                compounds.openings.insert(whole.clone());
                whole.extend(letters(part).iter().map(|l| l.ch));
            }
            compounds.bounds.insert(whole, bounds);
        }
        compounds
    }

    /// Whether `whole` is a compound, perhaps with an ending, and can be parted at every one of `bounds`.
    fn has(&self, whole: &str, bounds: &[usize]) -> bool {
        COMPOUND_ENDINGS.iter().any(|ending| {
            let stem = whole.strip_suffix(ending);
            let parts = stem.and_then(|stem| self.bounds.get(stem));
            parts.is_some_and(|parts| bounds.iter().all(|b| parts.contains(b)))
        })
    }
}
