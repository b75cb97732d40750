//! Segments of an article and of its translation that surely belong together.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::align::{ReadArticle, ReadSegment};
use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::passage::{Counterparts, Passage};
use crate::check::rule::Rule;
use crate::glossary::Occurrence;
use crate::text::{Lang, Placeable, Span, Tagged, Value, Word, Words, WritingOptions};

/// Segments of an article and their translation.
pub(super) struct Pair<'a> {
    pub(super) source: Side<'a>,
    pub(super) target: Side<'a>,
    /// Whether it is one segment on either side.
    pub(super) are_single: bool,
    /// Whether they are of the headline, which may be reworded.
    pub(super) is_headline: bool,
    /// Whether the source is what the article says of itself, which need not be translated.
    pub(super) is_credit: bool,
    /// The lead, of a headline only.
    pub(super) lead: Option<Lead<'a>>,
}

/// The lead of an article: the passage after its headline.
#[derive(Clone, Copy)]
pub(super) struct Lead<'a> {
    pub(super) target: &'a ReadArticle<'a>,
    pub(super) passage: &'a Passage,
}

/// One side of a pair: a segment, or two that follow each other.
pub(super) struct Side<'a> {
    pub(super) text: &'a str,
    pub(super) lang: Lang,
    /// The article that it stands in, and where.
    pub(super) article: &'a str,
    content: &'a Tagged,
    pub(super) span: Span,
    /// The names of the glossaries in it, where they stand in the article.
    pub(super) names: &'a [Occurrence],
    read: Cow<'a, ReadSegment>,
    /// See [`Side::main_lang`].
    main_lang: OnceCell<Option<Lang>>,
}

impl<'a> Pair<'a> {
    pub(super) fn new(
        source: &'a ReadArticle<'_>,
        target: &'a ReadArticle<'_>,
        counterparts: Counterparts,
    ) -> Self {
        Self {
            source: Side::new(source, counterparts.source),
            target: Side::new(target, counterparts.target),
            are_single: counterparts.are_single,
            is_headline: false,
            is_credit: false,
            lead: None,
        }
    }
}

impl Pair<'_> {
    /// Whether either side has more values than a sentence has: a table in one line, which nobody could hold against
    /// another.
    pub(super) fn is_table(&self) -> bool {
        const MOST: usize = 200;
        [&self.source, &self.target].iter().any(|side| side.values().len() > MOST)
    }
}

impl<'a> Lead<'a> {
    /// The segments of its translation.
    pub(super) fn translation(self) -> impl Iterator<Item = Side<'a>> {
        let pairs = self.passage.pairs.iter();
        pairs.map(move |pair| Side::new(self.target, pair.target))
    }
}

impl<'a> Side<'a> {
    pub(super) fn new(read: &'a ReadArticle<'_>, span: Span) -> Self {
        let article = read.article();
        let names = read.names();
        let first = names.partition_point(|name| name.span.start < span.start);
        let past = names.partition_point(|name| name.span.start < span.end);
        let segment = read.segment(span).map(Cow::Borrowed);
        Self {
            text: span.of(article.text()),
            lang: article.lang(),
            article: article.text(),
            content: article.content(),
            span,
            names: &names[first..past],
            read: segment.unwrap_or_else(|| Cow::Owned(read.read(span))),
            main_lang: OnceCell::new(),
        }
    }

    /// The language that most of its letters are of, whatever it should be in; none where it has no letters.
    pub(super) fn main_lang(&self) -> Option<Lang> {
        *self.main_lang.get_or_init(|| Lang::of(self.text))
    }

    /// The words of the text.
    pub(super) fn words(&self) -> &Words {
        &self.read.words
    }

    /// What one of the words compares as.
    pub(super) fn letters(&self, word: &Word) -> &str {
        self.words().letters(&word.folded)
    }

    /// What all words of the text compare as.
    pub(super) fn all_letters(&self) -> Vec<&str> {
        self.letters_of(self.words().words())
    }

    /// What some of the words compare as.
    pub(super) fn letters_of<'w>(&self, words: impl IntoIterator<Item = &'w Word>) -> Vec<&str> {
        words.into_iter().map(|word| self.letters(word)).collect()
    }

    /// The words of the text that end before `place`.
    pub(super) fn words_before(&self, place: Span) -> &[Word] {
        let words = self.words().words();
        &words[..words.partition_point(|word| word.span.end <= place.start)]
    }

    /// The words of the text that begin after `place`.
    pub(super) fn words_after(&self, place: Span) -> &[Word] {
        let words = self.words().words();
        &words[words.partition_point(|word| word.span.start < place.end)..]
    }

    /// The placeables of the text.
    pub(super) fn values(&self) -> &[Placeable] {
        &self.read.placeables
    }

    /// Those of the placeables that are dates or have numbers.
    pub(super) fn facts(&self) -> impl Iterator<Item = &Placeable> {
        self.values().iter().filter(|placeable| {
            let value = &placeable.value;
            matches!(value, Value::Date(_)) || value.quantities().next().is_some()
        })
    }

    /// Whether a tag that is read in its place stands in a span of the text or at an end of it, so that what is before
    /// it and after it are no neighbours.
    pub(super) fn is_parted(&self, span: Span) -> bool {
        self.content.is_parted(self.place(span))
    }

    /// The same for a word, inside which such a tag stands.
    pub(super) fn is_parted_inside(&self, word: &Word) -> bool {
        self.content.is_parted_inside(self.place(word.span))
    }

    /// Where in the article a span of the text stands.
    pub(super) fn place(&self, span: Span) -> Span {
        span.shifted(self.span.start)
    }

    /// A value as its language writes it.
    pub(super) fn write(&self, value: &Value) -> String {
        value.write(self.lang, &WritingOptions::default())
    }

    /// A finding that says to write the fix in place of a span of the text.
    pub(super) fn instead(&self, rule: Rule, span: Span, fix: Fix) -> Finding {
        let (right, wrong) = (self.lang.quote(&fix.text), self.quote(span));
        Finding {
            fix: Some(fix),
            ..self.finding(rule, span, format!("write {right}, not {wrong}"))
        }
    }

    /// A finding at a span of the text, without a fix.
    pub(super) fn finding(&self, rule: Rule, span: Span, message: String) -> Finding {
        Finding { rule, span: self.place(span), message, fix: None, about: None }
    }

    /// A span of the text in the quotation marks of its language.
    pub(super) fn quote(&self, span: Span) -> String {
        self.lang.quote(span.of(self.text))
    }
}
