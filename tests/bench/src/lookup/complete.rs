//! Owns the proof that hamta misses nothing: what it finds beside what is there by exact search.

use std::collections::HashSet;

use super::brute;
use super::memory::Memory;
use super::segments::Segments;
use crate::Result;

/// Pairs of a query and a unit whose base rate reaches the threshold.
#[derive(Clone, Copy, Default)]
pub(super) struct Reach {
    pub(super) queries: usize,
    /// By exact search.
    pub(super) there: usize,
    /// Of these, by hamta.
    pub(super) found: usize,
    /// By hamta alone.
    pub(super) wrong: usize,
}

/// Asks hamta and exact search for everything that reaches the threshold.
pub(super) fn reach(memory: &Memory, segments: &mut Segments, queries: &[String]) -> Result<Reach> {
    let mut reach = Reach::default();
    for query in queries {
        let words = segments.number(query);
        let there = brute::rapidfuzz(segments, &words).into_iter();
        let there: HashSet<i64> = there.map(|(segment, _)| segments.id(segment)).collect();
        let found = memory.reaching(query)?;
        let right = found.iter().filter(|id| there.contains(id)).count();
        reach.queries += 1;
        reach.there += there.len();
        reach.found += right;
        reach.wrong += found.len() - right;
    }
    Ok(reach)
}

/// How many queries exact search answers in reasonable time.
pub(super) fn sample(units: usize) -> usize {
    match units {
        ..10_001 => 2000,
        10_001..100_001 => 300,
        _ => 100,
    }
}
