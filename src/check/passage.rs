//! Which part of a translation belongs to which part of its source.
//!
//! Articles with the same number of blocks are paired block by block, and so are blocks with the same
//! number of segments; all else is compared as a whole. Alignment by content is not done here.

use crate::segment::{Article, Block};
use crate::text::Span;

/// A part of a source, and the part of the translation that should say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The part of the source.
    pub source: Span,
    /// The part of the translation.
    pub target: Span,
    /// The segments of both that belong together; empty where their numbers differ.
    pub segments: Vec<(Span, Span)>,
}

impl Passage {
    /// Where in the translation the byte `at` of the source should be found: a segment, or the whole passage.
    pub fn target_of(&self, at: usize) -> Span {
        let segment = self
            .segments
            .iter()
            .find(|(source, _)| source.start <= at && at < source.end);
        segment.map_or(self.target, |&(_, target)| target)
    }
}

/// Two articles, taken apart into passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// The passages, in order.
    pub passages: Vec<Passage>,
    /// Whether the blocks could be paired; if not there is one passage for all.
    pub by_blocks: bool,
}

impl Pairing {
    /// Pairs the blocks of two articles.
    pub fn of(source: &Article, target: &Article) -> Self {
        let by_blocks = source.blocks().len() == target.blocks().len();
        let passages = if by_blocks {
            let pairs = source.blocks().iter().zip(target.blocks());
            pairs
                .map(|(source, target)| blocks(source, target))
                .collect()
        } else {
            vec![Passage {
                source: whole(source),
                target: whole(target),
                segments: Vec::new(),
            }]
        };
        Self {
            passages,
            by_blocks,
        }
    }
}

fn blocks(source: &Block, target: &Block) -> Passage {
    let is_paired = source.segments.len() == target.segments.len();
    let pairs = source
        .segments
        .iter()
        .copied()
        .zip(target.segments.iter().copied());
    Passage {
        source: source.span,
        target: target.span,
        segments: pairs.filter(|_| is_paired).collect(),
    }
}

/// From the first block to the last.
fn whole(article: &Article) -> Span {
    let start = article.blocks().first().map_or(0, |block| block.span.start);
    let end = article
        .blocks()
        .last()
        .map_or(start, |block| block.span.end);
    Span::new(start, end)
}
