//! Names and terms: what they are called in both languages, and where they stand in a text.

pub mod term;
pub mod entry;
pub mod conflict;
pub mod merge;
pub mod near;
pub mod occurrence;
pub mod variant;
pub mod set;
mod sieve;
mod asked;

mod packed;
mod endings;
mod forms;
mod particles;
mod capitals;
mod trace;
mod openings;
mod nodes;
mod patterns;
mod reading;
mod finder;
mod evidence;

pub use conflict::{Conflict, ConflictKind, conflicts};
pub use entry::{Entry, Kind};
pub(crate) use evidence::word_lists::opens_or_titles;
pub use merge::{Clash, Decision, Merged, Origin, merge};
pub use near::near;
pub(crate) use occurrence::in_parts;
pub use occurrence::{Ending, Mentions, Occurrence, TermId};
pub use packed::Packed;
pub use set::Glossary;
pub use term::{Status, Term};
pub use variant::{Consonants, Variant};
