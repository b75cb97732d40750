//! A text in one language: its blocks, and the segments in them.

use crate::segment::split::split;
use crate::text::{Lang, Span};

/// What a block is to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A short line with no final mark, with more text below it.
    Heading,
    /// A line of running text.
    Paragraph,
    /// A line that begins with a bullet or a number.
    ListItem,
}

/// A line of an article that is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The line, without the white space around it.
    pub span: Span,
    /// Its segments, in order; the mark of a list item is in none.
    pub segments: Vec<Span>,
}

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
        let lines: Vec<Span> = lines(&text).collect();
        let last = lines.len().saturating_sub(1);
        let blocks = lines.iter().enumerate();
        let blocks = blocks
            .map(|(i, &span)| block(&text, span, lang, i < last))
            .collect();
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
}

/// The lines of `text` that hold more than white space, without the white space around them.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let is_break = |c| {
        matches!(
            c,
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}'
        )
    };
    let base = text.as_ptr() as usize;
    text.split(is_break)
        .map(|line| line.trim_matches(is_blank))
        .filter(|line| !line.is_empty())
        .map(move |line| {
            let start = line.as_ptr() as usize - base;
            Span::new(start, start + line.len())
        })
}

/// White space, or the byte order mark that some editors put before a text.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

fn block(text: &str, span: Span, lang: Lang, has_more: bool) -> Block {
    let line = span.of(text);
    let marker = list_marker(line);
    let content = &line[marker..];
    let segments = split(content, lang).into_iter();
    let kind = match marker {
        0 if has_more && is_heading(content) => BlockKind::Heading,
        0 => BlockKind::Paragraph,
        _ => BlockKind::ListItem,
    };
    Block {
        kind,
        span,
        segments: segments.map(|s| s.shifted(span.start + marker)).collect(),
    }
}

/// The length in bytes of the bullet or number that a list item begins with, 0 where there is none.
fn list_marker(line: &str) -> usize {
    let Some((marker, rest)) = line.split_once(char::is_whitespace) else {
        return 0;
    };
    let is_bullet = matches!(marker, "-" | "–" | "—" | "•" | "*" | "◦" | "▪" | "●" | "■");
    let number = marker.strip_suffix(['.', ')', '-']);
    let is_number = number.is_some_and(|n| {
        !n.is_empty() && n.chars().count() <= 3 && n.chars().all(char::is_numeric)
    });
    match is_bullet || is_number {
        true if !rest.trim().is_empty() => marker.len(),
        _ => 0,
    }
}

/// Whether a line reads as a heading: at most twelve words, no mark at its end.
fn is_heading(line: &str) -> bool {
    let ends_open =
        line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '؟' | '?' | '!' | '»' | '"'));
    ends_open && line.split_whitespace().count() <= 12
}
