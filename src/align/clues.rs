//! The clues of two texts: which segments have which, and what it says that a segment has one or not.

use std::mem::replace;

use foldhash::{HashMap, HashMapExt};

use super::clue::{Clue, ClueKind};
use super::learning::Pair;
use super::lists::Lists;
use super::reading::Reading;
use crate::text::Lang;

/// The clues that two texts share, by number, and what each says.
#[derive(Debug)]
pub(super) struct Clues {
    weighing: Weighing,
    /// The clues of each segment of the source, each once.
    of_source: Lists<u32>,
    /// For each text, in which of its segments each clue stands.
    places: [Lists<u32>; 2],
    /// What it says that both segments have a clue, beyond what it says of each that it would be missed.
    gains: Vec<f32>,
    /// The same for segments that are joined: a unit is no part of them.
    joined_gains: Vec<f32>,
    /// What it says of each segment of each text that none of its clues is found in the other, those counted that are in one
    /// text only.
    losses: [Vec<f32>; 2],
}

impl Clues {
    /// Counts the clues of both texts.
    pub(super) fn new(readings: &[Reading; 2]) -> Self {
        let weighing = Weighing::new(readings);
        let count = readings.iter().map(|reading| reading.clues.items().len());
        let mut numbers = Numbers::with_capacity(count.sum::<usize>() / 2);
        let heard = readings.each_ref().map(Heard::of);
        let sides = [0, 1].map(|side| numbers.of(&readings[side], &heard[1 - side]));
        let mut counts = vec![[0; 2]; numbers.kinds.len()];
        for (side, clues) in sides.iter().enumerate() {
            for &clue in clues.items() {
                counts[clue as usize][side] += 1;
            }
        }
        let weights = numbers.kinds.iter().zip(&counts);
        let weights: Vec<Weight> = weights
            .map(|(&kind, &counts)| weighing.weight(kind, counts))
            .collect();
        let losses = [0, 1].map(|side| {
            let loss = |own: &[u32]| own.iter().map(|&c| weights[c as usize].losses[side]).sum();
            sides[side].iter().map(loss).collect()
        });
        // Most clues stand in one text only: they are numbered no more.
        let mut shared = Vec::with_capacity(counts.len());
        let (mut gains, mut joined_gains) = (Vec::new(), Vec::new());
        for (clue, weight) in weights.iter().enumerate() {
            let is_shared = counts[clue].iter().all(|&count| count > 0);
            shared.push(is_shared.then_some(number(gains.len())));
            if is_shared {
                let gain = weight.shared_gain();
                gains.push(gain);
                let is_whole = numbers.kinds[clue].is_whole();
                joined_gains.push(if is_whole { 0.0 } else { gain });
            }
        }
        let sides = sides.map(|side| {
            let mut own = Lists::with_capacity(side.len(), side.items().len());
            for clues in side.iter() {
                own.push(clues.iter().filter_map(|&clue| shared[clue as usize]));
            }
            own
        });
        let places = sides.each_ref().map(|side| side.places(gains.len()));
        let [of_source, _] = sides;
        Self {
            weighing,
            of_source,
            places,
            gains,
            joined_gains,
            losses,
        }
    }

    /// The same clues, and those of the words in `pairs`.
    pub(super) fn with_pairs(mut self, readings: &[Reading; 2], pairs: &[Pair]) -> Self {
        // A pair is named by its Persian word.
        let name = usize::from(readings[0].lang != Lang::Persian);
        let mut pairs = pairs.to_vec();
        pairs.sort_unstable_by_key(|pair| pair[name]);
        let mut words = [0, 1].map(|_| Lists::with_capacity(pairs.len(), pairs.len()));
        for pairs in pairs.chunk_by(|one, other| one[name] == other[name]) {
            words[name].push([pairs[0][name]]);
            words[1 - name].push(pairs.iter().map(|pair| pair[1 - name]));
        }
        let count = words[name].len();
        // For each word of each text, the clues that it is.
        let of_words = [0, 1].map(|side| words[side].places(readings[side].meanings.len()));
        let sides = [0, 1].map(|side| {
            let mut learned = Lists::with_capacity(readings[side].len(), 0);
            let mut own: Vec<u32> = Vec::new();
            for words in readings[side].words.iter() {
                let words = words.iter();
                own.extend(words.flat_map(|&word| of_words[side].of(word as usize)));
                own.sort_unstable();
                own.dedup();
                learned.push(own.drain(..));
            }
            learned
        });
        let places = sides.each_ref().map(|side| side.places(count));
        let known = self.len();
        let items = self.of_source.items().len() + sides[0].items().len();
        let mut of_source = Lists::with_capacity(readings[0].len(), items);
        for (clues, learned) in self.of_source.iter().zip(sides[0].iter()) {
            let learned = learned.iter().map(|&clue| number(known) + clue);
            of_source.push(clues.iter().copied().chain(learned));
        }
        self.of_source = of_source;
        for clue in 0..count {
            let counts = places.each_ref().map(|places| places.of(clue).len());
            let weight = self.weighing.weight(ClueKind::Learned, counts);
            self.gains.push(weight.shared_gain());
            self.joined_gains.push(weight.shared_gain());
            for side in [0, 1] {
                let its = places[side].of(clue);
                for &segment in its {
                    self.losses[side][segment as usize] += weight.losses[side];
                }
                self.places[side].push(its.iter().copied());
            }
        }
        self
    }

    /// How many clues there are.
    pub(super) fn len(&self) -> usize {
        self.gains.len()
    }

    /// How many segments the texts have.
    pub(super) fn lengths(&self) -> [usize; 2] {
        self.losses.each_ref().map(Vec::len)
    }

    /// The clues of a segment of the source, by number.
    pub(super) fn of_source(&self, segment: usize) -> &[u32] {
        self.of_source.of(segment)
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

/// The numbers of clues, in the order in which they are met.
struct Numbers {
    kinds: Vec<ClueKind>,
    /// For each clue, how many segments had been read when it was met last, that one among them.
    met: Vec<usize>,
    segments: usize,
    /// By the numbers of meanings.
    of_meanings: Vec<Option<u32>>,
    of_others: HashMap<Clue, u32>,
}

impl Numbers {
    /// No numbers, with room for so many.
    fn with_capacity(count: usize) -> Self {
        Self {
            kinds: Vec::with_capacity(count),
            met: Vec::with_capacity(count),
            segments: 0,
            of_meanings: Vec::new(),
            of_others: HashMap::with_capacity(count / 2),
        }
    }

    /// The clues of each segment of a text, by number, each once; those left out whose lack says nothing, where they are not
    /// `heard` in the other text.
    fn of(&mut self, reading: &Reading, heard: &Heard) -> Lists<u32> {
        let is_missed = ClueKind::ALL.map(|kind| kind.kept(reading.lang) > 0.0);
        let mut side = Lists::with_capacity(reading.len(), reading.clues.items().len());
        for clues in reading.clues.iter() {
            self.segments += 1;
            let counted = clues
                .iter()
                .filter(|clue| is_missed[clue.kind() as usize] || heard.has(**clue));
            side.push(counted.filter_map(|&clue| {
                let number = self.number(clue);
                let met = replace(&mut self.met[number as usize], self.segments);
                (met != self.segments).then_some(number)
            }));
        }
        side
    }

    fn number(&mut self, clue: Clue) -> u32 {
        let next = number(self.kinds.len());
        let number = match clue.kind() {
            ClueKind::Word => {
                let meaning = clue.says();
                if self.of_meanings.len() <= meaning {
                    self.of_meanings.resize(meaning + 1, None);
                }
                *self.of_meanings[meaning].get_or_insert(next)
            }
            _ => *self.of_others.entry(clue).or_insert(next),
        };
        if number == next {
            self.kinds.push(clue.kind());
            self.met.push(0);
        }
        number
    }
}

/// Which clues a text may have, a few of the others among them.
struct Heard(Vec<bool>);

/// So many clues can be told apart, as a rule.
const HEARD: usize = 4096;

impl Heard {
    /// Those that say nothing where the other text has them alone.
    fn of(reading: &Reading) -> Self {
        let is_missed = ClueKind::ALL.map(|kind| kind.kept(reading.lang.other()) > 0.0);
        let mut heard = vec![false; HEARD];
        let clues = reading.clues.items().iter();
        for clue in clues.filter(|clue| !is_missed[clue.kind() as usize]) {
            heard[clue.says() % HEARD] = true;
        }
        Self(heard)
    }

    fn has(&self, clue: Clue) -> bool {
        self.0[clue.says() % HEARD]
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
    /// What it says that both segments have it, beyond the losses that are taken for it.
    fn shared_gain(self) -> f32 {
        self.gain - self.losses.iter().sum::<f32>()
    }
}

/// How clues are weighed; all shares as logarithms, with those of their contraries.
#[derive(Debug)]
struct Weighing {
    /// For each text, what share of the clues of each kind is kept.
    kept: [[[f32; 2]; ClueKind::ALL.len()]; 2],
    /// For each text, how likely any segment has a clue that so many have.
    chances: [Vec<[f32; 2]>; 2],
    whole_by_chance: [f32; 2],
}

impl Weighing {
    fn new(readings: &[Reading; 2]) -> Self {
        let logs = |share: f32| [share.ln(), (1.0 - share).ln()];
        Self {
            kept: readings.each_ref().map(|reading| {
                ClueKind::ALL.map(|kind| match kind.kept(reading.lang) {
                    // No miss: neither has a say in how much it gains.
                    0.0 => [f32::INFINITY, 0.0],
                    kept => logs(kept),
                })
            }),
            chances: readings.each_ref().map(|reading| {
                let counts = 0..=reading.len();
                let chances = counts.map(|count| logs(chance(count, reading.len())));
                chances.collect()
            }),
            whole_by_chance: logs(WHOLE_BY_CHANCE),
        }
    }

    /// The weight of a clue that so many segments of each text have.
    fn weight(&self, kind: ClueKind, counts: [usize; 2]) -> Weight {
        let mut weight = Weight {
            gain: f32::INFINITY,
            losses: [0.0; 2],
        };
        for side in [0, 1] {
            let [kept, missed] = self.kept[side][kind as usize];
            // What of it the segment of the other text has by chance.
            let [has, lacks] = match kind.is_whole() {
                true => self.whole_by_chance,
                false => self.chances[1 - side][counts[1 - side]],
            };
            weight.gain = weight.gain.min(kept - has);
            weight.losses[side] = (missed - lacks).min(0.0);
        }
        weight.gain = weight.gain.max(0.0);
        weight
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
