//! What is known of a word as part of a name.

use super::words::is_common;
use crate::text::sounds::{Key, Sound, sounds_of};
use crate::text::{Lang, Parts};

/// A word as part of a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct NameForm {
    /// How many bytes of it belong to the name.
    pub(crate) length: u32,
    /// Its consonants, at least [`FEWEST`], and the first of them.
    pub(crate) key: Key,
    pub(crate) first: Sound,
}

/// The fewest consonants by which a name can be recognised.
pub(super) const FEWEST: u32 = 2;

impl NameForm {
    /// The form of a word, given as it folds and without a possessive; `None` where it is a common word, or has few
    /// consonants.
    pub(super) fn of(word: &str, lang: Lang) -> Option<Self> {
        let (name, stem) = match lang {
            Lang::Persian => persian_name(word),
            Lang::English => (word, word),
        };
        if is_common(name, lang) || is_common(stem, lang) {
            return None;
        }
        let sounds = sounds_of(name);
        let key = Key::of(&sounds);
        let first = *sounds.iter().find(|sound| !sound.is_vowel())?;
        (key.len() >= FEWEST).then_some(Self {
            length: u32::try_from(name.len()).ok()?,
            key,
            first,
        })
    }
}

/// The part of a Persian word that is the name, and its stem: endings other than that of the plural can be the end of a
/// name.
fn persian_name(word: &str) -> (&str, &str) {
    let parts = Parts::of(word);
    let stem = &word[parts.stem];
    let ending = parts.endings.into_iter().next();
    let is_plural = ending.is_some_and(|ending| word[ending].starts_with("ها"));
    (if is_plural { stem } else { word }, stem)
}
