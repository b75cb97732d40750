//! A text with its tags, as the contents of a `<seg>`.

use std::collections::HashMap;

use super::escaped::{MARKED, MARKED_END, push_attribute, push_code, push_escaped};
use crate::exchange::spaced::Breaks;
use crate::text::tag::place;
use crate::text::{Tag, TagKind};

/// How deeply `<hi>` is nested when written; the reader has a limit too.
const DEEPEST: usize = 32;

/// Writes the text with its tags where they stand.
pub(super) fn push_segment(out: &mut String, text: &str, tags: &[Tag]) {
    if tags.is_empty() {
        return push_escaped(out, text);
    }
    let pairs = pairs(tags);
    let is_marked = can_mark(tags, &pairs);
    let mut done = 0;
    let mut breaks = Breaks::default();
    for (tag, other) in tags.iter().zip(&pairs) {
        let at = place(text, tag.at).max(done);
        push_escaped(out, breaks.text(&text[done..at]));
        breaks.tag(tag);
        done = at;
        match other {
            Some(other) if is_marked && is_mark(tag, &tags[*other]) => push_mark(out, tag),
            Some(_) => push_end_of_pair(out, tag),
            None => push_single(out, tag),
        }
    }
    push_escaped(out, breaks.text(&text[done..]));
}

/// The other end of each tag that is one of a pair.
fn pairs(tags: &[Tag]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; tags.len()];
    let mut begun = HashMap::new();
    for (at, tag) in tags.iter().enumerate() {
        match tag.kind {
            TagKind::Open => {
                begun.insert(tag.number, at);
            }
            TagKind::Close => {
                if let Some(begin) = begun.remove(&tag.number) {
                    pairs[begin] = Some(at);
                    pairs[at] = Some(begin);
                }
            }
            TagKind::Alone => {}
        }
    }
    pairs
}

/// Whether the pair was, and can again be, a `<hi>`.
fn is_mark(one: &Tag, other: &Tag) -> bool {
    let code = |tag: &Tag| match tag.kind {
        TagKind::Open => tag.code == MARKED,
        TagKind::Close => tag.code == MARKED_END,
        TagKind::Alone => false,
    };
    code(one) && code(other)
}

/// Whether all those that can be `<hi>` are nested properly, and not too deeply.
fn can_mark(tags: &[Tag], pairs: &[Option<usize>]) -> bool {
    let mut open = Vec::new();
    for (tag, other) in tags.iter().zip(pairs) {
        if !other.is_some_and(|other| is_mark(tag, &tags[other])) {
            continue;
        }
        match tag.kind {
            TagKind::Open => open.push(tag.number),
            _ if open.pop() != Some(tag.number) => return false,
            _ => {}
        }
        if open.len() > DEEPEST {
            return false;
        }
    }
    true
}

fn push_mark(out: &mut String, tag: &Tag) {
    if tag.kind == TagKind::Open {
        push_start(out, "<hi", tag);
        out.push('>');
    } else {
        out.push_str(MARKED_END);
    }
}

fn push_end_of_pair(out: &mut String, tag: &Tag) {
    let number = tag.number.to_string();
    if tag.kind == TagKind::Open {
        out.extend(["<bpt i=\"", &number, "\""]);
        push_start(out, "", tag);
        push_content(out, tag, "</bpt>");
    } else {
        out.extend(["<ept i=\"", &number, "\""]);
        push_content(out, tag, "</ept>");
    }
}

fn push_single(out: &mut String, tag: &Tag) {
    let (start, end) = match tag.kind {
        TagKind::Open => ("<it pos=\"begin\"", "</it>"),
        TagKind::Close => ("<it pos=\"end\"", "</it>"),
        TagKind::Alone => ("<ph", "</ph>"),
    };
    push_start(out, start, tag);
    push_content(out, tag, end);
}

/// Writes the start of a tag, with its number and its role.
fn push_start(out: &mut String, start: &str, tag: &Tag) {
    out.extend([start, " x=\"", &tag.number.to_string(), "\""]);
    if !tag.role.is_empty() {
        out.push_str(" type=\"");
        push_attribute(out, &tag.role);
        out.push('"');
    }
}

/// Ends the start of a tag; then writes its code and its end, if it has a code.
fn push_content(out: &mut String, tag: &Tag, end: &str) {
    if tag.code.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    push_code(out, &tag.code);
    out.push_str(end);
}
