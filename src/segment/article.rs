//! A text in one language: its blocks, and the segments in them.

use crate::segment::block::{Block, blocks};
use crate::segment::credits::{self, Place};
use crate::segment::dateline;
use crate::text::{Lang, Span, Tag, Tagged};

/// A text in one language, as its author wrote it.
///
/// The segments and the gaps between them together give back the text, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    content: Tagged,
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
    /// Divides a text, with tags or without, into blocks and segments, as a text in `lang`.
    pub fn new(content: impl Into<Tagged>, lang: Lang) -> Self {
        let content = content.into();
        let blocks = blocks(&content.text, lang);
        Self { content, lang, blocks }
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.content.text
    }

    /// The text with the tags in it.
    pub fn content(&self) -> &Tagged {
        &self.content
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
            text: span.of(&self.content.text),
        });
        numbered.collect()
    }

    /// The datelines and, at the head of the article, the words that name the agency: another newsroom does not carry
    /// them over.
    pub(crate) fn datelines(&self) -> Vec<Span> {
        const HEAD: usize = 2;
        let text = self.text();
        let mut datelines = Vec::new();
        for (number, block) in self.blocks.iter().enumerate() {
            let reports =
                |rest: &str| (number < HEAD).then(|| dateline::attribution(rest)).flatten();
            let bare =
                |rest: &str| (number < HEAD).then(|| dateline::bare(rest, self.lang)).flatten();
            for &Span { start, .. } in &block.segments {
                let rest = &text[start..block.span.end];
                let is_head = start == block.span.start;
                let length = dateline::length(rest, is_head, self.lang)
                    .or_else(|| reports(rest))
                    .or_else(|| bare(rest).filter(|_| is_head));
                datelines.extend(length.map(|length| Span::new(start, start + length)));
            }
        }
        datelines
    }

    /// The credits, which another newsroom does not carry over either: who wrote and edited the text, and who owns it.
    pub(crate) fn credits(&self) -> Vec<Span> {
        const HEAD: usize = 3;
        const TAIL: usize = 5;
        let text = self.text();
        let mut credits = Vec::new();
        for (number, block) in self.blocks.iter().enumerate() {
            let place = Place {
                is_head: (1..=HEAD).contains(&number),
                is_tail: number > 0 && number + TAIL >= self.blocks.len(),
            };
            for segment in &block.segments {
                let start = credits::start(segment.of(text), place, self.lang);
                credits.extend(start.map(|start| Span::new(segment.start + start, segment.end)));
            }
        }
        credits
    }

    /// The text with `others` in place of its segments, in order; what stands between them is kept, with the tags
    /// there.
    ///
    /// A segment for which there is `None`, or nothing, is kept too.
    pub fn with_segments<'a>(
        &self,
        others: impl IntoIterator<Item = Option<&'a Tagged>>,
    ) -> Tagged {
        let own = &self.content;
        let segments = self.segments();
        let is_inside = |tag: &Tag| {
            let first = segments.partition_point(|segment| segment.span.end < tag.at);
            let mut near = segments[first..].iter().take(2);
            near.any(|segment| own.is_inside(tag, segment.span))
        };
        let mut between = own.tags.iter().filter(|tag| !is_inside(tag)).peekable();
        let mut finished = Tagged::default();
        let mut push_gap = |finished: &mut Tagged, gap: Span| {
            let start = finished.text.len();
            finished.text.push_str(gap.of(&own.text));
            while let Some(tag) = between.next_if(|tag| tag.at <= gap.end) {
                finished.tags.push(Tag { at: start + (tag.at - gap.start), ..tag.clone() });
            }
        };
        let mut others = others.into_iter();
        let mut at = 0;
        for segment in &segments {
            push_gap(&mut finished, Span::new(at, segment.span.start));
            match others.next().flatten() {
                Some(other) => finished.push(other),
                None => finished.push(&own.part(segment.span)),
            }
            at = segment.span.end;
        }
        push_gap(&mut finished, Span::new(at, own.text.len()));
        finished
    }
}
