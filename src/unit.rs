//! The translation unit: plain data, the same whoever stores it and whichever file it came from.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::text::tag::place;
use crate::text::{Lang, Tag, ends_alike};

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
        [Self::Human, Self::Aligned, Self::Machine].into_iter().find(|method| method.name() == name)
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
        Self { text: text.into(), tags: Vec::new(), previous: None, next: None }
    }

    /// The segment for a file that has no tags: what is read in its place stands there as its code, or as `{1}`.
    pub fn with_placeholders(&self) -> Cow<'_, str> {
        if !self.tags.iter().any(Tag::is_said) {
            return Cow::Borrowed(&self.text);
        }
        let mut text = String::with_capacity(self.text.len());
        let mut done = 0;
        for tag in self.tags.iter().filter(|tag| tag.is_said()) {
            let at = place(&self.text, tag.at).max(done);
            text.push_str(&self.text[done..at]);
            text.push_str(&tag.placeholder());
            done = at;
        }
        text.push_str(&self.text[done..]);
        Cow::Owned(text)
    }

    /// Puts another text in the place of this one; its tags stay where they are in what the two begin and end with, and
    /// those between stand where the change begins.
    pub fn change_text(&mut self, text: impl Into<String>) {
        let (old, text) = (&self.text, text.into());
        let (start, alike) = ends_alike(old, &text);
        let end = old.len() - alike;
        for tag in self.tags.iter_mut().filter(|tag| tag.at > start) {
            tag.at = if tag.at < end { start } else { text.len() - (old.len() - tag.at) };
        }
        self.text = text;
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
    /// What its file says of it beyond that, where it says anything.
    pub details: Option<Box<Details>>,
}

/// What a file says of a unit beyond what hamta uses: kept, so that it is there when the unit is written again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// Of the unit as a whole.
    #[serde(skip_serializing_if = "Said::is_empty")]
    pub unit: Said,
    /// Of its Persian side.
    #[serde(skip_serializing_if = "Said::is_empty")]
    pub persian: Said,
    /// Of its English side.
    #[serde(skip_serializing_if = "Said::is_empty")]
    pub english: Said,
    /// The unit in further languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Other>,
}

/// What a file says of a unit, or of one side of it, in the words of TMX.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// Values by their names: `tuid`, `usagecount`, `changedate`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
    /// Notes, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Properties, in order: what kind each is of, and its value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub props: Vec<(String, String)>,
}

/// A unit in a language that is neither Persian nor English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Other {
    /// The code of the language, as its file writes it.
    pub lang: String,
    /// The segment, without its tags.
    pub text: String,
    /// The inline tags in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    /// What the file says of it.
    #[serde(skip_serializing_if = "Said::is_empty")]
    pub said: Said,
}

impl Details {
    /// What is said of the side in `lang`.
    pub fn side(&self, lang: Lang) -> &Said {
        match lang {
            Lang::Persian => &self.persian,
            Lang::English => &self.english,
        }
    }
}

impl Said {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.attributes.is_empty() && self.notes.is_empty() && self.props.is_empty()
    }
}

impl TranslationUnit {
    /// A segment in `source_lang` with its translation, of which nothing else is known.
    pub fn new(source_lang: Lang, source: Side, target: Side) -> Self {
        let (persian, english) = match source_lang {
            Lang::Persian => (source, target),
            Lang::English => (target, source),
        };
        Self {
            source_lang,
            persian,
            english,
            origin: Origin::default(),
            author: None,
            date: None,
            note: None,
            details: None,
        }
    }

    /// The unit's segment in `lang`.
    pub fn side(&self, lang: Lang) -> &Side {
        match lang {
            Lang::Persian => &self.persian,
            Lang::English => &self.english,
        }
    }

    /// The unit's segment in `lang`, to be changed.
    pub fn side_mut(&mut self, lang: Lang) -> &mut Side {
        match lang {
            Lang::Persian => &mut self.persian,
            Lang::English => &mut self.english,
        }
    }
}
