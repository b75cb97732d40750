//! Days that stand after one month in English, and are dates in Persian: the 24 of "June 13 to 24" for «۳ تیر».

use crate::check::dates::agree;
use crate::check::pair::Side;
use crate::text::date::Date;
use crate::text::{Placeable, Value};

/// What stands between such days, folded.
const JOINTS: [&str; 12] =
    [",", "and", ", and", "or", "to", "until", "till", "through", "-", "–", "&", "and on"];

/// Whether a number is a day of the month that stands before it, and the other text has that date.
pub(crate) fn has_day(own: &Side<'_>, value: &Placeable, other: &Side<'_>) -> bool {
    let Value::Number(quantity) = &value.value else {
        return false;
    };
    let day = quantity.number.to_u64().and_then(|day| u8::try_from(day).ok());
    let date = day.filter(|day| (1..=31).contains(day)).and_then(|day| {
        let date = Date { day: Some(day), weekday: None, ..month_before(own, value)? };
        date.is_real().then_some(date)
    });
    date.is_some_and(|date| other.values().iter().any(|there| agree::may_be(&date, &there.value)))
}

/// The day of a month with which the list begins that a value goes on with.
fn month_before(side: &Side<'_>, value: &Placeable) -> Option<Date> {
    let mut next = value;
    let before = side.values().iter().rev().filter(|it| it.span.end <= value.span.start);
    for listed in before {
        let between = side.text.get(listed.span.end..next.span.start)?;
        if !JOINTS.contains(&between.trim()) {
            return None;
        }
        match &listed.value {
            Value::Date(date) => {
                return (date.month.is_some() && date.day.is_some()).then_some(*date);
            }
            Value::Number(_) => next = listed,
            _ => return None,
        }
    }
    None
}
