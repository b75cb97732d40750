//! The memory: what a store must answer, the search over it, and the stores.

pub mod store;
pub mod search;
pub mod sqlite;

pub use search::{Hit, concordance, matches};
pub use sqlite::{Added, Memory, OriginSummary};
pub use store::Store;
