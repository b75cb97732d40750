//! Minutes of a match: those after the time is over, «دقیقه ۳+۹۰», which is the 93rd, and those that are told in words,
//! as "two minutes from time".

use std::ops::RangeInclusive;

use crate::check::numbers::asked::Asked;
use crate::check::numbers::phrases;
use crate::check::pair::Side;
use crate::text::number::{Number, Quantity};
use crate::text::{Lang, Placeable, Span, Value, Word};

/// When a half ends, and each of extra time.
const ENDS: [u64; 4] = [45, 90, 105, 120];

/// Which minutes of the whole match such sums are, with the two numbers.
pub(crate) fn sums<'a>(side: &'a Side<'_>) -> impl Iterator<Item = ([Span; 2], Quantity)> + 'a {
    let both = side.values().windows(2);
    both.filter_map(|both| {
        let [one, other] = both else {
            return None;
        };
        let between = &side.text[one.span.end..other.span.start];
        let (first, second) = (number(one)?, number(other)?);
        let is_sum = between.trim() == "+" && [first, second].iter().any(|it| ENDS.contains(it));
        let sum = Quantity::figures(Number::of(first.saturating_add(second)));
        is_sum.then_some(([one.span, other.span], sum))
    })
}

/// The sum that a value is part of.
pub(crate) fn sum_with(side: &Side<'_>, placeable: &Placeable) -> Option<Quantity> {
    let mut sums = sums(side);
    let (_, sum) = sums.find(|(spans, _)| spans.contains(&placeable.span))?;
    Some(sum)
}

/// The end of a match, and of the first half, each also with extra time.
const MATCHES: [u64; 2] = [90, 120];
const HALVES: [u64; 2] = [45, 105];

/// Words for minutes, folded.
const MINUTES: [&str; 10] = [
    "minute",
    "minutes",
    "seconds",
    "دقیقه",
    "دقیقهای",
    "دقایق",
    "لحظه",
    "لحظات",
    "ثانیه",
    "ثانیههای",
];

/// Words for the break, and the halves, folded.
const BREAKS: [&str; 8] =
    ["half-time", "halftime", "half", "break", "interval", "restart", "نیمه", "استراحت"];
/// Words before what minutes lead to, and before what they follow, folded.
const LEFT: [&str; 10] =
    ["from", "left", "remaining", "to", "before", "مانده", "قبل", "پیش", "پایان", "آخر"];
const BEHIND: [&str; 4] = ["after", "into", "پس", "بعد"];

/// Words for the last minute, folded.
const LAST: [&str; 9] =
    ["last", "final", "dying", "closing", "پایانی", "آخر", "آخرین", "واپسین", "انتهایی"];

/// How far before the end of a half a minute can be called the last, and how far after it one is played.
const LAST_MINUTES: u64 = 2;
const ADDED: u64 = 12;
/// More minutes than this are rarely added to the first half.
const FEW: u64 = 6;

/// How far after the minutes the event that they count towards may stand.
const REACH: usize = 7;

/// Whether the text has the sum that a value is part of, or a value is a minute of a match that it tells in words: "two
/// minutes from time" is the 88th.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    sum_with(asked.own, asked.value).is_some_and(|sum| asked.said.has(&sum))
        || is_told(asked.own, asked.value, asked.other)
}

/// Whether a value of `side` is a minute of a match that `other` tells in words, or the end of a half in a sum, where
/// that says "stoppage".
fn is_told(side: &Side<'_>, placeable: &Placeable, other: &Side<'_>) -> bool {
    let minute = placeable.value.number().and_then(Number::to_u64);
    let is_end = minute.is_some_and(|minute| ENDS.contains(&minute));
    if is_end && (is_minute(side, placeable) || sum_with(side, placeable).is_some()) {
        let mut words = other.words().words().iter();
        if words.any(|word| other.letters(word) == "stoppage") {
            return true;
        }
    }
    let minutes = |side: &Side<'_>| {
        let values = side.values().iter();
        values.filter(|value| is_minute(side, value)).count()
    };
    // Where both have as many minutes, one of them stands for another.
    let is_told = |_: &u64| is_minute(side, placeable) && minutes(other) < minutes(side);
    minute.filter(is_told).is_some_and(|minute| {
        phrases::any(&other.all_letters(), |before, word, after| {
            let meant = minutes_meant(before, word, after, other.lang);
            meant.iter().any(|meant| meant.contains(&minute))
        })
    })
}

/// The minutes of a match that a phrase at `word` can mean.
fn minutes_meant(
    before: &[&str],
    word: &str,
    after: &[&str],
    lang: Lang,
) -> Vec<RangeInclusive<u64>> {
    let after = &after[..after.len().min(REACH)];
    let near = &before[before.len().saturating_sub(2)..];
    let has = |names: &[&str]| after.iter().any(|word| names.contains(word));
    let ends = || if has(&BREAKS) { HALVES } else { MATCHES };
    match word {
        "stroke" | "before" if has(&BREAKS) => {
            HALVES.map(|end| end - LAST_MINUTES..=end + FEW - 1).to_vec()
        }
        "end" | "پایان" => ends().map(last).to_vec(),
        "death" if near == ["at", "the"] => MATCHES.map(last).to_vec(),
        "hour" if matches!(near, [.., "after" | "past", "the"]) => vec![60..=66],
        "hour" => vec![about(60)],
        "early" => vec![1..=15],
        "time" if matches!(near, [.., "stoppage" | "injury" | "added"]) => ENDS.map(added).to_vec(),
        word if word.starts_with("وقت") && is_added(after) => ENDS.map(added).to_vec(),
        word if MINUTES.contains(&word) => {
            let mut meant = Vec::new();
            if LAST.iter().any(|last| near.contains(last) || after.first() == Some(last)) {
                meant.extend(ends().map(last));
            }
            let count = phrases::number(before, lang);
            if has(&LEFT) {
                meant.extend(ends().iter().filter_map(|end| end.checked_sub(count?)).map(about));
            }
            if has(&BEHIND) && has(&BREAKS) {
                meant.extend(count.map(|count| about(count.saturating_add(HALVES[0]))));
            }
            meant
        }
        _ => Vec::new(),
    }
}

/// Whether a word after «وقت» says that it was added.
fn is_added(after: &[&str]) -> bool {
    after.first().is_some_and(|word| ["تلف", "اضاف"].iter().any(|stem| word.starts_with(stem)))
}

/// The last minutes of a half that ends in that minute, with those that are added.
fn last(end: u64) -> RangeInclusive<u64> {
    end - LAST_MINUTES..=end + ADDED
}

/// The minutes that are added to a half that ends in that minute.
fn added(end: u64) -> RangeInclusive<u64> {
    end + 1..=end + ADDED
}

fn about(minute: u64) -> RangeInclusive<u64> {
    minute.saturating_sub(1)..=minute.saturating_add(1)
}

/// Whether words around a value say that it is a minute: «دقیقه ۹۰», "the 90th minute".
pub(crate) fn is_minute(side: &Side<'_>, placeable: &Placeable) -> bool {
    let before = side.words_before(placeable.span).last();
    let after = side.words_after(placeable.span).first();
    let is_minute = |word: &Word| MINUTES.contains(&side.letters(word));
    let is_ordinal = matches!(placeable.value, Value::Ordinal(_));
    before.is_some_and(is_minute) || is_ordinal && after.is_some_and(is_minute)
}

fn number(placeable: &Placeable) -> Option<u64> {
    match &placeable.value {
        Value::Number(quantity) => quantity.number.to_u64(),
        _ => None,
    }
}
