//! Placeables: what a translator carries over by rule: numbers, dates, times, addresses, codes.
//!
//! [`placeables`] finds them in a text, each with its span in the original and its canonical value;
//! [`Value::write`] writes a value in a language.
//!
//! The rule for what is recognised: **only what is certain**. A missed placeable only means a comparison word by word;
//! a wrong one changes a sentence. So «یک» is a number before a unit or a magnitude and inside a longer number, nowhere
//! else; «سی», «ده», «نه» only before a unit or a noun that is counted; "second" only after "the" or a possessive;
//! "May", "March", «تیر», «مهر», «مه» only with a day or a year, «حمل» only with a day in figures, «میزان» only with a
//! day and a year; "pounds" and "won" are money only after a magnitude; ۳/۵ is a decimal only before a unit; "7m" is
//! seven million only in money, and before nouns that are counted in millions. The lists are in the files of this
//! folder.

mod atoms;
mod bare_months;
mod cardinals;
mod codes;
mod dates;
mod decimals;
mod groups;
mod joined;
mod names;
mod numbers;
mod ranges;
mod roles;
mod scan;
mod scanner;
mod shared_months;
mod suffixes;
mod times;
mod tokens;
mod value;
mod web;
mod write;

pub(crate) use self::numbers::COUNTERS;
pub(crate) use self::scan::PlaceableReader;
pub use self::scan::placeables;
pub(super) use self::scan::placeables_of;
pub use self::value::{Placeable, PlaceableKind, Range, Unit, Value};
pub(super) use self::web::has_sign;
pub use self::write::WritingOptions;
