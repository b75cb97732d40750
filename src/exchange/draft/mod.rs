//! Drafts: an article with what is proposed for its segments, on its way to a translator and back.
//!
//! A draft goes out as XLIFF, as a table, or as the article in the other language. What comes back as XLIFF or a table
//! is read like a file of units; [`Review`] matches it with the article, whose structure it does not carry.

mod characters;
mod joined;
mod loose;
mod proposed;
mod review;

pub use self::proposed::{Draft, Row};
pub(in crate::exchange) use self::proposed::{on_one_line, tagged_on_one_line};
pub use self::review::{Review, Standing};
