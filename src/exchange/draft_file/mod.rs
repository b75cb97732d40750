//! Files of drafts: a draft as XLIFF, as a table, or as a table for review.

mod table;
mod write;

pub use self::write::Format;
