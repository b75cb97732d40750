//! The words of one text: what each says is found out once, however often it stands there.

use foldhash::{HashMap, HashMapExt};

use super::clue::{Clue, ClueKind};
use super::words::meanings_of;
use crate::text::sounds::{Key, sounds};
use crate::text::{Lang, Parts};

/// What a word says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// Its stem, by number.
    pub(super) stem: u32,
    /// Its meanings.
    pub(super) meanings: &'static [u32],
    /// How it sounds, and in Persian how its stem does.
    pub(super) sounds: [Option<Clue>; 2],
}

/// The words of one text.
#[derive(Debug)]
pub(super) struct Lexicon {
    lang: Lang,
    forms: HashMap<String, Form>,
    numbers: HashMap<String, u32>,
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
        if let Some(form) = self.forms.get(letters) {
            return *form;
        }
        let (stem, own_sound) = match self.lang {
            Lang::Persian => {
                let stem = &letters[Parts::of(letters).stem];
                (stem, (stem != letters).then(|| sound(stem)).flatten())
            }
            Lang::English => (english_stem(letters), None),
        };
        let mut meanings = meanings_of(letters, self.lang);
        if meanings.is_empty() {
            meanings = meanings_of(stem, self.lang);
        }
        let form = Form {
            stem: self.number(stem, meanings),
            meanings,
            sounds: [sound(letters), own_sound],
        };
        self.forms.insert(letters.to_owned(), form);
        form
    }

    fn number(&mut self, stem: &str, meanings: &'static [u32]) -> u32 {
        if let Some(&number) = self.numbers.get(stem) {
            return number;
        }
        let number = u32::try_from(self.meanings.len()).unwrap_or(u32::MAX);
        self.numbers.insert(stem.to_owned(), number);
        self.meanings.push(meanings);
        number
    }

    /// The meanings of each stem, by its number.
    pub(super) fn into_meanings(self) -> Vec<&'static [u32]> {
        self.meanings
    }
}

/// The consonants of a word that may be a name; none where they are few.
fn sound(letters: &str) -> Option<Clue> {
    let key = Key::of(&sounds(&letters.chars().collect::<Vec<_>>()));
    (key.len() >= FEWEST_CONSONANTS).then(|| Clue::new(ClueKind::Sound, key))
}

/// An English word without the endings that most words can have.
fn english_stem(word: &str) -> &str {
    let cut = ["ing", "ed", "es", "s"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending));
    cut.filter(|stem| stem.len() >= 3).unwrap_or(word)
}
