//! The inline elements of XLIFF, as tags and back.

use std::collections::BTreeMap;
use std::fmt::Write;

use quick_xml::escape::partial_escape;
use quick_xml::events::BytesStart;

use crate::exchange::spaced::Breaks;
use crate::exchange::xml::attributes;
use crate::text::{Tag, TagKind, Tagged};

/// An inline element where it begins.
#[derive(Clone, Debug)]
pub(super) struct Inline {
    pub(super) kind: TagKind,
    /// What identifies both ends of a pair.
    pub(super) id: String,
    pub(super) role: String,
}

impl Inline {
    /// The inline element of `tag`: in 1.x `g x bx ex bpt ept it ph`, in 2.x `pc sc ec ph`.
    pub(super) fn of(tag: &BytesStart<'_>) -> Result<Self, String> {
        let (mut id, mut pair, mut role, mut is_end) =
            <(String, Option<String>, String, bool)>::default();
        attributes::each(tag, |name, value| match name {
            "id" => value.clone_into(&mut id),
            "rid" | "startRef" => pair = Some(value.to_owned()),
            "ctype" | "subType" => role = role_named(value),
            "type" if role.is_empty() && value != "fmt" => role = role_named(value),
            "pos" => is_end = value == "close",
            _ => {}
        })?;
        let kind = match tag.name().as_ref() {
            "g" | "pc" | "bx" | "bpt" | "sc" => TagKind::Open,
            "ex" | "ept" | "ec" => TagKind::Close,
            "it" if is_end => TagKind::Close,
            "it" => TagKind::Open,
            _ => TagKind::Alone,
        };
        let id = pair.unwrap_or(id);
        Ok(Self { kind, id, role })
    }

    /// The tag of this element, or, with another kind, that of its end.
    pub(super) fn tag(&self, kind: TagKind, number: u32, code: String) -> Tag {
        Tag { at: 0, kind, number, role: self.role.clone(), code }
    }
}

/// A role in the words of XLIFF 1.2, from those of 1.2 or 2.x.
fn role_named(name: &str) -> String {
    let known = match name {
        "xlf:b" => "bold",
        "xlf:i" => "italic",
        "xlf:u" => "underlined",
        "xlf:lb" => "lb",
        "xlf:pb" => "pb",
        other => other.strip_prefix("x-").unwrap_or(other),
    };
    known.to_owned()
}

/// A text as the content of an element of XLIFF 1.2: pairs as `<g>`, or `<bx/>` and `<ex/>` where they cross another or
/// stand alone, everything else as `<x/>`. Line breaks are references, which readers keep.
pub(super) fn content(tagged: &Tagged) -> String {
    let nested = nested(&tagged.tags);
    let mut content = String::new();
    let mut breaks = Breaks::default();
    for (at, (text, tag)) in tagged.pieces().enumerate() {
        content += &plain(breaks.text(text));
        breaks.tag(tag);
        let number = tag.number;
        let role = ctype(&tag.role).map_or_else(String::new, |role| format!(" ctype=\"{role}\""));
        let is_nested = nested.contains_key(&at);
        // Writing to a string cannot fail.
        let _ = match tag.kind {
            TagKind::Open if is_nested => write!(content, "<g id=\"{number}\"{role}>"),
            TagKind::Close if is_nested => write!(content, "</g>"),
            TagKind::Open => write!(content, "<bx id=\"{number}\" rid=\"{number}\"{role}/>"),
            TagKind::Close => write!(content, "<ex id=\"{number}\" rid=\"{number}\"/>"),
            TagKind::Alone => write!(content, "<x id=\"{number}\"{role}/>"),
        };
    }
    content + &plain(breaks.text(tagged.rest()))
}

/// The pairs each of which stands wholly inside or outside every other, by the places of both their ends among the
/// tags: each place has that of the other end.
pub(super) fn nested(tags: &[Tag]) -> BTreeMap<usize, usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut nested = BTreeMap::new();
    for (end, tag) in tags.iter().enumerate() {
        match tag.kind {
            TagKind::Open => open.push(end),
            TagKind::Close => match open.pop_if(|begin| tags[*begin].number == tag.number) {
                Some(begin) => nested.extend([(begin, end), (end, begin)]),
                None => open.retain(|begin| tags[*begin].number != tag.number),
            },
            TagKind::Alone => {}
        }
    }
    nested
}

/// A role as the attribute `ctype` can hold it.
fn ctype(role: &str) -> Option<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.');
    match role {
        "" => None,
        "bold" | "italic" | "underlined" | "link" | "image" | "lb" | "pb" => Some(role.to_owned()),
        other if other.chars().all(is_name) => Some(format!("x-{other}")),
        _ => None,
    }
}

/// A text without tags as the content of an element.
pub(super) fn plain(text: &str) -> String {
    partial_escape(text).replace('\n', "&#10;").replace('\r', "&#13;")
}
