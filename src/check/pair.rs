//! Segments of an article and of its translation that surely belong together.

use crate::segment::Article;
use crate::text::{Lang, Span};

/// What says the same in both languages.
pub(super) struct Pair<'a> {
    pub(super) source: Part<'a>,
    pub(super) target: Part<'a>,
}

/// One side of a pair: a segment, or two that follow each other.
pub(super) struct Part<'a> {
    pub(super) text: &'a str,
    pub(super) lang: Lang,
    /// Where it stands in its article.
    pub(super) span: Span,
}

impl<'a> Pair<'a> {
    pub(super) fn new(source: &'a Article, target: &'a Article, spans: (Span, Span)) -> Self {
        Self {
            source: Part::new(source, spans.0),
            target: Part::new(target, spans.1),
        }
    }
}

impl<'a> Part<'a> {
    fn new(article: &'a Article, span: Span) -> Self {
        let (text, lang) = (span.of(article.text()), article.lang());
        Self { text, lang, span }
    }
}
