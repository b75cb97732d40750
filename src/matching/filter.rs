//! Which units can reach a threshold at all: the candidates, none of them missed.
//!
//! Let a segment have n words, a unit m, let their distance be d and the threshold t. The rate reaches t only if `d ≤
//! max(n, m) · (100 − t) / 100`. A shortest edit from one to the other leaves at least `max(n, m) − d` words as they
//! are: each word of the longer side is kept, replaced, or has no counterpart, and the latter two cost 1 each. So at
//! least
//!
//! > `kept(m) = ⌈max(n, m) · t / 100⌉`
//!
//! words of the segment stand in the unit too, and at most `n − kept(m)` do not. Two things follow.
//!
//! * *Length.* No more words are kept than either side has: `kept(m) ≤ n` and `kept(m) ≤ m`, which is
//!   `⌈n · t / 100⌉ ≤ m ≤ ⌊n · 100 / t⌋`.
//! * *Prefix.* Let all tokens have an order, and take the first in it of the words that both have. All of
//!   these, `kept(m)` or more, stand in both from there on: so it is among the first `n − kept(m) + 1` words of the
//!   segment in that order, and among the first `m − kept(m) + 1` of the unit (Chaudhuri, Ganti and
//!   Kaushik 2006; Bayardo, Ma and Srikant 2007; Xiao et al. 2008). `kept(m)` does not fall as m grows, so a word
//!   that is needed for short units is not needed for long ones.
//!
//! Which order that is affects only the cost: nothing in the proof depends on it. A store numbers its tokens so that
//! the frequent ones have low numbers; those with the highest come first, since they lead to the fewest units. It may
//! also keep how many of a unit's words come before one in the order: where these are more than `m − kept(m)`, the unit
//! need not be looked at for that word. What else is known of a unit before its words are read rules out nearly all
//! that hold a word of the prefix; see [`sketch`](super::sketch).

use std::cmp::Reverse;
use std::ops::RangeInclusive;

/// A distinct token of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurring {
    /// How often the segment has it; 1 or more.
    pub times: usize,
    /// Its number in the store; `None` where no unit has it.
    pub number: Option<u32>,
}

/// A token by which a unit may be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demanded {
    /// Its number in the store.
    pub number: u32,
    /// The numbers of words of the units in which it is to be looked for, both ends included.
    pub words: RangeInclusive<usize>,
}

/// The tokens of which a unit must have at least one for its rate to reach `threshold`, the highest numbers first; none
/// where no unit can reach it.
///
/// `tokens` are the distinct tokens of the segment.
pub fn demand(tokens: &[Occurring], threshold: u8) -> Vec<Demanded> {
    let n: usize = tokens.iter().map(|token| token.times).sum();
    let t = usize::from(threshold.max(1));
    let mut demanded = Vec::new();
    if t > 100 {
        return demanded;
    }
    let mut in_order: Vec<usize> = (0..tokens.len()).collect();
    // Those that no unit has come first: they are certain not to be kept.
    in_order.sort_by_key(|&token| Reverse(tokens[token].number.map_or(u64::MAX, u64::from)));
    let mut before = 0;
    for token in in_order {
        // It can be the first one that both have if enough words remain from it on: kept(m) ≤ n − before.
        let longest = (n - before) * 100 / t;
        if longest < n {
            break;
        }
        if let Some(number) = tokens[token].number {
            demanded
                .push(Demanded { number, words: kept(n, threshold)..=longest.min(n * 100 / t) });
        }
        before += tokens[token].times;
    }
    demanded
}

/// Among how many of a unit's `words` words, the highest numbers first, the first one that a segment has too must be,
/// if the rate reaches `threshold`.
pub fn prefix(words: usize, threshold: u8) -> usize {
    words + 1 - kept(words, threshold)
}

/// How many words are kept, at least, if the longer of segment and unit has `longest` words and the rate reaches
/// `threshold`.
pub(super) fn kept(longest: usize, threshold: u8) -> usize {
    (longest * usize::from(threshold.max(1))).div_ceil(100)
}
