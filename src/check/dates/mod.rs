//! What the rules know of dates: days and years in each calendar, and the time of day.

pub(super) mod days;
pub(super) mod nights;
pub(super) mod times;
pub(super) mod years;
