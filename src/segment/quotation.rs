//! Whether a sentence goes on after the quotation that has just closed in it.

use crate::segment::abbreviations::{Stop, stop_after};
use crate::segment::opening::first_word;
use crate::segment::run::is_final;
use crate::segment::word_list::SAYING;
use crate::text::Lang;

/// Whether `after`, which follows a closed quotation, goes on with its sentence: «چرا؟» گفت…, "Why?" Bush asked.
pub(super) fn goes_on(after: &str, lang: Lang) -> bool {
    match lang {
        Lang::Persian => begins_with_saying(after),
        Lang::English => names_a_speaker(after),
    }
}

/// Whether a quotation that opens after `before` is a part of its sentence like a word: the slogan «مرگ بر جنگ!».
///
/// It is not where something introduces it, or where the sentence begins with it.
pub(super) fn is_embedded(before: &str) -> bool {
    const INTRODUCING: [char; 9] = [':', ',', '،', '؛', ';', '-', '–', '—', '('];
    const WIDEST_SPACE: usize = 8;
    let mut near = before.chars().rev().take(WIDEST_SPACE);
    let last = near.find(|c| !c.is_whitespace());
    last.is_some_and(|c| !INTRODUCING.contains(&c))
}

/// A verb of saying, but not one that introduces the next quotation («گفت:»).
fn begins_with_saying(after: &str) -> bool {
    let word = first_word(after);
    let next = after[word.len()..].trim_start_matches(' ');
    SAYING.has(word, Lang::Persian) && !next.starts_with(':')
}

/// At most five words with capitals, and a verb of saying: «President George W. Bush asked», «Mr. Bush asked».
fn names_a_speaker(after: &str) -> bool {
    const LONGEST_NAME: usize = 5;
    let mut rest = after;
    for place in 0..=LONGEST_NAME {
        let word = first_word(rest);
        if SAYING.has(word, Lang::English) {
            return place > 0;
        }
        if !word.starts_with(char::is_uppercase) {
            return false;
        }
        let has_stop =
            word.chars().count() == 1 || stop_after(word, Lang::English) == Some(Stop::Never);
        rest = rest[word.len()..].trim_start_matches(|c| c == ' ' || (has_stop && is_final(c)));
    }
    false
}
