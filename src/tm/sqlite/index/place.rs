//! The integer keys under which chunks stand.

use std::ops::RangeInclusive;

use crate::text::Lang;

/// How many bits the number of a token has; a memory has fewer than 2³⁰ tokens.
const TOKEN_BITS: u32 = 30;

/// The highest number.
const TOKENS: u32 = (1 << TOKEN_BITS) - 1;

/// Where the chunks of a language begin.
fn start(lang: Lang) -> i64 {
    match lang {
        Lang::Persian => 0,
        Lang::English => 1 << (32 + TOKEN_BITS),
    }
}

/// The key of the chunk of a token's slots that ends with `last`.
pub(super) fn of_posting(lang: Lang, token: u32, last: u32) -> i64 {
    start(lang) | i64::from(token & TOKENS) << 32 | i64::from(last)
}

/// The key of the chunk of sequences that ends with the slot `last`.
pub(super) fn of_sequence(lang: Lang, last: u32) -> i64 {
    start(lang) | i64::from(last)
}

/// The keys of all chunks of a language.
pub(super) fn all(lang: Lang) -> RangeInclusive<i64> {
    start(lang)..=start(lang) + ((1 << (32 + TOKEN_BITS)) - 1)
}

/// The token of a key of postings.
pub(super) fn token(key: i64) -> u32 {
    u32::try_from(key >> 32 & i64::from(TOKENS)).expect("it has 30 bits")
}

/// The last slot of a chunk, by its key.
pub(super) fn last(key: i64) -> u32 {
    u32::try_from(key & i64::from(u32::MAX)).expect("it has 32 bits")
}
