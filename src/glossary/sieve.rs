//! Which traces are surely not among many: most of what a text is asked for is not, and need not be looked up.

use serde::{Deserialize, Serialize};

use crate::glossary::trace::Trace;

/// A bit for each trace, which others may share: few words of memory beside those of a table.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Sieve {
    /// As many as a power of two.
    words: Vec<u64>,
}

/// How many bits there are for a trace, at least.
const BITS: usize = 8;

impl Sieve {
    /// The sieve that lets these traces through, and one in ten of others.
    pub(super) fn new(mut traces: Vec<Trace>) -> Self {
        traces.sort_unstable();
        traces.dedup();
        let count = (traces.len() * BITS).div_ceil(64).next_power_of_two();
        let mut sieve = Self {
            words: vec![0; count],
        };
        for trace in traces {
            let (word, bit) = sieve.place(trace);
            sieve.words[word] |= bit;
        }
        sieve
    }

    /// Whether a trace may be one of those that it was made of.
    #[inline]
    pub(super) fn lets_through(&self, trace: Trace) -> bool {
        let (word, bit) = self.place(trace);
        self.words[word] & bit != 0
    }

    /// Whether it is as it was made: what was unpacked may be anything.
    pub(super) fn is_whole(&self) -> bool {
        self.words.len().is_power_of_two()
    }

    /// The bit for a trace.
    #[inline]
    fn place(&self, trace: Trace) -> (usize, u64) {
        let number = trace.number();
        // The upper bits are those of a trace that differ most.
        let word = (number >> 38) as usize & (self.words.len() - 1);
        (word, 1 << (number >> 32 & 63))
    }
}
