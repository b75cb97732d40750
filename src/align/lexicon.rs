//! The words of one language: what each says is found out once, in however many texts it stands.

use foldhash::{HashMap, HashMapExt};

use super::clue::{Clue, ClueKind, hash_of};
use super::lists::Lists;
use super::name_form::{FEWEST, NameForm};
use super::table::{Hashed, Table};
use super::words::{MOST_MEANINGS, meanings_of};
use crate::text::sounds::{Key, sounds_of};
use crate::text::{Lang, Parts};

/// What the words of one language say, as far as they were asked for.
#[derive(Debug)]
pub struct Lexicon {
    lang: Lang,
    forms: Table<Form>,
    /// What words are like as those of names, as far as that was asked for.
    names: Table<Name>,
    /// The numbers of the stems, by their hashes.
    stem_numbers: HashMap<u64, u32>,
    /// For each stem, its place in the last text that has it.
    stems: Vec<Stem>,
    /// How many texts were begun.
    texts: u32,
}

/// What a word says; it stands on one line of a cache.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
pub(super) struct Form {
    /// A hash of it, not 0: of two words one hash is rare, and does little harm.
    pub(super) hash: u64,
    /// How it sounds, and how its stem does, as far as that may be a name: in Persian, where any word may be one, both of
    /// them, in English the word alone.
    sounds: [Clue; 2],
    /// The number of its stem.
    stem: u32,
    sound_count: u8,
    meaning_count: u8,
    meanings: [u16; MOST_MEANINGS],
}

const _: () = assert!(size_of::<Form>() == 64);

/// A word as one of a name.
#[derive(Clone, Copy, Debug, Default)]
struct Name {
    hash: u64,
    form: Option<NameForm>,
}

/// A stem in a text.
#[derive(Clone, Copy, Debug, Default)]
struct Stem {
    /// How many texts had been begun when it was met last, that one among them.
    text: u32,
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
            forms: Table::new(),
            names: Table::new(),
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
    #[inline]
    pub(super) fn form(&mut self, letters: &str) -> Form {
        let hash = word_hash(letters);
        match self.forms.get(hash) {
            Some(form) => form,
            None => self.add(letters, hash),
        }
    }

    /// What a word is like as one of a name, given as it folds and without a possessive.
    pub(crate) fn name_form(&mut self, letters: &str) -> Option<NameForm> {
        let hash = word_hash(letters);
        match self.names.get(hash) {
            Some(name) => name.form,
            None => self.add_name(letters, hash),
        }
    }

    /// Begins a text; all words are forgotten where they are many.
    pub(super) fn begin(&mut self) {
        let are_many = self.forms.len().max(self.names.len()) >= MOST;
        if are_many || self.texts == u32::MAX {
            *self = Self::new(self.lang);
        }
        self.texts += 1;
    }

    /// The number of the stem of a word in the text that was begun, the stems of which `meanings` are.
    pub(super) fn stem_in_text(&mut self, form: &Form, meanings: &mut Lists<u16>) -> u32 {
        let stem = &mut self.stems[form.stem as usize];
        if stem.text != self.texts {
            *stem = Stem {
                text: self.texts,
                number: narrow(meanings.len()),
            };
            meanings.push(form.meanings().iter().copied());
        }
        stem.number
    }

    /// Adds a word.
    fn add(&mut self, letters: &str, hash: u64) -> Form {
        let stem = match self.lang {
            Lang::Persian => &letters[Parts::of(letters).stem],
            Lang::English => english_stem(letters),
        };
        let meanings = match meanings_of(letters, self.lang) {
            [] => meanings_of(stem, self.lang),
            own => own,
        };
        let sounds_apart = self.lang == Lang::Persian && stem != letters;
        let of_stem = sounds_apart.then(|| sound(stem)).flatten();
        let next = narrow(self.stems.len());
        let number = *self.stem_numbers.entry(hash_of(stem)).or_insert(next);
        if number == next {
            self.stems.push(Stem::default());
        }
        let mut form = Form {
            hash,
            stem: number,
            ..Form::default()
        };
        for clue in [sound(letters), of_stem].into_iter().flatten() {
            form.sounds[usize::from(form.sound_count)] = clue;
            form.sound_count += 1;
        }
        for (place, &meaning) in form.meanings.iter_mut().zip(meanings) {
            *place = meaning;
            form.meaning_count += 1;
        }
        self.forms.insert(form);
        form
    }

    /// Adds a word as one of a name.
    fn add_name(&mut self, letters: &str, hash: u64) -> Option<NameForm> {
        let form = NameForm::of(letters, self.lang);
        self.names.insert(Name { hash, form });
        form
    }
}

impl Form {
    /// The same for a word that is no name.
    pub(super) fn without_sounds(self) -> Self {
        Self {
            sound_count: 0,
            ..self
        }
    }

    /// Its meanings.
    pub(super) fn meanings(&self) -> &[u16] {
        &self.meanings[..usize::from(self.meaning_count)]
    }

    /// How it sounds where it is a name, and how its stem does.
    pub(super) fn sounds(&self) -> &[Clue] {
        &self.sounds[..usize::from(self.sound_count)]
    }
}

impl Hashed for Form {
    fn hash(&self) -> u64 {
        self.hash
    }
}

impl Hashed for Name {
    fn hash(&self) -> u64 {
        self.hash
    }
}

/// The hash by which a word is found, given as it folds.
fn word_hash(letters: &str) -> u64 {
    hash_of(letters) | 1
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
