//! How alike two segments are, which units can be alike enough, in what order they are offered, and how much of an
//! article they cover.
//!
//! The match rate (`rate`) is a Levenshtein distance over words (`distance`) less penalties (`penalty`), for tags among
//! others (`tags`). Units that cannot reach the threshold are left out without being rated, and no others (`filter`, by
//! `sketch`). What is left is put in order (`rank`), and its numbers, dates and names are exchanged for those of the
//! segment (`adapt`, `proposal`). How much of an article they cover is counted for a quote (`analysis`).
//!
//! Nothing here depends on which store answered.

pub mod distance;
pub mod penalty;
pub mod rate;
pub mod tags;
pub mod filter;
pub mod sketch;
pub mod rank;
pub mod adapt;
pub mod analysis;
pub mod proposal;

pub use adapt::{Adaptation, Change, ChangeKind, adapt};
pub use analysis::{Analysis, Band, Weights};
pub use penalty::{Penalties, Penalty, Reason};
pub use proposal::Proposal;
pub use rank::{Candidate, Match, MatchKind, Options, Query, Ranking};
pub use rate::{Difference, DifferenceKind, Rating, base_rate, limit, percent, rate};
pub use tags::counterparts;
