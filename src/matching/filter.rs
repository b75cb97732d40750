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

/// The most that tokens must weigh together.
const MOST: usize = 4;

/// What it costs to look at a unit's words, or to find the units of a token, beside what each unit costs that is found.
const LOOK: f64 = 1_000.0;

/// What a unit must have for its rate to reach `threshold`; `None` where no unit can.
///
/// `tokens` are the distinct tokens of the segment, of a store that holds `units` units.
pub fn demand(tokens: &[Occurring], units: u64, threshold: u8) -> Option<Demand> {
    let n: usize = tokens.iter().map(|token| token.times).sum();
    let t = usize::from(threshold.max(1));
    if n == 0 || t > 100 {
        return None;
    }
    let kept = (n * t).div_ceil(100);
    let mut rarest: Vec<usize> = (0..tokens.len()).collect();
    rarest.sort_by_key(|&token| (tokens[token].units, token));
    let least = cheapest(tokens, &rarest, n - kept, units);
    Some(Demand {
        tokens: prefix(tokens, &rarest, least, n, t),
        least: u8::try_from(least).expect("MOST is small"),
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

/// How much the tokens should weigh together, so that the search costs the least.
///
/// The more they must, the more tokens are looked for, and the fewer units have to be looked at. How many these
/// are is guessed as if tokens stood in units by chance.
fn cheapest(tokens: &[Occurring], rarest: &[usize], missing: usize, units: u64) -> usize {
    let share = |token: &usize| tokens[*token].units as f64 / units.max(1) as f64;
    let mut together = [0.0; MOST + 1];
    together[0] = 1.0;
    let (mut seen, mut words) = (0.0, 0);
    let mut best = (f64::INFINITY, 1);
    for token in rarest {
        seen += LOOK + tokens[*token].units as f64;
        for _ in 0..tokens[*token].times {
            for weight in (1..=MOST).rev() {
                together[weight] += together[weight - 1] * share(token);
            }
        }
        words += tokens[*token].times;
        let Some(least) = words.checked_sub(missing).filter(|&least| least > 0) else {
            continue;
        };
        let least = least.min(MOST);
        let cost = seen + LOOK * together[least].min(1.0) * units as f64;
        if cost < best.0 {
            best = (cost, least);
        }
        if least == MOST {
            break;
        }
    }
    best.1
}
