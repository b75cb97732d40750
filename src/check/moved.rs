//! What a translator moves into another sentence: the age to the second mention, the toll to the lead.
//!
//! What the counterpart of a sentence lacks is not lost where it stands near by, in a sentence whose own source does
//! not have it.

use std::cell::OnceCell;
use std::ops::{Range, RangeInclusive};

use crate::align::expected_length;
use crate::check::dates::agree::may_be;
use crate::check::numbers::rounded::{hedge, is_rounded};
use crate::check::numbers::said::Said;
use crate::check::numbers::tomans;
use crate::check::pair::{Pair, Side};
use crate::check::passage::{Omitted, Passage, mentions};
use crate::check::translation::Translation;
use crate::glossary::Occurrence;
use crate::text::number::{Number, Quantity};
use crate::text::{Placeable, Span, Value};

/// How many segments away a number may stand in an article, and how many passages a name.
const NEAR_SEGMENTS: usize = 4;
const NEAR_PASSAGES: usize = 2;

/// The first segments and passages sum an article up: what is lost anywhere may stand there.
const LEAD: usize = 2;

/// How long a translation may be, as a share of the expected length.
const AS_LONG: RangeInclusive<f64> = 0.75..=1.35;

/// What the segments of a text are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextKind {
    /// Sentences of an article.
    Article,
    /// Units, each of which must say all that its source does.
    Units,
}

/// The indices below `count` that are no more than `near` away from those of a part, its own among them, and those of
/// the lead.
fn around(part: Range<usize>, near: usize, count: usize) -> impl Iterator<Item = usize> {
    let first = part.start.saturating_sub(near);
    let past = count.min(part.end + near);
    (0..LEAD.min(first)).chain(first..past)
}

/// What each segment of a translation has that its own source does not.
pub(super) struct Moved<'a> {
    translation: Translation<'a>,
    pairs: &'a [Pair<'a>],
    kind: TextKind,
    /// Those of the translation, made when one is first asked for: most articles lack nothing.
    segments: OnceCell<Vec<Segment<'a>>>,
}

/// A segment of the translation.
struct Segment<'a> {
    side: Side<'a>,
    source: Option<&'a Side<'a>>,
    /// The numbers of its source, gathered when one of its own is that which is looked for.
    said: OnceCell<Said>,
}

impl Segment<'_> {
    /// Whether it has a number, or one that may be it rounded, that its own source does not say.
    fn adds(&self, number: &Number) -> bool {
        let is_added =
            |own: &Quantity| self.source.is_none_or(|source| !self.said_in(source).has(own));
        let mut values = self.side.values().iter();
        values.any(|value| {
            let is_it = |own: &Quantity| {
                let (own, wanted) = (&own.number, number);
                let hedge = || hedge(&self.side, value);
                own == wanted || is_rounded(own.unsigned(), wanted.unsigned(), hedge())
            };
            value.value.quantities().any(|own| is_it(own) && is_added(own))
        })
    }

    fn said_in(&self, source: &Side<'_>) -> &Said {
        self.said.get_or_init(|| {
            let mut said = Said::of_source(source);
            said.add_words(source);
            said
        })
    }
}

impl<'a> Moved<'a> {
    /// In a translation of this kind, in which these segments belong together.
    pub(super) fn new(kind: TextKind, translation: Translation<'a>, pairs: &'a [Pair<'a>]) -> Self {
        Self { kind, translation, pairs, segments: OnceCell::new() }
    }

    /// Whether a number of `source`, whose counterpart is at `place` in the translation, stands near that.
    pub(super) fn has_number(&self, source: &Side<'_>, place: Span, lost: &Placeable) -> bool {
        let own: Vec<&Number> = lost.value.quantities().map(|quantity| &quantity.number).collect();
        let has_it = |segment: &Segment<'_>| {
            let sums = || tomans::elsewhere(source, &lost.value, &segment.side);
            let is_exchanged = |sums: &[Quantity]| {
                !sums.is_empty() && sums.iter().all(|sum| segment.adds(&sum.number))
            };
            own.iter().all(|number| segment.adds(number)) || is_exchanged(&sums())
        };
        self.kind == TextKind::Article && !own.is_empty() && self.near(place).any(has_it)
    }

    /// Whether one of these entries, which the source has in passage `number` of the translation, stands in the
    /// translation of another one near that, oftener than in its source.
    pub(super) fn has_name(&self, number: usize, entries: &[usize]) -> bool {
        let Translation { source, target, passages } = self.translation;
        let is_there = |passage: &Passage, entry: usize| {
            mentions(target.names(), passage.target, entry)
                > mentions(source.names(), passage.source, entry)
        };
        let around = around(number..number + 1, NEAR_PASSAGES, passages.len());
        let others = around.filter(|&other| other != number).map(|other| &passages[other]);
        let mut sure = others.filter(|passage| !passage.pairs.is_empty());
        self.kind == TextKind::Article
            && sure.any(|passage| entries.iter().any(|&entry| is_there(passage, entry)))
    }

    /// Whether what was omitted may be told in other sentences: at least half of its numbers stand near by, or one that
    /// translates no other is as long as its translation, or has half of its numbers, dates and names.
    pub(super) fn may_have(&self, source: &Side<'_>, omitted: &Omitted) -> bool {
        let expected = expected_length(source.text, source.lang);
        let is_as_long = |segment: &Segment<'_>| {
            let share = segment.side.text.chars().count() as f64 / expected;
            AS_LONG.contains(&share)
        };
        if self.unpaired().any(is_as_long) {
            return true;
        }
        let Some(beside) = omitted.beside.iter().flatten().next() else {
            return false;
        };
        let has_value = |value: &Placeable| match &value.value {
            Value::Date(date) => self.unpaired().any(|segment| {
                segment.side.values().iter().any(|there| may_be(date, &there.value))
            }),
            _ => self.has_number(source, beside.target, value),
        };
        let has_name = |name: &Occurrence| {
            let mut named = self.unpaired().flat_map(|segment| segment.side.names);
            named.any(|there| {
                there.terms.iter().any(|id| name.terms.iter().any(|own| own.entry == id.entry))
            })
        };
        let values: Vec<bool> = source.facts().map(has_value).collect();
        let names: Vec<bool> = source.names.iter().map(has_name).collect();
        let is_half = |facts: &[bool]| {
            let count = facts.iter().filter(|is_there| **is_there).count();
            count > 0 && 2 * count >= facts.len()
        };
        is_half(&values) || is_half(&[values, names].concat())
    }

    /// The segments of the translation that are in no pair.
    fn unpaired(&self) -> impl Iterator<Item = &Segment<'a>> {
        self.segments().iter().filter(|segment| segment.source.is_none())
    }

    /// The segments of the translation near `place`, those at that place among them.
    fn near(&self, place: Span) -> impl Iterator<Item = &Segment<'a>> {
        let segments = self.segments();
        let first = segments.partition_point(|segment| segment.side.span.end <= place.start);
        let past = segments.partition_point(|segment| segment.side.span.start < place.end);
        around(first..past, NEAR_SEGMENTS, segments.len()).map(move |at| &segments[at])
    }

    fn segments(&self) -> &[Segment<'a>] {
        self.segments.get_or_init(|| {
            let target = self.translation.target;
            let segments = target.article().segments();
            segments.iter().map(|segment| self.segment(Side::new(target, segment.span))).collect()
        })
    }

    /// A segment of the translation, with its own source.
    fn segment(&self, side: Side<'a>) -> Segment<'a> {
        let next = self.pairs.partition_point(|pair| pair.target.span.end <= side.span.start);
        let own = self.pairs.get(next).filter(|pair| pair.target.span.overlaps(side.span));
        Segment { side, source: own.map(|pair| &pair.source), said: OnceCell::new() }
    }
}
