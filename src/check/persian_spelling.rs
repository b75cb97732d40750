//! `persian-spelling`: Persian words in another spelling than that of a careful editor, where it is certain.
//!
//! What a spelling should be is known to the fold, which compares the two as one; here is chosen which of its rules are
//! faults.

use crate::check::finding::{Finding, Severity};
use crate::check::fix::Fix;
use crate::check::pair::{Pair, Part};
use crate::check::rule::{About, Rule};
use crate::text::fold::{Change, explain};
use crate::text::{Lang, Parts, Span, Word};

pub(super) const ABOUT: About = About {
    name: "persian-spelling",
    severity: Severity::Warning,
    says: "a Persian word of the translation has Arabic letters, or lacks its half-space",
    why: "Such words are found by no search, and lines break inside them. Only what is certain is found: the Arabic ye and \
          kaf, می and نمی before their verb, and the plural that stands apart from its noun.",
    fix: "Safe; suggested in a segment that has letters of Arabic alone, since Arabic may be quoted there.",
    example: [
        "The talks will continue.",
        "مذاکرات ادامه پیدا می کند.",
        "مذاکرات ادامه پیدا می‌کند.",
    ],
};

/// What parts the halves of a word.
const HALF_SPACE: &str = "\u{200C}";

/// Letters and endings that show that Arabic may be quoted, whose letters are to stay: teh marbuta, alef with hamza below,
/// the alef that is not spoken, and the endings -un and -in.
const OF_ARABIC: [char; 5] = ['ة', 'إ', 'ٱ', '\u{64C}', '\u{64D}'];

/// The misspelt words of a Persian target.
pub(super) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let target = &pair.target;
    if target.lang != Lang::Persian {
        return Vec::new();
    }
    let is_arabic = target.text.contains(OF_ARABIC);
    let (_, changes) = explain(target.text);
    let words = target.words().words().iter();
    words
        .filter_map(|word| {
            let right = respelt(target, word, &changes)?;
            let fix = match is_arabic {
                true => Fix::suggested(right),
                false => Fix::safe(right),
            };
            Some(target.instead(Rule::PersianSpelling, word.span, fix))
        })
        .collect()
}

/// The word in its right spelling; `None` where it has that.
fn respelt(target: &Part<'_>, word: &Word, changes: &[Change]) -> Option<String> {
    let mut right = String::new();
    let mut at = word.span.start;
    let first = changes.partition_point(|change| change.span.start < word.span.start);
    let its = changes[first..]
        .iter()
        .take_while(|change| change.span.start < word.span.end);
    for change in its {
        let (span, instead) = match change.rule {
            "ye" => (change.span, "ی"),
            "kaf" => (change.span, "ک"),
            "verbal-prefix" | "plural-ending" => {
                (space_before(target.text, change.span), HALF_SPACE)
            }
            _ => continue,
        };
        right.push_str(&target.text[at..span.start]);
        right.push_str(instead);
        at = span.end;
    }
    right.push_str(&target.text[at..word.span.end]);
    if let Some(end) = joined_prefix(target, word, &right) {
        right.insert_str(end, HALF_SPACE);
    }
    (right != word.span.of(target.text)).then_some(right)
}

/// The white space before a place.
fn space_before(text: &str, place: Span) -> Span {
    let before = text[..place.start].trim_end();
    Span::new(before.len(), place.start)
}

/// Words that look like a joined verb and can be another word: his scale, let him not die.
const DOUBTFUL: [&str; 10] = [
    "میزانش",
    "میزانم",
    "میزانشان",
    "میدانش",
    "نمیرم",
    "نمیرد",
    "نمیره",
    "نمیریم",
    "نمیرید",
    "نمیرند",
];

/// Where می or نمی ends that is written on to its verb without a half-space.
///
/// A ye at the end can be that of an adjective: میدانی is "in the field" as well as "you know".
fn joined_prefix(target: &Part<'_>, word: &Word, spelt: &str) -> Option<usize> {
    let letters = target.words().letters(&word.folded);
    if letters != spelt || letters.ends_with('ی') || DOUBTFUL.contains(&letters) {
        return None;
    }
    Parts::of(letters).prefixes.first().map(|prefix| prefix.end)
}
