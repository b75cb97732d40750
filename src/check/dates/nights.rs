//! Nights, which lie between two days: «شب جمعه» is Thursday night, and «بامداد شنبه» may be "overnight on Friday".

use crate::check::pair::Side;
use crate::text::date::{Date, Weekday};
use crate::text::{Lang, Placeable, Value};

/// The day on whose evening a Persian date is that stands after «شب»: «شب جمعه» is Thursday night.
pub(crate) fn eve(side: &Side<'_>, placeable: &Placeable) -> Option<Date> {
    const NIGHTS: [&str; 4] = ["شب", "شب‌های", "شب های", "شبهای"];
    let Value::Date(date) = placeable.value else {
        return None;
    };
    let is_night = side.lang == Lang::Persian && date.day.is_none();
    (is_night && ends_with(side, placeable, &NIGHTS)).then(|| day_before(&date)).flatten()
}

/// Two dates of which one is after midnight in Persian, and the other the night of an English day: the Persian one by
/// the day on which that night began.
pub(crate) fn of_one_night(
    [side, other]: [&Side<'_>; 2],
    [one, two]: [&Placeable; 2],
) -> Option<[Date; 2]> {
    let (Value::Date(first), Value::Date(second)) = (&one.value, &two.value) else {
        return None;
    };
    match side.lang {
        Lang::Persian => {
            let is_one = is_after_midnight(side, one) && is_of_night(other, two);
            is_one.then(|| Some([day_before(first)?, *second])).flatten()
        }
        Lang::English => {
            let is_one = is_of_night(side, one) && is_after_midnight(other, two);
            is_one.then(|| Some([*first, day_before(second)?])).flatten()
        }
    }
}

/// Whether a Persian date stands behind a word for the hours after midnight.
fn is_after_midnight(side: &Side<'_>, placeable: &Placeable) -> bool {
    const HOURS: [&str; 6] = ["بامداد", "بامداد روز", "نیمه‌شب", "نیمه شب", "سحرگاه", "سحرگاه روز"];
    ends_with(side, placeable, &HOURS)
}

/// Whether a word beside an English date says that it is a night.
fn is_of_night(side: &Side<'_>, placeable: &Placeable) -> bool {
    const REACH: usize = 2;
    let before = side.words_before(placeable.span).iter().rev().take(REACH);
    let after = side.words_after(placeable.span).iter().take(REACH);
    let mut beside = before.chain(after).map(|word| side.letters(word));
    beside.any(|word| matches!(word, "overnight" | "late" | "night"))
}

/// Whether the text before a value ends with one of some words; «امشب» is no «شب».
fn ends_with(side: &Side<'_>, placeable: &Placeable, words: &[&str]) -> bool {
    let before = side.text[..placeable.span.start].trim_end();
    let mut rest = words.iter().filter_map(|word| before.strip_suffix(word));
    rest.any(|rest| !rest.ends_with(char::is_alphabetic))
}

/// The day before a day of the week; none of another date.
fn day_before(date: &Date) -> Option<Date> {
    let at = Weekday::ALL.iter().position(|&day| Some(day) == date.weekday)?;
    let day = Weekday::ALL[(at + Weekday::ALL.len() - 1) % Weekday::ALL.len()];
    let is_bare = date.day.is_none();
    is_bare.then_some(Date { weekday: Some(day), ..*date })
}
