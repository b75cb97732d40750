//! Dates in Excel's formats: numbers of days, which users should not see as such.

use calamine::ExcelDateTime;

/// A date as `2024-01-31`, with its time if it has one; a time by itself as `14:30`; a duration as its number.
pub(super) fn written(date: &ExcelDateTime) -> String {
    let days = date.as_f64();
    if date.is_duration() {
        return days.to_string();
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let has_day = days >= 1.0;
    let mut parts = Vec::new();
    if has_day {
        parts.push(format!("{year:04}-{month:02}-{day:02}"));
    }
    match (hour, minute, second) {
        (0, 0, 0) if has_day => {}
        (_, _, 0) => parts.push(format!("{hour:02}:{minute:02}")),
        _ => parts.push(format!("{hour:02}:{minute:02}:{second:02}")),
    }
    parts.join(" ")
}
