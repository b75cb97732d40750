//! Files in and out, one file or folder per format. Nothing here knows where the contents go.
//!
//! * Units: `tmx`; `units` (what a file of units is made of), `po`, `xliff` and `table`, and `bilingual` (a file of
//!   units of any of these formats); `alignment` and `draft` with its `review`, which are written for people and read
//!   back; `draft_file` (a draft in any format).
//! * Articles: `document` (plain text, Markdown, HTML, DOCX, ODT), and `analysis` of them.
//! * `glossary`: tables and TBX.
//! * What `check` keeps: `found` (its cache, under a `key`), `baseline`, `exceptions`.
//! * What all of them need: `problem` (a fault that does not keep the rest from being read), `replace` (a file is
//!   replaced whole or not at all), encodings (`utf8`, `encoded`), `xml`, zip archives (`archive`), the rows and cells
//!   of tables (`sheet`), texts that stand in their file letter by letter (`verbatim`), white space beside tags
//!   (`spaced`), texts in the wrong language (`foreign`), days as people write them (`date`), what a format can hold
//!   (`holdable`), errors of the writer of tables (`unwrapped`).

pub mod problem;
pub mod replace;
mod utf8;
mod unwrapped;
mod encoded;
mod verbatim;
mod spaced;
mod foreign;
mod date;
pub mod tmx;
pub mod glossary;
pub mod alignment;
pub mod exceptions;
pub mod baseline;
pub mod bilingual;
pub mod analysis;
pub mod key;
pub mod found;
pub mod document;
pub mod draft;
pub mod review;
pub mod draft_file;

pub(crate) mod holdable;
mod archive;
mod xml;
mod sheet;
mod units;
mod table;
mod xliff;
mod po;

pub use date::day;
pub use problem::{Problem, Problems};
pub use replace::{give_up, place, replace, replace_known};
pub use utf8::utf8;
