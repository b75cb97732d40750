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

impl Tagged {
    /// The text in `span` with the tags in it and at its ends, whose places are counted from its start.
    ///
    /// A tag at its start that ends something belongs to what stands before, and one at its end that begins something to what
    /// follows; they are left out.
    pub fn part(&self, span: Span) -> Self {
        let first = self.tags.partition_point(|tag| tag.at < span.start);
        let tags = self.tags[first..].iter();
        let tags = tags
            .take_while(|tag| tag.at <= span.end)
            .filter(|tag| match tag.kind {
                TagKind::Open => tag.at < span.end,
                TagKind::Close => tag.at > span.start,
                TagKind::Alone => true,
            });
        let tags = tags.map(|tag| Tag {
            at: tag.at - span.start,
            ..tag.clone()
        });
        Self {
            text: span.of(&self.text).to_owned(),
            tags: tags.collect(),
        }
    }
}
