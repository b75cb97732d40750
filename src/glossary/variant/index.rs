//! An index of the names of a glossary in one language by their sound.
//!
//! A name is filed under the consonants of each of its written forms, in both scripts, and for longer ones also under
//! these with any one left out. A spelling is looked up in the same way, so that it meets each name from which it
//! differs by one consonant inserted, left out, exchanged, or moved by one place. Which of them are near is decided
//! elsewhere.

use super::answers::Answers;
use super::name::{Heard, InOther, MOST_PIECES, Name, key, names};
use crate::glossary::entry::Entry;
use crate::glossary::occurrence::TermId;
use crate::text::Lang;
use crate::text::sounds::{Key, Sound};

/// All names of one language.
#[derive(Debug)]
pub(in crate::glossary) struct Index {
    pub(super) lang: Lang,
    pub(super) names: Vec<Name>,
    /// A hash of consonants in the upper half, the number of a name in the lower; sorted.
    keys: Vec<u64>,
    /// A bit for each value that the last bits of a hash have: most keys that are looked up are not in the index.
    some: Vec<u64>,
    /// Where the keys with the same first bits begin.
    starts: Vec<u32>,
    /// The most pieces of a name.
    pub(super) most_pieces: usize,
    packed: PackedNames,
    pub(super) answers: Answers,
}

/// The sounds of names, packed, one after another.
#[derive(Debug, Default)]
struct PackedNames {
    bytes: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
}

/// The number of bytes of a key.
const KEY: usize = size_of::<u64>();

/// The number of first bits of a key by which it is found.
const FIRST_BITS: u32 = 18;

impl Index {
    pub(in crate::glossary) fn new(entries: &[Entry], lang: Lang) -> Self {
        let found = names(entries, lang);
        let in_other = InOther::of(entries, lang.other());
        let mut names = Vec::with_capacity(found.len());
        let mut keys = Vec::with_capacity(found.len() * 8);
        for (i, (mut name, pieces)) in found.into_iter().enumerate() {
            let number = u64::from(u32::try_from(i).expect("a glossary has fewer than 2³² terms"));
            let heard = Heard::of(&name.terms, pieces, &in_other);
            let own = key(&heard.sounds);
            let soft: Vec<_> = heard.sounds.iter().map(|sounds| soft(sounds)).collect();
            let written = heard.written.iter().map(|consonants| Key::of(consonants));
            let others = written.chain([key(&soft)]).filter(|&key| key != own);
            for key in [own].into_iter().chain(others) {
                keys.extend(key.hashes().map(|hash| u64::from(hash) << 32 | number));
            }
            name.heard = heard.into();
            names.push(name);
        }
        Self::of(names, sorted(&keys), lang, PackedNames::default())
    }

    /// The index as bytes; empty where that is not possible.
    pub(in crate::glossary) fn pack(&self) -> Vec<u8> {
        let mut packed = PackedNames::default();
        for number in 0..self.names.len() {
            let Ok(bytes) = postcard::to_extend(self.heard(number), packed.bytes) else {
                return Vec::new();
            };
            packed.ends.push(bytes.len());
            packed.bytes = bytes;
        }
        let head = (&self.names, packed.ends, self.keys.len());
        let Ok(mut bytes) = postcard::to_allocvec(&head) else {
            return Vec::new();
        };
        bytes.reserve(self.keys.len() * KEY + packed.bytes.len());
        for key in &self.keys {
            bytes.extend_from_slice(&key.to_le_bytes());
        }
        bytes.extend_from_slice(&packed.bytes);
        bytes
    }

    /// The index that was packed; `None` where it is not that of terms of `entries`.
    pub(in crate::glossary) fn unpack(bytes: &[u8], entries: &[Entry], lang: Lang) -> Option<Self> {
        let (head, rest) = postcard::take_from_bytes(bytes).ok()?;
        let (names, ends, count): (Vec<Name>, Vec<usize>, usize) = head;
        let (keys, bytes) = rest.split_at_checked(count.checked_mul(KEY)?)?;
        let (keys, _) = keys.as_chunks::<KEY>();
        let keys: Vec<u64> = keys.iter().map(|&key| u64::from_le_bytes(key)).collect();
        let bytes = bytes.to_owned();
        let is_term = |id: &TermId| {
            let terms = entries.get(id.entry).map(|entry| entry.terms(lang));
            terms.is_some_and(|terms| id.term < terms.len())
        };
        let is_name = |name: &Name| {
            let is_whole = (1..=MOST_PIECES).contains(&name.pieces);
            is_whole && !name.terms.is_empty() && name.terms.iter().all(is_term)
        };
        let is_whole =
            ends.len() == names.len() && ends.last().copied().unwrap_or_default() == bytes.len();
        let fits = is_whole
            && names.iter().all(is_name)
            && keys.is_sorted()
            && keys.iter().all(|&key| number(key) < names.len());
        fits.then(|| Self::of(names, keys, lang, PackedNames { bytes, ends }))
    }

    /// The index of names by their sorted keys.
    fn of(names: Vec<Name>, keys: Vec<u64>, lang: Lang, packed: PackedNames) -> Self {
        let mut some = vec![0; (keys.len() / 4).next_power_of_two()];
        for &key in &keys {
            let (at, bit) = place(key >> 32, some.len());
            some[at] |= bit;
        }
        let pieces = names.iter().map(|name| name.pieces);
        Self {
            lang,
            most_pieces: pieces.max().unwrap_or_default(),
            starts: starts(&keys),
            some,
            names,
            keys,
            packed,
            answers: Answers::default(),
        }
    }

    /// The sound of the name `number`; empty if it cannot be unpacked.
    pub(super) fn heard(&self, number: usize) -> &Heard {
        let heard = &self.names[number].heard;
        heard.get_or_init(|| self.packed.get(number).unwrap_or_default())
    }

    /// Puts the numbers of the names that may sound like `key` into `found`, in order.
    pub(super) fn look_up(&self, key: Key, found: &mut Vec<usize>) {
        found.clear();
        for hash in key.hashes() {
            let (at, bit) = place(u64::from(hash), self.some.len());
            if self.some[at] & bit == 0 {
                continue;
            }
            let first = (hash >> (32 - FIRST_BITS)) as usize;
            let [start, past] = [first, first + 1].map(|first| self.starts[first] as usize);
            let keys = &self.keys[start..past];
            let of = |key: u64| key >> 32;
            let from = keys.partition_point(|&key| of(key) < u64::from(hash));
            let same = keys[from..].iter().take_while(|&&key| of(key) == u64::from(hash));
            found.extend(same.map(|&key| number(key)));
        }
        found.sort_unstable();
        found.dedup();
    }
}

/// The keys in order, each once. Those with the same first bits are put together, and compared only with each other:
/// they are few.
fn sorted(keys: &[u64]) -> Vec<u64> {
    let mut next = starts(keys);
    let mut sorted = vec![0; keys.len()];
    for &key in keys {
        let next = &mut next[first_bits(key)];
        sorted[*next as usize] = key;
        *next += 1;
    }
    // Now each start is where the keys with its first bits end.
    let mut start = 0;
    for past in next {
        sorted[start..past as usize].sort_unstable();
        start = past as usize;
    }
    sorted.dedup();
    sorted
}

/// Where the keys with the same first bits begin, or are to begin; and where the last of them end.
fn starts(keys: &[u64]) -> Vec<u32> {
    let mut starts = vec![0; (1 << FIRST_BITS) + 1];
    for &key in keys {
        starts[first_bits(key) + 1] += 1;
    }
    for i in 1..starts.len() {
        starts[i] += starts[i - 1];
    }
    starts
}

fn first_bits(key: u64) -> usize {
    usize::try_from(key >> (64 - FIRST_BITS)).unwrap_or_default()
}

/// The number of the name in the lower half of a key.
fn number(key: u64) -> usize {
    usize::try_from(key & u64::from(u32::MAX)).expect("32 bits fit")
}

/// The word and the bit for a hash, of `count` words, a power of two.
fn place(hash: u64, count: usize) -> (usize, u64) {
    let last = usize::try_from(hash >> 6).unwrap_or_default();
    (last & (count - 1), 1 << (hash & 63))
}

/// The sounds with each g before e or i as a j: Geneva, Jeneva.
fn soft(sounds: &[Sound]) -> Vec<Sound> {
    let next = sounds.iter().skip(1).map(Some).chain([None]);
    let soft = |(&sound, next): (&Sound, Option<&Sound>)| match (sound, next) {
        (Sound::G, Some(Sound::E | Sound::I)) => Sound::J,
        _ => sound,
    };
    sounds.iter().zip(next).map(soft).collect()
}

impl PackedNames {
    /// Unpacks the sound of the name `number`.
    fn get(&self, number: usize) -> Option<Heard> {
        let before = number.checked_sub(1);
        let start = before.map_or(Some(0), |before| self.ends.get(before).copied())?;
        let bytes = self.bytes.get(start..*self.ends.get(number)?)?;
        let heard: Heard = postcard::from_bytes(bytes).ok()?;
        (heard.pieces.len() == heard.sounds.len()).then_some(heard)
    }
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn keys_stand_in_order_each_once() {
        let mixed = |number: u64| number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        // Keys far apart, with the same first bits, with none of them set, and all of these again.
        let keys = (0..2_000).flat_map(|i| [mixed(i), mixed(i) >> 18, i, mixed(i % 7)]);
        let keys: Vec<u64> = keys.chain([0, u64::MAX]).collect();
        let mut right = keys.clone();
        right.sort_unstable();
        right.dedup();
        assert_eq!(sorted(&keys), right);
        assert!(sorted(&[]).is_empty());
    }
}
