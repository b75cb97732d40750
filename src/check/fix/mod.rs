//! What to write in the place of a finding, and how that is put into a text.

pub(super) mod name;

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// What to write in the place of a finding's span.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// The text to write.
    pub text: String,
    /// Whether it can be written without anybody looking at it.
    pub is_safe: bool,
}

/// A change of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit<'a> {
    /// Where in the text as it was.
    pub span: Span,
    /// What to write there.
    pub text: &'a str,
}

impl Fix {
    /// A fix that is certain.
    pub(super) fn safe(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            is_safe: true,
        }
    }

    /// A fix that somebody must look at.
    pub(super) fn suggested(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            is_safe: false,
        }
    }
}

/// The safe ones among fixes, each with the place where it belongs, in the order of their places. Of those that overlap, the first;
/// the others may come again when it is written.
pub fn safe_edits<'a>(fixes: impl IntoIterator<Item = (Span, &'a Fix)>) -> Vec<Edit<'a>> {
    let safe = fixes.into_iter().filter(|(_, fix)| fix.is_safe);
    let safe = safe.map(|(span, fix)| Edit {
        span,
        text: &fix.text,
    });
    let mut safe: Vec<Edit<'_>> = safe.collect();
    safe.sort_by_key(|edit| edit.span);
    let mut edits: Vec<Edit<'_>> = Vec::with_capacity(safe.len());
    for edit in safe {
        if edits
            .last()
            .is_none_or(|last| last.span.end <= edit.span.start)
        {
            edits.push(edit);
        }
    }
    edits
}

/// `text` with `edits` in it, which are in order and do not overlap; all else stays byte for byte.
pub fn edited(text: &str, edits: &[Edit<'_>]) -> String {
    let mut edited = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        edited.push_str(&text[at..edit.span.start]);
        edited.push_str(edit.text);
        at = edit.span.end;
    }
    edited.push_str(&text[at..]);
    edited
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_overlapping_fixes_is_taken_and_what_is_not_safe_is_left() {
        let text = "abcdefghij";
        let fixes = [
            (8, 9, Fix::safe("IJ")),
            (1, 4, Fix::safe("B")),
            (3, 6, Fix::safe("waits")),
            (4, 5, Fix::safe("E")),
            (5, 6, Fix::suggested("F")),
        ];
        let placed = fixes.iter();
        let edits = safe_edits(placed.map(|(start, end, fix)| (Span::new(*start, *end), fix)));
        assert_eq!(edited(text, &edits), "aBEfghIJj");
        assert_eq!(edits.len(), 3);
    }
}
