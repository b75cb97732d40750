//! How results look: for people as text, for programs as JSON, one object a line.

pub(crate) mod alignment;
pub(crate) mod entry;
pub(crate) mod finding;
pub(crate) mod fold;
pub(crate) mod hit;
pub(crate) mod import;
pub(crate) mod lint;
pub(crate) mod memory;
pub(crate) mod offer;
pub(crate) mod rule;
pub(crate) mod segment;

mod place;
mod style;
