//! Text inside XML: which characters it can contain, white space, and how to show it in a message.

use crate::error::Error;

/// The first character of `text` that no XML file can contain, not even as a reference.
///
/// Source: XML 1.0, fifth edition, production 2 (Char).
pub(in crate::exchange) fn forbidden(text: &str) -> Option<char> {
    // Nearly all texts are free of the bytes with which such a character begins, which is quickly seen.
    let is_suspect = |byte: u8| byte < b' ' || byte == 0xef;
    if !text.bytes().fold(false, |found, byte| found | is_suspect(byte)) {
        return None;
    }
    text.chars().find(|c| {
        matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
    })
}

/// The error for such a character in what is to be written; `holder` is what contains it.
pub(in crate::exchange) fn not_held(holder: &str, c: char) -> Error {
    let code = code_point(c);
    Error::refused(format!("{holder} holds {code}, which no file of units can hold"))
}

/// The code of a character as messages show it: `U+0008`.
pub(in crate::exchange) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Adds `text` to `line`: white space with a line break in it becomes one space, the rest stays.
pub(in crate::exchange) fn push_on_one_line(line: &mut String, text: &str) {
    push_noting(line, text, |_, _, _| {});
}

/// The same; `note` is called for each stretch that stays, with its place in `line`, its place in `text`, and its
/// length.
pub(super) fn push_noting(
    line: &mut String,
    text: &str,
    mut note: impl FnMut(usize, usize, usize),
) {
    let mut push = |line: &mut String, rest: &str, stretch: &str| {
        note(line.len(), text.len() - rest.len(), stretch.len());
        line.push_str(stretch);
    };
    let mut rest = text;
    while let Some(end) = rest.bytes().position(|byte| matches!(byte, b'\n' | b'\r')) {
        push(line, rest, rest[..end].trim_end_matches(is_space));
        if !line.ends_with(' ') {
            line.push(' ');
        }
        rest = rest[end..].trim_start_matches(is_space);
    }
    push(line, rest, rest);
}

/// Adds `text` to `lines`: a line break of two characters becomes one, the rest stays.
pub(in crate::exchange) fn push_with_lines(lines: &mut String, text: &str) {
    push_lines_noting(lines, text, |_, _, _| {});
}

/// The same; `note` is called as in [`push_noting`].
pub(super) fn push_lines_noting(
    lines: &mut String,
    text: &str,
    mut note: impl FnMut(usize, usize, usize),
) {
    let mut at = 0;
    for line in text.split("\r\n") {
        if at > 0 {
            lines.push('\n');
        }
        note(lines.len(), at, line.len());
        lines.push_str(line);
        at += line.len() + 2;
    }
}

/// The white space of XML.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// `text` without white space around it; `None` where nothing is left.
pub(in crate::exchange) fn trimmed(text: String) -> Option<String> {
    let kept = text.trim();
    if kept.is_empty() {
        return None;
    }
    Some(if kept.len() == text.len() { text } else { kept.to_owned() })
}

/// `text` as messages show it: the first 40 characters, without control characters.
pub(in crate::exchange) fn shown(text: &str) -> String {
    let mut chars = text.chars();
    let mut shown: String = chars.by_ref().take(40).collect();
    if chars.next().is_some() {
        shown.push('…');
    }
    shown.replace(char::is_control, "\u{fffd}")
}

/// `text` so that it can stand in an element or between double quotation marks; line breaks are references, which
/// readers keep.
pub(in crate::exchange) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
    out
}
