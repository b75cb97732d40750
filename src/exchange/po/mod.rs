//! PO, the message catalogues of GNU gettext.
//!
//! Implemented here, since the crates that read PO give no line numbers, and the best maintained of them panics on a
//! lone quotation mark.
//!
//! Source: GNU gettext manual, "The Format of PO Files".

mod entry;
mod line;
mod read;
mod quoted;
mod fill;
mod targets;
mod write;

pub(in crate::exchange) use self::fill::{as_it_was, fill};
pub(in crate::exchange) use self::read::read;
pub(in crate::exchange) use self::targets::{letters, targets};
pub(in crate::exchange) use self::write::Messages;
