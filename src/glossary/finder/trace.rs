//! The letters of a term or a text read so far, as one number: one more letter costs one step, not another reading from
//! the start.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;
use serde::{Deserialize, Serialize};

/// A run of letters. Other letters usually, but not always, have another trace.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trace(u64);

/// How traces are made; each tracing has its own way, so that nobody can write a glossary whose terms all have the same
/// trace.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Tracing {
    start: u64,
    factor: u64,
}

impl Default for Tracing {
    fn default() -> Self {
        let random = DefaultHashBuilder::default();
        Self { start: random.hash_one("start"), factor: random.hash_one("factor") | 1 }
    }
}

impl Tracing {
    /// The trace of no letters.
    #[inline]
    pub(crate) fn start(self) -> Trace {
        Trace(self.start)
    }

    /// The trace of the same letters followed by `letter`.
    #[inline]
    pub(crate) fn with(self, trace: Trace, letter: char) -> Trace {
        let mixed = (trace.0 ^ u64::from(letter)).wrapping_mul(self.factor);
        Trace(mixed ^ mixed >> 32)
    }
}

impl Trace {
    /// The upper half of it, which varies most: a number for a table.
    #[inline]
    pub(crate) fn number(self) -> u32 {
        (self.0 >> 32) as u32
    }
}
