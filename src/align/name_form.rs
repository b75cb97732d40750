//! What a word is like where it is one of a name.

use super::lexicon::Form;
use super::words::is_common;
use crate::text::Lang;
use crate::text::sounds::{Key, Sound, sounds_of};

/// A word as one of a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameForm {
    /// How many bytes of it are the name.
    pub(crate) length: usize,
    /// Its consonants, at least [`FEWEST`], and the first of them.
    pub(crate) key: Key,
    pub(crate) first: Sound,
}

/// The fewest consonants by which a name is known again.
pub(super) const FEWEST: u32 = 2;

impl NameForm {
    /// That of a word, given as it folds and without a possessive, with its form; `None` where it is a common word, or has few
    /// consonants.
    pub(super) fn of(word: &str, form: &Form, lang: Lang) -> Option<Self> {
        let stem = match lang {
            Lang::Persian => form.stem(word),
            Lang::English => word,
        };
        // Other endings than that of the Persian plural can be the end of a name.
        let name = if form.is_plural { stem } else { word };
        let may_be_common = !form.meanings.is_empty();
        if may_be_common && (is_common(name, lang) || is_common(stem, lang)) {
            return None;
        }
        let sounds = sounds_of(name);
        let key = Key::of(&sounds);
        let first = *sounds.iter().find(|sound| !sound.is_vowel())?;
        (key.len() >= FEWEST).then_some(Self {
            length: name.len(),
            key,
            first,
        })
    }
}
