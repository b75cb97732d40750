//! Character references: `&amp;`, `&zwnj;`, `&#x200f;`.

use html5gum::{Token, Tokenizer};

use crate::exchange::document::markup::Inline;
use crate::text::Span;

/// Adds the text that stands in `span` of `source`, with its references resolved.
pub(super) fn add(source: &str, span: Span, is_attribute: bool, inline: &mut Inline) {
    let mut at = span.start;
    let mut from = span.start;
    let text = |from, to| Span::new(from, to);
    while let Some(found) = source[from..span.end].find(['&', '<']) {
        let start = from + found;
        let rest = &source[start..span.end];
        // The standard ignores `</>`; it is not a tag.
        if rest.starts_with("</>") && !is_attribute {
            inline.text(text(at, start));
            from = start + "</>".len();
            at = from;
            continue;
        }
        let reference = &rest[..length(rest)];
        from = start + reference.len().max(1);
        if let Some(meant) = meant(reference, is_attribute) {
            inline.text(text(at, start));
            inline.meant(text(start, from), meant);
            at = from;
        }
    }
    inline.text(text(at, span.end));
}

/// The length of a possible reference at the start of `text`.
fn length(text: &str) -> usize {
    let Some(name) = text.strip_prefix('&') else {
        return 0;
    };
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
    let end = end.unwrap_or(name.len());
    1 + end + usize::from(name[end..].starts_with(';'))
}

/// The text that a reference stands for; `None` where it is not a reference.
fn meant(reference: &str, is_attribute: bool) -> Option<String> {
    if reference.len() < 3 {
        return None;
    }
    let tokens = Tokenizer::new(reference).flatten();
    let mut text = Vec::new();
    for token in tokens {
        if let Token::String(string) = token {
            text.extend_from_slice(&string.value);
        }
    }
    let text = String::from_utf8(text).ok()?;
    // In an attribute, an old name without `;` is not a reference before a letter: `?a=1&copy2=3`.
    let runs_on = text.ends_with(|c: char| c.is_ascii_alphanumeric());
    let is_one = text != reference && !(is_attribute && runs_on && !reference.ends_with(';'));
    is_one.then_some(text)
}
