//! The names of a glossary in one language, to be found by how they sound.
//!
//! A name is filed under the consonants of each of its written forms, in both scripts, and of longer ones under these with
//! any one left out. A spelling is looked up in the same way, so that it meets each name of which it differs by
//! one consonant put in, left out, exchanged, or moved by one place. Which of them are near is decided elsewhere.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};
use serde::{Deserialize, Serialize};

use super::evidence::letter_set;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::occurrence::TermId;
use crate::text::Lang;
use crate::text::fold::{Gap, fold};
use crate::text::sounds::{Key, Sound, consonants, sounds};

/// The most pieces that a name may have.
const MOST_PIECES: usize = 5;

/// One written form, with all terms that are written so.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::glossary) struct Name {
    /// The terms, in the order of the glossary.
    pub(super) terms: Vec<TermId>,
    /// Whether it names a person.
    pub(super) is_person: bool,
    /// How many letters it has.
    pub(super) letters: usize,
    /// Which letters these are.
    pub(super) letter_set: u64,
    /// The folded letters of each piece.
    pub(super) pieces: Vec<Vec<char>>,
    /// The sounds of each piece.
    pub(super) sounds: Vec<Vec<Sound>>,
    /// The consonants of all pieces.
    pub(super) consonants: Vec<Sound>,
    /// The consonants of the same name in the other language, where they can be told.
    pub(super) written: Vec<Vec<Sound>>,
}

/// All names of one language.
#[derive(Debug)]
pub(in crate::glossary) struct Index {
    pub(super) names: Vec<Name>,
    /// A hash of consonants in the upper half, the number of a name in the lower; sorted.
    keys: Vec<u64>,
    /// A bit for each last bits that some hash has: most of what is looked up is nowhere.
    some: Vec<u64>,
    /// Where the keys begin that have the same first bits.
    starts: Vec<usize>,
    /// The most pieces of a name.
    pub(super) most_pieces: usize,
}

/// The bits of a key by which it is found.
const FIRST_BITS: u32 = 18;

impl Index {
    pub(in crate::glossary) fn new(entries: &[Entry], lang: Lang) -> Self {
        let names = names(entries, lang);
        let mut keys = Vec::with_capacity(names.len() * 8);
        for (i, name) in names.iter().enumerate() {
            let number = u64::from(u32::try_from(i).expect("a glossary has fewer than 2³² terms"));
            let own = key(&name.sounds);
            let soft: Vec<_> = name.sounds.iter().map(|sounds| soft(sounds)).collect();
            let written = name.written.iter().map(|consonants| Key::of(consonants));
            let others = written.chain([key(&soft)]).filter(|&key| key != own);
            for key in [own].into_iter().chain(others) {
                keys.extend(key.hashes().map(|hash| u64::from(hash) << 32 | number));
            }
        }
        keys.sort_unstable();
        keys.dedup();
        Self::of(names, keys)
    }

    /// The index of what was unpacked; `None` where it is not that of terms of `entries`.
    pub(in crate::glossary) fn unpacked(
        (names, keys): (Vec<Name>, Vec<u64>),
        entries: &[Entry],
        lang: Lang,
    ) -> Option<Self> {
        let is_term = |id: &TermId| {
            let terms = entries.get(id.entry).map(|entry| entry.terms(lang));
            terms.is_some_and(|terms| id.term < terms.len())
        };
        let is_name = |name: &Name| {
            let pieces = name.pieces.len();
            let is_whole = (1..=MOST_PIECES).contains(&pieces) && pieces == name.sounds.len();
            is_whole && !name.terms.is_empty() && name.terms.iter().all(is_term)
        };
        let fits = names.iter().all(is_name)
            && keys.is_sorted()
            && keys.iter().all(|&key| number(key) < names.len());
        fits.then(|| Self::of(names, keys))
    }

    /// What it is made of: the names, and the keys by which they are found.
    pub(in crate::glossary) fn filed(&self) -> (&[Name], &[u64]) {
        (&self.names, &self.keys)
    }

    /// The index of names by their sorted keys.
    fn of(names: Vec<Name>, keys: Vec<u64>) -> Self {
        let mut some = vec![0; (keys.len() / 4).next_power_of_two()];
        for &key in &keys {
            let (at, bit) = place(key >> 32, some.len());
            some[at] |= bit;
        }
        let pieces = names.iter().map(|name| name.pieces.len());
        Self {
            most_pieces: pieces.max().unwrap_or_default(),
            starts: starts(&keys),
            some,
            names,
            keys,
        }
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
            let keys = &self.keys[self.starts[first]..self.starts[first + 1]];
            let of = |key: u64| key >> 32;
            let from = keys.partition_point(|&key| of(key) < u64::from(hash));
            let same = keys[from..]
                .iter()
                .take_while(|&&key| of(key) == u64::from(hash));
            found.extend(same.map(|&key| number(key)));
        }
        found.sort_unstable();
        found.dedup();
    }
}

/// Where the sorted keys begin that have the same first bits.
fn starts(keys: &[u64]) -> Vec<usize> {
    let mut starts = vec![0; (1 << FIRST_BITS) + 1];
    let first = |key: u64| usize::try_from(key >> (64 - FIRST_BITS)).unwrap_or_default();
    for &key in keys {
        starts[first(key) + 1] += 1;
    }
    for i in 1..starts.len() {
        starts[i] += starts[i - 1];
    }
    starts
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

/// The key of a name in several pieces.
fn key(sounds: &[Vec<Sound>]) -> Key {
    let keys = sounds.iter().map(|sounds| Key::of(sounds));
    keys.fold(Key::default(), Key::join)
}

/// Whether entries of the kind are names, which are taken over by their sound, and not translated.
fn is_of_name(kind: Kind) -> bool {
    let is_translated = matches!(
        kind,
        Kind::Agreement | Kind::Language | Kind::Currency | Kind::Calendar | Kind::Concept
    );
    !is_translated
}

fn names(entries: &[Entry], lang: Lang) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut by_pieces: HashTable<usize> = HashTable::new();
    let hasher = DefaultHashBuilder::default();
    for (number, entry) in entries.iter().enumerate() {
        if !is_of_name(entry.kind) {
            continue;
        }
        let others: Vec<Vec<Vec<Sound>>> = entry
            .terms(lang.other())
            .iter()
            .map(|t| pieces_of(&t.text).iter().map(|p| sounds(p)).collect())
            .collect();
        for (term, contents) in entry.terms(lang).iter().enumerate() {
            let id = TermId {
                entry: number,
                term,
            };
            let is_name = lang == Lang::Persian || is_written_as_name(&contents.text);
            let pieces = pieces_of(&contents.text);
            let is_phrase = entry.kind == Kind::Organisation && pieces.len() > 2;
            if !is_name || is_phrase || pieces.is_empty() || pieces.len() > MOST_PIECES {
                continue;
            }
            let sounds: Vec<Vec<Sound>> = pieces.iter().map(|piece| sounds(piece)).collect();
            let written = others.iter().filter_map(|other| written(&sounds, other));
            let written: Vec<Vec<Sound>> = written.collect();
            let hash = hasher.hash_one(&pieces);
            let known = by_pieces.find(hash, |&at| names[at].pieces == pieces);
            let at = known.copied().unwrap_or_else(|| {
                names.push(Name {
                    terms: Vec::new(),
                    is_person: false,
                    letters: pieces.iter().map(Vec::len).sum(),
                    letter_set: letter_set(pieces.iter().flatten()),
                    consonants: consonants(&sounds.concat()),
                    pieces,
                    sounds,
                    written: Vec::new(),
                });
                let at = names.len() - 1;
                by_pieces.insert_unique(hash, at, |&at| hasher.hash_one(&names[at].pieces));
                at
            });
            let name = &mut names[at];
            name.terms.push(id);
            name.is_person |= entry.kind == Kind::Person;
            for written in written {
                if !name.written.contains(&written) {
                    name.written.push(written);
                }
            }
        }
    }
    names
}

/// Whether an English term has a capital at its head and is no abbreviation.
fn is_written_as_name(term: &str) -> bool {
    let mut letters = term.chars().filter(|c| c.is_alphabetic());
    let has_small = term.chars().any(char::is_lowercase);
    letters.any(char::is_uppercase) && has_small
}

/// The folded letters of each piece of a term.
fn pieces_of(term: &str) -> Vec<Vec<char>> {
    let mut pieces: Vec<Vec<char>> = Vec::new();
    let mut is_open = false;
    for letter in fold(term).letters() {
        if letter.ch == '\'' {
            continue;
        }
        if !letter.is_alphanumeric() {
            is_open = false;
            continue;
        }
        match pieces.last_mut() {
            Some(piece) if is_open && letter.gap == Gap::None => piece.push(letter.ch),
            _ => pieces.push(vec![letter.ch]),
        }
        is_open = true;
    }
    pieces
}

/// The consonants of the part of `other`, a form in the other language, that `sounds` is a form of.
fn written(sounds: &[Vec<Sound>], other: &[Vec<Sound>]) -> Option<Vec<Sound>> {
    let own = key(sounds);
    let mut parts = (1..=other.len()).flat_map(|length| other.windows(length));
    let part = parts.find(|part| own.is_near(key(part)))?;
    Some(consonants(&part.concat()))
}
