//! A clue: what of a segment should be found again in its translation.

use std::hash::{BuildHasher, Hash};

use foldhash::fast::FixedState;

use crate::text::Lang;

/// What a clue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ClueKind {
    /// A unit that is known: both of its sides.
    Unit,
    /// The segment as it stands: it was not translated.
    Same,
    /// An entry of the glossary.
    Name,
    /// The value of a number, a date or the like.
    Value,
    /// A word in Latin letters.
    Latin,
    /// A name that the glossary does not have, by its consonants.
    Sound,
    /// A common word.
    Word,
    /// A word that often occurs together with one of the other text.
    Learned,
    /// A question mark, a quotation, a heading.
    Mark,
}

impl ClueKind {
    /// Whether it is about whole segments, and says nothing of longer ones that hold them.
    pub(super) fn is_whole(self) -> bool {
        matches!(self, Self::Unit | Self::Same)
    }

    /// All kinds, in order.
    pub(super) const ALL: [Self; 9] = [
        Self::Unit,
        Self::Same,
        Self::Name,
        Self::Value,
        Self::Latin,
        Self::Sound,
        Self::Word,
        Self::Learned,
        Self::Mark,
    ];

    /// The share of clues of this kind in a segment that are found in its translation.
    ///
    /// Counted in news, and rounded. None where a miss says nothing: in Persian any word can sound like a name, and few
    /// Latin words of English are kept in Latin letters.
    pub(super) fn kept(self, lang: Lang) -> f32 {
        match (self, lang) {
            (Self::Unit, _) => 0.95,
            (Self::Same, _) => 0.02,
            (Self::Name, Lang::Persian) => 0.85,
            (Self::Name, Lang::English) => 0.75,
            (Self::Value, _) => 0.8,
            (Self::Latin, Lang::Persian) => 0.95,
            (Self::Sound, Lang::English) => 0.25,
            (Self::Word, Lang::Persian) => 0.45,
            (Self::Word, Lang::English) => 0.3,
            (Self::Learned, Lang::Persian) => 0.7,
            (Self::Learned, Lang::English) => 0.55,
            (Self::Mark, _) => 0.85,
            (Self::Latin, Lang::English) | (Self::Sound, Lang::Persian) => 0.0,
        }
    }
}

/// A clue, by its kind and a hash of what it says; it is rare that two clues have the same hash, and does little harm.
///
/// The kind is in the lowest bits. A meaning of a common word is named by its number instead of a hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Clue(u64);

impl Clue {
    pub(super) fn new(kind: ClueKind, says: impl Hash) -> Self {
        Self::of_hash(kind, hash_of(says))
    }

    /// The clue that says something with this hash.
    pub(super) fn of_hash(kind: ClueKind, hash: u64) -> Self {
        Self(hash & !KIND | kind as u64)
    }

    /// The clue of a common word.
    pub(super) fn of_meaning(meaning: u16) -> Self {
        Self::of_hash(ClueKind::Word, u64::from(meaning) << KIND.count_ones())
    }

    pub(super) fn kind(self) -> ClueKind {
        ClueKind::ALL[(self.0 & KIND) as usize]
    }

    /// A hash of the clue itself.
    pub(super) fn hash(self) -> usize {
        let mixed = self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        usize::try_from(mixed >> 32).unwrap_or_default()
    }

    /// The hash of what it says, or the number of its meaning.
    pub(super) fn says(self) -> usize {
        usize::try_from(self.0 >> KIND.count_ones()).unwrap_or(usize::MAX)
    }
}

/// The bits of a clue that hold its kind; there must be room for all kinds.
const KIND: u64 = 0b1111;
const _: () = assert!(ClueKind::ALL.len() as u64 <= KIND + 1);

/// A hash that is the same in every run.
pub(super) fn hash_of(says: impl Hash) -> u64 {
    FixedState::default().hash_one(says)
}
