//! What may be written on to a name in Persian or English without making another name of it.

use crate::text::Lang;
use crate::text::endings::{Ending, OnName};

/// English endings: plurals. The possessive begins with an apostrophe, which ends the name anyway.
const ENGLISH: [&str; 2] = ["s", "es"];

/// Whether `rest`, what is written on to a name in `lang`, is one of its endings.
pub(super) fn is_ending(rest: &str, after_half_space: bool, lang: Lang) -> bool {
    match lang {
        Lang::Persian => Ending::read(rest).is_some_and(|ending| match ending.on_name {
            OnName::Never => false,
            OnName::Joined => true,
            OnName::HalfSpace => after_half_space,
        }),
        Lang::English => ENGLISH.contains(&rest),
    }
}

/// The longest ending, in characters; no more needs to be looked at.
pub(super) use crate::text::endings::LONGEST;
