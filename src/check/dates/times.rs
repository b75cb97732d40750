//! Clock times of the translation that contradict those of the article: 8:45 p.m. for «ساعت ۱۹:۴۵».
//!
//! Only one time that is left over on each side is held against the other. What a time zone, a part of the day that one
//! side does not say, rounding, or words like "half past" may explain is allowed.

use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::numbers::hours;
use crate::check::numbers::said::quantities;
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::date::Time;
use crate::text::{Placeable, Value, Word};

/// The only time of the target that no time of the source can be, where one of the source is left over too.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let has_time = |side: &Side<'_>| {
        let mut values = side.values().iter();
        values.any(|placeable| matches!(placeable.value, Value::Time(_)))
    };
    if !has_time(target) && !has_time(source) || times(source).len() != times(target).len() {
        return None;
    }
    let (right, said) = the_only_without_counterpart(source, target)?;
    let (wrong, written) = the_only_without_counterpart(target, source)?;
    let is_explained = is_vague(source, right)
        || is_vague(target, wrong)
        || is_rounded(said, written)
        || !are_of_one_zone(source, target);
    if is_explained {
        return None;
    }
    // The part of the day that the source does not say would be lost.
    if said.certain || !written.certain {
        let fix = Fix::suggested(said.write(target.lang));
        return Some(target.instead(Rule::DateMismatch, wrong.span, fix));
    }
    let (right, quoted) = (source.quote(right.span), target.quote(wrong.span));
    let message = format!("{right} is not {quoted}");
    Some(target.finding(Rule::DateMismatch, wrong.span, message))
}

/// The times of a text, and the numbers that are hours; a range is neither.
fn times<'a>(side: &'a Side<'_>) -> Vec<(&'a Placeable, Time)> {
    let mut times = hours::told(side, false);
    times.retain(|(placeable, _)| !matches!(placeable.value, Value::Range(_)));
    times
}

/// The time of `side` that nothing in `other` can be, where there is one only.
fn the_only_without_counterpart<'a>(
    side: &'a Side<'_>,
    other: &Side<'_>,
) -> Option<(&'a Placeable, Time)> {
    let there = times(other);
    let alone = times(side).into_iter().filter(|(_, time)| {
        !there.iter().any(|(_, there)| may_be(*time, *there)) && !has_hour(other, *time)
    });
    only(alone)
}

/// Whether both can be one time; seconds may be left out.
fn may_be(one: Time, other: Time) -> bool {
    let second = one.second.and(other.second);
    let [one, other] = [one, other].map(|time| Time { second: time.second.and(second), ..time });
    one.agrees(other)
}

/// Whether the hour stands in a text as a number: the 6 of "6 to 8 p.m.", which «ساعت ۶» is.
fn has_hour(side: &Side<'_>, time: Time) -> bool {
    let hours = [time.hour, time.hour % 12].map(u64::from);
    let mut numbers = side.values().iter().flat_map(|placeable| quantities(&placeable.value));
    numbers.any(|quantity| {
        let number = quantity.number.to_u64();
        number.is_some_and(|number| hours.contains(&number))
    })
}

/// Words that tell minutes beside an hour, folded: half past 7, «۷ و نیم».
const MINUTES: [&str; 10] =
    ["past", "half", "quarter", "minute", "minutes", "نیم", "ونیم", "ربع", "دقیقه", "مانده"];
/// Words that do so before it: ten to 8, «پنج به هشت».
const TO: [&str; 2] = ["to", "به"];

/// How many words from a time they may stand.
const REACH: usize = 2;

/// Whether words around a time may tell its minutes.
fn is_vague(side: &Side<'_>, placeable: &Placeable) -> bool {
    let mut before = side.words_before(placeable.span).iter().rev().take(REACH);
    let mut after = side.words_after(placeable.span).iter().take(REACH);
    let tells = |word: &str| MINUTES.contains(&word);
    // In "from 3 to 6 p.m." it leads to no hour.
    let ends_span = || {
        let mut times = times(side).into_iter().map(|(time, _)| time.span.end);
        times.any(|end| {
            let between = side.text.get(end..placeable.span.start);
            between.is_some_and(|between| TO.contains(&between.trim()))
        })
    };
    before.any(|word| {
        let word = side.letters(word);
        tells(word) || TO.contains(&word) && !ends_span()
    }) || after.any(|word| tells(side.letters(word)))
}

/// Whether one of two times may be the other rounded to a quarter of an hour.
fn is_rounded(one: Time, other: Time) -> bool {
    const QUARTER: u16 = 15;
    const DAY: u16 = 24 * 60;
    let [one, other] = [one, other].map(|time| u16::from(time.hour) * 60 + u16::from(time.minute));
    let apart = one.abs_diff(other);
    let is_near = apart.min(DAY - apart) <= QUARTER / 2;
    is_near && [one, other].iter().any(|time| time % QUARTER == 0)
}

/// Whether both texts tell the time by the same clock, as far as can be told: by none that they name, or by local time
/// or Greenwich's.
fn are_of_one_zone(source: &Side<'_>, target: &Side<'_>) -> bool {
    let zones = Zones::of(source);
    !zones.other && zones == Zones::of(target)
}

/// By which clocks a text tells the time.
#[derive(Default, PartialEq, Eq)]
struct Zones {
    local: bool,
    greenwich: bool,
    other: bool,
}

/// Zones by their letters, which are no words of another meaning, folded.
const ZONES: [&str; 16] = [
    "bst", "cest", "cet", "cst", "ct", "edt", "eest", "eet", "est", "et", "irst", "ist", "msk",
    "pdt", "pst", "pt",
];
const GREENWICH: [&str; 3] = ["gmt", "utc", "گرینویچ"];

impl Zones {
    fn of(side: &Side<'_>) -> Self {
        let mut zones = Self::default();
        let words = side.words().words();
        for (at, word) in words.iter().enumerate() {
            let letters = side.letters(word);
            match zone(side, &words[..at], letters, &words[at + 1..]) {
                Some("local" | "محلی") => zones.local = true,
                Some(zone) if GREENWICH.contains(&zone) => zones.greenwich = true,
                Some(_) => zones.other = true,
                None => {}
            }
        }
        zones
    }
}

/// The zone that a word is, or whose name stands beside it: Tehran time, «به وقت تهران», «به ساعت محلی».
fn zone<'a>(
    side: &'a Side<'_>,
    before: &[Word],
    letters: &'a str,
    after: &[Word],
) -> Option<&'a str> {
    let before = before.last();
    match letters {
        "time" => {
            let name = before.filter(|word| {
                let is_name = word.span.of(side.text).starts_with(char::is_uppercase);
                is_name || ["local", "standard", "daylight"].contains(&side.letters(word))
            });
            name.map(|name| side.letters(name))
        }
        "وقت" | "ساعت" => {
            let is_by = before.is_some_and(|word| side.letters(word) == "به");
            let name = after.first().filter(|_| is_by)?;
            Some(side.letters(name)).filter(|name| !name.starts_with(|c: char| c.is_ascii_digit()))
        }
        _ => Some(letters).filter(|it| ZONES.contains(it) || GREENWICH.contains(it)),
    }
}
