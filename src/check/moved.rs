//! What a translator moves into another sentence: the age to the second mention, the toll to the lead.
//!
//! What the counterpart of a sentence lacks is not lost where it stands near by, in a sentence whose own source does
//! not have it.

use std::cell::OnceCell;
use std::ops::Range;

use crate::check::numbers::said::Said;
use crate::check::numbers::tomans;
use crate::check::pair::{Pair, Side};
use crate::check::passage::{Omitted, Passage, mentions};
use crate::check::translation::Translation;
use crate::text::number::Number;
use crate::text::{Placeable, Span};

/// How many segments away a number may stand in an article, and how many passages a name.
const NEAR_SEGMENTS: usize = 4;
const NEAR_PASSAGES: usize = 2;

/// The first segments and passages sum an article up: what is lost anywhere may stand there.
const LEAD: usize = 2;

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

/// What each part of a translation has that its own source does not.
pub(super) struct Moved<'a> {
    translation: Translation<'a>,
    pairs: &'a [Pair<'a>],
    kind: TextKind,
    /// For each segment of the translation, made when it is first asked for: most articles lack nothing.
    extras: OnceCell<Vec<Extra<'a>>>,
}

/// A segment of the translation, with the numbers that its own source does not say.
struct Extra<'a> {
    side: Side<'a>,
    numbers: Vec<Number>,
}

impl<'a> Moved<'a> {
    /// In a translation of this kind, in which these segments belong together.
    pub(super) fn new(kind: TextKind, translation: Translation<'a>, pairs: &'a [Pair<'a>]) -> Self {
        Self { kind, translation, pairs, extras: OnceCell::new() }
    }

    /// Whether a number of `source`, whose counterpart is at `place` in the translation, stands near that.
    pub(super) fn has_number(&self, source: &Side<'_>, place: Span, lost: &Placeable) -> bool {
        let own: Vec<&Number> = lost.value.quantities().map(|quantity| &quantity.number).collect();
        let has_it = |extra: &Extra<'_>| {
            let has = |number: &Number| extra.numbers.contains(number);
            let exchanged = || tomans::elsewhere(source, &lost.value, &extra.side);
            let is_exchanged = || {
                let sums = exchanged();
                !sums.is_empty() && sums.iter().all(|sum| has(&sum.number))
            };
            !extra.numbers.is_empty() && (own.iter().all(|number| has(number)) || is_exchanged())
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

    /// Whether at least half of the numbers of what was omitted stand near by: its facts are told in other sentences.
    pub(super) fn has_most_of(&self, omitted: &Omitted) -> bool {
        let source = Side::new(self.translation.source, omitted.source);
        let Some(beside) = omitted.beside.iter().flatten().next() else {
            return false;
        };
        let is_number = |value: &&Placeable| value.value.quantities().next().is_some();
        let numbers: Vec<&Placeable> = source.values().iter().filter(is_number).collect();
        let is_there = |value: &&&Placeable| self.has_number(&source, beside.target, value);
        let count = numbers.iter().filter(is_there).count();
        count > 0 && 2 * count >= numbers.len()
    }

    /// The segments of the translation near `place`, those at that place among them.
    fn near(&self, place: Span) -> impl Iterator<Item = &Extra<'a>> {
        let extras = self.extras();
        let first = extras.partition_point(|extra| extra.side.span.end <= place.start);
        let past = extras.partition_point(|extra| extra.side.span.start < place.end);
        around(first..past, NEAR_SEGMENTS, extras.len()).map(move |at| &extras[at])
    }

    fn extras(&self) -> &[Extra<'a>] {
        self.extras.get_or_init(|| {
            let target = self.translation.target;
            let segments = target.article().segments();
            let sides = segments.iter().map(|segment| Side::new(target, segment.span));
            sides.map(|side| self.extra(side)).collect()
        })
    }

    /// A segment of the translation, held against its own source.
    fn extra(&self, side: Side<'a>) -> Extra<'a> {
        let next = self.pairs.partition_point(|pair| pair.target.span.end <= side.span.start);
        let its = self.pairs.get(next).filter(|pair| pair.target.span.overlaps(side.span));
        let said = its.map(|pair| {
            let mut said = Said::of_source(&pair.source);
            said.add_words(&pair.source);
            said
        });
        let numbers = side.values().iter().flat_map(|value| value.value.quantities());
        let numbers = numbers.filter(|number| said.as_ref().is_none_or(|said| !said.has(number)));
        let numbers = numbers.map(|quantity| quantity.number.clone()).collect();
        Extra { side, numbers }
    }
}
