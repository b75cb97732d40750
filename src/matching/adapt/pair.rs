//! Which values of a unit's source stand for which values of the segment.

use std::collections::{BTreeMap, BTreeSet};

use super::item::{Content, Item};
use crate::matching::distance::{self, Step, Vocabulary};

/// All places of one value in a unit's source, each with the place in the segment that it is aligned with.
pub(super) struct Group<'a> {
    /// What the unit's source says.
    pub(super) old: &'a Content,
    /// What the segment says instead in all the places; `None` where it does not say the same in all.
    pub(super) new: Option<&'a Content>,
    /// The segment's item and the unit's item, for each place.
    pub(super) pairs: Vec<(&'a Item, &'a Item)>,
}

impl Group<'_> {
    /// Whether it is a name that differs.
    pub(super) fn is_of_name(&self) -> bool {
        matches!(self.old, Content::Name(_))
    }
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
        let pairs = places.iter().map(|&j| Some((&segment[partners[j]?], &unit[j])));
        let pairs: Vec<_> = pairs.collect::<Option<_>>()?;
        let keys = pairs.iter().map(|(item, _)| item.content.key());
        let new: BTreeSet<Option<String>> = keys.collect();
        let is_changed = new.iter().any(|new| new.as_ref() != Some(&key));
        is_changed.then(|| Group {
            old: &pairs[0].1.content,
            new: (new.len() == 1).then_some(&pairs[0].0.content),
            pairs,
        })
    });
    grouped.collect()
}

/// For each item of the unit the item of the segment that certainly stands in its place.
///
/// Where the texts differ only in values and names, every item has one. Otherwise only a value, never a name, that is
/// the only one of its kind in both texts, if what stands before it and after it is the same: replacing one of several
/// names makes a true sentence false.
fn partners(segment: &[Item], unit: &[Item]) -> Vec<Option<usize>> {
    let mut vocabulary = Vocabulary::default();
    let left = vocabulary.number(segment.iter().map(|item| item.token.as_str()));
    let right = vocabulary.number(unit.iter().map(|item| item.token.as_str()));
    if left == right {
        return (0..unit.len()).map(Some).collect();
    }
    let mut aligned = vec![None; unit.len()];
    for step in distance::align(&left, &right) {
        if let Step::Same(i, j) = step {
            aligned[j] = Some(i);
        }
    }
    let (ours, theirs) = (counts(&left), counts(&right));
    let is_certain = |i: usize, j: usize| {
        matches!(unit[j].content, Content::Value(_))
            && ours[&left[i]] == 1
            && theirs[&right[j]] == 1
            && is_embedded(&aligned, segment.len(), i, j)
    };
    let certain = aligned.iter().enumerate();
    certain.map(|(j, i)| i.filter(|&i| is_certain(i, j))).collect()
}

/// Whether the same stands before `i` and before `j`, and the same after them; the ends of two texts count as the same.
fn is_embedded(aligned: &[Option<usize>], length: usize, i: usize, j: usize) -> bool {
    let before = match (i.checked_sub(1), j.checked_sub(1)) {
        (Some(i), Some(j)) => aligned[j] == Some(i),
        (i, j) => i == j,
    };
    let after = match aligned.get(j + 1) {
        Some(next) => *next == Some(i + 1),
        None => i + 1 == length,
    };
    before && after
}

/// How often each token occurs.
fn counts(tokens: &[u32]) -> BTreeMap<u32, usize> {
    let mut counts = BTreeMap::new();
    for token in tokens {
        *counts.entry(*token).or_default() += 1;
    }
    counts
}
