//! Owns how the time of a lookup grows with the memory. All memories answer in turn, round by round, so that what else
//! the machine does weighs on all of them alike.

use std::time::Duration;

use super::memory::Memory;
use super::scale::Filled;
use super::systems;
use super::times::Times;
use crate::Result;

const ROUNDS: usize = 15;

/// How long a memory takes, in the rounds.
pub(super) struct Growth {
    pub(super) units: usize,
    /// The median of the medians of the rounds.
    pub(super) p50: Duration,
    /// In each round by how much its median is that of the memory before it, the least first; nothing for the first
    /// memory.
    pub(super) ratios: Vec<f64>,
}

/// Looks all queries of each memory up in it, round by round.
pub(super) fn measure(filled: &[Filled]) -> Result<Vec<Growth>> {
    let memories: Vec<Memory> =
        filled.iter().map(|filled| Memory::open(&filled.project)).collect::<Result<_>>()?;
    let mut medians: Vec<Vec<Duration>> = vec![Vec::new(); filled.len()];
    for _ in 0..ROUNDS {
        for ((filled, memory), medians) in filled.iter().zip(&memories).zip(&mut medians) {
            medians.push(systems::hamta(memory, &filled.queries)?.median());
        }
    }
    let growth = |i: usize| {
        let before = i.checked_sub(1).map_or(&[][..], |before| &medians[before]);
        let ratio =
            |(own, before): (&Duration, &Duration)| own.as_secs_f64() / before.as_secs_f64();
        let mut ratios: Vec<f64> = medians[i].iter().zip(before).map(ratio).collect();
        ratios.sort_by(f64::total_cmp);
        Growth { units: filled[i].units, p50: Times::new(medians[i].clone()).median(), ratios }
    };
    Ok((0..filled.len()).map(growth).collect())
}
