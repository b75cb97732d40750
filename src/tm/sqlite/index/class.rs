//! The thresholds at which a unit must be found by one of its tokens.
//!
//! Of the tokens that a unit and a segment both have, the one with the highest number stands near the beginning of the
//! unit's words where these are put in the order of their numbers, the nearer the higher the threshold is: see
//! [`filter`](crate::matching::filter). So a frequent token, which has a low number, is useful in few of its units, and
//! the others need not be read.

use crate::matching::filter::prefix;

/// The lowest threshold at which the first class is enough, and that at which the first two are.
const NEAR: u8 = 70;
const MIDDLE: u8 = 50;

/// Where a token stands among those of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Class {
    /// Among the first, so that it can be the first one found at [`NEAR`] and higher thresholds.
    Near,
    /// The same at [`MIDDLE`] and higher thresholds.
    Middle,
    /// After these, or not one of the words.
    Far,
}

impl Class {
    pub(super) const ALL: [Self; 3] = [Self::Near, Self::Middle, Self::Far];

    /// The classes in which units whose rates reach `threshold` are found.
    pub(super) fn needed(threshold: u8) -> &'static [Self] {
        match threshold {
            NEAR.. => &Self::ALL[..1],
            MIDDLE.. => &Self::ALL[..2],
            _ => &Self::ALL,
        }
    }

    /// Whether it is useful to know how many words stand before such a token, so that some units need not be looked at.
    pub(super) fn counts_before(self) -> bool {
        self != Self::Far
    }

    pub(super) fn number(self) -> u8 {
        match self {
            Self::Near => 0,
            Self::Middle => 1,
            Self::Far => 2,
        }
    }

    /// The class of what stands after `before` others of `words` words.
    fn of(before: usize, words: usize) -> Self {
        match before {
            _ if before < prefix(words, NEAR) => Self::Near,
            _ if before < prefix(words, MIDDLE) => Self::Middle,
            _ => Self::Far,
        }
    }
}

/// Passes each distinct token of a unit to `take`, once, with how many words stand before it and with its class; the
/// first `words` tokens are its words, and all of these stand before the others. Reorders `tokens`.
pub(super) fn each(tokens: &mut [u32], words: usize, mut take: impl FnMut(u32, usize, Class)) {
    let (words, beside) = tokens.split_at_mut(words);
    words.sort_unstable_by(|a, b| b.cmp(a));
    let mut before = 0;
    for same in words.chunk_by(|a, b| a == b) {
        take(same[0], before, Class::of(before, words.len()));
        before += same.len();
    }
    beside.sort_unstable();
    for same in beside.chunk_by(|a, b| a == b) {
        if !words.contains(&same[0]) {
            take(same[0], before, Class::Far);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Class::{Far, Middle, Near};
    use super::{Class, each};

    #[test]
    fn a_token_is_given_once_where_it_stands_first() {
        let mut tokens = [1, 9, 9, 4, 5, 1, 1, 1, 1, 1, 70, 5, 70];
        let mut given = Vec::new();
        each(&mut tokens, 10, |token, before, class| {
            given.push((token, before, class));
        });
        assert_eq!(
            given,
            [(9, 0, Near), (5, 2, Near), (4, 3, Near), (1, 4, Middle), (70, 10, Far)]
        );
    }

    #[test]
    fn what_is_needed_holds_what_a_threshold_can_begin_with() {
        for threshold in 1..=100 {
            for words in 1..90 {
                let first = crate::matching::filter::prefix(words, threshold) - 1;
                let needed = Class::needed(threshold);
                assert!((0..=first).all(|before| needed.contains(&Class::of(before, words))));
            }
        }
        assert_eq!(Class::of(5, 10), Middle);
        assert_eq!(Class::of(6, 10), Far);
    }
}
