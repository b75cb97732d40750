//! Files in and out, one file or folder a format. Nothing here knows where the contents go.

pub mod problem;
pub mod replace;
mod utf8;
mod unwrapped;
mod encoded;
mod verbatim;
mod spaced;
mod foreign;
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

pub(crate) mod holdable;
mod archive;
mod sheet;
mod xml;
mod xliff;
mod po;

pub use problem::{Problem, Problems};
pub use replace::{give_up, place, replace, replace_known};
pub use utf8::utf8;
