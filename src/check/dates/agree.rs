//! Whether two dates can be one, as far as both say it.
//!
//! They contradict each other where one says all that the other says, and something of it is another; in two calendars,
//! where they can be no one day.

use crate::check::dates::days;
use crate::text::Value;
use crate::text::date::Date;

/// Whether a value can mean the date: what both say is the same.
pub(crate) fn may_be(date: &Date, value: &Value) -> bool {
    match value {
        Value::Date(other) => Shared::of(date, other).is_some_and(|shared| shared.is_same),
        Value::AmbiguousDate(day_first, month_first) => [day_first, month_first]
            .iter()
            .any(|other| Shared::of(date, other).is_some_and(|shared| shared.is_same)),
        _ => false,
    }
}

/// Whether a value contradicts the date.
pub(crate) fn contradict(value: &Value, date: &Date) -> bool {
    let Value::Date(other) = value else {
        return false;
    };
    Shared::of(date, other).is_some_and(|shared| shared.is_all && !shared.is_same)
}

/// What two dates both say.
struct Shared {
    /// Whether it is the same.
    is_same: bool,
    /// Whether it is all that one of them says.
    is_all: bool,
}

impl Shared {
    /// `None` where they both say nothing, or it cannot be told.
    fn of(a: &Date, b: &Date) -> Option<Self> {
        if a.calendar != b.calendar && has_calendar(a) && has_calendar(b) {
            let is_day = a.is_day_of(b).or_else(|| days::can_meet(a, b))?;
            return Some(Self {
                is_same: is_day && are_same(a.weekday, b.weekday) != Some(false),
                is_all: true,
            });
        }
        let are_same = [
            are_same(a.year, b.year),
            are_same(a.month, b.month),
            are_same(a.day, b.day),
            are_same(a.weekday, b.weekday),
        ];
        let mut shared = are_same.into_iter().flatten();
        let count = shared.clone().count();
        (count > 0).then(|| Self {
            is_same: shared.all(|same| same),
            is_all: count == parts(a).min(parts(b)),
        })
    }
}

/// Whether a part of two dates is the same, where both have it.
pub(crate) fn are_same<T: PartialEq>(a: Option<T>, b: Option<T>) -> Option<bool> {
    a.zip(b).map(|(a, b)| a == b)
}

/// How many there are of year, month, day and weekday.
pub(crate) fn parts(date: &Date) -> usize {
    date.year.iter().count()
        + date.month.iter().count()
        + date.day.iter().count()
        + date.weekday.iter().count()
}

/// Whether a date is counted in its calendar: a day of the week is not.
pub(crate) fn has_calendar(date: &Date) -> bool {
    date.year.is_some() || date.month.is_some()
}
