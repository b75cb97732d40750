//! Clues: what of a segment should be found again in its translation, and what it says that it is or is not.

use std::hash::{BuildHasher, Hash};
use std::mem::replace;

use foldhash::fast::FixedState;
use foldhash::{HashMap, HashMapExt};

use super::learning::Pair;
use super::lists::Lists;
use super::reading::Reading;
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
    /// A word that keeps company with one of the other text.
    Learned,
    /// A question mark, a quotation, a heading.
    Mark,
}

impl ClueKind {
    /// Whether it speaks of whole segments, and nothing of longer ones that hold them.
    fn is_whole(self) -> bool {
        matches!(self, Self::Unit | Self::Same)
    }

    /// All kinds, in order.
    const ALL: [Self; 9] = [
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

    /// What share of those that stand in a segment are found in its translation.
    ///
    /// Counted in news, and rounded. None where a miss says nothing: in Persian any word can sound like a name, and few
    /// Latin words of English are kept in Latin letters.
    fn kept(self, lang: Lang) -> f32 {
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

/// A clue, by a hash of its kind and of what it says; of two clues one hash is rare, and does little harm.
///
/// The kind is in the lowest bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Clue(u64);

impl Clue {
    pub(super) fn new(kind: ClueKind, says: impl Hash) -> Self {
        let hash = FixedState::default().hash_one((kind, says));
        Self(hash & !KIND | kind as u64)
    }

    fn kind(self) -> ClueKind {
        ClueKind::ALL[(self.0 & KIND) as usize]
    }
}

/// The bits of a clue that are its kind; they must have room for all kinds.
const KIND: u64 = 0b1111;
const _: () = assert!(ClueKind::ALL.len() as u64 <= KIND + 1);

/// The clues of both texts, with what each says.
#[derive(Debug)]
pub(super) struct Clues {
    langs: [Lang; 2],
    /// What each clue is, by number.
    kinds: Vec<ClueKind>,
    /// For each text, the clues of each of its segments, by number, each once.
    sides: [Lists<u32>; 2],
    /// For each text, in which of its segments each clue stands.
    places: [Lists<u32>; 2],
    /// What it says that both segments have a clue, beyond what it says of each that it would be missed.
    gains: Vec<f32>,
    /// The same for segments that are joined: a unit is no part of them.
    joined_gains: Vec<f32>,
    /// What it says of each segment of each text that none of its clues is found in the other.
    losses: [Vec<f32>; 2],
}

impl Clues {
    /// Counts the clues of both texts.
    pub(super) fn new(readings: &[Reading; 2]) -> Self {
        let count = readings.iter().map(|reading| reading.clues.items().len());
        let count = count.sum();
        let mut kinds = Vec::with_capacity(count);
        let mut numbers = HashMap::with_capacity(count);
        // In which segment each clue was met last.
        let mut last: Vec<usize> = Vec::new();
        let mut segments = 0;
        let sides = readings.each_ref().map(|reading| {
            let mut side = Lists::new();
            for clues in reading.clues.iter() {
                segments += 1;
                side.push(clues.iter().filter_map(|&clue| {
                    let number = *numbers.entry(clue).or_insert_with(|| {
                        kinds.push(clue.kind());
                        last.push(0);
                        number(kinds.len() - 1)
                    });
                    (replace(&mut last[number as usize], segments) != segments).then_some(number)
                }));
            }
            side
        });
        Self::weighed(
            readings.each_ref().map(|reading| reading.lang),
            kinds,
            sides,
        )
    }

    /// The same clues, and those of the words in `pairs`.
    pub(super) fn with_pairs(mut self, readings: &[Reading; 2], pairs: &[Pair]) -> Self {
        // A pair is named by its Persian word.
        let name = usize::from(self.langs[0] != Lang::Persian);
        let mut numbers = HashMap::new();
        let mut partners = readings
            .each_ref()
            .map(|reading| vec![Vec::new(); reading.meanings.len()]);
        for pair in pairs {
            let number = *numbers.entry(pair[name]).or_insert_with(|| {
                self.kinds.push(ClueKind::Learned);
                number(self.kinds.len() - 1)
            });
            for side in [0, 1] {
                partners[side][pair[side] as usize].push(number);
            }
        }
        let sides = [0, 1].map(|side| {
            let mut with_pairs = Lists::new();
            for (clues, words) in self.sides[side].iter().zip(readings[side].words.iter()) {
                let learned = words
                    .iter()
                    .flat_map(|&word| &partners[side][word as usize]);
                let mut learned: Vec<u32> = learned.copied().collect();
                learned.sort_unstable();
                learned.dedup();
                with_pairs.push(clues.iter().copied().chain(learned));
            }
            with_pairs
        });
        Self::weighed(self.langs, self.kinds, sides)
    }

    fn weighed(langs: [Lang; 2], kinds: Vec<ClueKind>, sides: [Lists<u32>; 2]) -> Self {
        let places = sides.each_ref().map(|side| side.places(kinds.len()));
        // Most clues stand in one segment of one text, so that few weights have to be reckoned.
        let mut known: HashMap<(ClueKind, [usize; 2]), Weight> = HashMap::new();
        let weight = |(clue, &kind): (usize, &ClueKind)| {
            let counts = places.each_ref().map(|places| places.of(clue).len());
            *known.entry((kind, counts)).or_insert_with(|| {
                let chance = [0, 1].map(|side| match kind.is_whole() {
                    true => WHOLE_BY_CHANCE,
                    false => chance(counts[side], sides[side].len()),
                });
                Weight::new(chance, langs.map(|lang| kind.kept(lang)))
            })
        };
        let weights: Vec<Weight> = kinds.iter().enumerate().map(weight).collect();
        let losses = [0, 1].map(|side| {
            let loss = |own: &[u32]| own.iter().map(|&c| weights[c as usize].losses[side]).sum();
            sides[side].iter().map(loss).collect()
        });
        let gain = |weight: &Weight| weight.gain - weight.losses.iter().sum::<f32>();
        let gains: Vec<f32> = weights.iter().map(gain).collect();
        let joined = gains.iter().zip(&kinds);
        let joined_gains = joined.map(|(&gain, &kind)| if kind.is_whole() { 0.0 } else { gain });
        Self {
            joined_gains: joined_gains.collect(),
            langs,
            kinds,
            gains,
            sides,
            places,
            losses,
        }
    }

    /// How many clues there are.
    pub(super) fn len(&self) -> usize {
        self.kinds.len()
    }

    /// How many segments the texts have.
    pub(super) fn lengths(&self) -> [usize; 2] {
        self.sides.each_ref().map(Lists::len)
    }

    /// The clues of a segment of the source, by number.
    pub(super) fn of_source(&self, segment: usize) -> &[u32] {
        self.sides[0].of(segment)
    }

    /// The segments of the target that have a clue, in order.
    pub(super) fn in_target(&self, clue: u32) -> &[u32] {
        self.places[1].of(clue as usize)
    }

    /// What it says that both segments have a clue, beyond what [`Clues::loss`] takes for it.
    pub(super) fn gain(&self, clue: u32) -> f32 {
        self.gains[clue as usize]
    }

    /// The same for a bead of more segments than two.
    pub(super) fn joined_gain(&self, clue: u32) -> f32 {
        self.joined_gains[clue as usize]
    }

    /// What it says of a segment of a text that none of its clues is found in the other.
    pub(super) fn loss(&self, side: usize, segment: usize) -> f32 {
        self.losses[side][segment]
    }

    /// Segments of both texts with a clue that each text has once, in the order of the source.
    pub(super) fn anchors(&self) -> Vec<(usize, usize)> {
        let [source, target] = &self.places;
        let once = source
            .iter()
            .zip(target.iter())
            .filter_map(|places| match places {
                (&[source], &[target]) => Some((source as usize, target as usize)),
                _ => None,
            });
        let mut anchors: Vec<_> = once.collect();
        anchors.sort_unstable();
        anchors
    }
}

/// What a clue says, as logarithms of how much likelier it makes a translation.
#[derive(Clone, Copy)]
struct Weight {
    /// Where both segments have it.
    gain: f32,
    /// Where only the segment of the one text has it.
    losses: [f32; 2],
}

impl Weight {
    /// The weight of a clue that stands in a segment of each text by `chance`, and of which so many are `kept`.
    fn new(chance: [f32; 2], kept: [f32; 2]) -> Self {
        let found = [0, 1].map(|side| match kept[side] {
            0.0 => f32::INFINITY,
            kept => kept / chance[1 - side],
        });
        let missed = [0, 1].map(|side| (1.0 - kept[side]) / (1.0 - chance[1 - side]));
        Self {
            gain: found[0].min(found[1]).ln().max(0.0),
            losses: missed.map(|missed| missed.ln().min(0.0)),
        }
    }
}

/// How likely a segment is one side of a known unit, or the same as another, without being its translation.
const WHOLE_BY_CHANCE: f32 = 0.001;
/// As many segments without a clue are counted with those of a text: in a short one it may be there by its subject.
const KNOWN_SEGMENTS: f32 = 20.0;

/// How likely any segment has a clue that `count` of so many `segments` have.
fn chance(count: usize, segments: usize) -> f32 {
    ((count as f32 + 0.5) / (segments as f32 + KNOWN_SEGMENTS)).min(0.9)
}

/// The number of a clue, as it is kept.
fn number(clue: usize) -> u32 {
    u32::try_from(clue).unwrap_or(u32::MAX)
}
