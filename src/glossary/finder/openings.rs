//! The first letters of terms: one look-up rules out most words of a text.

use serde::{Deserialize, Serialize};

use crate::glossary::finder::reading::Stop;
use crate::glossary::finder::sieve::Sieve;
use crate::text::fold::Letter;

/// Lets through the first letters of every term.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Openings(Sieve);

/// How many letters of a term are looked at; a shorter one is looked at as a whole.
const LENGTH: usize = 5;

/// How many of a letter's lowest bits are looked at: all, for the letters of the two languages.
const BITS: usize = 12;

impl Openings {
    /// From the openings of all terms.
    pub(crate) fn new(openings: Vec<u32>) -> Self {
        Self(Sieve::new(openings))
    }

    /// Whether a term may begin with the letter `first` of a text, which has these stops after it.
    #[inline]
    pub(crate) fn may_begin(&self, letters: &[Letter], first: usize, stops: &[Stop]) -> bool {
        let packed = packed(&letters[first..]);
        if self.0.lets_through(mixed(packed)) {
            return true;
        }
        for stop in stops {
            let length = stop.past - first;
            if length >= LENGTH {
                break;
            }
            let short = packed >> (BITS * (LENGTH - length));
            if self.0.lets_through(mixed(short)) {
                return true;
            }
        }
        false
    }

    /// Whether it is valid: what was unpacked may be anything.
    pub(crate) fn is_whole(&self) -> bool {
        self.0.is_whole()
    }
}

/// A number for the letters with which a term begins, which it shares with few others.
pub(crate) fn opening(letters: &[Letter]) -> u32 {
    let missing = LENGTH.saturating_sub(letters.len());
    mixed(packed(letters) >> (BITS * missing))
}

/// The first letters side by side, with zeros for those that are missing.
#[inline]
fn packed(letters: &[Letter]) -> u64 {
    let side_by_side = |letters: &[Letter]| {
        let lowest = |letter: &Letter| u64::from(letter.ch) & ((1 << BITS) - 1);
        let letters = letters.iter().map(lowest);
        letters.fold(0, |packed, letter| packed << BITS | letter)
    };
    match letters.first_chunk::<LENGTH>() {
        Some(first) => side_by_side(first),
        None => side_by_side(letters) << (BITS * (LENGTH - letters.len())),
    }
}

/// A number each bit of which depends on all letters.
#[inline]
fn mixed(packed: u64) -> u32 {
    let mixed = packed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((mixed ^ mixed >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 32) as u32
}
