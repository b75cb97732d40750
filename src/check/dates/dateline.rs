//! The day of a dateline, which the weekday of the lead means: "LONDON, Dec 10 (Reuters) - … on Wednesday" is no
//! «چهارشنبه ۱۹ آبان».

use std::ops::RangeInclusive;

use crate::check::finding::Finding;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::date::{Calendar, Date, Year};
use crate::text::{Lang, Placeable, Value, placeables};

/// The days from that of a dateline to those that its text may name by their weekday alone: a week or two.
const REACH: RangeInclusive<i64> = -15..=15;

/// Sample years in which a dateline can be, since it names none; a solar year begins in them, or the one before does.
const YEARS: RangeInclusive<u16> = 2020..=2023;
const EARLIER: RangeInclusive<u16> = 621..=622;

/// Reports a solar day of the translation that is far from the dateline, where the article has its weekday only.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    if source.lang != Lang::English {
        return None;
    }
    let wrong = target
        .values()
        .iter()
        .find(|there| source.values().iter().any(|value| is_its_weekday(value, there)))?;
    let (dateline, text) = day_before(source)?;
    if !is_far(&dateline.value, &wrong.value) {
        return None;
    }
    let right = source.lang.quote(dateline.span.of(text));
    let quoted = target.quote(wrong.span);
    let message = format!("the dateline says {right}, which is far from {quoted}");
    Some(target.finding(Rule::DateMismatch, wrong.span, message))
}

/// The day in the dateline before the first sentence of a paragraph, and the text of that: it stands before the agency.
fn day_before<'a>(side: &Side<'a>) -> Option<(Placeable, &'a str)> {
    const ENDS: [&str; 3] = [") -", ") –", ") —"];
    const LONGEST: usize = 80;
    let start = side.article[..side.span.start].rfind('\n').map_or(0, |at| at + 1);
    let line = side.article[start..].lines().next()?;
    let end = ENDS.iter().filter_map(|end| line.find(end)).min()?;
    let is_first = side.span.start <= start + end + LONGEST_END && end <= LONGEST;
    let text = &line[..end];
    let agency = text.rfind(" (").filter(|_| is_first)?;
    let mut days = placeables(text, side.lang).into_iter();
    let day = days.find(|day| {
        let is_day = matches!(day.value, Value::Date(date) if date.day.is_some());
        is_day && day.span.end == agency && text[..day.span.start].ends_with(", ")
    })?;
    Some((day, text))
}

/// The bytes of the longest bracket, dash and spaces at the end of a dateline.
const LONGEST_END: usize = 8;

/// Whether a value is the bare weekday of a day in the other text.
fn is_its_weekday(value: &Placeable, there: &Placeable) -> bool {
    let (Value::Date(own), Value::Date(there)) = (&value.value, &there.value) else {
        return false;
    };
    let is_bare = own.day.is_none() && own.month.is_none();
    is_bare && own.weekday.is_some() && own.weekday == there.weekday && there.day.is_some()
}

/// Whether no year has the two days near each other.
fn is_far(dateline: &Value, there: &Value) -> bool {
    let (Value::Date(dateline), Value::Date(there)) = (dateline, there) else {
        return false;
    };
    if dateline.calendar != Calendar::Gregorian || there.calendar != Calendar::Solar {
        return false;
    }
    let number = |date: &Date, year: u16| {
        let date = Date { year: Some(date.year.unwrap_or(Year::Year(year))), ..*date };
        date.day_number()
    };
    let apart = YEARS.flat_map(|year| {
        let own = number(dateline, year);
        EARLIER.filter_map(move |earlier| Some(number(there, year - earlier)? - own?))
    });
    let apart: Vec<i64> = apart.collect();
    !apart.is_empty() && !apart.iter().any(|days| REACH.contains(days))
}
