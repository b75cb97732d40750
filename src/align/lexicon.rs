//! The words of one language: what each says is found out once, in however many texts it stands.

use std::ops::Range;

use hashbrown::{HashMap, HashTable};

use super::clue::{Clue, ClueKind, hash_of};
use super::name_form::{FEWEST, NameForm};
use super::words::meanings_of;
use crate::text::sounds::{Key, sounds_of};
use crate::text::{Lang, Parts};

/// What a word says.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// A hash of it: of two words one hash is rare, and does little harm.
    hash: u64,
    /// Its meanings.
    pub(super) meanings: &'static [u32],
    /// How it sounds, and how its stem does, as far as that may be a name: in Persian, where any word may be one, both of
    /// them, in English the word alone.
    sounds: [Clue; 2],
    sound_count: u8,
    /// Whether what is written on to the stem begins with the sign of the plural; in Persian only.
    pub(super) is_plural: bool,
    /// The number of its stem.
    stem: u32,
    /// Where its stem stands in it, in bytes.
    stem_span: Range<u32>,
}

/// What the words of one language say, as far as they were asked for.
#[derive(Debug)]
pub struct Lexicon {
    lang: Lang,
    /// The numbers of the forms, by the hashes of the words.
    numbers: HashTable<u32>,
    /// In the order in which they were met, so that frequent words stand together.
    forms: Vec<Form>,
    /// What each is like as a word of a name, as far as that was asked for; not all of them need be here.
    names: Vec<Option<Option<NameForm>>>,
    /// The numbers of the stems, by their hashes.
    stem_numbers: HashMap<u64, u32>,
    /// For each stem, its place in the last text that has it.
    stems: Vec<Stem>,
    /// How many texts were begun.
    texts: usize,
}

/// A stem in a text.
#[derive(Clone, Copy, Debug, Default)]
struct Stem {
    /// How many texts had been begun when it was met last, that one among them.
    text: usize,
    /// Its number among the stems of that text.
    number: u32,
}

/// A lexicon of each language; whoever reads several texts keeps them from one to the next.
#[derive(Debug)]
pub struct Lexicons([Lexicon; 2]);

/// From so many words on they are forgotten between texts.
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
            numbers: HashTable::new(),
            forms: Vec::new(),
            names: Vec::new(),
            stem_numbers: HashMap::new(),
            stems: Vec::new(),
            texts: 0,
        }
    }

    /// The language of the words.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// What a word says, given as it folds.
    pub(super) fn form(&mut self, letters: &str) -> &Form {
        self.forget();
        let number = self.number(hash_of(letters), letters);
        &self.forms[number]
    }

    /// What a word is like as one of a name, given as it folds and without a possessive.
    pub(crate) fn name_form(&mut self, letters: &str) -> Option<NameForm> {
        self.forget();
        let number = self.number(hash_of(letters), letters);
        if self.names.len() <= number {
            self.names.resize(self.forms.len(), None);
        }
        let form = || NameForm::of(letters, &self.forms[number], self.lang);
        *self.names[number].get_or_insert_with(form)
    }

    /// Begins a text.
    pub(super) fn begin(&mut self) {
        self.forget();
        self.texts += 1;
    }

    /// What the word with this number, one of the text that was begun, says, and the number of its stem in this text, the
    /// stems of which `meanings` are.
    pub(super) fn form_in_text(
        &mut self,
        number: usize,
        meanings: &mut Vec<&'static [u32]>,
    ) -> (&Form, u32) {
        let form = &self.forms[number];
        let stem = &mut self.stems[form.stem as usize];
        if stem.text != self.texts {
            *stem = Stem {
                text: self.texts,
                number: narrow(meanings.len()),
            };
            meanings.push(form.meanings);
        }
        (form, stem.number)
    }

    /// The number of the form of a word, given with its hash.
    #[inline]
    pub(super) fn number(&mut self, hash: u64, letters: &str) -> usize {
        let hash_at = |&number: &u32| self.forms[number as usize].hash;
        match self.numbers.find(hash, |number| hash_at(number) == hash) {
            Some(&number) => number as usize,
            None => self.add(letters, hash),
        }
    }

    /// Adds a word, and gives the number of its form.
    fn add(&mut self, letters: &str, hash: u64) -> usize {
        let number = self.forms.len();
        let hash_at = |&number: &u32| self.forms[number as usize].hash;
        self.numbers.insert_unique(hash, narrow(number), hash_at);
        let (span, is_plural) = match self.lang {
            Lang::Persian => {
                let parts = Parts::of(letters);
                let ending = parts.endings.first().cloned();
                let is_plural = ending.is_some_and(|ending| letters[ending].starts_with("ها"));
                (parts.stem, is_plural)
            }
            Lang::English => (0..english_stem(letters).len(), false),
        };
        let stem = &letters[span.clone()];
        let meanings = match meanings_of(letters, self.lang) {
            [] => meanings_of(stem, self.lang),
            own => own,
        };
        let sounds_apart = self.lang == Lang::Persian && stem != letters;
        let of_stem = sounds_apart.then(|| sound(stem)).flatten();
        let mut sounds = [Clue::default(); 2];
        let mut sound_count = 0;
        for clue in [sound(letters), of_stem].into_iter().flatten() {
            sounds[usize::from(sound_count)] = clue;
            sound_count += 1;
        }
        let next = narrow(self.stems.len());
        let stem = *self.stem_numbers.entry(hash_of(stem)).or_insert(next);
        if stem == next {
            self.stems.push(Stem::default());
        }
        self.forms.push(Form {
            hash,
            meanings,
            sounds,
            sound_count,
            is_plural,
            stem,
            stem_span: narrow(span.start)..narrow(span.end),
        });
        number
    }

    /// Forgets all words where they are many; no text may be begun whose words are still asked for.
    fn forget(&mut self) {
        if self.forms.len() >= MOST {
            self.numbers.clear();
            self.forms.clear();
            self.names.clear();
            self.stem_numbers.clear();
            self.stems.clear();
        }
    }
}

impl Form {
    /// The stem of the word, given as it folds.
    pub(super) fn stem<'a>(&self, letters: &'a str) -> &'a str {
        let span = self.stem_span.start as usize..self.stem_span.end as usize;
        letters.get(span).unwrap_or(letters)
    }

    /// The same for a word that is no name.
    pub(super) fn without_sounds(self) -> Self {
        Self {
            sound_count: 0,
            ..self
        }
    }

    /// How it sounds where it is a name, and how its stem does.
    pub(super) fn sounds(&self) -> &[Clue] {
        &self.sounds[..usize::from(self.sound_count)]
    }
}

/// A number as it is kept.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The consonants of a word that may be a name; none where they are few.
fn sound(letters: &str) -> Option<Clue> {
    let key = Key::of(&sounds_of(letters));
    (key.len() >= FEWEST).then(|| Clue::new(ClueKind::Sound, key))
}

/// An English word without the endings that most words can have.
fn english_stem(word: &str) -> &str {
    let cut = ["ing", "ed", "es", "s"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending));
    cut.filter(|stem| stem.len() >= 3).unwrap_or(word)
}
