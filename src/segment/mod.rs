//! An article as a translator works on it: blocks, and in them segments.

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
