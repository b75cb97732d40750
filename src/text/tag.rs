//! Inline tags: the formatting, links and images of a text, kept beside the text and never in it.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// An inline tag at a place in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tag {
    /// The place: the byte of the text that it stands before, or the text's length.
    pub at: usize,
    /// Whether it begins something, ends it, or stands alone.
    pub kind: TagKind,
    /// Which one it is, from 1. The two ends of a pair have the same number, which no other tag of the text has.
    pub number: u32,
    /// What it does, in the words that TMX and XLIFF have for it (`bold`, `italic`, `link`, `image`); empty if unknown.
    pub role: String,
    /// What stands there in the file that it came from: `<a href="…">`.
    pub code: String,
}

/// What a tag is to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TagKind {
    /// The beginning of a pair.
    Open,
    /// The end of a pair.
    Close,
    /// Neither: an image, a note, a line break.
    Alone,
}

/// The roles of tags that stand alone for a line break, in the words of TMX, XLIFF and the programs that write them.
const BREAKS: &[&str] = &["lb", "pb", "cb", "br"];

/// The elements by which HTML, Word and LibreOffice break a line.
const BREAK_ELEMENTS: &[&str] = &["br", "w:br", "w:cr", "text:line-break"];

/// The roles of tags that no reader takes for a part of the sentence: notes, and formatting whose other end stands
/// elsewhere.
const ASIDE: &[&str] = &[
    "note",
    "fnote",
    "enote",
    "bold",
    "italic",
    "underlined",
    "superscript",
    "subscript",
    "color",
];

/// The elements of markup that stand around text, where one end of them stands alone.
const AROUND: &[&str] = &[
    "a", "b", "big", "del", "em", "font", "i", "ins", "mark", "p", "q", "s", "small", "span",
    "strike", "strong", "sub", "sup", "u", "wbr",
];

impl Tag {
    /// Whether it stands alone for a line break.
    pub fn is_break(&self) -> bool {
        self.kind == TagKind::Alone
            && (BREAKS.contains(&self.role.as_str())
                || matches!(self.code.as_str(), "\n" | "\r\n" | "\\n")
                || element(&self.code).is_some_and(|name| is_among(name, BREAK_ELEMENTS)))
    }

    /// Whether it stands alone for something that is read in its place: a code, a field, a name that a program puts in.
    pub fn is_said(&self) -> bool {
        self.kind == TagKind::Alone
            && !self.is_break()
            && !ASIDE.contains(&self.role.as_str())
            && !self.is_end_of_pair()
    }

    /// Whether its code is one end, and not the whole, of an element that stands around text, or of a group of RTF.
    fn is_end_of_pair(&self) -> bool {
        let is_one = self.code.rfind('<') == Some(0);
        let is_around = || element(&self.code).is_some_and(|name| is_among(name, AROUND));
        let is_of_rtf = self.code == "}" || self.code.starts_with("{\\");
        is_of_rtf || is_one && (self.code.starts_with("</") || is_around())
    }

    /// What stands in its place where there are no tags: its code, where that is short and no markup, or its number.
    pub fn placeholder(&self) -> Cow<'_, str> {
        const LONGEST: usize = 40;
        let is_short = (1..=LONGEST).contains(&self.code.len());
        if is_short && !self.code.contains(['<', '\n']) {
            Cow::Borrowed(&self.code)
        } else {
            Cow::Owned(format!("{{{}}}", self.number))
        }
    }
}

/// The name of the element that begins with `code`.
fn element(code: &str) -> Option<&str> {
    let inner = code.strip_prefix('<')?;
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | ':'));
    // OmegaT numbers them: `<br1/>`.
    Some(inner[..end.unwrap_or(inner.len())].trim_end_matches(|c: char| c.is_ascii_digit()))
}

fn is_among(name: &str, elements: &[&str]) -> bool {
    elements.iter().any(|element| element.eq_ignore_ascii_case(name))
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
        Self { text, tags: Vec::new() }
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
        let near = self.tags[first..].iter().take_while(|tag| tag.at <= span.end);
        let inside = near.filter(|tag| self.is_inside(tag, span));
        let tags = inside.map(|tag| Tag { at: tag.at - span.start, ..tag.clone() });
        Self { text: span.of(&self.text).to_owned(), tags: tags.collect() }
    }

    /// Whether a tag of this text belongs to the part at `span`: it marks something there, or stands between its
    /// letters.
    pub fn is_inside(&self, tag: &Tag, span: Span) -> bool {
        let is_between = span.start < tag.at && tag.at < span.end;
        match tag.kind {
            TagKind::Open if !self.is_empty(tag) => is_between || tag.at == span.start,
            TagKind::Close if !self.is_empty(tag) => is_between || tag.at == span.end,
            _ => is_between,
        }
    }

    /// Whether something that is read in its place stands in `span`, or at one of its ends, as a tag beside the text.
    pub fn is_parted(&self, span: Span) -> bool {
        let first = self.tags.partition_point(|tag| tag.at < span.start);
        self.tags[first..].iter().take_while(|tag| tag.at <= span.end).any(Tag::is_said)
    }

    /// The same for what stands inside `span`, and not at its ends.
    pub fn is_parted_inside(&self, span: Span) -> bool {
        let first = self.tags.partition_point(|tag| tag.at <= span.start);
        self.tags[first..].iter().take_while(|tag| tag.at < span.end).any(Tag::is_said)
    }

    /// Whether nothing stands between this end of a pair and the other.
    fn is_empty(&self, tag: &Tag) -> bool {
        let first = self.tags.partition_point(|other| other.at < tag.at);
        let beside = self.tags[first..].iter().take_while(|other| other.at == tag.at);
        beside.filter(|other| other.number == tag.number).count() > 1
    }

    /// The same without white space around it.
    #[must_use]
    pub fn trimmed(self) -> Self {
        let text = self.text.trim();
        if text.len() == self.text.len() {
            return self;
        }
        let start = self.text.len() - self.text.trim_start().len();
        let moved = |tag: Tag| Tag { at: tag.at.saturating_sub(start).min(text.len()), ..tag };
        Self { tags: self.tags.into_iter().map(moved).collect(), text: text.to_owned() }
    }

    /// The tags in order, each with the text that stands between it and the one before.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, &Tag)> {
        let starts = std::iter::once(0).chain(self.tags.iter().map(|tag| tag.at));
        let tags = starts.zip(&self.tags);
        tags.map(|(start, tag)| (&self.text[start..tag.at], tag))
    }

    /// The text that stands after the last tag.
    pub fn rest(&self) -> &str {
        &self.text[self.tags.last().map_or(0, |tag| tag.at)..]
    }

    /// The lines of the text one by one, each with its tags; those at a line break stand at the end of the line before
    /// it.
    ///
    /// A tag whose place is not between two characters of its line stands before it.
    pub fn lines(&self) -> Vec<Self> {
        let mut start = 0;
        let mut tags = self.tags.iter().peekable();
        let lines = self.text.split('\n').map(|text| {
            let end = start + text.len();
            let mut line = Self::from(text);
            while let Some(tag) = tags.next_if(|tag| tag.at <= end) {
                let at = place(text, tag.at.saturating_sub(start));
                line.tags.push(Tag { at, ..tag.clone() });
            }
            start = end + 1;
            line
        });
        lines.collect()
    }

    /// Writes `other` after this text, with its tags.
    pub fn push(&mut self, other: &Self) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        self.tags.extend(other.tags.iter().map(|tag| Tag { at: tag.at + start, ..tag.clone() }));
    }
}

/// The place `wanted` in `text`, or the one before it where that is not between two characters.
pub(crate) fn place(text: &str, wanted: usize) -> usize {
    let mut at = wanted.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The tags of a segment and of its translation, numbered from 1 in the order of the segment; tags that shared a number
/// still do.
pub(crate) fn numbered_alike(source: Vec<Tag>, target: Vec<Tag>) -> [Vec<Tag>; 2] {
    let mut numbers = HashMap::new();
    [source, target].map(|tags| {
        let tags = tags.into_iter().map(|tag| {
            let next = u32::try_from(numbers.len() + 1).unwrap_or(u32::MAX);
            let number = *numbers.entry(tag.number).or_insert(next);
            Tag { number, ..tag }
        });
        tags.collect()
    })
}

#[cfg(test)]
mod tests {
    use super::{Tag, TagKind};

    fn alone(role: &str, code: &str) -> Tag {
        let (role, code) = (role.to_owned(), code.to_owned());
        Tag { at: 0, kind: TagKind::Alone, number: 1, role, code }
    }

    #[test]
    fn tags_that_stand_alone_are_breaks_or_read_or_neither() {
        for (role, code) in
            [("lb", ""), ("", "<br/>"), ("", "<BR>"), ("", "<br1/>"), ("", "\n"), ("", "<w:br/>")]
        {
            let tag = alone(role, code);
            assert!(tag.is_break() && !tag.is_said(), "{role} {code}");
        }
        for (role, code) in [
            ("", ""),
            ("", "{name}"),
            ("", "<span translate='no'>Ali</span>"),
            ("code", "`a`"),
            ("image", "<img src='a'>"),
            ("", "<brand/>"),
        ] {
            let tag = alone(role, code);
            assert!(tag.is_said() && !tag.is_break(), "{role} {code}");
        }
        for (role, code) in [
            ("note", "[^1]"),
            ("", "{\\b "),
            ("", "}"),
            ("bold", ""),
            ("", "</b>"),
            ("", "<b>"),
            ("link", "<a href='b'>"),
        ] {
            let tag = alone(role, code);
            assert!(!tag.is_said() && !tag.is_break(), "{role} {code}");
        }
    }
}
