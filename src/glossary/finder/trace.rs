//! The letters of a term or a text read so far, as one number: one letter more costs one step, not a reading from the
//! start.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;
use serde::{Deserialize, Serialize};

/// Some letters, one after another. Other letters have another trace as a rule, but not always.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trace(u64);

/// How traces are made; each has its own way, so that nobody can write a glossary whose terms all have one trace.
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

    /// The trace of those letters with `letter` after them.
    #[inline]
    pub(crate) fn with(self, trace: Trace, letter: char) -> Trace {
        let mixed = (trace.0 ^ u64::from(letter)).wrapping_mul(self.factor);
        Trace(mixed ^ mixed >> 32)
    }
}

impl Trace {
    /// The upper half of it, which differs most: a number for a table.
    #[inline]
    pub(crate) fn number(self) -> u32 {
        (self.0 >> 32) as u32
    }
}
