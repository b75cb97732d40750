//! Hours of the day that a text has as bare numbers, where the other may tell them as times: «از ۱۵ تا ۱۷» for "from 3
//! to 5 p.m.", «ساعت ۲۴» for "midnight".

use crate::check::numbers::asked::Asked;
use crate::check::numbers::said::quantities;
use crate::check::numbers::units::{MINUTES, UNITS, unit_behind};
use crate::check::pair::Side;
use crate::text::date::Time;
use crate::text::number::{Form, Number, Quantity};
use crate::text::placeable::Unit;
use crate::text::{COUNTERS, Lang, Placeable, Span, Value};

/// What stands between the ends of a span of hours.
const TO: [&str; 7] = ["to", "until", "till", "-", "–", "تا", "الی"];
/// What stands between two hours.
const AND: [&str; 4] = ["and", "or", "و", "یا"];

/// Words before an hour that say that it is one, and words after it, folded.
const BEFORE: [&str; 4] = ["ساعت", "ساعات", "ساعتها", "ساعتهای"];
const AFTER: [&str; 3] = ["gmt", "utc", "گرینویچ"];

/// Hours that have a name, folded.
const NAMED: [(&str, u8); 4] = [("midnight", 0), ("نیمهشب", 0), ("noon", 12), ("ظهر", 12)];

/// What stands between minutes, or before an hour, and the next hour: «۲۰ دقیقه به ۷».
const MINUTES_TO: [&str; 4] = ["to", "به", "مانده", "before"];

/// How many hours the face of a clock has.
const FACE: u8 = 12;

/// Whether every number of the value is an hour that the text gives as a clock time, and no other time beside the value
/// accounts for it.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let Asked { own: side, value: placeable, other, .. } = *asked;
    let own = all(side, false);
    let is_told = own.iter().any(|(span, _)| *span == placeable.span);
    let there = all(other, is_told);
    if is_minutes(side, placeable, &there) {
        return true;
    }
    let may_be_told = side.lang == Lang::Persian && !is_counted(side, placeable);
    let others = own.iter().filter(|(span, _)| *span != placeable.span);
    let others: Vec<u8> = others.map(|(_, time)| time.hour % FACE).collect();
    let is_free = |face: u8| {
        let times = there.iter().filter(|(_, time)| time.hour % FACE == face);
        let own = others.iter().filter(|other| **other == face);
        times.count() > own.count()
    };
    let is_to = is_behind(side, placeable, &MINUTES_TO);
    let is_it = |own_time: Time, (_, time): &(Span, Time)| {
        let is_next = is_to && time.minute >= 30;
        let hour = (time.hour + u8::from(is_next)) % (2 * FACE);
        let is_same = own_time.agrees(Time { hour, minute: 0, second: None, ..*time });
        is_same && is_free(time.hour % FACE)
    };
    let hours = hours(&placeable.value);
    let mut unsaid = hours.iter().filter(|&&own| !there.iter().any(|it| is_it(own, it)));
    (is_told || may_be_told) && !hours.is_empty() && unsaid.next().is_none()
}

/// The times that a text tells: as such, by name, or as numbers.
fn all(side: &Side<'_>, with_bare: bool) -> Vec<(Span, Time)> {
    let told = told(side, with_bare).into_iter();
    let told = told.map(|(value, time)| (value.span, time));
    told.chain(named(side)).chain(dashed(side)).collect()
}

/// The times among the values of a text, with the numbers of which words or times around them say that they are hours;
/// `with_bare` with all others that may be.
pub(crate) fn told<'a>(side: &'a Side<'_>, with_bare: bool) -> Vec<(&'a Placeable, Time)> {
    let values = side.values();
    let is_told = |value: &Placeable| {
        matches!(value.value, Value::Time(_))
            || is_behind(side, value, &BEFORE)
            || is_by_clock(side, value)
            || is_behind_minutes(side, value)
            || with_bare && !is_counted(side, value)
    };
    let mut are_told: Vec<bool> = values.iter().map(is_told).collect();
    let joint = |at: usize| {
        let between = side.text.get(values[at - 1].span.end..values[at].span.start);
        between.unwrap_or_default().trim()
    };
    for at in 1..values.len() {
        let is_and = AND.contains(&joint(at)) && !is_counted(side, &values[at]);
        are_told[at] |= are_told[at - 1] && (is_and || TO.contains(&joint(at)));
    }
    for at in (1..values.len()).rev() {
        let is_joined = AND.contains(&joint(at)) || TO.contains(&joint(at));
        are_told[at - 1] |= are_told[at] && is_joined;
    }
    let told = values.iter().zip(are_told).filter(|(_, is_told)| *is_told);
    let told =
        told.flat_map(|(value, _)| hours(&value.value).into_iter().map(move |it| (value, it)));
    told.collect()
}

/// The time that a value is, or the hours that all its numbers may be: up to 24, in figures.
fn hours(value: &Value) -> Vec<Time> {
    match value {
        Value::Time(time) => vec![*time],
        Value::Range(range) if range.unit != Unit::None => Vec::new(),
        Value::Number(_) | Value::Range(_) => {
            let hours = quantities(value).map(hour);
            hours.collect::<Option<Vec<_>>>().unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// The whole hour that a number is; 12 is that of noon or of midnight.
fn hour(quantity: &Quantity) -> Option<Time> {
    let hour = quantity.number.to_u64().filter(|_| quantity.form == Form::Figures)?;
    let hour = u8::try_from(hour).ok().filter(|hour| *hour <= 2 * FACE)?;
    Some(Time {
        hour: hour % (2 * FACE),
        minute: 0,
        second: None,
        certain: hour > FACE || hour == 0,
    })
}

/// The hours that a text has by name; "12 midnight" is told by its number.
pub(crate) fn named(side: &Side<'_>) -> Vec<(Span, Time)> {
    let words = side.words().words();
    let named = words.iter().enumerate().filter_map(|(at, word)| {
        let (_, hour) = NAMED.iter().find(|(name, _)| *name == side.letters(word))?;
        let is_behind_it = at > 0 && side.letters(&words[at - 1]) == "12";
        let time = Time { hour: *hour, minute: 0, second: None, certain: true };
        (!is_behind_it).then_some((word.span, time))
    });
    named.collect()
}

/// The two hours of "3-5 p.m.", which is no value of a text.
fn dashed(side: &Side<'_>) -> Vec<(Span, Time)> {
    let dashes = side.text.match_indices(['-', '–']);
    let is_figure = |c: char| c.is_ascii_digit();
    let dashed = dashes.filter_map(|(at, dash)| {
        let (before, after) = (&side.text[..at], &side.text[at + dash.len()..]);
        let first = &before[before.trim_end_matches(is_figure).len()..];
        let rest = after.trim_start_matches(is_figure);
        let last = &after[..after.len() - rest.len()];
        let rest = rest.trim_start();
        let is_afternoon = rest.starts_with('p');
        let half = rest.strip_prefix(['a', 'p'])?;
        let is_half = half.starts_with(".m") || half.starts_with('m');
        let last = Time::of_half(last.parse().ok()?, 0, is_afternoon).filter(|_| is_half)?;
        let first = hour(&Quantity::figures(Number::read(first)?))?;
        Some([first, last].map(|time| (Span::new(at, at + dash.len()), time)))
    });
    dashed.flatten().collect()
}

/// Whether a value is minutes before a time of the other text: the 20 of "20 minutes to 7" for 6:40.
fn is_minutes(side: &Side<'_>, placeable: &Placeable, there: &[(Span, Time)]) -> bool {
    let minutes = placeable.value.number().and_then(Number::to_u64);
    let words = side.words_after(placeable.span).iter().take(2);
    let mut words = words.map(|word| side.letters(word));
    let is_before = match words.next() {
        Some(word) if MINUTES.contains(&word) => {
            words.next().is_some_and(|word| MINUTES_TO.contains(&word))
        }
        word => word.is_some_and(|word| MINUTES_TO.contains(&word)),
    };
    let mut times = there.iter().map(|(_, time)| u64::from(time.minute));
    is_before && times.any(|minute| minute > 0 && minutes == 60_u64.checked_sub(minute))
}

/// Whether a noun or a unit after a value says that something is counted.
fn is_counted(side: &Side<'_>, placeable: &Placeable) -> bool {
    let noun = unit_behind(side, placeable);
    noun.is_some_and(|noun| {
        COUNTERS.contains(&noun) || UNITS.iter().any(|unit| unit.names.contains(&noun))
    })
}

fn is_behind(side: &Side<'_>, placeable: &Placeable, words: &[&str]) -> bool {
    let before = side.words_before(placeable.span).last();
    before.is_some_and(|word| words.contains(&side.letters(word)))
}

/// Whether a value is the hour to which minutes are counted: the 8 of "a quarter to 8".
fn is_behind_minutes(side: &Side<'_>, placeable: &Placeable) -> bool {
    match side.words_before(placeable.span) {
        [.., minutes, to] => {
            let minutes = side.letters(minutes);
            let are_minutes = matches!(minutes, "quarter" | "ربع") || MINUTES.contains(&minutes);
            are_minutes && MINUTES_TO.contains(&side.letters(to))
        }
        _ => false,
    }
}

/// Whether the words after a value name the clock by which it is told, or the hour.
fn is_by_clock(side: &Side<'_>, placeable: &Placeable) -> bool {
    let after = side.words_after(placeable.span).iter().take(3);
    let after = side.letters_of(after);
    match after.as_slice() {
        ["به", "وقت", ..] => true,
        [word, ..] => AFTER.contains(word) || NAMED.iter().any(|(name, _)| name == word),
        [] => false,
    }
}
