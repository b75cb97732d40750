//! The words of one text: what each says is found out once, however often it stands there.

use foldhash::{HashMap, HashMapExt};

use super::clue::{Clue, ClueKind};
use super::words::meanings_of;
use crate::text::sounds::{Key, sounds_of};
use crate::text::{Lang, Parts};

/// What a word says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// Its stem, by number.
    pub(super) stem: u32,
    /// Its meanings.
    pub(super) meanings: &'static [u32],
    /// How it sounds, and how its stem does; in Persian only, where any word may be a name.
    pub(super) sounds: [Option<Clue>; 2],
}

/// The words of one text. Words and stems are kept by their hashes, as clues are.
#[derive(Debug)]
pub(super) struct Lexicon {
    lang: Lang,
    forms: HashMap<Clue, Form>,
    numbers: HashMap<Clue, u32>,
    /// The meanings of each stem, as its first form has them.
    meanings: Vec<&'static [u32]>,
}

/// The fewest consonants by which a name is known again.
const FEWEST_CONSONANTS: u32 = 2;

impl Lexicon {
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            lang,
            forms: HashMap::new(),
            numbers: HashMap::new(),
            meanings: Vec::new(),
        }
    }

    /// What a word says, given as it folds.
    pub(super) fn form(&mut self, letters: &str) -> Form {
        let hash = Clue::new(ClueKind::Word, letters);
        if let Some(form) = self.forms.get(&hash) {
            return *form;
        }
        let (stem, sounds) = match self.lang {
            Lang::Persian => {
                let stem = &letters[Parts::of(letters).stem];
                let own_sound = (stem != letters).then(|| sound(stem)).flatten();
                (stem, [sound(letters), own_sound])
            }
            Lang::English => (english_stem(letters), [None; 2]),
        };
        let mut meanings = meanings_of(letters, self.lang);
        if meanings.is_empty() {
            meanings = meanings_of(stem, self.lang);
        }
        let form = Form {
            stem: self.number(stem, meanings),
            meanings,
            sounds,
        };
        self.forms.insert(hash, form);
        form
    }

    fn number(&mut self, stem: &str, meanings: &'static [u32]) -> u32 {
        let next = u32::try_from(self.meanings.len()).unwrap_or(u32::MAX);
        let hash = Clue::new(ClueKind::Word, stem);
        let number = *self.numbers.entry(hash).or_insert(next);
        if number == next {
            self.meanings.push(meanings);
        }
        number
    }

    /// The meanings of each stem, by its number.
    pub(super) fn into_meanings(self) -> Vec<&'static [u32]> {
        self.meanings
    }
}

/// The consonants of a word that may be a name; none where they are few.
pub(super) fn sound(letters: &str) -> Option<Clue> {
    let key = Key::of(&sounds_of(letters));
    (key.len() >= FEWEST_CONSONANTS).then(|| Clue::new(ClueKind::Sound, key))
}

/// An English word without the endings that most words can have.
fn english_stem(word: &str) -> &str {
    let cut = ["ing", "ed", "es", "s"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending));
    cut.filter(|stem| stem.len() >= 3).unwrap_or(word)
}
