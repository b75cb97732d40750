//! How alike two segments are, which units can be alike enough, in what order they are offered, and how much that is.
//!
//! Nothing here knows which store answered.

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
