//! What one translation shows, to be held against others: names and segments, and how they were translated.
//!
//! Evidence of one text and its translation stands alone and can be kept; what contradicts what is found out from that of
//! all translations together, with neither their sources nor a glossary at hand.

use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::text::{Lang, Span};

/// A translation, and what it shows.
#[derive(Clone, Copy, Debug)]
pub struct Translation<'a> {
    /// Its text.
    pub text: &'a str,
    /// The evidence, whose places are in the text.
    pub evidence: &'a Evidence,
}

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
    /// The words of the source that stand together as a name, this one among them, as they fold, a space apart.
    pub full_name: String,
    /// Where in them it stands.
    pub own: Span,
    /// Where it stands in the translation.
    pub span: Span,
    /// Whether the glossary allows the spelling.
    pub is_listed: bool,
}

/// A segment and its translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendering {
    /// The segment, as it folds.
    pub source: Digest,
    /// Its translation, as it folds.
    pub target: Digest,
    /// Where the translation stands.
    pub span: Span,
}

/// What stands for a text that is compared and never shown: 128 bits of its SHA-256, which no two texts share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Digest([u8; 16]);

impl NameWord {
    /// The word of the source, as it folds.
    pub fn source(&self) -> &str {
        self.own.of(&self.full_name)
    }

    /// Whether no other word of a name stands with it.
    pub(super) fn is_alone(&self) -> bool {
        self.own.len() == self.full_name.len()
    }

    /// Whether it is the last word of a full name.
    pub(super) fn is_surname(&self) -> bool {
        self.own.start > 0 && self.own.end == self.full_name.len()
    }
}

impl Digest {
    /// That of a text.
    pub fn of(text: &str) -> Self {
        let whole = <Sha256 as sha2::Digest>::digest(text);
        let mut first = [0; 16];
        first.copy_from_slice(&whole[..16]);
        Self(first)
    }
}
