//! How results look: for people as text, for programs as JSON, one object per line; findings also in the formats of
//! other programs.

pub(crate) mod alignment;
pub(crate) mod analysis;
pub(crate) mod change;
pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod draft;
pub(crate) mod filled;
pub(crate) mod entry;
pub(crate) mod finding;
pub(crate) mod fold;
pub(crate) mod hit;
pub(crate) mod import;
pub(crate) mod lint;
pub(crate) mod memory;
pub(crate) mod offer;
pub(crate) mod project;
pub(crate) mod rule;
pub(crate) mod segment;
pub(crate) mod unit;

pub(crate) mod path;
mod place;
mod style;
