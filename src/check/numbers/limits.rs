//! Numbers that are a limit on the other side: «بیش از ۱۰۰ نفر» as "fewer than 100".

use crate::check::finding::Finding;
use crate::check::numbers::other_unit::is_single;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::number::Number;
use crate::text::{Lang, Span, Value};

/// On which side of a number the true one is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Limit {
    AtLeast,
    AtMost,
}

/// The words directly before a number that is a limit, folded; of two that fit the first one is meant.
const LIMITS: [(&[&str], Limit); 19] = [
    (&["no", "fewer", "than"], Limit::AtLeast),
    (&["no", "less", "than"], Limit::AtLeast),
    (&["no", "more", "than"], Limit::AtMost),
    (&["fewer", "than"], Limit::AtMost),
    (&["less", "than"], Limit::AtMost),
    (&["up", "to"], Limit::AtMost),
    (&["at", "most"], Limit::AtMost),
    (&["more", "than"], Limit::AtLeast),
    (&["at", "least"], Limit::AtLeast),
    (&["کمتر", "از"], Limit::AtMost),
    (&["حداکثر"], Limit::AtMost),
    (&["بیش", "از"], Limit::AtLeast),
    (&["بیشتر", "از"], Limit::AtLeast),
    (&["افزون", "بر"], Limit::AtLeast),
    (&["دستکم"], Limit::AtLeast),
    (&["دست", "کم"], Limit::AtLeast),
    (&["حداقل"], Limit::AtLeast),
    (&["لااقل"], Limit::AtLeast),
    (&["بالغ", "بر"], Limit::AtLeast),
];

/// Words by which the other limit can say the same, folded: «بیش از ۱۰۰ نفر ممنوع است» is "100 at most".
const TURNING: [&str; 21] = [
    "not",
    "never",
    "nobody",
    "none",
    "cannot",
    "without",
    "limit",
    "limits",
    "limited",
    "cap",
    "capped",
    "ban",
    "banned",
    "forbidden",
    "نه",
    "بدون",
    "هرگز",
    "ممنوع",
    "محدود",
    "سقف",
    "خودداری",
];

/// A number that is a limit.
struct Limited<'a> {
    number: &'a Number,
    limit: Limit,
    /// With the words before it.
    span: Span,
}

/// The number that stands once on each side, as the least here and as the most there.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let ours = limited(target);
    if ours.is_empty() {
        return None;
    }
    let theirs = limited(source);
    theirs.iter().find_map(|right| {
        let mut same = ours.iter().filter(|wrong| wrong.number == right.number);
        let wrong = same.find(|wrong| wrong.limit != right.limit)?;
        let is_certain =
            is_single(pair, right.number) && ![source, target].into_iter().any(may_turn);
        is_certain.then(|| {
            let (right, quoted) = (source.quote(right.span), target.quote(wrong.span));
            let message = format!("{right} is not {quoted}");
            target.finding(Rule::NumberMismatch, wrong.span, message)
        })
    })
}

fn limited<'a>(side: &'a Side<'_>) -> Vec<Limited<'a>> {
    let values = side.values().iter().filter_map(|value| {
        let number = match &value.value {
            Value::Number(it) | Value::Percent(it) | Value::Amount(it, _) => &it.number,
            _ => return None,
        };
        let before = side.words_before(value.span);
        let letters = side.letters_of(&before[before.len().saturating_sub(3)..]);
        let (words, limit) = LIMITS.iter().find(|(words, _)| letters.ends_with(words))?;
        let first = &before[before.len() - words.len()];
        let span = Span::new(first.span.start, value.span.end);
        Some(Limited { number, limit: *limit, span })
    });
    values.collect()
}

/// Whether a text may say by one limit what another says by the other.
fn may_turn(side: &Side<'_>) -> bool {
    let mut words = side.words().words().iter().map(|word| side.letters(word));
    words.any(|word| {
        TURNING.contains(&word)
            || word.ends_with("n't")
            || side.lang == Lang::Persian && is_negative_verb(word)
    })
}

/// Whether a Persian word may be a verb with «ن» before it: «نبودند», «نمی‌رسد».
fn is_negative_verb(word: &str) -> bool {
    word.strip_prefix('ن')
        .is_some_and(|rest| rest.chars().count() > 1 && rest.ends_with(['د', 'ت', 'م']))
}
