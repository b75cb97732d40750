//! Texts written for XML, and the codes of tags for TMX.

use quick_xml::events::BytesStart;

use crate::exchange::xml::attributes;

/// The code of a tag that begins marked text, `<hi>`.
pub(super) const MARKED: &str = "<hi>";

/// The code of one that ends it.
pub(super) const MARKED_END: &str = "</hi>";

/// How deeply elements are nested inside a written code.
const DEEPEST: usize = 16;

/// Writes text so that it can stand in an element.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    push_replacing(out, text, |byte| matches!(byte, b'&' | b'<' | b'>' | b'\n' | b'\r'));
}

/// Writes text so that it can stand in an attribute.
pub(super) fn push_attribute(out: &mut String, text: &str) {
    push_replacing(out, text, |byte| {
        matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\t' | b'\n' | b'\r')
    });
}

fn push_replacing(out: &mut String, text: &str, is_special: impl Fn(u8) -> bool) {
    // Nearly all texts have nothing special in them, which is quickly seen.
    if !text.bytes().fold(false, |found, byte| found | is_special(byte)) {
        return out.push_str(text);
    }
    let mut rest = text;
    while let Some(at) = rest.bytes().position(&is_special) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\t' => "&#9;",
            b'\n' => "&#10;",
            _ => "&#13;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// Writes the code of a tag; what the reader keeps in it as `<tmx:sub>` becomes an element again.
pub(super) fn push_code(out: &mut String, code: &str) {
    let start = out.len();
    if code.contains("<tmx:") && push_with_elements(out, code).is_none() {
        out.truncate(start);
    }
    if out.len() == start {
        push_escaped(out, code);
    }
}

/// The same if all elements are complete and written as the reader writes them; `None` if they are not.
fn push_with_elements(out: &mut String, code: &str) -> Option<()> {
    let mut open = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find("<tmx:").into_iter().chain(rest.find("</tmx:")).min() {
        push_escaped(out, &rest[..at]);
        let (element, after) = rest[at..].split_once('>')?;
        let (end, element) = element.split_once("tmx:")?;
        match end {
            "</" if open.pop() == Some(element) => {}
            "<" if open.len() < DEEPEST => open.push(name(element)?),
            _ => return None,
        }
        out.extend([end, element, ">"]);
        rest = after;
    }
    push_escaped(out, rest);
    open.is_empty().then_some(())
}

/// The name of the element that is written like this; `None` if the reader would not write it.
fn name(element: &str) -> Option<&str> {
    let name = element.split(' ').next().unwrap_or(element);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || !name.chars().all(is_plain) {
        return None;
    }
    let mut written = name.to_owned();
    let tag = BytesStart::from_content(element, name.len());
    let read = attributes::each(&tag, |name, value| {
        written.extend([" ", name, "=\""]);
        push_attribute(&mut written, value);
        written.push('"');
    });
    (read.is_ok() && written == element).then_some(name)
}
