//! The words of one language: what each says is found out once, in however many texts it stands.

use std::ops::Range;

use hashbrown::HashMap;

use super::clue::{Clue, ClueKind, hash_of};
use super::words::meanings_of;
use crate::text::sounds::{Key, sounds_of};
use crate::text::{Lang, Parts};

/// What a word says.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// Its stem, as bytes of it.
    pub(crate) stem: Range<usize>,
    /// Whether what is written on to the stem begins with the sign of the plural; in Persian only.
    pub(crate) is_plural: bool,
    /// Its meanings.
    pub(crate) meanings: &'static [u32],
    /// A hash of the stem.
    pub(super) stem_hash: u64,
    /// How it sounds, and how its stem does; in Persian only, where any word may be a name.
    pub(super) sounds: [Option<Clue>; 2],
    /// How it sounds where it is a name; in English only.
    pub(super) name_sound: Option<Clue>,
}

/// What the words of one language say, as far as they were asked for.
#[derive(Debug)]
pub struct Lexicon {
    lang: Lang,
    /// The number of each word, by a hash of it: of two words one hash is rare, and does little harm.
    numbers: HashMap<u64, usize>,
    /// In the order in which they were met, so that frequent words stand together.
    forms: Vec<Form>,
}

/// A lexicon of each language; whoever reads several texts keeps them from one to the next.
#[derive(Debug)]
pub struct Lexicons([Lexicon; 2]);

/// The fewest consonants by which a name is known again.
const FEWEST_CONSONANTS: u32 = 2;

/// The most words that are kept.
const MOST: usize = 50_000;

impl Default for Lexicons {
    fn default() -> Self {
        Self(Lang::ALL.map(Lexicon::new))
    }
}

impl Lexicons {
    /// That of one language.
    pub fn of(&mut self, lang: Lang) -> &mut Lexicon {
        self.with_other(lang)[0]
    }

    /// That of one language, and that of the other.
    pub fn with_other(&mut self, lang: Lang) -> [&mut Lexicon; 2] {
        let [persian, english] = self.0.each_mut();
        match lang {
            Lang::Persian => [persian, english],
            Lang::English => [english, persian],
        }
    }
}

impl Lexicon {
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            lang,
            numbers: HashMap::new(),
            forms: Vec::new(),
        }
    }

    /// The language of the words.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// What a word says, given as it folds.
    pub(crate) fn form(&mut self, letters: &str) -> &Form {
        self.form_of(letters, hash_of(letters))
    }

    /// The same for a word of which the hash is known.
    pub(super) fn form_of(&mut self, letters: &str, hash: u64) -> &Form {
        if self.forms.len() == MOST {
            self.numbers.clear();
            self.forms.clear();
        }
        let number = *self.numbers.entry(hash).or_insert(self.forms.len());
        if number == self.forms.len() {
            self.forms.push(Form::of(letters, self.lang));
        }
        &self.forms[number]
    }
}

impl Form {
    fn of(letters: &str, lang: Lang) -> Self {
        let (stem, is_plural) = match lang {
            Lang::Persian => {
                let parts = Parts::of(letters);
                let ending = parts.endings.first().cloned();
                let is_plural = ending.is_some_and(|ending| letters[ending].starts_with("ها"));
                (parts.stem, is_plural)
            }
            Lang::English => (0..english_stem(letters).len(), false),
        };
        let its_stem = &letters[stem.clone()];
        let meanings = match meanings_of(letters, lang) {
            [] => meanings_of(its_stem, lang),
            own => own,
        };
        let sounds = match lang {
            Lang::Persian if its_stem == letters => [sound(letters), None],
            Lang::Persian => [sound(letters), sound(its_stem)],
            Lang::English => [None; 2],
        };
        Self {
            is_plural,
            meanings,
            stem_hash: hash_of(its_stem),
            sounds,
            name_sound: match lang {
                Lang::Persian => None,
                Lang::English => sound(letters),
            },
            stem,
        }
    }
}

/// The consonants of a word that may be a name; none where they are few.
fn sound(letters: &str) -> Option<Clue> {
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
