//! Spans of time that a translation has in another unit: «۱۵۰ دقیقه» as "150 hours".

use crate::check::finding::Finding;
use crate::check::numbers::worded::{
    CENTURIES, DAYS, DECADES, HOURS, MINUTES, MONTHS, WEEKS, YEARS, unit,
};
use crate::check::pair::{Pair, Part};
use crate::check::rule::Rule;
use crate::text::number::Number;
use crate::text::{Placeable, Span, Value};

/// The units of time, each with its names.
const UNITS: [&[&str]; 9] = [
    SECONDS, MINUTES, HOURS, DAYS, WEEKS, MONTHS, YEARS, DECADES, CENTURIES,
];
const SECONDS: &[&str] = &["second", "seconds", "ثانیه"];

/// A number with the unit of time that stands directly behind it.
struct Duration<'a> {
    number: &'a Number,
    unit: &'static [&'static str],
    span: Span,
}

/// The numbers that stand once on each side, before one unit here and another there, where neither side has the other's.
pub(crate) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let ours = durations(target);
    if ours.is_empty() {
        return Vec::new();
    }
    let theirs = durations(source);
    let has = |durations: &[Duration<'_>], unit| durations.iter().any(|it| it.unit == unit);
    let exchanged = theirs.iter().filter_map(|right| {
        let wrong = ours.iter().find(|wrong| wrong.number == right.number)?;
        let is_single = [source, target]
            .iter()
            .all(|part| count(part, right.number) == 1);
        let are_other = !has(&theirs, wrong.unit) && !has(&ours, right.unit);
        (is_single && are_other).then(|| {
            let (right, quoted) = (source.quote(right.span), target.quote(wrong.span));
            let message = format!("{right} is not {quoted}");
            target.finding(Rule::NumberMismatch, wrong.span, message)
        })
    });
    exchanged.collect()
}

/// The numbers of a text that a unit of time follows; one of anything says little.
fn durations<'a>(part: &'a Part<'_>) -> Vec<Duration<'a>> {
    let values = part.values().iter().filter_map(|placeable| {
        let number = number(placeable).filter(|number| number.to_u64() != Some(1))?;
        let name = unit(part, placeable)?;
        let unit = UNITS.iter().find(|names| names.contains(&name))?;
        let word = part.words_after(placeable.span).first()?;
        let span = Span::new(placeable.span.start, word.span.end);
        let is_direct = part.text[placeable.span.end..word.span.start]
            .chars()
            .all(|c| matches!(c, ' ' | '-' | '\u{a0}' | '\u{200c}'));
        is_direct.then_some(Duration { number, unit, span })
    });
    values.collect()
}

fn number(placeable: &Placeable) -> Option<&Number> {
    match &placeable.value {
        Value::Number(quantity) => Some(&quantity.number),
        _ => None,
    }
}

/// How many numbers of a text are this one.
fn count(part: &Part<'_>, wanted: &Number) -> usize {
    let numbers = part.values().iter().filter_map(number);
    numbers.filter(|number| *number == wanted).count()
}
