//! An article, read once for all: for its alignment, and for the rules that are tried on it afterwards.

use super::Knowledge;
use super::lexicon::Lexicon;
use super::reading::{Reader, Reading};
use super::text::Text;
use crate::glossary::{Glossary, Mentions, Occurrence};
use crate::segment::Article;
use crate::text::{Folded, Placeable, Span, Words, fold};

/// An article with its names and the words of its segments.
#[derive(Clone, Debug)]
pub struct ReadArticle<'a> {
    article: &'a Article,
    folded: Folded,
    names: Vec<Occurrence>,
    mentions: Mentions,
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
        let mut read = Self::names_of(article, glossary);
        let pieces = Text::of(article).pieces.into_iter();
        read.segments = pieces.map(|piece| read.read(piece.span)).collect();
        read
    }

    /// The same, with what it takes to be aligned: taken from each segment as soon as it is read. The lexicon must be that of
    /// its language.
    pub fn with_reading(
        article: &'a Article,
        knowledge: Knowledge<'_>,
        lexicon: &mut Lexicon,
    ) -> (Self, Reading) {
        let mut read = Self::names_of(article, knowledge.glossary);
        let text = Text::of(article);
        let mut reader = Reader::new(&text, knowledge, lexicon);
        for piece in &text.pieces {
            let segment = read.read(piece.span);
            reader.add(piece, &segment.words, &read.names);
            read.segments.push(segment);
        }
        (read, reader.reading)
    }

    /// Reads the names only: for texts whose segments nobody looks at.
    pub fn names_of(article: &'a Article, glossary: &Glossary) -> Self {
        let folded = fold(article.text());
        let (names, mentions) = glossary.find(article.text(), &folded, article.lang());
        Self {
            article,
            folded,
            names,
            mentions,
            segments: Vec::new(),
        }
    }

    /// The article as it was given.
    pub fn article(&self) -> &'a Article {
        self.article
    }

    /// What it folds to.
    pub(crate) fn folded(&self) -> &Folded {
        &self.folded
    }

    /// All places where terms of the glossary stand in it.
    pub(crate) fn mentions(&self) -> &Mentions {
        &self.mentions
    }

    /// Where terms of the glossary stand in it that count.
    pub fn names(&self) -> &[Occurrence] {
        &self.names
    }

    /// The segment that stands at `span`, if it was read and is one.
    pub(crate) fn segment(&self, span: Span) -> Option<&ReadSegment> {
        let at = self.segments.partition_point(|other| other.span < span);
        self.segments.get(at).filter(|segment| segment.span == span)
    }

    /// Reads what stands at `span`.
    pub(crate) fn read(&self, span: Span) -> ReadSegment {
        let text = span.of(self.article.text());
        let lang = self.article.lang();
        let (words, placeables) = match self.folded.part(span) {
            Some(folded) => Words::with_placeables(text, folded, lang),
            None => Words::with_placeables(text, fold(text).whole(), lang),
        };
        ReadSegment {
            span,
            words,
            placeables,
        }
    }
}
