//! Strings, without regard to translation: which language, where, what counts as the same word.
//!
//! * Texts: the two languages (`lang`), places (`span`), inline tags (`tag`), capitals (`capital`).
//! * Words: their bounds (`bounds`), the words of a text (`words`), the form in which they are compared ([`mod@fold`]),
//!   the parts of a Persian word (`parts`), its endings and verb forms (`endings`, `verbs`), what a word requires of
//!   its neighbours (`grammar`), what it sounds like (`sounds`).
//! * Values: numbers (`number`), dates in three calendars (`date`), and where they and addresses, codes and the like
//!   stand in a text (`placeable`).
//! * Tools: sets of bytes (`bytes`), lists of words (`word_list`) and their lookup (`list`), what two texts share at
//!   their ends (`alike`), the known name nearest to an unknown one (`nearest`).

pub mod lang;
pub mod span;
pub mod tag;
pub(crate) mod bytes;
pub(crate) mod list;
pub(crate) mod word_list;
mod alike;
mod capital;
pub(crate) mod endings;
pub(crate) mod verbs;
pub mod fold;
pub mod parts;
mod bounds;
pub mod number;
pub mod date;
pub mod placeable;
pub mod words;
pub(crate) mod grammar;
mod nearest;
pub(crate) mod sounds;

pub(crate) use alike::ends_alike;
pub(crate) use capital::with_capital;
pub use fold::{Folded, fold};
pub use lang::Lang;
pub(crate) use nearest::ALIKE;
pub use nearest::nearest;
pub use parts::Parts;
pub(crate) use placeable::{COUNTERS, PlaceableReader};
pub use placeable::{Placeable, PlaceableKind, Value, WritingOptions, placeables};
pub use span::{Position, Positions, Span};
pub use tag::{Tag, TagKind, Tagged};
pub use words::{Word, WordKind, Words};

/// The half-space, which separates the parts of a Persian word.
pub(crate) const HALF_SPACE: char = '\u{200C}';

/// The stroke that only lengthens a word.
pub(crate) const TATWEEL: char = '\u{640}';
