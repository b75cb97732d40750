//! TMX, the exchange format of translation memories: 1.1 to 1.4b read, 1.4 written.
//!
//! [`Reader`] gives the units of a file one by one, in memory that does not grow with the file;
//! [`Writer`] writes them in one canonical form, which reads back as what was written.
//! Inline tags are not kept yet.
//!
//! Source: TMX 1.4b Specification, LISA OSCAR, 2005-04-26.

mod item;
mod read;
mod document;
mod draft;
mod date;
mod write;

pub use item::Item;
pub use read::Reader;
pub use write::Writer;
