//! The lines of a text as blocks: headings, paragraphs and list items.

use crate::segment::split::split;
use crate::text::bytes::position;
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
    /// Its segments, in order; the marker of a list item is in none.
    pub segments: Vec<Span>,
}

/// The blocks of `text`, in order: its lines that hold more than white space.
pub(super) fn blocks(text: &str, lang: Lang) -> Vec<Block> {
    let mut lines = lines(text).peekable();
    let mut blocks = Vec::new();
    while let Some(line) = lines.next() {
        blocks.push(block(text, line, lang, lines.peek().is_some()));
    }
    blocks
}

/// The lines of `text` that hold more than white space, without the white space around them.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut next = 0;
    let pieces = std::iter::from_fn(move || {
        let start = next;
        let end = line_end(text.get(start..)?) + start;
        next = end + 1;
        while next < text.len() && !text.is_char_boundary(next) {
            next += 1;
        }
        Some((start, &text[start..end]))
    });
    pieces.filter_map(|(start, piece)| {
        let line = piece.trim_start_matches(is_blank);
        let start = start + (piece.len() - line.len());
        let line = line.trim_end_matches(is_blank);
        (!line.is_empty()).then(|| Span::new(start, start + line.len()))
    })
}

/// The place of the first line break in `text`, or its length.
fn line_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(more) = position(&bytes[at..], can_break) {
        at += more;
        match &bytes[at..] {
            [b'\n' | b'\r' | b'\x0B' | b'\x0C', ..] => return at,
            [0xC2, 0x85, ..] | [0xE2, 0x80, 0xA8 | 0xA9, ..] => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Whether a Unicode line break can begin with this byte, in UTF-8.
fn can_break(b: u8) -> bool {
    (b'\n'..=b'\r').contains(&b) | (b == 0xC2) | (b == 0xE2)
}

/// White space, or the byte order mark that some editors put before a text.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

fn block(text: &str, span: Span, lang: Lang, has_more: bool) -> Block {
    let line = span.of(text);
    let marker = list_marker(line);
    let content = &line[marker..];
    let body = content.len() - closing_line(content);
    let mut segments = split(&content[..body], lang);
    if body < content.len() {
        segments.push(Span::new(body, content.len()));
    }
    let kind = match marker {
        0 if has_more && is_heading(content) => BlockKind::Heading,
        0 => BlockKind::Paragraph,
        _ => BlockKind::ListItem,
    };
    Block {
        kind,
        span,
        segments: segments.into_iter().map(|s| s.shifted(span.start + marker)).collect(),
    }
}

/// The length in bytes of the bullet or number that a list item begins with, 0 where there is none.
fn list_marker(line: &str) -> usize {
    let reach = line.char_indices().take(LONGEST_MARKER);
    let Some((end, _)) = reach.into_iter().find(|(_, c)| c.is_whitespace()) else {
        return 0;
    };
    let (marker, rest) = line.split_at(end);
    if (is_bullet(marker) || is_number(marker)) && !rest.trim_start().is_empty() { end } else { 0 }
}

/// How much of a line, in characters, is searched for its marker.
const LONGEST_MARKER: usize = 8;

fn is_bullet(marker: &str) -> bool {
    matches!(
        marker,
        "-" | "–"
            | "—"
            | "ـ"
            | "•"
            | "*"
            | "◦"
            | "▪"
            | "▫"
            | "●"
            | "○"
            | "■"
            | "□"
            | "◆"
            | "►"
            | "✓"
            | "·"
    )
}

/// A number of at most three digits or a letter, with its sign: «۱.», «2)», «(۳)», «الف)», «b)».
fn is_number(marker: &str) -> bool {
    let Some(name) = marker.strip_suffix(['.', ')', '-', 'ـ', '–']) else {
        return false;
    };
    let in_brackets = marker.ends_with(')');
    let name = name.strip_prefix('(').filter(|_| in_brackets).unwrap_or(name);
    let digits = name.chars().filter(|c| c.is_numeric()).count();
    let is_letter = name == "الف" || name.chars().count() == 1;
    match digits {
        0 => in_brackets && is_letter && name.chars().all(char::is_alphabetic),
        n => n <= 3 && name.chars().all(char::is_numeric),
    }
}

/// The length in bytes of «انتهای پیام» with its code at the end of a line, where agencies close their items.
fn closing_line(line: &str) -> usize {
    const CLOSING: &str = "انتهای پیام";
    const LONGEST_CODE: usize = 9;
    let is_code = |&(_, c): &(usize, char)| {
        c.is_numeric() || c.is_whitespace() || matches!(c, '/' | '*' | '.')
    };
    let code = line.char_indices().rev().take(LONGEST_CODE).take_while(is_code);
    let end = code.last().map_or(line.len(), |(at, _)| at);
    match line[..end].strip_suffix(CLOSING) {
        Some(before) if !before.ends_with(char::is_alphanumeric) => line.len() - before.len(),
        _ => 0,
    }
}

/// Whether a line reads as a heading: at most twelve words, no mark at its end.
fn is_heading(line: &str) -> bool {
    const MOST_WORDS: usize = 12;
    let ends_open =
        line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '؟' | '?' | '!' | '»' | '"'));
    ends_open && line.split_whitespace().take(MOST_WORDS + 1).count() <= MOST_WORDS
}
