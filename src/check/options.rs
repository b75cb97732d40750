//! The options of a check.

use serde::Deserialize;

/// How a translation is checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Where the names of the article are asked for.
    pub scope: Scope,
}

/// Where in the translation `missing-term` asks for the names of the article.
///
/// A name is mostly said once and is "he" or "the minister" from then on, so not every mention of it must be there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Each in the segment that translates its own.
    Segment,
    /// Each in the passage that translates its own: as a rule a paragraph.
    Paragraph,
    /// The first mention of each in the passage that translates its own.
    #[default]
    FirstMention,
    /// Each anywhere in the translation.
    Document,
}

impl Scope {
    /// All scopes, from the narrowest.
    pub const ALL: [Self; 4] = [Self::Segment, Self::Paragraph, Self::FirstMention, Self::Document];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Segment => "segment",
            Self::Paragraph => "paragraph",
            Self::FirstMention => "first-mention",
            Self::Document => "document",
        }
    }

    /// The scope that `name` names.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}
