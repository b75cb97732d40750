//! Which inline tags of a segment and of a unit stand for the same: those of one kind, in one order, between the same
//! words.
//!
//! Tags at the ends of a text are not compared: what is around a whole segment has its place in any translation of it.
//! A tag that stands alone for something that is read in its place is a word here, wherever it stands.

use std::collections::{HashMap, HashSet};

use crate::matching::distance::Step;
use crate::matching::rate::steps;
use crate::text::{Tag, Words};

/// Maps the number of each tag inside `segment` to the number of its counterpart in `unit`; `None` where their tags
/// differ.
///
/// `words` and `others` are the words of the two texts.
pub fn counterparts(
    segment: &[Tag],
    words: &Words,
    unit: &[Tag],
    others: &Words,
) -> Option<HashMap<u32, u32>> {
    let (left, right) = (inside(segment, words), inside(unit, others));
    if left.is_empty() && right.is_empty() {
        return Some(HashMap::new());
    }
    if left.len() != right.len() {
        return None;
    }
    let between = between(words, others);
    let mut numbers = HashMap::new();
    let mut taken = HashMap::new();
    let are_alike = left.iter().zip(&right).all(|(own, other)| {
        let (place, other_place) = (Place::of(own, words), Place::of(other, others));
        let has_role = own.role.is_empty() || other.role.is_empty() || own.role == other.role;
        has_role
            && own.kind == other.kind
            && place.is_in_word == other_place.is_in_word
            && between.contains(&(place.before, other_place.before))
            && *numbers.entry(own.number).or_insert(other.number) == other.number
            && *taken.entry(other.number).or_insert(own.number) == own.number
    });
    are_alike.then_some(numbers)
}

/// Where a tag stands among the words of its text.
struct Place {
    /// How many words end before it.
    before: usize,
    is_in_word: bool,
}

impl Place {
    fn of(tag: &Tag, words: &Words) -> Self {
        let before = words.words().partition_point(|word| word.span.end <= tag.at);
        let next = words.words().get(before);
        Self { before, is_in_word: next.is_some_and(|word| word.span.start < tag.at) }
    }
}

/// The tags that stand between what a text says, or whose other end does.
fn inside<'a>(tags: &'a [Tag], words: &Words) -> Vec<&'a Tag> {
    let first = tags.iter().position(is_compared);
    let last = tags.iter().rposition(is_compared);
    let is_between = |(at, tag): &(usize, &Tag)| {
        let place = Place::of(tag, words);
        let has_before = place.before > 0 || first.is_some_and(|first| first < *at);
        let has_after = place.before < words.len() || last.is_some_and(|last| last > *at);
        place.is_in_word || has_before && has_after || is_compared(tag)
    };
    let between = tags.iter().enumerate().filter(is_between);
    let numbers: HashSet<u32> = between.map(|(_, tag)| tag.number).collect();
    tags.iter().filter(|tag| numbers.contains(&tag.number)).collect()
}

/// Whether a tag is compared at the ends of a text too, where an image has its place in any translation.
fn is_compared(tag: &Tag) -> bool {
    tag.is_said() && tag.role != "image"
}

/// The places between words of a text and of another that are one on the shortest way from the one to the other: before
/// how many words of each.
fn between(words: &Words, others: &Words) -> HashSet<(usize, usize)> {
    let mut at = (0, 0);
    let mut between = HashSet::from([at]);
    for step in steps(words, others) {
        at = match step {
            Step::Same(i, j) | Step::Replaced(i, j) => (i + 1, j + 1),
            Step::Left(i) => (i + 1, at.1),
            Step::Right(j) => (at.0, j + 1),
        };
        between.insert(at);
    }
    between
}
