//! Names and terms: what they are called in both languages, and where they stand in a text.
//!
//! A name is an entry (`entry`), with the terms of each language (`term`); a glossary (`set`) is many, which may
//! contradict each other (`conflict`, by their `forms`) and take in others (`merge`). Where its terms stand in a text,
//! with what is written on to them (`endings`, `particles`), is found letter by letter (`finder`) and then judged by
//! what stands around (`evidence`): the result is an `occurrence`. What is near a term and none is a `variant`. A
//! glossary that was made ready is kept as bytes (`packed`).

pub mod conflict;
pub mod entry;
pub mod merge;
pub mod near;
pub mod occurrence;
pub mod set;
pub mod term;
pub mod variant;

mod asked;
mod endings;
mod evidence;
mod finder;
mod forms;
mod packed;
mod particles;

pub use conflict::{Conflict, ConflictKind, conflicts};
pub use entry::{Entry, Kind, without_country};
pub(crate) use evidence::word_lists::opens_or_titles;
pub use merge::{Clash, Decision, Merged, Origin, merge};
pub use near::near;
pub use occurrence::{Ending, Mentions, Occurrence, TermId};
pub use packed::Packed;
pub(crate) use particles::is_with_article;
pub use set::Glossary;
pub use term::{Status, Term};
pub(crate) use variant::is_everyday;
pub use variant::{Consonants, Variant};
