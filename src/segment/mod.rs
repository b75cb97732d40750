//! An article as a translator works on it: blocks, and in them segments.
//!
//! An `article` is cut into lines that are headings, paragraphs and items (`block`), and these into sentences
//! (`split`). A sentence ends at a run of final marks (`run`), unless the marks belong to an abbreviation, an initial
//! or a number (`mark`, with `abbreviations` and `initial`), the sentence goes on after a quotation (`quotation`), or
//! what follows cannot begin one (`opening`); `sentence` is what is known of it until then. What stands before the
//! first sentence is a segment of its own (`lead`, `dateline`), and the credits of an agency are recognised
//! (`credits`).

pub mod split;
pub mod block;
pub mod article;

mod lead;
mod credits;
mod dateline;
mod initial;
mod mark;
mod run;
mod sentence;
mod quotation;
mod opening;
mod abbreviations;
mod word_list;

pub use article::{Article, Segment};
pub use block::{Block, BlockKind};
