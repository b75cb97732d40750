//! The memory: what a store must answer, the search over it, and the stores.

pub mod store;
pub mod search;
pub mod sqlite;

pub use search::{Hit, Phrase, concordance, matches, phrases};
pub use sqlite::{Added, Memory, OriginSummary, Reader};
pub use store::Store;
