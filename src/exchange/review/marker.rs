//! Inline tags as markers that are visible in a text and can be moved in it: `{1>` and `<1}` around what a pair marks,
//! `{2}` for a standalone tag. In a right-to-left text they are mirrored, and so point to what they mark there too.
//!
//! A `{` or `<` of the text itself that would begin a marker is written twice.

use std::collections::HashSet;

use crate::text::{Lang, Tag, TagKind, Tagged};

/// A piece of a text with markers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text, as it is written.
    Text(String),
    /// A marker.
    Marker(String),
}

impl Piece {
    /// The language of most of its letters.
    pub(super) fn lang(&self) -> Option<Lang> {
        match self {
            Self::Text(text) => Lang::of(text),
            Self::Marker(_) => None,
        }
    }
}

/// The pieces of `tagged`; one after another, they make up what [`read`] reads.
pub(super) fn pieces(tagged: &Tagged) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |text: &str, next: Option<&str>| {
        if !text.is_empty() {
            pieces.push(Piece::Text(doubled(text, next.unwrap_or(""))));
        }
        pieces.extend(next.map(|marker| Piece::Marker(marker.to_owned())));
    };
    for (text, tag) in tagged.pieces() {
        push(text, Some(&written(tag)));
    }
    push(tagged.rest(), None);
    pieces
}

/// A text as it is, which is not read back.
pub(super) fn plain(text: impl Into<String>) -> Vec<Piece> {
    vec![Piece::Text(text.into())]
}

fn written(tag: &Tag) -> String {
    let number = tag.number;
    match tag.kind {
        TagKind::Open => format!("{{{number}>"),
        TagKind::Close => format!("<{number}}}"),
        TagKind::Alone => format!("{{{number}}}"),
    }
}

/// `text`, which stands before the marker `next`, with each `{` and `<` doubled that would be read as the beginning of
/// a marker.
fn doubled(text: &str, next: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['{', '<']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let run = run(rest);
        out.push_str(&rest[..run]);
        let is_last = run == rest.len() && rest.chars().next() == next.chars().next();
        if is_last || marker(&rest[run - 1..]).is_some() {
            out.push_str(&rest[..run]);
        }
        rest = &rest[run..];
    }
    out + rest
}

/// How often the first character of `text`, which has one byte, is repeated there.
fn run(text: &str) -> usize {
    let first = text.as_bytes().first();
    text.bytes().take_while(|byte| Some(byte) == first).count()
}

/// The marker at the start of `text`, and its length.
fn marker(text: &str) -> Option<(TagKind, u32, usize)> {
    let first = text.chars().next()?;
    let digits = &text[1..];
    let length = digits.find(|c: char| !c.is_ascii_digit())?;
    let number = digits[..length].parse().ok().filter(|number| *number > 0)?;
    let kind = match (first, digits[length..].chars().next()?) {
        ('{', '>') => TagKind::Open,
        ('<', '}') => TagKind::Close,
        ('{', '}') => TagKind::Alone,
        _ => return None,
    };
    Some((kind, number, length + 2))
}

/// The text of `marked` with its markers as tags, which have only a number and a kind.
pub(super) fn read(marked: &str) -> Tagged {
    let mut tagged = Tagged::default();
    let mut rest = marked;
    while let Some(at) = rest.find(['{', '<']) {
        tagged.text.push_str(&rest[..at]);
        rest = &rest[at..];
        let run = run(rest);
        let Some((kind, number, length)) = marker(&rest[run - 1..]) else {
            tagged.text.push_str(&rest[..run]);
            rest = &rest[run..];
            continue;
        };
        tagged.text.push_str(&rest[..run / 2]);
        rest = &rest[run..];
        if run % 2 == 1 {
            rest = &rest[length - 1..];
            tagged.tags.push(Tag {
                at: tagged.text.len(),
                kind,
                number,
                role: String::new(),
                code: String::new(),
            });
        }
    }
    tagged.text.push_str(rest);
    tagged
}

/// `target` without the tags that have no place in it: those that are not in `source`, that are repeated, or that end a
/// pair before it begins. Also returns the markers of these.
pub(super) fn fitting(mut target: Tagged, source: &Tagged) -> (Tagged, Vec<String>) {
    let key = |tag: &Tag| (tag.number, tag.kind);
    let own: HashSet<_> = source.tags.iter().map(key).collect();
    let mut met = HashSet::new();
    let mut strange = Vec::new();
    target.tags.retain(|tag| {
        let is_early = tag.kind == TagKind::Close
            && own.contains(&(tag.number, TagKind::Open))
            && !met.contains(&(tag.number, TagKind::Open));
        let fits = own.contains(&key(tag)) && !is_early && met.insert(key(tag));
        if !fits {
            strange.push(written(tag));
        }
        fits
    });
    (target, strange)
}
