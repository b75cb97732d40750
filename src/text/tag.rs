//! Inline tags: the formatting, links and images of a text, kept beside the text and never in it.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// An inline tag at a place in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tag {
    /// The place: the byte of the text that it stands before, or the text's length.
    pub at: usize,
    /// Whether it begins something, ends it, or stands alone.
    pub kind: TagKind,
    /// Which one it is, from 1. The two ends of a pair have one number; no other tag of the text has it.
    pub number: u32,
    /// What it does, in the words that TMX and XLIFF have for it (`bold`, `italic`, `link`, `image`); empty where nobody
    /// says.
    pub role: String,
    /// What stands there in the file that it came from: `<a href="…">`.
    pub code: String,
}

/// What a tag is to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TagKind {
    /// The beginning of a pair.
    Open,
    /// The end of a pair.
    Close,
    /// Neither: an image, a note, a line break.
    Alone,
}

/// A text with the tags in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tagged {
    /// The text, without any tag.
    pub text: String,
    /// The tags in the order in which they stand; those at one place in the order in which they are written there.
    pub tags: Vec<Tag>,
}

impl From<String> for Tagged {
    fn from(text: String) -> Self {
        Self {
            text,
            tags: Vec::new(),
        }
    }
}

impl From<&str> for Tagged {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl Tagged {
    /// The text in `span` with the tags inside it, whose places are counted from its start.
    pub fn part(&self, span: Span) -> Self {
        let first = self.tags.partition_point(|tag| tag.at < span.start);
        let near = self.tags[first..]
            .iter()
            .take_while(|tag| tag.at <= span.end);
        let inside = near.filter(|tag| self.is_inside(tag, span));
        let tags = inside.map(|tag| Tag {
            at: tag.at - span.start,
            ..tag.clone()
        });
        Self {
            text: span.of(&self.text).to_owned(),
            tags: tags.collect(),
        }
    }

    /// Whether a tag of this text belongs to the part at `span`: it marks something there, or stands between its letters.
    pub fn is_inside(&self, tag: &Tag, span: Span) -> bool {
        let is_between = span.start < tag.at && tag.at < span.end;
        match tag.kind {
            TagKind::Open if !self.is_empty(tag) => is_between || tag.at == span.start,
            TagKind::Close if !self.is_empty(tag) => is_between || tag.at == span.end,
            _ => is_between,
        }
    }

    /// Whether nothing stands between this end of a pair and the other.
    fn is_empty(&self, tag: &Tag) -> bool {
        let first = self.tags.partition_point(|other| other.at < tag.at);
        let beside = self.tags[first..]
            .iter()
            .take_while(|other| other.at == tag.at);
        beside.filter(|other| other.number == tag.number).count() > 1
    }

    /// The same without white space around it.
    #[must_use]
    pub fn trimmed(self) -> Self {
        let start = self.text.len() - self.text.trim_start().len();
        let text = self.text.trim();
        let moved = |tag: Tag| Tag {
            at: tag.at.saturating_sub(start).min(text.len()),
            ..tag
        };
        Self {
            tags: self.tags.into_iter().map(moved).collect(),
            text: text.to_owned(),
        }
    }

    /// Writes `other` after this text, with its tags.
    pub fn push(&mut self, other: &Self) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        self.tags.extend(other.tags.iter().map(|tag| Tag {
            at: tag.at + start,
            ..tag.clone()
        }));
    }
}
