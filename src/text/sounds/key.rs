//! The key under which names are filed: consonants, where those that are easily confused count as one.

use std::cmp::Ordering;
use std::iter;

use super::Sound;

/// The most digits of a key.
const MOST: u32 = 16;
/// The fewest digits of a key that is also looked up with one left out.
const LONG: u32 = 4;

/// Consonants as hexadecimal digits, the last one lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    digits: u64,
    length: u32,
}

impl Key {
    /// The key of one word.
    pub(crate) fn of(sounds: &[Sound]) -> Self {
        let mut key = Self::default();
        let mut consonants = sounds.iter().filter(|sound| !sound.is_vowel()).peekable();
        while let Some(&sound) = consonants.next() {
            let is_in_affricate = sound == Sound::T
                && consonants.peek().is_some_and(|&&next| class(next) == SIBILANT);
            if sound != Sound::H && !is_in_affricate {
                key.push(class(sound));
            }
        }
        key
    }

    /// The key of this word followed by `next`, with a digit for the break, so that separate words are one digit away
    /// from joined ones.
    pub(crate) fn join(mut self, next: Self) -> Self {
        if self.length > 0 {
            self.push(BREAK);
        }
        for i in (0..next.length).rev() {
            self.push(next.digits >> (4 * i) & 0xF);
        }
        self
    }

    /// The number of digits.
    pub(crate) fn len(self) -> u32 {
        self.length
    }

    /// Adds a digit, unless the last one is the same or there is no room for more.
    fn push(&mut self, digit: u64) {
        let is_double = self.length > 0 && self.digits & 0xF == digit;
        if !is_double && self.length < MOST {
            self.digits = self.digits << 4 | digit;
            self.length += 1;
        }
    }

    /// Hashes of the key itself and, if it is long, of what is left without each of its digits.
    pub(crate) fn hashes(self) -> impl Iterator<Item = u32> {
        let count = if self.length >= LONG { self.length } else { 0 };
        iter::once(self.hash()).chain((0..count).map(move |i| self.without(i).hash()))
    }

    /// Whether the two are the same, or become so when each loses a digit.
    pub(crate) fn is_near(self, other: Self) -> bool {
        if self == other {
            return self.length > 0;
        }
        let is_short = self.length.min(other.length) < LONG - 1;
        if is_short || self.length.abs_diff(other.length) > 1 {
            return false;
        }
        // The digits below the lowest that differs are the same, so that in one of the two it is this one that is lost.
        let at = (self.digits ^ other.digits).trailing_zeros() / 4;
        let lost = |key: Self| (0..key.length).map(move |i| key.without(i));
        match self.length.cmp(&other.length) {
            Ordering::Greater => self.without(at) == other,
            Ordering::Less => self == other.without(at),
            Ordering::Equal => {
                lost(other).any(|key| key == self.without(at))
                    || lost(self).any(|key| key == other.without(at))
            }
        }
    }

    fn without(self, i: u32) -> Self {
        let low = self.digits & ((1 << (4 * i)) - 1);
        let high = self.digits.checked_shr(4 * (i + 1)).unwrap_or_default();
        Self { digits: high << (4 * i) | low, length: self.length - 1 }
    }

    /// Spreads the keys evenly; it is rare that two keys have the same hash, and does no harm.
    fn hash(self) -> u32 {
        let mixed =
            (self.digits ^ u64::from(self.length) << 60).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mixed = (mixed ^ mixed >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        u32::try_from(mixed >> 32).expect("32 bits are left")
    }
}

const SIBILANT: u64 = 2;
const BREAK: u64 = 15;

/// The digit of a consonant: which of them count as one.
fn class(sound: Sound) -> u64 {
    match sound {
        Sound::K | Sound::G | Sound::Q | Sound::Kh => 1,
        Sound::S | Sound::Z | Sound::Sh | Sound::Ts | Sound::Zh | Sound::Ch | Sound::J => SIBILANT,
        Sound::T | Sound::D => 4,
        Sound::P | Sound::B => 5,
        Sound::F | Sound::V => 6,
        Sound::M => 7,
        Sound::N => 8,
        Sound::L => 9,
        Sound::R => 10,
        Sound::H => 11,
        Sound::A | Sound::E | Sound::I | Sound::O | Sound::U => 12,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sounds::sounds;

    fn key(word: &str) -> Key {
        Key::of(&sounds(&word.chars().collect::<Vec<_>>()))
    }

    fn meet(a: &str, b: &str) -> bool {
        let others: Vec<u32> = key(b).hashes().collect();
        key(a).hashes().any(|hash| others.contains(&hash))
    }

    #[test]
    fn spellings_meet_that_differ_by_one_consonant() {
        assert!(meet("lavrov", "lawroff"));
        assert!(meet("stoltenberg", "stoltenbeg"));
        assert!(meet("stoltenbeg", "stoltenberg"));
        assert!(meet("medvedev", "medevdev"));
        assert!(meet("gorbachev", "gordachev"));
        assert!(!meet("stoltenberg", "soltenbeg"));
        assert!(!meet("putin", "patten-kim"));
    }

    #[test]
    fn keys_are_near_that_become_the_same_without_a_digit() {
        let forms = |key: Key| -> Vec<Key> {
            let shorter = (0..key.length).map(|i| key.without(i));
            shorter.chain([key]).collect()
        };
        let words = ["lavrov", "rovlav", "varvalov", "lalarov", "lalaror", "rarov", "ravrov"];
        let words = words.into_iter().chain(["lavlavrov", "lavravlov", "medvedev", "medevdev"]);
        let keys: Vec<Key> = words.map(key).filter(|key| key.length >= LONG - 1).collect();
        let mut near = 0;
        for (&a, &b) in keys.iter().flat_map(|a| keys.iter().map(move |b| (a, b))) {
            let is_near = forms(a).iter().any(|form| forms(b).contains(form));
            assert_eq!(a.is_near(b), is_near, "{a:?} {b:?}");
            near += u32::from(is_near && a != b);
        }
        assert_eq!(near, 10);
    }

    #[test]
    fn words_parted_meet_the_whole() {
        let whole: Vec<u32> = key("pyongyang").hashes().collect();
        assert!(key("pyong").join(key("yang")).hashes().any(|hash| whole.contains(&hash)));
        assert_eq!(key("").join(key("kim")), key("kim"));
        let long = "bdbdbdbdbdbdbdbdbdbd";
        assert_eq!(key(long).join(key(long)).len(), MOST);
        assert_eq!(key(long).hashes().count(), 17);
    }
}
