//! What `number-mismatch` knows of numbers: in which forms a text has them, and which of them are the same.
//!
//! Which numbers one text must say (`asked`), and in which ways it may, is in `unsaid`, with those that are said in
//! words (`worded`, `phrases`); the numbers that a text has (`said`) are `gathered`, with those whose parts stand apart
//! (`shared_magnitude`) or in one word (`counted`), and in all readings of what can be read in several ways
//! (`decimals`, `points`, `hours`, `stoppage`). What follows from other numbers is in `derived`, `parts` and
//! `remainders`, what need not be said in `not_asked`. From the numbers that are left `unmatched` drops what is
//! `rounded`, converted (`measure`) or reworded, and `exchanged` finds the number that stands in the place of each, by
//! its `kind`. Numbers that are there, but of something else, are found by `currencies`, `money_names`, `other_unit`,
//! `percents`, `temperatures`, `mixed_up`, `limits`, `per` and `fractions`, and other scores and codes by `scores` and
//! `codes`.

pub(super) mod codes;
pub(super) mod conversions;
pub(super) mod currencies;
pub(super) mod decimals;
pub(super) mod derived;
pub(super) mod exchanged;
pub(super) mod fractions;
pub(super) mod limits;
pub(super) mod measure;
pub(super) mod mixed_up;
pub(super) mod money_names;
pub(super) mod not_asked;
pub(super) mod ones;
pub(super) mod other_unit;
pub(super) mod per;
pub(super) mod percents;
pub(super) mod points;
pub(super) mod regnal;
pub(super) mod rounded;
pub(super) mod said;
pub(super) mod scores;
pub(super) mod shared_magnitude;
pub(super) mod stoppage;
pub(super) mod temperatures;
pub(super) mod tomans;
pub(super) mod unmatched;
pub(super) mod vague;
pub(super) mod worded;

mod asked;
mod counted;
mod gathered;
mod hours;
mod kind;
mod named;
mod parts;
mod phrases;
mod remainders;
mod scales;
mod shares;
mod totals;
mod unsaid;
