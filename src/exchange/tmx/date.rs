//! Dates as TMX writes them.

use jiff::Timestamp;

/// The beginning of the year 0; TMX cannot represent anything before it.
const YEAR_0: Timestamp = Timestamp::constant(-62_167_219_200, 0);

/// Reads a date in ISO 8601 form with a time and an offset: `20250109T091205Z`.
pub(super) fn date(text: &str) -> Option<Timestamp> {
    text.trim().parse().ok().filter(|date| *date >= YEAR_0)
}

/// Writes a date to the second, as TMX recommends: `20250109T091205Z`.
pub(super) fn stamp(date: Timestamp) -> String {
    date.strftime("%Y%m%dT%H%M%SZ").to_string()
}
