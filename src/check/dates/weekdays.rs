//! Days of the week in the plural, which are no dates: "on Tuesdays" for «دوشنبه‌ها», and for «روزهای دوشنبه».

use crate::check::finding::Finding;
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::date::Weekday;
use crate::text::{HALF_SPACE, Lang, Span, Value};

/// What makes a plural of a day, in English and in Persian.
const ENGLISH: &str = "s";
const PERSIAN: [&str; 2] = ["ها", "های"];

/// Reports the only day of the target that the source does not have, where the source has one that the target does not,
/// and either is in the plural.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let (english, persian) = match source.lang {
        Lang::English => (source, target),
        Lang::Persian => (target, source),
    };
    let has_plural = |side: &Side<'_>| !plurals(side).is_empty();
    // Most English texts name no day, and then no Persian words are looked at.
    if !has_plural(english) && (dates(english).next().is_none() || !has_plural(persian)) {
        return None;
    }
    let [theirs, ours] = [source, target].map(days);
    let only_in = |days: &[(Span, Weekday)], others: &[(Span, Weekday)]| {
        only(days.iter().copied().filter(|(_, day)| !others.iter().any(|(_, other)| other == day)))
    };
    let ((right, _), (wrong, _)) = (only_in(&theirs, &ours)?, only_in(&ours, &theirs)?);
    let (right, quoted) = (source.quote(right), target.quote(wrong));
    Some(target.finding(Rule::DateMismatch, wrong, format!("{right} is not {quoted}")))
}

/// The days of the week of a text, in the plural or not.
fn days(side: &Side<'_>) -> Vec<(Span, Weekday)> {
    let plurals = plurals(side);
    let is_other =
        |(span, _): &(Span, Weekday)| !plurals.iter().any(|(its, _)| its.overlaps(*span));
    let dates: Vec<_> = dates(side).filter(is_other).collect();
    dates.into_iter().chain(plurals).collect()
}

/// The days of the week among the dates of a text.
fn dates(side: &Side<'_>) -> impl Iterator<Item = (Span, Weekday)> {
    side.values().iter().filter_map(|value| match value.value {
        Value::Date(date) => Some((value.span, date.weekday?)),
        _ => None,
    })
}

/// The days of the week of a text in the plural.
fn plurals(side: &Side<'_>) -> Vec<(Span, Weekday)> {
    let may_be = match side.lang {
        Lang::English => side.text.contains("days"),
        Lang::Persian => side.text.contains("شنبه") || side.text.contains("جمعه"),
    };
    let words = side.words().words().iter().filter(|_| may_be);
    let plurals = words.filter_map(|word| {
        let written = word.span.of(side.text);
        let stem = match side.lang {
            Lang::English => written.strip_suffix(ENGLISH)?,
            Lang::Persian => PERSIAN.iter().find_map(|plural| written.strip_suffix(plural))?,
        };
        let letters = |day: &str| day.replace(HALF_SPACE, "");
        let stem = letters(stem.trim_end_matches(HALF_SPACE));
        let mut days = Weekday::ALL.into_iter();
        let day = days.find(|day| letters(day.name(side.lang)) == stem)?;
        Some((word.span, day))
    });
    plurals.collect()
}
