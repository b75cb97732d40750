//! Which units can reach a threshold at all: the candidates, none of them missed.
//!
//! Let a segment have n words, a unit m, let their distance be d and the threshold t. The rate reaches t
//! only if `d ≤ max(n, m) · (100 − t) / 100`. A shortest way from one to the other leaves at least
//! `max(n, m) − d` words as they are: each word of the longer side is kept, replaced, or has no
//! counterpart, and the latter two cost 1 each. So at least
//!
//! > `kept(m) = ⌈max(n, m) · t / 100⌉`
//!
//! words of the segment stand in the unit too, and at most `n − kept(m)` do not. Two things follow.
//!
//! * *Length.* No more words are kept than either side has: `kept(m) ≤ n` and `kept(m) ≤ m`, which is
//!   `⌈n · t / 100⌉ ≤ m ≤ ⌊n · 100 / t⌋`.
//! * *Prefix.* Take any `n − kept(m) + s` words of the segment. At most `n − kept(m)` of them are not in
//!   the unit, so at least s are (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007; s > 1:
//!   Wang, Li and Feng 2012). The rarest are taken, since they lead to the fewest units. `kept(m)` does not
//!   fall as m grows, so a word that is needed for short units is not needed for long ones.
//!
//! A word that occurs several times is asked for once and counts as often as the prefix has it: that is
//! never too little. How rare a word is, and which s is taken, changes the cost alone: nothing in the
//! proof depends on them.

use std::ops::RangeInclusive;

/// A distinct token of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurring {
    /// How often the segment has it; 1 or more.
    pub times: usize,
    /// In how many units it occurs.
    pub units: u64,
}

/// What a unit must have for its rate to reach a threshold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The tokens to look for, the rarest first.
    pub tokens: Vec<Demanded>,
    /// How much the tokens that a unit holds must weigh together; 1 or more.
    pub least: u8,
}

/// A token to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demanded {
    /// Its place among the tokens of the segment.
    pub token: usize,
    /// How much it weighs in a unit that holds it.
    pub weight: u8,
    /// In units of how many words it is to be looked for, both ends included.
    pub words: RangeInclusive<usize>,
}

/// How much the tokens must weigh together, where as many words are kept.
///
/// The more, the fewer units have all of it, but the longer the prefix: 3 to 5 take the same time, 2 and 8 a fifth more.
const LEAST: usize = 4;

/// What a unit must have for its rate to reach `threshold`; `None` where no unit can.
///
/// `tokens` are the distinct tokens of the segment.
pub fn demand(tokens: &[Occurring], threshold: u8) -> Option<Demand> {
    let n: usize = tokens.iter().map(|token| token.times).sum();
    let t = usize::from(threshold.max(1));
    if n == 0 || t > 100 {
        return None;
    }
    let kept = (n * t).div_ceil(100);
    let mut rarest: Vec<usize> = (0..tokens.len()).collect();
    rarest.sort_by_key(|&token| (tokens[token].units, token));
    let least = LEAST.min(kept);
    Some(Demand {
        tokens: prefix(tokens, &rarest, least, n, t),
        least: u8::try_from(least).expect("LEAST is small"),
    })
}

/// The rarest tokens that are `least` words more than what a unit can do without, each with the lengths of
/// the units for which it is among these.
fn prefix(
    tokens: &[Occurring],
    rarest: &[usize],
    least: usize,
    n: usize,
    t: usize,
) -> Vec<Demanded> {
    let shortest = (n * t).div_ceil(100);
    let mut before = 0;
    let mut demanded = Vec::new();
    for &token in rarest {
        // Its first word is the one that comes after `before` others: needed where more than that are.
        let Some(spare) = (n + least).checked_sub(before + 1) else {
            break;
        };
        // kept(m) ≤ spare, that is max(n, m) · t ≤ 100 · spare.
        let longest = spare * 100 / t;
        if longest < n {
            break;
        }
        let most = n - shortest + least - before;
        let longest = longest.min(n * 100 / t);
        demanded.push(Demanded {
            token,
            weight: u8::try_from(tokens[token].times.min(most)).unwrap_or(u8::MAX),
            words: shortest..=longest,
        });
        before += tokens[token].times;
    }
    demanded
}
