//! The match rate: how much of a segment a unit already translates, and what differs.
//!
//! `base = 100 · (1 − d / max(n, m))`, where d is the Levenshtein distance over folded words and n, m are the numbers
//! of words. All placeables in figures or signs compare as one token. Named penalties are subtracted from the base,
//! rounded down. Only where words, placeables, marks and spelling agree is 100 left.

use serde::Serialize;

use crate::matching::distance::{self, Pattern, Step, Vocabulary};
use crate::matching::penalty::{Penalties, Penalty, Reason};
use crate::text::words::Mark;
use crate::text::{Span, WordKind, Words};
use crate::unit::Method;

/// How a segment and a unit differ at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DifferenceKind {
    /// Other words, more words or fewer.
    Words,
    /// A placeable that says something else: another number, date, address.
    Placeable,
    /// The same words or placeables, written in another way.
    Spelling,
    /// Other marks.
    Punctuation,
}

/// One place where a segment and a unit differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// How.
    pub kind: DifferenceKind,
    /// What the segment has there; `None` where only the unit has something.
    pub segment: Option<Span>,
    /// What the unit has there; `None` where only the segment has something.
    pub unit: Option<Span>,
}

/// A match rate with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// From 0 to 100.
    pub rate: u8,
    /// The penalties taken from the base, in the order of [`Reason`].
    pub penalties: Vec<Penalty>,
    /// What differs, in the order of the segment.
    pub differences: Vec<Difference>,
}

impl Rating {
    /// Takes one more penalty, if it costs anything.
    pub fn take(&mut self, penalty: Penalty) {
        if penalty.points > 0 {
            self.rate = self.rate.saturating_sub(penalty.points);
            self.penalties.push(penalty);
            self.penalties.sort_by_key(|penalty| penalty.reason);
        }
    }
}

/// The rate before penalties, rounded down, or `None` where it is under `threshold`.
///
/// Texts without words match nothing.
pub fn base_rate(segment: &Words, unit: &Words, threshold: u8) -> Option<u8> {
    let longest = segment.len().max(unit.len());
    if segment.is_empty() || unit.is_empty() || threshold > 100 {
        return None;
    }
    let (left, right) = numbered(segment, unit);
    let distance = Pattern::new(&left).within(&right, limit(longest, threshold))?;
    Some(percent(longest - distance, longest))
}

/// The largest distance at which a rate reaches `threshold` (at most 100), where the longer side has `longest` words.
pub fn limit(longest: usize, threshold: u8) -> usize {
    longest * usize::from(100 - threshold) / 100
}

/// Rates `unit`, a text made by `method`, as a match for `segment`.
pub fn rate(segment: &Words, unit: &Words, method: Method, penalties: &Penalties) -> Rating {
    if segment.is_empty() || unit.is_empty() {
        return Rating { rate: 0, penalties: Vec::new(), differences: Vec::new() };
    }
    let steps = steps(segment, unit);
    let is_change = |step: &&Step| !matches!(step, Step::Same(..));
    let distance = steps.iter().filter(is_change).count();
    let longest = segment.len().max(unit.len());
    let base = percent(longest - distance, longest);
    let differences = differences(segment, unit, steps);
    let penalties = taken(&differences, method, penalties);
    let points: u32 = penalties.iter().map(|p| u32::from(p.points)).sum();
    let rate = u32::from(base).saturating_sub(points);
    Rating { rate: u8::try_from(rate).expect("a rate is at most 100"), penalties, differences }
}

/// The shortest edit from the words of a segment to those of a unit.
pub(super) fn steps(segment: &Words, unit: &Words) -> Vec<Step> {
    let (left, right) = numbered(segment, unit);
    distance::align(&left, &right)
}

/// The words of both texts as numbers, the same number for the same token.
fn numbered(segment: &Words, unit: &Words) -> (Vec<u32>, Vec<u32>) {
    let mut vocabulary = Vocabulary::default();
    let left = vocabulary.number(segment.tokens());
    let right = vocabulary.number(unit.tokens());
    (left, right)
}

/// How many hundredths of `whole` (1 or more) `part` is, rounded down.
pub fn percent(part: usize, whole: usize) -> u8 {
    u8::try_from(part * 100 / whole).expect("a part is at most the whole")
}

/// The penalties for the differences and for how a unit was made; those of no points are left out.
fn taken(differences: &[Difference], method: Method, penalties: &Penalties) -> Vec<Penalty> {
    let count = |kind| differences.iter().filter(|d| d.kind == kind).count();
    let placeables = u8::try_from(count(DifferenceKind::Placeable)).unwrap_or(u8::MAX);
    let once = |kind, points| if count(kind) > 0 { points } else { 0 };
    let taken = [
        (Reason::Placeable, penalties.placeable.saturating_mul(placeables)),
        (Reason::Punctuation, once(DifferenceKind::Punctuation, penalties.punctuation)),
        (Reason::Spelling, once(DifferenceKind::Spelling, penalties.spelling)),
    ];
    let taken = taken.map(|(reason, points)| Penalty { reason, points });
    let taken = taken.into_iter().chain(penalties.of_method(method));
    taken.filter(|penalty| penalty.points > 0).collect()
}

/// Everything in which the two texts differ: words, placeables and spelling in order, then the marks.
fn differences(segment: &Words, unit: &Words, steps: Vec<Step>) -> Vec<Difference> {
    let mut differences: Vec<Difference> = Vec::new();
    let mut in_run = false;
    for step in steps {
        let (i, j) = match step {
            Step::Same(i, j) => {
                differences.extend(same_token(segment, i, unit, j));
                in_run = false;
                continue;
            }
            Step::Replaced(i, j) => (Some(i), Some(j)),
            Step::Left(i) => (Some(i), None),
            Step::Right(j) => (None, Some(j)),
        };
        let found = Difference {
            kind: DifferenceKind::Words,
            segment: i.map(|i| segment.words()[i].span),
            unit: j.map(|j| unit.words()[j].span),
        };
        match differences.last_mut() {
            Some(last) if in_run => extend(last, found),
            _ => differences.push(found),
        }
        in_run = true;
    }
    differences.extend(marks(segment, unit));
    differences
}

/// How two words that compare as the same token still differ.
fn same_token(segment: &Words, i: usize, unit: &Words, j: usize) -> Option<Difference> {
    let (left, right) = (&segment.words()[i], &unit.words()[j]);
    let kind = match (&left.kind, &right.kind) {
        (WordKind::Placeable(a), WordKind::Placeable(b)) if !a.agrees(b) => {
            DifferenceKind::Placeable
        }
        _ if left.span.of(segment.text()) != right.span.of(unit.text()) => DifferenceKind::Spelling,
        _ => return None,
    };
    Some(Difference { kind, segment: Some(left.span), unit: Some(right.span) })
}

/// Extends a run of differences by the one that follows directly.
fn extend(run: &mut Difference, next: Difference) {
    let join = |a: Option<Span>, b: Option<Span>| match (a, b) {
        (Some(a), Some(b)) => Some(Span::new(a.start, b.end)),
        (a, b) => a.or(b),
    };
    run.segment = join(run.segment, next.segment);
    run.unit = join(run.unit, next.unit);
}

/// The first place where the marks differ: in kind, in writing or, between the same words, in place. Where one side has
/// more marks, it is a mark that the other lacks.
fn marks(segment: &Words, unit: &Words) -> Option<Difference> {
    let same_words = segment.tokens().eq(unit.tokens());
    let (left, right) = (segment.marks(), unit.marks());
    let is_same = |(a, b): &(&Mark, &Mark)| {
        segment.letters(&a.folded) == unit.letters(&b.folded)
            && a.span.of(segment.text()) == b.span.of(unit.text())
            && (!same_words || a.after == b.after)
    };
    let before = left.iter().zip(right).take_while(is_same).count();
    let (left, right) = (&left[before..], &right[before..]);
    let behind = left.iter().rev().zip(right.iter().rev());
    let behind = behind.take_while(is_same).count();
    let (left, right) = (&left[..left.len() - behind], &right[..right.len() - behind]);
    let first = |own: &[Mark], other: &[Mark]| {
        let mark = own.first().filter(|_| own.len() >= other.len());
        mark.map(|mark| mark.span)
    };
    let (segment, unit) = (first(left, right), first(right, left));
    (segment.is_some() || unit.is_some()).then_some(Difference {
        kind: DifferenceKind::Punctuation,
        segment,
        unit,
    })
}
