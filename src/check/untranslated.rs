//! `untranslated`: segments that were left as they were.

use crate::check::finding::{Finding, Severity};
use crate::check::pair::Pair;
use crate::check::rule::{About, Rule};
use crate::text::{Lang, Span};

pub(super) const ABOUT: About = About {
    name: "untranslated",
    severity: Severity::Error,
    says: "a segment of the translation is in the language of the article",
    why: "It was overlooked, or pasted and forgotten. What has no letters of either language asks for no translation.",
    fix: "None.",
    example: [
        "مذاکرات پایان یافت.",
        "مذاکرات پایان یافت.",
        "The talks ended.",
    ],
};

/// The finding where a segment with letters has no translation at all.
pub(super) fn lacking(source: &str) -> Option<Finding> {
    Lang::of(source).map(|_| finding(Span::new(0, 0)))
}

/// Whether most letters of the target are those of the source's language.
pub(super) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let target = &pair.target;
    if Lang::of(target.text) != Some(pair.source.lang) {
        return Vec::new();
    }
    vec![finding(target.span)]
}

fn finding(span: Span) -> Finding {
    Finding {
        rule: Rule::Untranslated,
        span,
        message: "translate it".to_owned(),
        fix: None,
    }
}
