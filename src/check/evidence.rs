//! What one translation shows, to be held against others: names and segments, and how they were translated.
//!
//! Evidence of one text and its translation stands alone and can be kept; what contradicts what is found out from that of
//! all texts together, with neither texts nor glossary at hand.

use serde::{Deserialize, Serialize};

use crate::text::{Lang, Span};

/// What a translation shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The language of the translation.
    pub lang: Lang,
    /// The words of names, in the order of their places.
    pub names: Vec<NameWord>,
    /// The segments that belong to one of the source, in order.
    pub segments: Vec<Rendering>,
}

/// A word of a name, and how it is spelt in the translation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameWord {
    /// The word of the source, as it folds.
    pub source: String,
    /// The words of the source that stand together as a name, this one among them, a space apart.
    pub full_name: String,
    /// How it is spelt.
    pub spelling: String,
    /// Where.
    pub span: Span,
    /// Whether the glossary allows the spelling.
    pub is_listed: bool,
}

/// A segment and its translation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendering {
    /// The segment, as it folds.
    pub source: String,
    /// Its translation.
    pub target: String,
    /// The translation as it folds.
    pub folded: String,
    /// Where the translation stands.
    pub span: Span,
}
