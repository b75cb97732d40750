//! Which numbers are certainly not in a set: most of those looked up for a text are not, and need no look-up.

use serde::{Deserialize, Serialize};

/// Two bits for each number in one word, which others may share: few words of memory compared with a table.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Sieve {
    /// Their number is a power of two.
    words: Vec<u64>,
}

/// The fewest bits per number.
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

    /// Whether a number may be one of those that it was made from.
    #[inline]
    pub(crate) fn lets_through(&self, number: u32) -> bool {
        let (word, bits) = self.place(number);
        self.words[word] & bits == bits
    }

    /// Whether it is valid: what was unpacked may be anything.
    pub(crate) fn is_whole(&self) -> bool {
        self.words.len().is_power_of_two()
    }

    /// The bits for a number: its lower bits choose the word, its upper ones the bits in that.
    #[inline]
    fn place(&self, number: u32) -> (usize, u64) {
        let word = number as usize & (self.words.len() - 1);
        (word, 1 << (number >> 26) | 1 << (number >> 20 & 63))
    }
}
