//! What to write in the place of a finding, and how that is put into a text.

pub(super) mod name;

use crate::check::finding::Finding;
use crate::text::Span;

/// What to write in the place of a finding's span.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// The safe fixes of `findings`, in the order of their places. Of those that overlap, the first; the others may come again when it is written.
pub fn safe_edits(findings: &[Finding]) -> Vec<Edit<'_>> {
    let safe = findings.iter().filter_map(|finding| {
        let fix = finding.fix.as_ref().filter(|fix| fix.is_safe)?;
        Some(Edit {
            span: finding.span,
            text: &fix.text,
        })
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
    use crate::check::Rule;

    fn finding(start: usize, end: usize, fix: Option<Fix>) -> Finding {
        Finding {
            rule: Rule::ForbiddenTerm,
            span: Span::new(start, end),
            message: String::new(),
            fix,
        }
    }

    #[test]
    fn the_first_of_overlapping_fixes_is_taken_and_what_is_not_safe_is_left() {
        let text = "abcdefghij";
        let findings = [
            finding(8, 9, Some(Fix::safe("IJ"))),
            finding(1, 4, Some(Fix::safe("B"))),
            finding(3, 6, Some(Fix::safe("waits"))),
            finding(4, 5, Some(Fix::safe("E"))),
            finding(5, 6, Some(Fix::suggested("F"))),
            finding(6, 7, None),
        ];
        let edits = safe_edits(&findings);
        assert_eq!(edited(text, &edits), "aBEfghIJj");
        assert_eq!(edits.len(), 3);
    }
}
