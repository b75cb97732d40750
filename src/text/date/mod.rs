//! Dates in three calendars and times of day: their values, their names, how each language writes them.
//!
//! A date keeps the calendar it was written in. `icu_calendar` converts days from one calendar to another; no calendar
//! is computed here.

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
