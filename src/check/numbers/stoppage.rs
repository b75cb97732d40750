//! Minutes of a match: those after the time is over, «دقیقه ۳+۹۰», which is the 93rd, and those that are told in words,
//! as "two minutes from time".

use crate::check::numbers::asked::Asked;
use crate::check::numbers::worded;
use crate::check::pair::Side;
use crate::text::number::{Number, Quantity};
use crate::text::{Placeable, Span, Value, Word};

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

/// How far before the end of a half a minute can be called the last, and how far behind it one is played.
const LAST_MINUTES: u64 = 2;
const ADDED: u64 = 12;
/// More than so many minutes are rarely added to the first half.
const FEW: u64 = 6;

/// How many words behind minutes it may stand what they lead to.
const REACH: usize = 7;

/// Whether the text has the sum that a value is part of, or a value is a minute of a match that it tells in words: "two
/// minutes from time" is the 88th.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    sum_with(asked.own, asked.value).is_some_and(|sum| asked.said.has(&sum))
        || is_told(asked.own, asked.value, asked.other)
}

/// Whether a value of `side` is a minute of a match that `other` tells in words.
fn is_told(side: &Side<'_>, placeable: &Placeable, other: &Side<'_>) -> bool {
    let minute = placeable.value.number().and_then(Number::to_u64);
    let minutes = |side: &Side<'_>| {
        let values = side.values().iter();
        values.filter(|value| is_minute(side, value)).count()
    };
    // Where both have as many minutes, one of them stands for another.
    let is_told = |_: &u64| is_minute(side, placeable) && minutes(other) < minutes(side);
    let Some(minute) = minute.filter(is_told) else {
        return false;
    };
    let words = other.all_letters();
    let is_break = |words: &[&str]| words.iter().any(|word| BREAKS.contains(word));
    let is_last = |ends: &[u64]| {
        let mut ends = ends.iter();
        ends.any(|end| (end - LAST_MINUTES..=end + ADDED).contains(&minute))
    };
    let is_after_break = (HALVES[0] + FEW..MATCHES[0]).contains(&minute);
    let is_added = || {
        let mut ends = ENDS.iter();
        ends.any(|end| (end + 1..=end + ADDED).contains(&minute))
    };
    worded::any(&words, |before, word, after| {
        let after = &after[..after.len().min(REACH)];
        let near = &before[before.len().saturating_sub(2)..];
        let ends = if is_break(after) { HALVES } else { MATCHES };
        match word {
            "stroke" | "before" => is_break(after) && is_last(&HALVES) && !is_after_break,
            "end" | "پایان" => is_last(&ends),
            "death" => near == ["at", "the"] && is_last(&MATCHES),
            "hour" => minute.abs_diff(60) <= 1,
            "time" => is_added() && matches!(near, [.., "stoppage" | "injury" | "added"]),
            word if word.starts_with("وقت") => {
                let rest = after.first().copied().unwrap_or_default();
                is_added() && (rest.starts_with("تلف") || rest.starts_with("اضاف"))
            }
            word if MINUTES.contains(&word) => {
                let has = |names: &[&str]| after.iter().any(|word| names.contains(word));
                let is_named =
                    LAST.iter().any(|last| near.contains(last) || after.first() == Some(last));
                let count = worded::number(before, other.lang);
                let is_at = |at: Option<u64>| at.is_some_and(|at| minute.abs_diff(at) <= 1);
                is_named && is_last(&ends)
                    || has(&LEFT)
                        && ends.iter().any(|end| is_at(count.and_then(|it| end.checked_sub(it))))
                    || has(&BEHIND)
                        && is_break(after)
                        && is_at(count.and_then(|it| it.checked_add(HALVES[0])))
            }
            _ => false,
        }
    })
}

/// Whether words around a value say that it is a minute: «دقیقه ۹۰», "the 90th minute".
fn is_minute(side: &Side<'_>, placeable: &Placeable) -> bool {
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
