//! TMX, the exchange format of translation memories: 1.1 to 1.4b read, 1.4 written.
//!
//! [`Reader`] returns the units of a file one by one, in memory that does not grow with the file; [`Writer`] writes
//! them in one canonical form, which reads back as what was written. Inline elements are tags beside the text; what a
//! file says about a unit beyond what hamta uses is in its details.
//!
//! Source: TMX 1.4b Specification, LISA OSCAR, 2005-04-26.

mod item;
mod read;
mod targets;
mod document;
mod draft;
mod shape;
mod segment;
mod number;
mod omegat;
mod said;
mod date;
mod write;
mod written;
mod tagged;
mod escaped;

pub(in crate::exchange) use targets::{letters, targets};

pub use item::Item;
pub use read::Reader;
pub use write::Writer;
