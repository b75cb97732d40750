//! What `number-mismatch` knows of numbers: in which forms a text has them, and which of them are the same.

pub(super) mod codes;
pub(super) mod decimals;
pub(super) mod exchanged;
pub(super) mod hours;
pub(super) mod measure;
pub(super) mod other_unit;
pub(super) mod percents;
pub(super) mod points;
pub(super) mod rounded;
pub(super) mod said;
pub(super) mod shared_magnitude;
pub(super) mod scores;
pub(super) mod stoppage;
pub(super) mod temperatures;
pub(super) mod tomans;
pub(super) mod units;
pub(super) mod vague;
pub(super) mod worded;
pub(super) mod worked;

mod counted;
mod shares;
mod totals;
