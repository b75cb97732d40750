//! A translation memory and glossary for Persian and English news.
//!
//! # Architecture
//!
//! The modules stand in one order, and each uses only those before it:
//!
//! * [`text`]: strings; which language, which words, what counts as the same word.
//! * [`segment`]: an article in, its blocks and segments out.
//! * [`mod@unit`]: a segment with its translation: plain data.
//! * [`glossary`]: names and terms, and where they stand in a text.
//! * [`matching`]: how alike two segments are, which units can be alike enough, and their translations adapted.
//! * [`align`]: which segments of two articles belong together.
//! * [`check`]: what is wrong with a translation.
//! * [`error`]: why the program could not go on.
//! * [`exchange`]: files in and out, one file or folder a format.
//! * [`tm`]: the memory: the search over it, and the store it is kept in.
//!
//! The program, in `cli`, stands after them all and uses only what they make public.
//!
//! Everything before [`error`] is pure: values in, values out. Data goes one way: an article becomes
//! segments, a segment gets matches and occurrences, a translation gets findings, and the program
//! makes a report of them.
//!
//! # Use
//!
//! ```
//! use hamta::segment::Article;
//! use hamta::text::{Lang, fold};
//!
//! // A half-space that was lost makes no other word, nor do Arabic letters.
//! assert_eq!(fold("گفت‌وگوهای").text(), fold("گفتوگوهاي").text());
//!
//! let article = Article::new("لاوروف وارد وونسان شد. او دو روز می‌ماند.", Lang::Persian);
//! assert_eq!(article.segments().len(), 2);
//! ```

pub mod text;
pub mod segment;
pub mod unit;
pub mod glossary;
pub mod matching;
pub mod align;
pub mod check;
pub mod error;
pub mod exchange;
pub mod tm;

pub use error::{Error, Result};
