//! XLIFF, the format in which translators' programs exchange what is to be translated: 1.0 to 1.2, and 2.0 to 2.2.
//!
//! Inline elements are tags beside the text; what `<mrk>` marks is text, and in 1.2 can be a segment of a divided unit.
//! What Trados Studio marks as deleted is neither. Where `xml:space` preserves white space, line breaks in a text are
//! kept; otherwise it is one line.
//!
//! Sources: XLIFF 1.2 and 2.1, OASIS standards of 2008-02-01 and 2018-02-13.

mod document;
mod draft;
mod element;
mod export;
mod fill;
mod found;
mod inline;
mod inner;
mod one;
mod parts;
mod state;
mod read;
mod targets;
mod two;
mod unit;
mod write;
mod written;

pub(in crate::exchange) use self::fill::fill;
pub(in crate::exchange) use self::read::read;
pub(in crate::exchange) use self::targets::{letters, targets};
pub(in crate::exchange) use self::write::write;
pub(in crate::exchange) use self::written::Version;
