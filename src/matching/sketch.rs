//! Which units can reach a threshold, seen from a few bits of each.
//!
//! A sketch has a bit for each of the most frequent tokens, and one for each remainder that the number of any other
//! token can leave; a bit is set where there is such a token. As [`filter`](super::filter) shows, at most `n − kept(m)`
//! of a segment's n words do not stand in a unit of m words whose rate reaches the threshold, and at most `m − kept(m)`
//! of the unit's words do not stand in the segment. Each bit that only one of two sketches has stands for a word, or
//! several, that the other side does not have, and different bits stand for different words. So where there are more
//! such bits than words may differ, the unit cannot reach the threshold.
//!
//! A unit is looked for by the first word that it and the segment both have. The words before that one in the order are
//! then not in the unit, whatever their bits say, and all that both have are words from there on. So a segment has
//! another outline for each word by which a unit is looked for: this rules out more units than all of its words
//! together would, and none is missed, since each unit is also looked for by the first word that both have.
//!
//! Where tokens share a bit, fewer units are ruled out, but never a wrong one.

use super::filter::{Occurring, kept};

/// How many tokens, those with the lowest numbers, have a bit of their own.
const OWN: u32 = 16;

/// The bits of the tokens that there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sketch(u64);

impl Sketch {
    /// The sketch of tokens by their numbers.
    pub fn of(tokens: impl IntoIterator<Item = u32>) -> Self {
        let mut sketch = Self::default();
        tokens.into_iter().for_each(|token| sketch.put(token));
        sketch
    }

    fn put(&mut self, token: u32) {
        let bit = match token {
            0..OWN => token,
            _ => OWN + token % (u64::BITS - OWN),
        };
        self.0 |= 1 << bit;
    }

    /// The sketch whose [`Sketch::bits`] these are.
    pub fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The bits.
    pub fn bits(self) -> u64 {
        self.0
    }

    /// How many bits it has that `other` does not have.
    fn beyond(self, other: Self) -> usize {
        (self.0 & !other.0).count_ones() as usize
    }
}

/// A segment as it is compared with the sketches of units that have no token of it before a certain one.
#[derive(Clone, Copy, Debug)]
pub struct Outline {
    sketch: Sketch,
    /// How many words it has, all in all.
    words: usize,
    /// How many of them do not stand in these units.
    missing: usize,
    /// How many of the others may be missing in a unit with the best number of words; `None` where no unit can reach
    /// the threshold.
    spare: Option<usize>,
    threshold: u8,
}

impl Outline {
    /// The outline of a segment with these distinct tokens, for units where `first` is the first token in the order
    /// that both have: no token of the segment with a higher number is in them.
    pub fn new(tokens: &[Occurring], first: u32, threshold: u8) -> Self {
        let mut outline =
            Self { sketch: Sketch::default(), words: 0, missing: 0, spare: None, threshold };
        for &Occurring { times, number } in tokens {
            outline.words += times;
            match number {
                Some(token) if token <= first => outline.sketch.put(token),
                _ => outline.missing += times,
            }
        }
        // kept(m) is smallest where the unit is no longer than the segment.
        let needed = outline.missing + kept(outline.words, threshold);
        outline.spare = outline.words.checked_sub(needed);
        outline
    }

    /// The threshold.
    pub fn threshold(&self) -> u8 {
        self.threshold
    }

    /// How many of a unit's `words` words stand, at most, before the first one in the order that both have, if the unit
    /// reaches the threshold.
    pub fn most_before(&self, words: usize) -> usize {
        words.saturating_sub(kept(self.words.max(words), self.threshold))
    }

    /// Whether a unit with this sketch can reach the threshold if it has the best number of words for that.
    pub fn may_reach_at_best(&self, unit: Sketch) -> bool {
        self.spare.is_some_and(|spare| self.sketch.beyond(unit) <= spare)
    }

    /// Whether a unit of `words` words with this sketch can reach the threshold.
    pub fn may_reach(&self, unit: Sketch, words: usize) -> bool {
        let kept = kept(self.words.max(words), self.threshold);
        let lacking = self.missing + self.sketch.beyond(unit);
        lacking + kept <= self.words && unit.beyond(self.sketch) + kept <= words
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Occurring, Outline, Sketch};

    proptest! {
        #[test]
        fn no_unit_that_reaches_the_threshold_is_ruled_out(
            segment in prop::collection::vec(0_u32..200, 1..40),
            edits in prop::collection::vec((any::<prop::sample::Index>(), 0_u32..200, 0..3), 0..12),
            known in 1_u32..200,
            threshold in 1_u8..=100,
        ) {
            let mut unit = segment.clone();
            for (at, token, kind) in edits {
                let at = at.index(unit.len() + 1);
                match kind {
                    0 => unit.insert(at, token),
                    1 if at < unit.len() => unit[at] = token,
                    _ if at < unit.len() => drop(unit.remove(at)),
                    _ => {}
                }
            }
            // What is not known stands in no unit, so not in this one either.
            unit.retain(|&token| token < known);
            let longest = segment.len().max(unit.len());
            let distance = strsim::generic_levenshtein(&segment, &unit);
            let reaches = 100 * (longest - distance) >= longest * usize::from(threshold);
            let occurring = |&token: &u32| Occurring { times: 1, number: (token < known).then_some(token) };
            let tokens: Vec<Occurring> = segment.iter().map(occurring).collect();
            let sketch = Sketch::of(unit.iter().copied());
            let first = segment.iter().filter(|&token| unit.contains(token)).max();
            for first in first.copied().into_iter().chain([u32::MAX]) {
                let outline = Outline::new(&tokens, first, threshold);
                if reaches {
                    let before = unit.iter().filter(|&&token| token > first).count();
                    prop_assert!(before <= outline.most_before(unit.len()));
                    prop_assert!(outline.may_reach(sketch, unit.len()));
                }
                prop_assert!(outline.may_reach_at_best(sketch) || !outline.may_reach(sketch, unit.len()));
            }
        }
    }

    #[test]
    fn a_unit_of_other_words_is_ruled_out() {
        let outline = |unknown: u32| {
            let known = (unknown..20).map(|token| (Some(token), 1));
            let tokens = known.chain([(None, unknown as usize)]);
            let tokens = tokens.map(|(number, times)| Occurring { times, number });
            Outline::new(&tokens.collect::<Vec<_>>(), u32::MAX, 70)
        };
        let all_known = outline(0);
        let others = |others| Sketch::of((others..20).chain(100..100 + others));
        assert!(all_known.may_reach(others(6), 20));
        assert!(!all_known.may_reach(others(7), 20));
        assert!(!all_known.may_reach_at_best(others(7)));
        // All of a segment's words, but too many others.
        assert!(all_known.may_reach(Sketch::of(0..28), 28));
        assert!(!all_known.may_reach(Sketch::of(0..29), 29));
        // The words that no unit has count as well.
        assert!(outline(6).may_reach(Sketch::of(0..20), 20));
        assert!(!outline(7).may_reach_at_best(Sketch::of(0..20)));
        assert_eq!(Sketch::from_bits(Sketch::of([23, 71]).bits()), Sketch::of([23]));
    }

    #[test]
    fn words_before_the_first_one_in_both_are_missing_whatever_their_bits_say() {
        let tokens: Vec<Occurring> =
            (20..40).map(|number| Occurring { times: 1, number: Some(number) }).collect();
        let outline = |first| Outline::new(&tokens, first, 70);
        // Twelve words are the same, and the bits of two others are there.
        let unit = Sketch::of((20..32).chain([39 + 48, 38 + 48]));
        assert!(outline(u32::MAX).may_reach(unit, 20));
        assert!(!outline(31).may_reach(unit, 20));
        assert!(!outline(31).may_reach_at_best(unit));
        assert!(outline(33).may_reach(Sketch::of(20..34), 20));
    }
}
