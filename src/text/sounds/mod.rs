//! What a word sounds like, as Persian would write it: a small romanisation, read backwards.
//!
//! Both scripts become one row of sounds, so that Lavrof, Lawrow and لاوروف can be compared. A doubled letter is one
//! sound, and a silent he at the end is none. Nothing of this is ever shown.

mod key;

use serde::{Deserialize, Serialize};

use crate::text::Lang;

pub(crate) use self::key::Key;

/// A vowel, or a consonant that Persian has a letter for; letters that sound alike are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Sound {
    A,
    E,
    I,
    O,
    U,
    B,
    Ch,
    D,
    F,
    G,
    H,
    J,
    K,
    /// kh, خ
    Kh,
    L,
    M,
    N,
    P,
    /// q and gh, ق and غ
    Q,
    R,
    S,
    Sh,
    T,
    /// ts, tz: two letters in Persian, one in many languages
    Ts,
    /// v and w, و where it is a consonant
    V,
    Z,
    Zh,
}

impl Sound {
    /// Whether it is a vowel.
    pub(crate) fn is_vowel(self) -> bool {
        self <= Self::U
    }
}

/// The consonants among `sounds`.
pub(crate) fn consonants(sounds: &[Sound]) -> Vec<Sound> {
    let consonants = sounds.iter().copied().filter(|sound| !sound.is_vowel());
    consonants.collect()
}

/// The sounds of one word, given as it folds.
pub(crate) fn sounds_of(word: &str) -> Vec<Sound> {
    let mut letters = Vec::with_capacity(word.len());
    letters.extend(word.chars());
    sounds(&letters)
}

/// The same, for a word given as its letters.
pub(crate) fn sounds(word: &[char]) -> Vec<Sound> {
    let mut sounds = Vec::with_capacity(word.len());
    let is_persian = word.iter().any(|&c| Lang::of_letter(c) == Some(Lang::Persian));
    let mut at = 0;
    while at < word.len() {
        let length = if is_persian {
            persian(word, at, &mut sounds);
            1
        } else {
            english(word, at, &mut sounds)
        };
        at += length;
    }
    sounds.dedup();
    sounds
}

/// The sound of English letters that are read together, and their number; the longest first.
fn together(letters: &[char]) -> Option<(Sound, usize)> {
    Some(match letters {
        ['t', 's', 'c', 'h', ..] => (Sound::Ch, 4),
        ['t', 'c', 'h', ..] => (Sound::Ch, 3),
        ['s', 'c', 'h', ..] => (Sound::Sh, 3),
        ['d', 'z', 'h', ..] => (Sound::J, 3),
        ['c', 'h', ..] => (Sound::Ch, 2),
        ['c', 'k', ..] => (Sound::K, 2),
        ['c', 'z', ..] => (Sound::Ch, 2),
        ['d', 'h', ..] => (Sound::D, 2),
        ['d', 'j', ..] => (Sound::J, 2),
        ['e', 'e', ..] => (Sound::I, 2),
        ['g', 'h', ..] => (Sound::Q, 2),
        ['k', 'h', ..] => (Sound::Kh, 2),
        ['o', 'o', ..] => (Sound::U, 2),
        ['o', 'u', ..] => (Sound::U, 2),
        ['p', 'h', ..] => (Sound::F, 2),
        ['s', 'h', ..] => (Sound::Sh, 2),
        ['t', 'h', ..] => (Sound::T, 2),
        ['t', 's', ..] => (Sound::Ts, 2),
        ['t', 'z', ..] => (Sound::Ts, 2),
        ['z', 'h', ..] => (Sound::Zh, 2),
        _ => return None,
    })
}

/// Reads what stands at `at`; returns the number of letters that were read.
fn english(word: &[char], at: usize, sounds: &mut Vec<Sound>) -> usize {
    let rest = &word[at..];
    // Silent, as in Straight, Wright.
    if rest.starts_with(&['g', 'h', 't']) && at > 0 && word[at - 1] == 'i' {
        return 2;
    }
    if let Some((sound, length)) = together(rest) {
        sounds.push(sound);
        return length;
    }
    let next = rest.get(1).copied();
    let sound = match rest[0] {
        'a' => Sound::A,
        'b' => Sound::B,
        'c' if matches!(next, Some('e' | 'i' | 'y')) => Sound::S,
        'c' | 'k' => Sound::K,
        'd' => Sound::D,
        'e' => Sound::E,
        'f' => Sound::F,
        'g' => Sound::G,
        'h' if at > 0 && next.is_none() => return 1,
        'h' => Sound::H,
        'i' | 'y' => Sound::I,
        'j' => Sound::J,
        'l' => Sound::L,
        'm' => Sound::M,
        'n' => Sound::N,
        'o' => Sound::O,
        'p' => Sound::P,
        'q' => Sound::Q,
        'r' => Sound::R,
        's' => Sound::S,
        't' => Sound::T,
        'u' => Sound::U,
        'v' | 'w' => Sound::V,
        'x' if at == 0 && matches!(next, Some('a' | 'o')) => Sound::Kh,
        'x' if at == 0 => Sound::Sh,
        // Shamxani; but Marx, Minx.
        'x' if next.is_some() && !is_vowel(word[at - 1]) => Sound::Kh,
        'x' => {
            sounds.push(Sound::K);
            Sound::S
        }
        'z' => Sound::Z,
        _ => return 1,
    };
    sounds.push(sound);
    1
}

/// Whether English writes a vowel with the letter.
pub(crate) fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Reads the letter at `at`.
fn persian(word: &[char], at: usize, sounds: &mut Vec<Sound>) {
    let next = word.get(at + 1).copied();
    let is_alef = |c: Option<char>| matches!(c, Some('ا' | 'آ'));
    let sound = match word[at] {
        'ا' | 'آ' | 'ع' => Sound::A,
        'ه' if at > 0 && next.is_none() => Sound::E,
        'ه' => Sound::H,
        // The alef is no sound of its own: اون, اوکراین.
        'و' if at == 1 && is_alef(Some(word[0])) && !is_alef(next) => {
            sounds.clear();
            Sound::U
        }
        'و' if at == 0 || is_alef(next) || is_alef(Some(word[at - 1])) => Sound::V,
        'و' if next.is_none() && word[at - 1] == 'و' => Sound::V,
        'و' | 'ؤ' => Sound::U,
        'ی' | 'ئ' => Sound::I,
        letter => match consonant(letter) {
            Some(consonant) => consonant,
            None => return,
        },
    };
    sounds.push(sound);
}

/// The consonant that a Persian letter is wherever it stands.
fn consonant(letter: char) -> Option<Sound> {
    let at = (letter as usize).checked_sub(ARABIC as usize)?;
    CONSONANTS.get(at).copied().flatten()
}

/// The first letter of the Arabic block of Unicode, and the consonants in it: a table, since a processor could not
/// predict the branches that letters would take.
const ARABIC: char = '\u{600}';
static CONSONANTS: [Option<Sound>; 256] = {
    let mut consonants = [None; 256];
    let mut at = u8::MIN;
    loop {
        if let Some(letter) = char::from_u32(ARABIC as u32 + at as u32) {
            consonants[at as usize] = consonant_of(letter);
        }
        if at == u8::MAX {
            break consonants;
        }
        at += 1;
    }
};

/// The consonant of each letter.
const fn consonant_of(letter: char) -> Option<Sound> {
    Some(match letter {
        'ب' => Sound::B,
        'پ' => Sound::P,
        'ت' | 'ط' => Sound::T,
        'ث' | 'س' | 'ص' => Sound::S,
        'ج' => Sound::J,
        'چ' => Sound::Ch,
        'ح' => Sound::H,
        'خ' => Sound::Kh,
        'د' => Sound::D,
        'ذ' | 'ز' | 'ض' | 'ظ' => Sound::Z,
        'ر' => Sound::R,
        'ژ' => Sound::Zh,
        'ش' => Sound::Sh,
        'غ' | 'ق' => Sound::Q,
        'ف' => Sound::F,
        'ک' => Sound::K,
        'گ' => Sound::G,
        'ل' => Sound::L,
        'م' => Sound::M,
        'ن' => Sound::N,
        _ => return None,
    })
}

/// The sounds among which is the first consonant of a Persian word, or of any beginning of it; found without working
/// out its sounds.
pub(crate) fn first_consonants(word: &str) -> SoundSet {
    let mut set = SoundSet::default();
    for letter in word.chars() {
        match letter {
            'ه' => set.add(Sound::H),
            'و' => set.add(Sound::V),
            letter => {
                if let Some(consonant) = consonant(letter) {
                    set.add(consonant);
                    break;
                }
            }
        }
    }
    set
}

/// Some sounds, a bit for each.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SoundSet(u32);

impl SoundSet {
    /// Adds a sound.
    pub(crate) fn add(&mut self, sound: Sound) {
        self.0 |= 1 << sound as u32;
    }

    /// Whether a sound is in both.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn have_one_key(words: &[&str]) {
        let key = |word: &str| {
            let word: Vec<char> = word.chars().collect();
            consonants(&sounds(&word))
        };
        for word in words {
            assert_eq!(key(word), key(words[0]), "{word}");
        }
    }

    #[test]
    fn spellings_of_one_name_have_the_same_consonants() {
        have_one_key(&["lavrof", "lawroff", "لاوروف"]);
        have_one_key(&["wonsan", "vonsan", "وونسان"]);
        have_one_key(&["araghchi", "araqchi", "araqtchi", "عراقچی"]);
        have_one_key(&["khamenei", "khameneyi"]);
        have_one_key(&["haniyeh", "hanieh", "haniya", "هنیه"]);
        have_one_key(&["putin", "poutine", "پوتین"]);
        have_one_key(&["zelenskyy", "zelenski"]);
    }

    #[test]
    fn the_first_consonant_is_among_those_that_are_told_without_the_sounds() {
        for word in ["لاوروف", "وونسان", "اوکراین", "هنیه", "عراقچی", "هاوانا", "آوا"]
        {
            let letters: Vec<char> = word.chars().collect();
            for length in 1..=letters.len() {
                let first = consonants(&sounds(&letters[..length])).first().copied();
                let mut its = SoundSet::default();
                first.into_iter().for_each(|sound| its.add(sound));
                let is_told = first_consonants(word).meets(its);
                assert_eq!(is_told, first.is_some(), "{word} {length}");
            }
        }
        let mut other = SoundSet::default();
        other.add(Sound::M);
        assert!(!first_consonants("لاوروف").meets(other));
    }

    #[test]
    fn letters_of_other_scripts_have_no_sound() {
        assert_eq!(sounds(&['ж', '7', '中']), []);
    }
}
