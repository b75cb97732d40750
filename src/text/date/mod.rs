//! Dates in three calendars and times of day: their values, their names, how each language writes them.
//!
//! A date keeps the calendar it was written in. What one calendar's day is called in another is asked of
//! `icu_calendar`; no calendar is worked out here.

mod convert;
mod names;
mod time;
mod value;
mod write;

pub use self::time::Time;
pub use self::value::{Calendar, Date, Weekday, Year};
pub use self::write::{DateOrder, DateStyle};

pub(super) use self::names::{MonthName, Needs};
pub(crate) use self::names::{month_names, weekday_names};
