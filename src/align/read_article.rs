//! An article, read once and for all: for its alignment, and for the rules that are tried on it afterwards.

use super::Knowledge;
use super::lexicon::Lexicon;
use super::reading::{Reader, Reading};
use super::text::Text;
use crate::glossary::{Glossary, Mentions, Occurrence};
use crate::segment::Article;
use crate::text::fold::FoldedPart;
use crate::text::{Folded, Lang, Placeable, PlaceableReader, Span, Words, fold};

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
    /// Its placeables, including those in words.
    pub(crate) placeables: Vec<Placeable>,
}

impl<'a> ReadArticle<'a> {
    /// Reads all of `article`.
    pub fn new(article: &'a Article, glossary: &Glossary) -> Self {
        let mut read = Self::names_of(article, glossary);
        read.segments = read.all_segments();
        read
    }

    /// Reads the names only: for texts whose segments nobody looks at.
    pub fn names_of(article: &'a Article, glossary: &Glossary) -> Self {
        let folded = fold(article.text());
        let (names, mentions) = glossary.find(article.text(), &folded, article.lang());
        Self { article, folded, names, mentions, segments: Vec::new() }
    }

    /// What alignment needs of its names and segments. The lexicon must be that of its language.
    pub fn reading(&self, knowledge: Knowledge<'_>, lexicon: &mut Lexicon) -> Reading {
        let text = Text::of(self.article);
        let mut reader = Reader::new(&text, knowledge, lexicon);
        for (piece, segment) in text.pieces.iter().zip(&self.segments) {
            reader.add(piece, &segment.words, &self.names);
        }
        reader.reading
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

    /// The places of terms of the glossary in it that count.
    pub fn names(&self) -> &[Occurrence] {
        &self.names
    }

    /// Those of the names that stand in `span` as a whole.
    pub(crate) fn names_in(&self, span: Span) -> &[Occurrence] {
        let first = self.names.partition_point(|name| name.span.start < span.start);
        let past = self.names.partition_point(|name| name.span.end <= span.end);
        self.names.get(first..past).unwrap_or_default()
    }

    /// The last of the names that stand at `span` or reach into it.
    pub(crate) fn name_at(&self, span: Span) -> Option<&Occurrence> {
        let past = self.names.partition_point(|name| name.span.start < span.end);
        self.names[..past].last().filter(|name| name.span.overlaps(span))
    }

    /// The segment that stands at `span`, if it was read and is one.
    pub(crate) fn segment(&self, span: Span) -> Option<&ReadSegment> {
        let at = self.segments.partition_point(|other| other.span < span);
        self.segments.get(at).filter(|segment| segment.span == span)
    }

    /// Reads what stands at `span`.
    pub(crate) fn read(&self, span: Span) -> ReadSegment {
        let part = self.part(span);
        let placeables = part.placeables(&mut PlaceableReader::default());
        part.with(placeables)
    }

    /// Reads all segments: one kind of thing in all of them before the next, so that the processor has what that takes
    /// at hand.
    fn all_segments(&self) -> Vec<ReadSegment> {
        let blocks = self.article.blocks().iter();
        let spans = blocks.flat_map(|block| &block.segments);
        let parts: Vec<Part<'_>> = spans.map(|&span| self.part(span)).collect();
        let mut reader = PlaceableReader::default();
        let placeables = parts.iter().map(|part| part.placeables(&mut reader));
        let placeables: Vec<_> = placeables.collect();
        let parts = parts.iter().zip(placeables);
        parts.map(|(part, placeables)| part.with(placeables)).collect()
    }

    fn part(&self, span: Span) -> Part<'_> {
        let text = span.of(self.article.text());
        let folded = match self.folded.part(span) {
            Some(part) => Fold::Shared(part),
            None => Fold::Own(fold(text)),
        };
        Part { span, text, lang: self.article.lang(), folded }
    }
}

/// A part of an article, to be read.
struct Part<'a> {
    span: Span,
    text: &'a str,
    lang: Lang,
    folded: Fold<'a>,
}

/// What a part folds to.
enum Fold<'a> {
    /// A part of what the article folds to.
    Shared(FoldedPart<'a>),
    /// Something else, where a word at an end of it may belong to one beside it.
    Own(Folded),
}

impl Part<'_> {
    fn folded(&self) -> FoldedPart<'_> {
        match &self.folded {
            Fold::Shared(part) => *part,
            Fold::Own(folded) => folded.whole(),
        }
    }

    fn placeables<'p>(&'p self, reader: &mut PlaceableReader<'p>) -> Vec<Placeable> {
        reader.read(self.text, self.folded(), self.lang)
    }

    /// The segment, with these placeables.
    fn with(&self, placeables: Vec<Placeable>) -> ReadSegment {
        ReadSegment {
            span: self.span,
            words: Words::with(self.text, self.folded(), &placeables),
            placeables,
        }
    }
}
