//! The integer keys under which chunks stand.

use std::ops::RangeInclusive;

use super::class::Class;
use crate::text::Lang;

/// How many bits the number of a token has; a memory has fewer than 2²⁸ tokens.
const TOKEN_BITS: u32 = 28;

/// How many bits the class of a posting has.
const CLASS_BITS: u32 = 2;

/// The bit at which each part of a key begins, above the slot.
const CLASS: u32 = 32;
const TOKEN: u32 = CLASS + CLASS_BITS;
const LANG: u32 = TOKEN + TOKEN_BITS;

/// The highest number.
const TOKENS: u32 = (1 << TOKEN_BITS) - 1;

/// Where the chunks of a language begin.
fn start(lang: Lang) -> i64 {
    match lang {
        Lang::Persian => 0,
        Lang::English => 1 << LANG,
    }
}

/// The key of the chunk of a token's slots of one class that ends with `last`.
pub(super) fn of_posting(lang: Lang, token: u32, class: Class, last: u32) -> i64 {
    let token = i64::from(token & TOKENS) << TOKEN;
    start(lang) | token | i64::from(class.number()) << CLASS | i64::from(last)
}

/// The key of the chunk of sequences that ends with the slot `last`.
pub(super) fn of_sequence(lang: Lang, last: u32) -> i64 {
    start(lang) | i64::from(last)
}

/// The keys of all chunks of a language.
pub(super) fn all(lang: Lang) -> RangeInclusive<i64> {
    start(lang)..=start(lang) + ((1 << LANG) - 1)
}

/// The token of a key of postings.
pub(super) fn token(key: i64) -> u32 {
    u32::try_from(key >> TOKEN & i64::from(TOKENS)).expect("it has 28 bits")
}

/// The number of the class of a key of postings.
pub(super) fn class(key: i64) -> u8 {
    u8::try_from(key >> CLASS & ((1 << CLASS_BITS) - 1)).expect("it has two bits")
}

/// The last slot of a chunk, by its key.
pub(super) fn last(key: i64) -> u32 {
    u32::try_from(key & i64::from(u32::MAX)).expect("it has 32 bits")
}
