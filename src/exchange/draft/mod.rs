//! Drafts: an article with what is proposed for its segments, on its way to a translator and back.
//!
//! A draft goes out as XLIFF, as a table, or as the article in the other language. What comes back as XLIFF or a table
//! is read as every other bilingual file; [`Review`] holds it against the article, whose structure it does not carry.

mod loose;
mod proposed;
mod review;
mod table;
mod write;

pub use self::proposed::{Draft, Row};
pub use self::review::{Review, Standing};
pub use self::write::Format;
