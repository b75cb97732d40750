//! Names and terms: their forms in both languages, and where they stand in a text.
//!
//! A name is an entry (`entry`), with the terms of each language (`term`); a glossary (`set`) has many, which may
//! contradict each other (`conflict`, by their `forms`), and into which others are merged (`merge`). Where its terms
//! stand in a text, with what is attached to them (`endings`, `particles`), is found letter by letter (`finder`) and
//! judged by the words around them (`evidence`); those that count are occurrences (`search`, `occurrence`). A near miss
//! of a term is a `variant`. A prepared glossary is stored as bytes (`packed`).

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
mod search;

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
