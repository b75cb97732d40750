//! Which numbers are surely not among many: most of what a text is asked for is not, and need not be looked up.

use serde::{Deserialize, Serialize};

/// Two bits for each number in one word, which others may share: few words of memory beside those of a table.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Sieve {
    /// As many as a power of two.
    words: Vec<u64>,
}

/// How many bits there are for a number, at least.
const BITS: usize = 8;

impl Sieve {
    /// The sieve that lets these numbers through, and few others.
    pub(crate) fn new(mut numbers: Vec<u32>) -> Self {
        numbers.sort_unstable();
        numbers.dedup();
        let count = (numbers.len() * BITS).div_ceil(64).next_power_of_two();
        let mut sieve = Self { words: vec![0; count] };
        for number in numbers {
            let (word, bits) = sieve.place(number);
            sieve.words[word] |= bits;
        }
        sieve
    }

    /// Whether a number may be one of those that it was made of.
    #[inline]
    pub(crate) fn lets_through(&self, number: u32) -> bool {
        let (word, bits) = self.place(number);
        self.words[word] & bits == bits
    }

    /// Whether it is as it was made: what was unpacked may be anything.
    pub(crate) fn is_whole(&self) -> bool {
        self.words.len().is_power_of_two()
    }

    /// The bits for a number: its lower ones tell the word, its upper ones the bits of that.
    #[inline]
    fn place(&self, number: u32) -> (usize, u64) {
        let word = number as usize & (self.words.len() - 1);
        (word, 1 << (number >> 26) | 1 << (number >> 20 & 63))
    }
}
