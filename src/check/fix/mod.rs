//! What to write in the place of a finding, and how that is put into a text.

pub(super) mod name;

use serde::{Deserialize, Serialize};

use crate::text::{Span, ends_alike};

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

impl Edit<'_> {
    /// The same change of a text that begins `offset` bytes later.
    #[must_use]
    pub fn earlier(self, offset: usize) -> Self {
        let Span { start, end } = self.span;
        Self { span: Span::new(start - offset, end - offset), ..self }
    }

    /// The same change of `text` without the letters that stay: V becomes W where Vonsan becomes Wonsan.
    #[must_use]
    pub fn least(self, text: &str) -> Self {
        let old = self.span.of(text);
        let (head, tail) = ends_alike(old, self.text);
        let start = self.span.start + head;
        Self {
            span: Span::new(start, self.span.end - tail),
            text: &self.text[head..self.text.len() - tail],
        }
    }
}

impl Fix {
    /// A fix that is certain.
    pub(super) fn safe(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_safe: true }
    }

    /// A fix that somebody must look at.
    pub(super) fn suggested(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_safe: false }
    }
}

/// The safe ones among fixes, each with the place where it belongs, as [`apart`] leaves them.
pub fn safe_edits<'a>(fixes: impl IntoIterator<Item = (Span, &'a Fix)>) -> Vec<Edit<'a>> {
    let safe = fixes.into_iter().filter(|(_, fix)| fix.is_safe);
    let safe = safe.map(|(span, fix)| Edit { span, text: &fix.text });
    apart(safe.collect())
}

/// Edits in the order of their places. Of those that overlap or stand in one place, the first; the others may come
/// again when it is written.
pub fn apart(mut edits: Vec<Edit<'_>>) -> Vec<Edit<'_>> {
    edits.sort_by_key(|edit| edit.span);
    let mut last: Option<Span> = None;
    edits.retain(|edit| {
        let is_apart = last.is_none_or(|last| last.end <= edit.span.start && last != edit.span);
        if is_apart {
            last = Some(edit.span);
        }
        is_apart
    });
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

    #[track_caller]
    fn least(old: &str, new: &str, expected: (&str, &str)) {
        let text = format!("را {old}!");
        let start = text.len() - old.len() - 1;
        let span = Span::new(start, start + old.len());
        let edit = Edit { span, text: new };
        let found = edit.least(&text);
        assert_eq!((found.span.of(&text), found.text), expected, "{old} {new}");
        assert_eq!(edited(&text, &[found]), edited(&text, &[edit]));
    }

    #[test]
    fn the_least_change_leaves_the_letters_that_stay() {
        least("Vonsan", "Wonsan", ("V", "W"));
        least("می شود", "می‌شود", (" ", "\u{200C}"));
        least("میشود", "می‌شود", ("", "\u{200C}"));
        least("aa", "aaa", ("", "a"));
        least("aaa", "aa", ("a", ""));
        least("كتاب", "کتاب", ("ك", "ک"));
        least("Kiev", "Kiev", ("", ""));
    }

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
