//! What `number-mismatch` knows of numbers: in which forms a text has them, and which of them are the same.
//!
//! Which numbers a text has, `said` gathers: with those whose parts stand apart (`shared_magnitude`) or in one word
//! (`counted`), and in all readings of what can be read in several ways (`decimals`, `points`, `hours`, `stoppage`).
//! One that the other text lacks may be there in other words (`worded`: `shares`, and `totals` of `units`) or vaguely
//! (`vague`), be `rounded` there, converted (`measure`, `tomans`) or `derived` from others. What is left stands in the
//! place of another number (`exchanged`), or without its unit or sign (`other_unit`, `percents`, `temperatures`), or is
//! another score or code (`scores`, `codes`).

pub(super) mod codes;
pub(super) mod decimals;
pub(super) mod derived;
pub(super) mod exchanged;
pub(super) mod hours;
pub(super) mod measure;
pub(super) mod other_unit;
pub(super) mod percents;
pub(super) mod points;
pub(super) mod rounded;
pub(super) mod said;
pub(super) mod scores;
pub(super) mod shared_magnitude;
pub(super) mod stoppage;
pub(super) mod temperatures;
pub(super) mod tomans;
pub(super) mod units;
pub(super) mod vague;
pub(super) mod worded;

mod counted;
mod shares;
mod totals;
