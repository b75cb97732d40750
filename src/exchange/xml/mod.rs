//! XML from files by anyone: decoded, its lines counted, nothing in it too long.
//!
//! Every XML format is read from these events. No DTD is ever opened, and no entities except the five of XML and the
//! numeric ones are expanded.

pub(in crate::exchange) mod attributes;
pub(in crate::exchange) mod bounded;
pub(in crate::exchange) mod content;
pub(in crate::exchange) mod decoded;
pub(in crate::exchange) mod letters;

mod events;
mod gathered;

use quick_xml::Reader;

pub(in crate::exchange) use events::Events;
pub(in crate::exchange) use gathered::Gathered;

/// How many bytes of a text `reader` has read: the place where the next event begins.
pub(in crate::exchange) fn place(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}
