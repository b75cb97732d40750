//! The hours of the day that a text has: as times, by name, or as bare numbers beside words that say that they are
//! hours: «از ۱۵ تا ۱۷», «ساعت ۲۴», "midnight".

use crate::check::measures::{MINUTES, unit_behind, unit_named};
use crate::check::pair::Side;
use crate::text::date::Time;
use crate::text::number::{Form, Number, Quantity};
use crate::text::placeable::Unit;
use crate::text::{COUNTERS, Lang, Placeable, Span, Value, Word};

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
pub(crate) const MINUTES_TO: [&str; 4] = ["to", "به", "مانده", "before"];

/// How many hours the face of a clock has.
pub(crate) const FACE: u8 = 12;

/// The times that a text tells: as such, by name, or as numbers.
pub(crate) fn all(side: &Side<'_>, with_bare: bool) -> Vec<(Span, Time)> {
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
pub(crate) fn hours(value: &Value) -> Vec<Time> {
    match value {
        Value::Time(time) => vec![*time],
        Value::Range(range) if range.unit != Unit::None => Vec::new(),
        Value::Number(_) | Value::Range(_) => {
            let hours = value.quantities().map(hour);
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

/// Words before a Persian hour in words or figures.
const BEFORE_HOURS: [&str; 6] = ["ساعت", "تا", "از", "حدود", "حوالی", "راس"];

/// Parts of an hour after it, with the minutes that they add.
const PARTS: [(&str, u8); 4] = [("نیم", 30), ("ونیم", 30), ("ربع", 15), ("وربع", 15)];

/// The hours of a Persian text that words tell with the half of the day: «ساعت ده و نیم صبح», «تا ۶ عصر».
pub(crate) fn in_words(side: &Side<'_>) -> Vec<(Span, Time)> {
    if side.lang != Lang::Persian {
        return Vec::new();
    }
    let numbers = side.values().iter().filter(|value| is_behind(side, value, &BEFORE_HOURS));
    let told = numbers.filter_map(|value| {
        let Value::Number(quantity) = &value.value else {
            return None;
        };
        let hour = u8::try_from(quantity.number.to_u64()?).ok()?;
        let after = side.words_after(value.span);
        let part = after.iter().find(|word| side.letters(word) != "و")?;
        let minutes = PARTS.iter().find(|(part_of, _)| *part_of == side.letters(part));
        let rest = match minutes {
            Some(_) => side.words_after(part.span),
            None => after,
        };
        let (is_afternoon, last) = half(side, hour, rest)?;
        let minute = minutes.map_or(0, |(_, minutes)| *minutes);
        let time = Time::of_half(hour, minute, is_afternoon)?;
        Some((Span::new(value.span.start, last.span.end), time))
    });
    told.collect()
}

/// Whether the words after an hour say that it is one after noon, and the last of those; none where they do not say it.
fn half<'w>(side: &Side<'_>, hour: u8, words: &'w [Word]) -> Option<(bool, &'w Word)> {
    /// The first hour of a night, which ends after midnight.
    const EVENING: u8 = 6;
    let letters: Vec<&str> = side.letters_of(words.iter().take(3));
    let (is_afternoon, length) = match *letters.as_slice() {
        ["بعد", "از", "ظهر"] => (true, 3),
        ["بعدازظهر" | "عصر" | "غروب", ..] => (true, 1),
        ["صبح" | "بامداد" | "سحر", ..] => (false, 1),
        ["شب", ..] => ((EVENING..FACE).contains(&hour), 1),
        _ => return None,
    };
    words.get(length - 1).map(|last| (is_afternoon, last))
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

/// Whether a noun or a unit after a value says that something is counted.
pub(crate) fn is_counted(side: &Side<'_>, placeable: &Placeable) -> bool {
    let noun = unit_behind(side, placeable);
    noun.is_some_and(|noun| COUNTERS.contains(&noun) || unit_named(noun).is_some())
}

/// Whether one of `words` stands before a value.
pub(crate) fn is_behind(side: &Side<'_>, placeable: &Placeable, words: &[&str]) -> bool {
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
