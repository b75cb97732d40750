//! A segment of an article.

use std::io;

use hamta::segment::{Article, BlockKind, Segment};
use hamta::text::Lang;
use serde::Serialize;

use crate::cli::output::{Output, piece, plain};
use crate::cli::report::style::ASIDE;
use crate::cli::screen::Direction;

#[derive(Serialize)]
struct SegmentJson<'a> {
    segment: usize,
    block: usize,
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
}

/// What is shown before the text of a segment.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    /// Its number.
    pub(crate) number: bool,
    /// Its place in the article.
    pub(crate) span: bool,
}

pub(crate) fn write(
    article: &Article,
    segment: &Segment<'_>,
    look: Look,
    output: &mut Output,
) -> io::Result<()> {
    if output.is_json() {
        return output.json(&SegmentJson {
            segment: segment.number,
            block: segment.block,
            kind: kind(article.blocks()[segment.block - 1].kind),
            start: segment.span.start,
            end: segment.span.end,
            text: segment.text,
        });
    }
    let number = format!("{}  ", segment.number);
    let span = format!("{}..{}  ", segment.span.start, segment.span.end);
    let aside = [(look.number, &number), (look.span, &span)];
    let aside = aside.iter().filter(|(is_shown, _)| *is_shown);
    let mut pieces: Vec<_> = aside.map(|(_, text)| piece(text, ASIDE)).collect();
    pieces.push(plain(segment.text));
    output.paragraph(direction(article.lang()), 0, &pieces)
}

/// The direction in which a text in `lang` is read.
pub(super) fn direction(lang: Lang) -> Direction {
    match lang {
        Lang::Persian => Direction::RightToLeft,
        Lang::English => Direction::LeftToRight,
    }
}

fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem => "list-item",
    }
}
