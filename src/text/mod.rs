//! Strings, and nothing of translation: which language, where, what counts as the same word.

pub mod lang;
pub mod span;
pub mod fold;
pub mod words;
pub mod number;

pub use fold::{Folded, fold};
pub use lang::Lang;
pub use span::{Position, Positions, Span};
pub use words::{Word, WordKind, Words};
