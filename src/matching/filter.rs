//! Which units can reach a threshold at all: the candidates, none of them missed.
//!
//! Let a segment have n words, a unit m, and let their distance be d. The rate reaches t only if
//! `d ≤ max(n, m) · (100 − t) / 100`. Two things follow, and a store is asked for just these:
//!
//! * *Length.* d is at least |n − m|, so `n · t / 100 ≤ m ≤ n · 100 / t`.
//! * *Prefix.* At least max(n, m) − d words of the segment stay as they are, and so at least
//!   `⌈n · t / 100⌉` of them stand in the unit too. Take any words of the segment that are more than
//!   the others it can do without, that is at least `n − ⌈n · t / 100⌉ + 1` of them: the unit holds one of
//!   these. The rarest are taken, since they lead to the fewest units (Chaudhuri, Ganti and Kaushik 2006;
//!   Bayardo, Ma and Srikant 2007). A word that occurs several times is taken with all its places.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::text::Words;

/// What a store is asked for: the units that hold any of the tokens and have this many words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The tokens, rarest first.
    pub tokens: Vec<String>,
    /// The number of words, both ends included.
    pub words: RangeInclusive<usize>,
}

/// What a unit must have for its rate to reach `threshold`; `None` where no unit can.
///
/// `frequency` says in how many units a token occurs; it changes the cost, never the result.
pub fn demand(segment: &Words, threshold: u8, frequency: impl Fn(&str) -> u64) -> Option<Demand> {
    let n = segment.len();
    let t = usize::from(threshold.max(1));
    if n == 0 || t > 100 {
        return None;
    }
    let kept = (n * t).div_ceil(100);
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    segment
        .tokens()
        .for_each(|token| *places.entry(token).or_default() += 1);
    let mut rarest: Vec<(u64, &str, usize)> = places
        .into_iter()
        .map(|(token, places)| (frequency(token), token, places))
        .collect();
    rarest.sort_unstable();
    let mut needed = n - kept + 1;
    let mut tokens = Vec::new();
    for (_, token, places) in rarest {
        tokens.push(token.to_owned());
        needed = needed.saturating_sub(places);
        if needed == 0 {
            break;
        }
    }
    Some(Demand {
        tokens,
        words: kept..=n * 100 / t,
    })
}
