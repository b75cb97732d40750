//! An article as a translator works on it: blocks, and in them segments.

pub mod split;
pub mod article;

mod abbreviations;

pub use article::{Article, Block, BlockKind, Segment};
