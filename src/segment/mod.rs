//! An article as a translator works on it: blocks, and in them segments.

pub mod split;
pub mod article;

mod block;
mod lead;
mod dateline;
mod mark;
mod run;
mod quotation;
mod opening;
mod abbreviations;
mod word_list;

pub use article::{Article, Block, BlockKind, Segment};
