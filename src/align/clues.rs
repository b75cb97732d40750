//! The clues of two texts: which segments have which, and how much it says that a segment has one or not.

use std::mem::replace;

use super::clue::{Clue, ClueKind};
use super::learning::Pair;
use super::lists::Lists;
use super::reading::Reading;
use crate::text::Lang;

/// The clues that two texts share, by number, and how much each says.
#[derive(Debug)]
pub(super) struct Clues {
    weighing: Weighing,
    /// The clues of each segment of the source, each once.
    of_source: Lists<u32>,
    /// In which segments of the target each clue stands.
    in_target: Lists<u32>,
    gains: Vec<Gain>,
    /// How much it says for each segment of each text that none of its clues is found in the other; clues that are in
    /// one text only are counted too.
    losses: [Vec<f32>; 2],
    /// Whether any of them is more than a mark, which any two texts may share.
    pub(super) are_telling: bool,
    /// Segments of both texts with a clue that each text has once, in the order of the source.
    anchors: Vec<(usize, usize)>,
}

/// How much it says that both segments have a clue, beyond what [`Clues::loss`] takes for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gain {
    /// In a bead of these two.
    pub(super) one: f32,
    /// In a bead of more segments: a unit is no part of them.
    pub(super) joined: f32,
}

impl Clues {
    /// Counts the clues of both texts.
    pub(super) fn new(readings: &[Reading; 2]) -> Self {
        let weighing = Weighing::new(readings);
        let count = readings.iter().map(|reading| reading.clues.items().len());
        let mut numbers = Numbers::with_capacity(count.sum());
        let heard = readings.each_ref().map(Heard::of);
        let sides = [0, 1].map(|side| numbers.of(side, &readings[side], &heard[1 - side]));
        let met = numbers.met.iter();
        // Most clues stand in one text only: no more is asked of these than what is lost there, by their kind.
        let of_single = ClueKind::ALL.map(|kind| weighing.weight(kind, [0, 0]));
        let weights = met.map(|met| match met.counts {
            [0, _] | [_, 0] => of_single[met.clue.kind() as usize],
            counts => weighing.weight(met.clue.kind(), counts),
        });
        let weights: Vec<Weight> = weights.collect();
        let losses = [0, 1].map(|side| {
            let loss = |own: &[u32]| own.iter().map(|&c| weights[c as usize].losses[side]).sum();
            sides[side].iter().map(loss).collect()
        });
        // Only the others get a new number.
        let mut shared = vec![None; weights.len()];
        let mut gains = Vec::with_capacity(weights.len() / 4);
        let mut are_telling = false;
        let mut are_single = Vec::with_capacity(weights.len() / 4);
        for ((shared, weight), met) in shared.iter_mut().zip(&weights).zip(&numbers.met) {
            if met.counts[0] > 0 && met.counts[1] > 0 {
                *shared = Some(number(gains.len()));
                gains.push(weight.shared_gain(met.clue.kind()));
                are_single.push(met.counts == [1, 1]);
                are_telling |= met.clue.kind() != ClueKind::Mark;
            }
        }
        let [of_source, of_target] = sides.map(|side| {
            let mut own = Lists::with_capacity(side.len(), side.items().len());
            for clues in side.iter() {
                own.push(clues.iter().filter_map(|&clue| shared[clue as usize]));
            }
            own
        });
        let in_target = of_target.places(gains.len());
        let mut anchors = Vec::new();
        for (source, clues) in of_source.iter().enumerate() {
            let single = clues.iter().filter(|&&clue| are_single[clue as usize]);
            let targets = single.flat_map(|&clue| in_target.of(clue as usize));
            let its = anchors.len();
            anchors.extend(targets.map(|&target| (source, target as usize)));
            anchors[its..].sort_unstable();
        }
        Self { weighing, of_source, in_target, gains, losses, are_telling, anchors }
    }

    /// The same clues, and those of the words in `pairs`; `places` are the segments of each text that each word stands
    /// in.
    pub(super) fn with_pairs(
        mut self,
        readings: &[Reading; 2],
        places: &[Lists<u32>; 2],
        mut pairs: Vec<Pair>,
    ) -> Self {
        // A pair is named by its Persian word.
        let name = usize::from(readings[0].lang != Lang::Persian);
        pairs.sort_unstable_by_key(|pair| pair[name]);
        let known = number(self.len());
        let mut in_source = Lists::with_capacity(pairs.len(), 0);
        let mut segments: [Vec<u32>; 2] = Default::default();
        for pairs in pairs.chunk_by(|one, other| one[name] == other[name]) {
            for (side, segments) in segments.iter_mut().enumerate() {
                let words = if side == name { &pairs[..1] } else { pairs };
                segments.clear();
                for pair in words {
                    segments.extend_from_slice(places[side].of(pair[side] as usize));
                }
                segments.sort_unstable();
                segments.dedup();
            }
            let counts = segments.each_ref().map(Vec::len);
            let weight = self.weighing.weight(ClueKind::Learned, counts);
            self.gains.push(weight.shared_gain(ClueKind::Learned));
            for side in [0, 1] {
                for &segment in &segments[side] {
                    self.losses[side][segment as usize] += weight.losses[side];
                }
            }
            in_source.push(segments[0].iter().copied());
            self.in_target.push(segments[1].iter().copied());
        }
        let learned = in_source.places(readings[0].len());
        let items = self.of_source.items().len() + learned.items().len();
        let mut of_source = Lists::with_capacity(readings[0].len(), items);
        for (clues, learned) in self.of_source.iter().zip(learned.iter()) {
            let learned = learned.iter().map(|&clue| known + clue);
            of_source.push(clues.iter().copied().chain(learned));
        }
        self.of_source = of_source;
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
        self.in_target.of(clue as usize)
    }

    /// How much it says that both segments have a clue.
    pub(super) fn gain(&self, clue: u32) -> Gain {
        self.gains[clue as usize]
    }

    /// How much it says for a segment of a text that none of its clues is found in the other.
    pub(super) fn loss(&self, side: usize, segment: usize) -> f32 {
        self.losses[side][segment]
    }

    /// Segments of both texts with a clue that each text has once, in the order of the source.
    pub(super) fn anchors(&self) -> &[(usize, usize)] {
        &self.anchors
    }
}

/// The clues of both texts, numbered in the order in which they are met.
struct Numbers {
    /// By the hash of the clue, in the first of the following places that was free; one more than the number, or
    /// nothing.
    places: Vec<u32>,
    met: Vec<Met>,
    /// How many segments were read.
    segments: usize,
}

/// A clue that was met.
struct Met {
    clue: Clue,
    /// How many segments of each text have it.
    counts: [usize; 2],
    /// How many segments had been read when it was last met, including that one.
    last: usize,
}

impl Numbers {
    /// No numbers yet, with room for `count`.
    fn with_capacity(count: usize) -> Self {
        Self {
            // Many clues are met more than once.
            places: vec![0; (count + count / 2 + 1).next_power_of_two()],
            met: Vec::with_capacity(count / 2),
            segments: 0,
        }
    }

    /// The clues of each segment of a text, by number, each once; those whose lack says nothing are left out unless
    /// they are `heard` in the other text.
    fn of(&mut self, side: usize, reading: &Reading, heard: &Heard) -> Lists<u32> {
        let is_missed = ClueKind::ALL.map(|kind| kind.kept(reading.lang) > 0.0);
        let mut numbers = Lists::with_capacity(reading.len(), reading.clues.items().len());
        for clues in reading.clues.iter() {
            self.segments += 1;
            for &clue in clues {
                if !is_missed[clue.kind() as usize] && !heard.has(clue) {
                    continue;
                }
                let number = self.number(clue);
                let met = &mut self.met[number as usize];
                if replace(&mut met.last, self.segments) != self.segments {
                    met.counts[side] += 1;
                    numbers.add(number);
                }
            }
            numbers.end();
        }
        numbers
    }

    fn number(&mut self, clue: Clue) -> u32 {
        let last_place = self.places.len() - 1;
        let mut at = clue.hash() & last_place;
        while let Some(number) = self.places[at].checked_sub(1) {
            if self.met[number as usize].clue == clue {
                return number;
            }
            at = (at + 1) & last_place;
        }
        let number = number(self.met.len());
        self.places[at] = number + 1;
        self.met.push(Met { clue, counts: [0; 2], last: 0 });
        number
    }
}

/// Which clues a text may have: a Bloom filter with one hash.
struct Heard([bool; HEARD]);

/// The size of the filter, in bits.
const HEARD: usize = 1024;

impl Heard {
    /// Those that say nothing where only the other text has them.
    fn of(reading: &Reading) -> Self {
        let is_missed = ClueKind::ALL.map(|kind| kind.kept(reading.lang.other()) > 0.0);
        let mut heard = [false; HEARD];
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
    /// How much it says that both segments have it, beyond the losses that are taken for it.
    fn shared_gain(self, kind: ClueKind) -> Gain {
        let one = self.gain - self.losses.iter().sum::<f32>();
        let joined = if kind.is_whole() { 0.0 } else { one };
        Gain { one, joined }
    }
}

/// How clues are weighed; all shares as logarithms, with those of their complements.
#[derive(Debug)]
struct Weighing {
    /// For each text, what share of the clues of each kind is kept.
    kept: [[[f32; 2]; ClueKind::ALL.len()]; 2],
    /// For each text, how likely any segment has a clue that a given number of segments have.
    chances: [Vec<[f32; 2]>; 2],
    whole_by_chance: [f32; 2],
}

impl Weighing {
    fn new(readings: &[Reading; 2]) -> Self {
        let logs = |share: f32| [share.ln(), (1.0 - share).ln()];
        Self {
            kept: readings.each_ref().map(|reading| {
                ClueKind::ALL.map(|kind| match kind.kept(reading.lang) {
                    // A miss costs nothing, and this side does not limit the gain.
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

    /// The weight of a clue that `counts` segments of each text have.
    fn weight(&self, kind: ClueKind, counts: [usize; 2]) -> Weight {
        let mut weight = Weight { gain: f32::INFINITY, losses: [0.0; 2] };
        for side in [0, 1] {
            let [kept, missed] = self.kept[side][kind as usize];
            // How likely the segment of the other text has it by chance.
            let [has, lacks] = if kind.is_whole() {
                self.whole_by_chance
            } else {
                self.chances[1 - side][counts[1 - side]]
            };
            weight.gain = weight.gain.min(kept - has);
            weight.losses[side] = (missed - lacks).min(0.0);
        }
        weight.gain = weight.gain.max(0.0);
        weight
    }
}

/// How likely two segments are the sides of a known unit, or identical, without being translations of each other.
const WHOLE_BY_CHANCE: f32 = 0.001;
/// This many segments without a clue are added to those of a text: in a short one the subject may account for the clue.
const KNOWN_SEGMENTS: f32 = 20.0;

/// How likely any segment has a clue that `count` of `segments` have.
fn chance(count: usize, segments: usize) -> f32 {
    ((count as f32 + 0.5) / (segments as f32 + KNOWN_SEGMENTS)).min(0.9)
}

/// The number of a clue, as it is kept.
fn number(clue: usize) -> u32 {
    u32::try_from(clue).unwrap_or(u32::MAX)
}
