//! An article, read once for all: for its alignment, and for the rules that are tried on it afterwards.

use super::text::Text;
use crate::glossary::{Glossary, Occurrence};
use crate::segment::Article;
use crate::text::{Placeable, Span, Words};

/// An article with its names and the words of its segments.
#[derive(Clone, Debug)]
pub struct ReadArticle<'a> {
    article: &'a Article,
    names: Vec<Occurrence>,
    segments: Vec<ReadSegment>,
}

/// A segment that was read.
#[derive(Clone, Debug)]
pub(crate) struct ReadSegment {
    /// Where it stands in the article.
    pub(crate) span: Span,
    pub(crate) words: Words,
    /// Its placeables, those in words too.
    pub(crate) placeables: Vec<Placeable>,
}

impl<'a> ReadArticle<'a> {
    /// Reads all of `article`.
    pub fn new(article: &'a Article, glossary: &Glossary) -> Self {
        let pieces = Text::of(article).pieces.into_iter();
        let segments = pieces.map(|piece| ReadSegment::new(article, piece.span));
        Self {
            segments: segments.collect(),
            ..Self::names_of(article, glossary)
        }
    }

    /// Reads the names only: for texts whose segments nobody looks at.
    pub fn names_of(article: &'a Article, glossary: &Glossary) -> Self {
        Self {
            article,
            names: glossary.occurrences(article.text(), article.lang()),
            segments: Vec::new(),
        }
    }

    /// The article as it was given.
    pub fn article(&self) -> &'a Article {
        self.article
    }

    /// Where terms of the glossary stand in it.
    pub fn names(&self) -> &[Occurrence] {
        &self.names
    }

    /// The segments that were read, in order.
    pub(super) fn segments(&self) -> &[ReadSegment] {
        &self.segments
    }

    /// The segment that stands at `span`, if it was read and is one.
    pub(crate) fn segment(&self, span: Span) -> Option<&ReadSegment> {
        let at = self.segments.partition_point(|other| other.span < span);
        self.segments.get(at).filter(|segment| segment.span == span)
    }
}

impl ReadSegment {
    /// Reads what stands at `span`.
    pub(crate) fn new(article: &Article, span: Span) -> Self {
        let (words, placeables) = Words::with_placeables(span.of(article.text()), article.lang());
        Self {
            span,
            words,
            placeables,
        }
    }
}
