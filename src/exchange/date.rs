//! Days and moments as people write them: in figures of any kind, in the Gregorian calendar or in the solar one.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::text::date::{Calendar, Date as Day};

/// A day as it is written, year first, with hyphens or slashes: `2025-04-14`, `۱۴۰۴/۰۱/۲۵`.
///
/// A year from 1250 to 1499 is one of the solar calendar.
pub fn day(text: &str) -> Option<Date> {
    let text = ascii(text);
    let parts: Result<Vec<u16>, _> = text.split('-').map(str::parse).collect();
    match *parts.unwrap_or_default() {
        [year @ 1250..1500, month, day] => {
            let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
            let day = Day::of_day(Calendar::Solar, year, month, day)?;
            day.to(Calendar::Gregorian)?.to_string().parse().ok()
        }
        _ => text.parse().ok(),
    }
}

/// A moment as it is written, or the beginning of a day; UTC where it does not say otherwise.
pub(in crate::exchange) fn moment(text: &str) -> Option<Timestamp> {
    let text = ascii(text);
    let Some((date, time)) = text.split_once(['T', 't', ' ']) else {
        return utc(day(&text)?.at(0, 0, 0, 0));
    };
    let whole = format!("{}T{}", day(date)?, time.trim_start());
    whole.parse().ok().or_else(|| utc(whole.parse().ok()?)).or_else(|| text.parse().ok())
}

fn utc(moment: DateTime) -> Option<Timestamp> {
    TimeZone::UTC.to_timestamp(moment).ok()
}

/// With ASCII digits, and hyphens for slashes.
fn ascii(text: &str) -> Cow<'_, str> {
    let same = |c: char| match c {
        '/' => '-',
        '۰'..='۹' => figure(c, '۰'),
        '٠'..='٩' => figure(c, '٠'),
        _ => c,
    };
    if text.chars().all(|c| same(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(same).collect())
    }
}

fn figure(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_both_calendars_and_all_digits() {
        let cases = [
            ("2025-04-14", Some("2025-04-14")),
            ("2025/4/14", None),
            ("2025/04/14", Some("2025-04-14")),
            ("۲۰۲۴-۰۱-۰۵", Some("2024-01-05")),
            ("1403-01-05", Some("2024-03-24")),
            ("1403/1/5", Some("2024-03-24")),
            ("۱۴۰۳/۰۱/۰۵", Some("2024-03-24")),
            ("١٤٠٣/٠١/٠٥", Some("2024-03-24")),
            ("1403-12-30", Some("2025-03-20")),
            ("1404-12-30", None),
            ("1403-13-01", None),
            ("1403-01", None),
            ("in May", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let read = day(text).map(|day| day.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn moments_are_read_in_both_calendars() {
        let cases = [
            ("2025-04-14T08:00:00Z", Some("2025-04-14T08:00:00Z")),
            ("2025-04-14 08:00:00+03:30", Some("2025-04-14T04:30:00Z")),
            ("20250414T080000Z", Some("2025-04-14T08:00:00Z")),
            ("2025-04-14 08:00", Some("2025-04-14T08:00:00Z")),
            ("1403-01-05", Some("2024-03-24T00:00:00Z")),
            ("۱۴۰۳/۰۱/۰۵ ۱۰:۳۰", Some("2024-03-24T10:30:00Z")),
            ("1403-01-05T08:00:00Z", Some("2024-03-24T08:00:00Z")),
            ("2025-04-14 noon", None),
            ("in May", None),
        ];
        for (text, expected) in cases {
            let read = moment(text).map(|moment| moment.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }
}
