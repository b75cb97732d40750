//! Initials and abbreviations that are spelt out: «J», «ج.ا», «U.N», «بی.بی.سی», «جان اف. کندی».

use crate::segment::opening::first_word;
use crate::text::{HALF_SPACE, Lang, TATWEEL};

/// The Persian names of the Latin letters.
const NAMES: [&str; 26] = [
    "آر",
    "آی",
    "اس",
    "اف",
    "ال",
    "ام",
    "ان",
    "اچ",
    "ای",
    "ایچ",
    "ایکس",
    "ئی",
    "بی",
    "تی",
    "جی",
    "دبلیو",
    "دی",
    "زد",
    "سی",
    "وای",
    "وی",
    "پی",
    "کا",
    "کی",
    "کیو",
    "یو",
];

/// Those that are initials even by themselves: without another letter beside it «زد» is "struck", and «ام» the rest of
/// «رفته‌ام».
const SURE: [&str; 12] =
    ["اس", "اف", "ال", "اچ", "ایچ", "ایکس", "تی", "جی", "دبلیو", "پی", "کیو", "یو"];

/// Those that end a sentence where the space after the stop is missing, unless another stop follows the next letter.
const DOUBTFUL: [&str; 6] = ["ام", "ان", "ای", "زد", "وی", "کی"];

/// Whether `word`, at the end of `before`, is a letter or the name of one, or several with stops between them.
///
/// A name that is also another word is one only beside another letter with its stop: «بی. بی. سی.»
pub(super) fn ends(before: &str, word: &str, after: &str) -> bool {
    if is_name(word) && !is_sure(word) {
        let earlier = before[..before.len() - word.len()].trim_end();
        let earlier = earlier.strip_suffix('.').unwrap_or_default();
        let last = earlier.rsplit([' ', '.']).next().unwrap_or_default();
        let next = first_word(after);
        return is_part(last) || is_name(next) && after[next.len()..].starts_with('.');
    }
    word.split('.').all(is_part)
}

/// Whether a stop between `before` and `after`, with no space, is one of «بی.بی.سی» or «اف.کندی».
pub(super) fn goes_on(before: &str, after: &str) -> bool {
    let next = first_word(after);
    let is_spelt = is_name(before) && is_name(next);
    let is_doubtful = DOUBTFUL.contains(&bare(before)) && !after[next.len()..].starts_with('.');
    is_sure(before) || is_spelt && !is_doubtful
}

fn is_name(word: &str) -> bool {
    NAMES.contains(&bare(word))
}

fn is_sure(word: &str) -> bool {
    SURE.contains(&bare(word))
}

/// The word without the half-space that some write before a stop: «اف‌.بی‌.آی».
fn bare(word: &str) -> &str {
    word.trim_end_matches([HALF_SPACE, '\u{200D}'])
}

/// A single letter, or the Persian name of one.
fn is_part(part: &str) -> bool {
    let mut letters = part.chars().filter(|&c| !matches!(c, HALF_SPACE | '\u{200D}' | TATWEEL));
    let is_letter = letters
        .next()
        .is_some_and(|c| c.is_uppercase() || Lang::of_letter(c) == Some(Lang::Persian))
        && letters.next().is_none();
    is_letter || is_name(part)
}
