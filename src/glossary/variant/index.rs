//! The names of a glossary in one language, to be found by how they sound.
//!
//! A name is filed under the consonants of each of its written forms, in both scripts, and of longer ones under these with
//! any one left out. A spelling is looked up in the same way, so that it meets each name of which it differs by
//! one consonant put in, left out, exchanged, or moved by one place. Which of them are near is decided elsewhere.

use std::sync::{Mutex, OnceLock, PoisonError};

use foldhash::{HashMap, HashMapExt};
use serde::{Deserialize, Serialize};

use super::evidence::letter_set;
use super::search::Nearest;
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
    /// How many letters it has.
    pub(super) letters: usize,
    /// Which letters these are.
    pub(super) letter_set: u64,
    /// How many pieces it has.
    pub(super) pieces: usize,
    #[serde(skip)]
    heard: OnceLock<Heard>,
}

/// What a name sounds like. Few names are near anything in a text, so that it is unpacked when one first may be.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Heard {
    /// Whether it names a person.
    pub(super) is_person: bool,
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
    pub(super) lang: Lang,
    pub(super) names: Vec<Name>,
    /// A hash of consonants in the upper half, the number of a name in the lower; sorted.
    keys: Vec<u64>,
    /// A bit for each last bits that some hash has: most of what is looked up is nowhere.
    some: Vec<u64>,
    /// Where the keys begin that have the same first bits.
    starts: Vec<usize>,
    /// The most pieces of a name.
    pub(super) most_pieces: usize,
    packed: PackedNames,
    /// Which name each spelling is nearest to that was asked for: words come again, in whatever text.
    nearest: Mutex<HashMap<Asked, Option<Nearest>>>,
}

/// A spelling, by what makes one name or another the nearest.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Asked {
    /// The letters of its pieces, with a space between these.
    pub(super) letters: Vec<char>,
    pub(super) is_doubtful: bool,
    pub(super) is_broken: bool,
}

/// The most spellings that are kept.
const MOST_ASKED: usize = 50_000;

/// What names sound like, packed, one after another.
#[derive(Debug, Default)]
struct PackedNames {
    bytes: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
}

/// The bytes of a key.
const KEY: usize = size_of::<u64>();

/// The bits of a key by which it is found.
const FIRST_BITS: u32 = 18;

impl Index {
    pub(in crate::glossary) fn new(entries: &[Entry], lang: Lang) -> Self {
        let names = names(entries, lang);
        let mut keys = Vec::with_capacity(names.len() * 8);
        for (i, name) in names.iter().enumerate() {
            let number = u64::from(u32::try_from(i).expect("a glossary has fewer than 2³² terms"));
            let heard = || Heard::of(&name.terms, entries, lang);
            let heard = name.heard.get_or_init(heard);
            let own = key(&heard.sounds);
            let soft: Vec<_> = heard.sounds.iter().map(|sounds| soft(sounds)).collect();
            let written = heard.written.iter().map(|consonants| Key::of(consonants));
            let others = written.chain([key(&soft)]).filter(|&key| key != own);
            for key in [own].into_iter().chain(others) {
                keys.extend(key.hashes().map(|hash| u64::from(hash) << 32 | number));
            }
        }
        keys.sort_unstable();
        keys.dedup();
        Self::of(names, keys, lang, PackedNames::default())
    }

    /// The index as bytes; none where that cannot be.
    pub(in crate::glossary) fn pack(&self) -> Vec<u8> {
        let mut packed = PackedNames::default();
        for number in 0..self.names.len() {
            let heard = postcard::to_allocvec(self.heard(number));
            packed.bytes.extend(heard.unwrap_or_default());
            packed.ends.push(packed.bytes.len());
        }
        let head = (&self.names, packed.ends, self.keys.len());
        let Ok(mut bytes) = postcard::to_allocvec(&head) else {
            return Vec::new();
        };
        bytes.extend(self.keys.iter().flat_map(|key| key.to_le_bytes()));
        bytes.extend(packed.bytes);
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
            nearest: Mutex::default(),
        }
    }

    /// The name that a spelling is nearest to: as it was found before, or else as `find` finds it.
    pub(super) fn nearest(
        &self,
        asked: Asked,
        find: impl FnOnce() -> Option<Nearest>,
    ) -> Option<Nearest> {
        let known = || self.nearest.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(&nearest) = known().get(&asked) {
            return nearest;
        }
        let nearest = find();
        let mut known = known();
        if known.len() == MOST_ASKED {
            known.clear();
        }
        known.insert(asked, nearest);
        nearest
    }

    /// What the name `number` sounds like; what cannot be unpacked sounds like nothing.
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

/// The names among the terms of `entries`, each written form once.
fn names(entries: &[Entry], lang: Lang) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut by_pieces = HashMap::new();
    let entries = entries.iter().enumerate();
    for (number, entry) in entries.filter(|(_, entry)| is_of_name(entry.kind)) {
        for (term, contents) in entry.terms(lang).iter().enumerate() {
            let is_name = lang == Lang::Persian || is_written_as_name(&contents.text);
            let pieces = pieces_of(&contents.text);
            let is_phrase = entry.kind == Kind::Organisation && pieces.len() > 2;
            if !is_name || is_phrase || !(1..=MOST_PIECES).contains(&pieces.len()) {
                continue;
            }
            let (letters, letter_set) =
                (pieces.concat().len(), letter_set(pieces.iter().flatten()));
            let count = pieces.len();
            let at = *by_pieces.entry(pieces).or_insert_with(|| {
                names.push(Name {
                    terms: Vec::new(),
                    letters,
                    letter_set,
                    pieces: count,
                    heard: OnceLock::new(),
                });
                names.len() - 1
            });
            names[at].terms.push(TermId {
                entry: number,
                term,
            });
        }
    }
    names
}

impl PackedNames {
    /// Unpacks what the name `number` sounds like.
    fn get(&self, number: usize) -> Option<Heard> {
        let before = number.checked_sub(1);
        let start = before.map_or(Some(0), |before| self.ends.get(before).copied())?;
        let bytes = self.bytes.get(start..*self.ends.get(number)?)?;
        let heard: Heard = postcard::from_bytes(bytes).ok()?;
        (heard.pieces.len() == heard.sounds.len()).then_some(heard)
    }
}

impl Heard {
    /// What terms sound like that are all written alike.
    fn of(terms: &[TermId], entries: &[Entry], lang: Lang) -> Self {
        let pieces = pieces_of(&entries[terms[0].entry].terms(lang)[terms[0].term].text);
        let sounds = sounds_of_pieces(&pieces);
        let mut heard = Self {
            is_person: false,
            consonants: consonants(&sounds.concat()),
            pieces,
            sounds,
            written: Vec::new(),
        };
        for entry in terms.iter().map(|id| &entries[id.entry]) {
            heard.is_person |= entry.kind == Kind::Person;
            for other in entry.terms(lang.other()) {
                let other = sounds_of_pieces(&pieces_of(&other.text));
                let written = written(&heard.sounds, &other);
                let new = written.filter(|written| !heard.written.contains(written));
                heard.written.extend(new);
            }
        }
        heard
    }
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

/// The sounds of each piece.
fn sounds_of_pieces(pieces: &[Vec<char>]) -> Vec<Vec<Sound>> {
    pieces.iter().map(|piece| sounds(piece)).collect()
}

/// The consonants of the part of `other`, a form in the other language, that `sounds` is a form of.
fn written(sounds: &[Vec<Sound>], other: &[Vec<Sound>]) -> Option<Vec<Sound>> {
    let own = key(sounds);
    let mut parts = (1..=other.len()).flat_map(|length| other.windows(length));
    let part = parts.find(|part| own.is_near(key(part)))?;
    Some(consonants(&part.concat()))
}
