//! The translation unit: plain data, the same whoever stores it and whichever file it came from.

use jiff::Timestamp;
use serde::Serialize;

use crate::text::{Lang, Tag};

/// How a unit came to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// A translator wrote or confirmed it.
    #[default]
    Human,
    /// Two published articles were aligned by a program.
    Aligned,
    /// A machine translated it.
    Machine,
}

impl Method {
    /// The word for it in files and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Aligned => "aligned",
            Self::Machine => "machine",
        }
    }

    /// The method that `name` names.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Human, Self::Aligned, Self::Machine]
            .into_iter()
            .find(|method| method.name() == name)
    }
}

/// Where a unit comes from and how it was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Origin {
    /// The file it was read from, or the name under which it was added.
    pub name: String,
    /// How it was made.
    pub method: Method,
}

/// One segment of a unit, in one language, and the segments that stood beside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Side {
    /// The segment, without its tags.
    pub text: String,
    /// The inline tags in it, in order, numbered from 1 within the segment.
    pub tags: Vec<Tag>,
    /// The segment before it in its article, where that is known.
    pub previous: Option<String>,
    /// The segment after it in its article, where that is known.
    pub next: Option<String>,
}

impl Side {
    /// A segment whose neighbours are not known.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tags: Vec::new(),
            previous: None,
            next: None,
        }
    }
}

/// A segment with its translation.
///
/// Both languages are kept alike, so that a unit serves in both directions.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TranslationUnit {
    /// The language that was translated from.
    pub source_lang: Lang,
    /// The Persian segment.
    pub persian: Side,
    /// The English segment.
    pub english: Side,
    /// Where the unit comes from.
    pub origin: Origin,
    /// Who wrote it, as the file says.
    pub author: Option<String>,
    /// When it was last changed.
    pub date: Option<Timestamp>,
    /// A remark of the translator's.
    pub note: Option<String>,
}

impl TranslationUnit {
    /// The unit's segment in `lang`.
    pub fn side(&self, lang: Lang) -> &Side {
        match lang {
            Lang::Persian => &self.persian,
            Lang::English => &self.english,
        }
    }
}
