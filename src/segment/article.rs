//! A text in one language: its blocks, and the segments in them.

use crate::segment::block::{Block, blocks};
use crate::text::{Lang, Span};

/// A text in one language, as its author wrote it.
///
/// The segments and the gaps between them together give back the text, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    text: String,
    lang: Lang,
    blocks: Vec<Block>,
}

/// One sentence or heading of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment<'a> {
    /// Its number in the article, from 1.
    pub number: usize,
    /// The number of its block, from 1.
    pub block: usize,
    /// Where it stands in the article.
    pub span: Span,
    /// Its text.
    pub text: &'a str,
}

impl Article {
    /// Takes `text` apart into blocks and segments, as a text in `lang`.
    pub fn new(text: impl Into<String>, lang: Lang) -> Self {
        let text = text.into();
        let blocks = blocks(&text, lang);
        Self { text, lang, blocks }
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The language it was read in.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The blocks, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The segments of all blocks, in order.
    pub fn segments(&self) -> Vec<Segment<'_>> {
        let blocks = self.blocks.iter().enumerate();
        let spans = blocks.flat_map(|(i, block)| block.segments.iter().map(move |&s| (i + 1, s)));
        let numbered = spans.enumerate().map(|(i, (block, span))| Segment {
            number: i + 1,
            block,
            span,
            text: span.of(&self.text),
        });
        numbered.collect()
    }

    /// The text with `others` in the place of its segments, in order; what stands between them stays.
    ///
    /// A segment for which there is `None`, or nothing, stays too.
    pub fn with_segments<'a>(&self, others: impl IntoIterator<Item = Option<&'a str>>) -> String {
        let mut text = String::with_capacity(self.text.len());
        let mut at = 0;
        for (segment, other) in self.segments().iter().zip(others) {
            text.push_str(&self.text[at..segment.span.start]);
            text.push_str(other.unwrap_or(segment.text));
            at = segment.span.end;
        }
        text.push_str(&self.text[at..]);
        text
    }
}
