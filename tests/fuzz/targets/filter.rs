//! The match filter against brute force: a unit that reaches the threshold has a word that the filter demands, and its
//! sketch does not rule it out.
//!
//! A segment, and a unit that is made of it, are sequences of few different words, so that many words occur
//! several times. The distance is that of `strsim`.
#![no_main]

use hamta::matching::distance::Pattern;
use hamta::matching::filter::{Occurring, demand, prefix};
use hamta::matching::sketch::{Outline, Sketch};
use hamta::matching::{limit, percent};
use libfuzzer_sys::fuzz_target;

/// How many different words there are.
const WORDS: u8 = 12;

fuzz_target!(|input: (u8, [u8; WORDS as usize], &[u8])| {
    let (threshold, units, bytes) = input;
    let threshold = threshold % 101;
    let mut halves = bytes.splitn(2, |&byte| byte == u8::MAX);
    let mut words = || -> Vec<u8> {
        let half = halves.next().unwrap_or_default();
        half.iter().map(|byte| byte % WORDS).collect()
    };
    let (segment, unit) = (words(), words());
    if segment.is_empty() || unit.is_empty() {
        return;
    }
    let longest = segment.len().max(unit.len());
    let distance = strsim::generic_levenshtein(&segment, &unit);
    let rate = percent(longest - distance, longest);
    let within = Pattern::new(&segment).within(&unit, limit(longest, threshold));
    assert_eq!(within, (rate >= threshold).then_some(distance));
    if threshold == 0 || rate < threshold {
        return;
    }

    let mut distinct: Vec<u8> = segment.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let times = |word: u8| segment.iter().filter(|&&other| other == word).count();
    // Words that the unit has not may be known or not.
    let is_known = |word: u8| unit.contains(&word) || units[usize::from(word)] % 2 == 0;
    let occurring = |&word: &u8| Occurring {
        times: times(word),
        number: is_known(word).then_some(number(word)),
    };
    let occurring: Vec<Occurring> = distinct.iter().map(occurring).collect();
    let mut in_order: Vec<u32> = unit.iter().copied().map(number).collect();
    in_order.sort_unstable_by(|a, b| b.cmp(a));
    let prefix = &in_order[..prefix(unit.len(), threshold)];
    let sketch = Sketch::of(in_order.iter().copied());
    let may_reach = |first: u32| {
        let outline = Outline::new(&occurring, first, threshold);
        outline.may_reach(sketch, unit.len()) && outline.may_reach_at_best(sketch)
    };
    let found = demand(&occurring, threshold).into_iter().any(|demanded| {
        demanded.words.contains(&unit.len())
            && prefix.contains(&demanded.number)
            && may_reach(demanded.number)
    });
    assert!(found && may_reach(u32::MAX), "{segment:?} {unit:?} {threshold}");
});

/// Numbers of which some leave the same remainder.
fn number(word: u8) -> u32 {
    16 + u32::from(word % 10) + 48 * u32::from(word / 10)
}
