//! Numbers that the other text may tell as times of day: «از ۱۵ تا ۱۷» for "from 3 to 5 p.m.", «ساعت ۲۴» for
//! "midnight".

use crate::check::dates::hours::{FACE, MINUTES_TO, all, hours, is_behind, is_counted};
use crate::check::measures::MINUTES;
use crate::check::numbers::asked::Asked;
use crate::check::pair::Side;
use crate::text::date::Time;
use crate::text::number::Number;
use crate::text::{Lang, Placeable, Span};

/// Whether every number of the value is an hour that the text gives as a clock time, and no other time beside the value
/// accounts for it.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let Asked { own: side, value: placeable, other, .. } = *asked;
    let hours = hours(&placeable.value);
    let are_minutes = are_minutes_to(side, placeable);
    // Most numbers are neither, and no times are looked for.
    if hours.is_empty() && !are_minutes {
        return false;
    }
    let own = all(side, false);
    let is_told = own.iter().any(|(span, _)| *span == placeable.span);
    let there = all(other, is_told);
    if are_minutes && is_before_time(placeable, &there) {
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
    let mut unsaid = hours.iter().filter(|&&own| !there.iter().any(|it| is_it(own, it)));
    (is_told || may_be_told) && !hours.is_empty() && unsaid.next().is_none()
}

/// Whether a value is minutes before an hour: the 20 of "20 minutes to 7".
fn are_minutes_to(side: &Side<'_>, placeable: &Placeable) -> bool {
    let words = side.words_after(placeable.span).iter().take(2);
    let mut words = words.map(|word| side.letters(word));
    match words.next() {
        Some(word) if MINUTES.contains(&word) => {
            words.next().is_some_and(|word| MINUTES_TO.contains(&word))
        }
        word => word.is_some_and(|word| MINUTES_TO.contains(&word)),
    }
}

/// Whether a value is as many minutes as are left at one of the times: 20 at 6:40.
fn is_before_time(placeable: &Placeable, times: &[(Span, Time)]) -> bool {
    let minutes = placeable.value.number().and_then(Number::to_u64);
    let mut times = times.iter().map(|(_, time)| u64::from(time.minute));
    times.any(|minute| minute > 0 && minutes == 60_u64.checked_sub(minute))
}
