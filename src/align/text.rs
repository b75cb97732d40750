//! A text as alignment sees it: a row of segments.

use crate::segment::{Article, BlockKind};
use crate::text::{Lang, Span};

/// A text and its segments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'a> {
    /// The whole text.
    pub text: &'a str,
    /// Its language.
    pub lang: Lang,
    /// Its segments, in order.
    pub pieces: Vec<Piece>,
}

/// A segment, and how it stands in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// Whether a block begins with it.
    pub begins_block: bool,
    /// Whether it is a heading, or part of one.
    pub is_heading: bool,
}

impl<'a> Text<'a> {
    /// The segments of an article.
    pub fn of(article: &'a Article) -> Self {
        let blocks = article.blocks().iter();
        let pieces = blocks.flat_map(|block| {
            block.segments.iter().enumerate().map(|(i, &span)| Piece {
                span,
                begins_block: i == 0,
                is_heading: block.kind == BlockKind::Heading,
            })
        });
        Self { text: article.text(), lang: article.lang(), pieces: pieces.collect() }
    }

    /// The lines of `text`, where each is a segment and nothing is known of blocks.
    pub fn of_lines(text: &'a str, lang: Lang) -> Self {
        let mut start = 0;
        let pieces = text.split_inclusive('\n').map(|line| {
            let span = Span::new(start, start + line.trim_end_matches(['\n', '\r']).len());
            start += line.len();
            Piece { span, begins_block: false, is_heading: false }
        });
        Self { pieces: pieces.collect(), text, lang }
    }

    /// The text of a segment.
    pub fn piece(&self, index: usize) -> &'a str {
        self.pieces[index].span.of(self.text)
    }
}
