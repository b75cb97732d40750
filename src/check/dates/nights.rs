//! Nights, which lie between two days: «شب جمعه» is Thursday night, «بامداد شنبه» may be "overnight on Friday" and
//! "2314 GMT on Friday", and «یکشنبه‌شب» "early on Monday".

use crate::check::dates::agree::may_be;
use crate::check::dates::times::GREENWICH;
use crate::check::pair::Side;
use crate::text::date::{Date, Weekday};
use crate::text::{HALF_SPACE, Lang, Placeable, Value};

/// The day on whose evening a Persian date is that stands after «شب»: «شب جمعه» is Thursday night.
pub(crate) fn eve(side: &Side<'_>, placeable: &Placeable) -> Option<Date> {
    const NIGHTS: [&str; 4] = ["شب", "شب‌های", "شب های", "شبهای"];
    let Value::Date(date) = placeable.value else {
        return None;
    };
    let is_night = side.lang == Lang::Persian && date.day.is_none();
    (is_night && ends_with(side, placeable, &NIGHTS)).then(|| day_before(&date)).flatten()
}

/// Two dates that say one night by the two days between which it lies, both by the first of these: «بامداد شنبه» and
/// "overnight on Friday", «یکشنبه‌شب» and "early on Monday".
pub(crate) fn of_one_night(
    [side, other]: [&Side<'_>; 2],
    [one, two]: [&Placeable; 2],
) -> Option<[Date; 2]> {
    let (Value::Date(first), Value::Date(second)) = (&one.value, &two.value) else {
        return None;
    };
    let persian_first = side.lang == Lang::Persian;
    let [persian, english] =
        if persian_first { [(side, one), (other, two)] } else { [(other, two), (side, one)] };
    let [is_persian_later, is_english_later] = [
        is_after_midnight(persian.0, persian.1) && is_of_night(english.0, english.1, &NIGHT),
        is_evening(persian.0, persian.1) && is_of_night(english.0, english.1, &AFTER_MIDNIGHT),
    ];
    if is_persian_later == is_english_later {
        return None;
    }
    if is_persian_later == persian_first {
        Some([day_before(first)?, *second])
    } else {
        Some([*first, day_before(second)?])
    }
}

/// Whether a Persian date stands after a word for the hours after midnight.
fn is_after_midnight(side: &Side<'_>, placeable: &Placeable) -> bool {
    const HOURS: [&str; 6] = ["بامداد", "بامداد روز", "نیمه‌شب", "نیمه شب", "سحرگاه", "سحرگاه روز"];
    ends_with(side, placeable, &HOURS)
}

/// Whether a Persian date stands beside a word for the evening of its day: «یکشنبه‌شب», «شامگاه یکشنبه», «شب گذشته
/// (یکشنبه)».
fn is_evening(side: &Side<'_>, placeable: &Placeable) -> bool {
    const BEFORE: [&str; 6] = ["شب", "شب گذشته (", "دیشب (", "اواخر شب", "شامگاه", "شامگاه روز"];
    let after = side.text[placeable.span.end..].trim_start_matches([' ', HALF_SPACE]);
    let is_before_night =
        after.strip_prefix("شب").is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    is_before_night || ends_with(side, placeable, &BEFORE)
}

/// Words beside an English day that say that its night is meant, and those that the hours after midnight are.
const NIGHT: [&str; 3] = ["overnight", "late", "night"];
const AFTER_MIDNIGHT: [&str; 7] =
    ["overnight", "early", "hours", "dawn", "predawn", "midnight", "small"];

/// Whether one of some words stands beside an English date.
fn is_of_night(side: &Side<'_>, placeable: &Placeable, words: &[&str]) -> bool {
    const REACH: usize = 2;
    let before = side.words_before(placeable.span).iter().rev().take(REACH);
    let after = side.words_after(placeable.span).iter().take(REACH);
    before.chain(after).any(|word| words.contains(&side.letters(word)))
}

/// Whether the text before a value ends with one of some words; «امشب» is no «شب».
fn ends_with(side: &Side<'_>, placeable: &Placeable, words: &[&str]) -> bool {
    let before = side.text[..placeable.span.start].trim_end();
    let mut rest = words.iter().filter_map(|word| before.strip_suffix(word));
    rest.any(|rest| !rest.ends_with(char::is_alphabetic))
}

/// Whether one of two dates is an English day of the week after a time by Greenwich's clock, and the other can be the
/// day before or after it: in Tehran it may be Sunday at "2314 GMT on Saturday".
pub(crate) fn are_by_two_clocks(
    [side, other]: [&Side<'_>; 2],
    [one, two]: [&Placeable; 2],
) -> bool {
    let is_nearby = |date: Option<Date>, value: &Placeable| {
        date.is_some_and(|date| may_be(&date, &value.value))
    };
    [(side, one, two), (other, two, one)].into_iter().any(|(side, placeable, value)| {
        let date = by_greenwich(side, placeable);
        date.is_some_and(|date| {
            is_nearby(day_before(&date), value) || is_nearby(day_after(&date), value)
        })
    })
}

/// The date that an English value is, where a time by Greenwich's clock stands before it.
fn by_greenwich(side: &Side<'_>, placeable: &Placeable) -> Option<Date> {
    let Value::Date(date) = placeable.value else {
        return None;
    };
    if side.lang != Lang::English {
        return None;
    }
    let mut before = side.words_before(placeable.span).iter().rev().map(|word| side.letters(word));
    let clock = before.find(|word| *word != "on")?;
    GREENWICH.contains(&clock).then_some(date)
}

/// The day before a day of the week; none of another date.
fn day_before(date: &Date) -> Option<Date> {
    weekday_later(date, Weekday::ALL.len() - 1)
}

/// The day after a day of the week; none of another date.
fn day_after(date: &Date) -> Option<Date> {
    weekday_later(date, 1)
}

/// The day of the week so many days later.
fn weekday_later(date: &Date, days: usize) -> Option<Date> {
    let at = Weekday::ALL.iter().position(|&day| Some(day) == date.weekday)?;
    let day = Weekday::ALL[(at + days) % Weekday::ALL.len()];
    let is_bare = date.day.is_none();
    is_bare.then_some(Date { weekday: Some(day), ..*date })
}
