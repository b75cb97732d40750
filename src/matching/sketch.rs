//! Which units can reach a threshold, seen from a few bits of each.
//!
//! A sketch has a bit for each remainder that a token's number can leave, set where one of the tokens has it.
//! As [`filter`](super::filter) shows, at most `n − kept(m)` of a segment's n words do not stand in a unit of
//! m words whose rate reaches the threshold, and at most `m − kept(m)` of the unit's words not in the
//! segment. Each bit that one of two sketches has alone stands for a word, or several, that the other side
//! does not have, and different bits stand for different words. So where more bits are alone than words can
//! be, the unit cannot reach the threshold.
//!
//! Numbers that leave the same remainder only make this see less. It sees most where frequent tokens have
//! numbers that follow one another.

use super::filter::kept;

/// Which tokens there are, by the remainders of their numbers.
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
        self.0 |= 1 << (token % u64::BITS);
    }

    /// The sketch that [`Sketch::bits`] wrote.
    pub fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The bits, that of the remainder 0 the lowest.
    pub fn bits(self) -> u64 {
        self.0
    }

    /// How many bits it has that `other` has not.
    fn beyond(self, other: Self) -> usize {
        (self.0 & !other.0).count_ones() as usize
    }
}

/// A segment as the sketches of units are held against it.
#[derive(Clone, Copy, Debug)]
pub struct Outline {
    sketch: Sketch,
    /// How many words it has, all in all.
    words: usize,
    /// How many of them stand in no unit.
    unknown: usize,
    /// How many of the others may be missing in a unit of the best number of words; `None` where none can reach the threshold.
    spare: Option<usize>,
    threshold: u8,
}

impl Outline {
    /// A segment with the numbers of its different tokens, `None` for those that no unit holds, each with how often it has them.
    pub fn new(tokens: impl IntoIterator<Item = (Option<u32>, usize)>, threshold: u8) -> Self {
        let mut outline = Self {
            sketch: Sketch::default(),
            words: 0,
            unknown: 0,
            spare: None,
            threshold,
        };
        for (token, times) in tokens {
            outline.words += times;
            match token {
                Some(token) => outline.sketch.put(token),
                None => outline.unknown += times,
            }
        }
        // kept(m) is the least where the unit is no longer than the segment.
        let needed = outline.unknown + kept(outline.words, threshold);
        outline.spare = outline.words.checked_sub(needed);
        outline
    }

    /// Whether a unit with this sketch can reach the threshold if it has the best number of words for that.
    pub fn may_reach_at_best(&self, unit: Sketch) -> bool {
        self.spare
            .is_some_and(|spare| self.sketch.beyond(unit) <= spare)
    }

    /// Whether a unit of `words` words with this sketch can reach the threshold.
    pub fn may_reach(&self, unit: Sketch, words: usize) -> bool {
        let kept = kept(self.words.max(words), self.threshold);
        let lacking = self.unknown + self.sketch.beyond(unit);
        lacking + kept <= self.words && unit.beyond(self.sketch) + kept <= words
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Outline, Sketch};

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
            // What is not known stands in no unit, so in this one neither.
            unit.retain(|&token| token < known);
            let longest = segment.len().max(unit.len());
            let distance = strsim::generic_levenshtein(&segment, &unit);
            let reaches = 100 * (longest - distance) >= longest * usize::from(threshold);
            let words = segment.iter().map(|&token| ((token < known).then_some(token), 1));
            let outline = Outline::new(words, threshold);
            let sketch = Sketch::of(unit.iter().copied());
            if reaches {
                prop_assert!(outline.may_reach(sketch, unit.len()));
            }
            prop_assert!(outline.may_reach_at_best(sketch) || !outline.may_reach(sketch, unit.len()));
        }
    }

    #[test]
    fn a_unit_of_other_words_is_ruled_out() {
        let outline = Outline::new((0..20).map(|token| (Some(token), 1)), 70);
        let others = |others| Sketch::of((others..20).chain(100..100 + others));
        assert!(outline.may_reach(others(6), 20));
        assert!(!outline.may_reach(others(7), 20));
        assert!(!outline.may_reach_at_best(others(7)));
        // All of a segment's words, but too many others.
        assert!(outline.may_reach(Sketch::of(0..28), 28));
        assert!(!outline.may_reach(Sketch::of(0..29), 29));
        // The words that no unit has count as well.
        let unknown = |times| {
            let known = (times..20).map(|token| (u32::try_from(token).ok(), 1));
            Outline::new(known.chain([(None, times)]), 70)
        };
        assert!(unknown(6).may_reach(Sketch::of(0..20), 20));
        assert!(!unknown(7).may_reach_at_best(Sketch::of(0..20)));
        assert_eq!(
            Sketch::from_bits(Sketch::of([3, 67]).bits()),
            Sketch::of([3])
        );
    }
}
