//! What the rules know of dates: whether two of them agree ([`agree`]), by the days that they can be in each calendar
//! ([`days`], [`years`]) and the night between two days ([`nights`]); the years of an era ([`eras`]) and days that
//! share a month ([`listed`]); which numbers stand for dates ([`bare`]); the day of a dateline ([`dateline`]); seasons
//! ([`seasons`]), and days of the week in the plural ([`weekdays`]); the parts of a day ([`parts_of_day`]), the hours
//! that a text has ([`hours`]), and whether two times are one ([`times`]).

pub(super) mod agree;
pub(super) mod bare;
pub(super) mod dateline;
pub(super) mod days;
pub(super) mod eras;
pub(super) mod hours;
pub(super) mod listed;
pub(super) mod nights;
pub(super) mod parts_of_day;
pub(super) mod seasons;
pub(super) mod times;
pub(super) mod weekdays;
pub(super) mod years;
