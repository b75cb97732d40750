//! Which values of a unit's source stand for which values of the segment.

use std::collections::BTreeMap;

use super::item::{Content, Item};
use crate::matching::distance::{self, Step, Vocabulary};

/// All places of one value of a unit's source, each with the place of the segment that it is aligned with.
pub(super) struct Group<'a> {
    /// What the unit's source says.
    pub(super) old: &'a Content,
    /// What the segment says instead, in all the places.
    pub(super) new: &'a Content,
    /// The segment's item and the unit's, for each place.
    pub(super) pairs: Vec<(&'a Item, &'a Item)>,
}

/// The values that differ, where it is certain what stands for what.
pub(super) fn groups<'a>(segment: &'a [Item], unit: &'a [Item]) -> Vec<Group<'a>> {
    let partners = partners(segment, unit);
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (j, item) in unit.iter().enumerate() {
        if let Some(key) = item.content.key() {
            places.entry(key).or_default().push(j);
        }
    }
    let grouped = places.into_iter().filter_map(|(key, places)| {
        let pairs = places
            .iter()
            .map(|&j| Some((&segment[partners[j]?], &unit[j])));
        let pairs: Vec<_> = pairs.collect::<Option<_>>()?;
        let new = pairs[0].0.content.key()?;
        let is_one = pairs
            .iter()
            .all(|(item, _)| item.content.key().as_ref() == Some(&new));
        (is_one && new != key).then(|| Group {
            old: &pairs[0].1.content,
            new: &pairs[0].0.content,
            pairs,
        })
    });
    grouped.collect()
}

/// For each item of the unit the item of the segment that certainly stands in its place.
///
/// Where the texts differ in nothing but values, that is every item. Else it is a value or name that is the only one
/// of its kind in both texts, if what stands on one side of it is the same.
fn partners(segment: &[Item], unit: &[Item]) -> Vec<Option<usize>> {
    let mut vocabulary = Vocabulary::default();
    let left = vocabulary.number(segment.iter().map(|item| item.token.as_str()));
    let right = vocabulary.number(unit.iter().map(|item| item.token.as_str()));
    let mut aligned = vec![None; unit.len()];
    for step in distance::align(&left, &right) {
        if let Step::Same(i, j) = step {
            aligned[j] = Some(i);
        }
    }
    if left == right {
        return aligned;
    }
    let (ours, theirs) = (counts(&left), counts(&right));
    let is_certain = |i: usize, j: usize| {
        ours[&left[i]] == 1 && theirs[&right[j]] == 1 && {
            let before = match (i.checked_sub(1), j.checked_sub(1)) {
                (Some(i), Some(j)) => aligned[j] == Some(i),
                (i, j) => i == j,
            };
            let after = match aligned.get(j + 1) {
                Some(next) => *next == Some(i + 1),
                None => i + 1 == segment.len(),
            };
            before || after
        }
    };
    let certain = aligned.iter().enumerate();
    certain
        .map(|(j, i)| i.filter(|&i| is_certain(i, j)))
        .collect()
}

/// How often each token occurs.
fn counts(tokens: &[u32]) -> BTreeMap<u32, usize> {
    let mut counts = BTreeMap::new();
    for token in tokens {
        *counts.entry(*token).or_default() += 1;
    }
    counts
}
