//! The memory: what a store must answer, the search over it, and the stores.

pub mod store;
pub mod search;
pub mod sqlite;

pub use search::{Hit, Phrase, concordance, each_hit, matches, phrases};
pub use sqlite::{
    Added, Change, ChangeKind, Duplicates, Fault, Filter, Listed, Memory, Merging, Near, Occasion,
    OriginSummary, Reader, Shrunk, Sought, Statistics, Undoing,
};
pub use store::Store;
