//! The words of one language: what each says is worked out once, in however many texts it stands.

use std::mem::take;

use super::clue::{Clue, ClueKind, hash_of};
use super::name_form::{FEWEST, NameForm};
use super::table::{Hashed, Table};
use super::words::{MOST_MEANINGS, meanings_of};
use crate::text::sounds::{Key, sounds_of};
use crate::text::{Lang, Parts};

/// What is known of the words of one language that were asked for.
#[derive(Debug)]
pub struct Lexicon {
    lang: Lang,
    forms: Table<Form>,
    /// The stems of all these words, and what number each has in the text that was last begun.
    stems: Table<Stem>,
    numbers: Vec<Number>,
    /// How many texts were begun.
    texts: u32,
    /// What is known of words as parts of names, as far as that was asked for.
    names: Table<Name>,
    /// The hashes of the words that are asked for, and what is known of them as parts of names.
    hashes: Vec<u64>,
    asked: Vec<Name>,
}

/// What a word says; it stands on one line of a cache.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(align(64))]
pub(super) struct Form {
    /// A hash of it, not 0: it is rare that two words have the same hash, and does little harm.
    pub(super) hash: u64,
    /// How it and its stem sound, where they may be a name: in Persian, where any word may be one, both; in English the
    /// word alone.
    sounds: [Clue; 2],
    /// The number of its stem among those of the lexicon.
    pub(super) stem: u32,
    sound_count: u8,
    meaning_count: u8,
    meanings: [u16; MOST_MEANINGS],
}

const _: () = assert!(size_of::<Form>() == 64);

/// A stem, and its number among those of the lexicon.
#[derive(Clone, Copy, Debug, Default)]
struct Stem {
    hash: u64,
    number: u32,
}

/// The number of a stem among those of a text.
#[derive(Clone, Copy, Debug, Default)]
struct Number {
    /// How many texts had been begun.
    text: u32,
    number: u32,
}

/// What is known of a word as part of a name.
#[derive(Clone, Copy, Debug, Default)]
struct Name {
    hash: u64,
    form: Option<NameForm>,
}

/// A lexicon of each language; whoever reads several texts keeps them from one to the next.
#[derive(Debug)]
pub struct Lexicons([Lexicon; 2]);

/// The number of words that there is room for at first.
const FIRST: usize = 128;
/// From this many words on they are forgotten between texts.
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
            forms: Table::with_capacity(FIRST),
            stems: Table::with_capacity(FIRST),
            numbers: Vec::with_capacity(FIRST),
            texts: 0,
            names: Table::with_capacity(FIRST),
            hashes: Vec::new(),
            asked: Vec::new(),
        }
    }

    /// What a word says, given as it folds.
    pub(super) fn form(&mut self, letters: &str) -> Form {
        self.known_form(letters, word_hash(letters))
    }

    /// Writes into `forms` what words say; their `letters` are given as they fold.
    pub(super) fn forms<'w, T>(
        &mut self,
        words: impl Iterator<Item = T> + Clone,
        letters: impl Fn(T) -> &'w str,
        forms: &mut Vec<Form>,
    ) {
        let hashes = self.hashes_of(words.clone().map(&letters));
        forms.clear();
        forms.extend(hashes.iter().map(|&hash| self.forms.first(hash)));
        for ((form, &hash), word) in forms.iter_mut().zip(&hashes).zip(words) {
            if form.hash != hash {
                *form = self.known_form(letters(word), hash);
            }
        }
        self.hashes = hashes;
    }

    /// What is known of words as parts of names; their `letters` are given as they fold and without a possessive.
    pub(crate) fn name_forms<'w, T>(
        &mut self,
        words: impl Iterator<Item = T> + Clone,
        letters: impl Fn(T) -> &'w str,
    ) -> impl Iterator<Item = Option<NameForm>> {
        let hashes = self.hashes_of(words.clone().map(&letters));
        let mut asked = take(&mut self.asked);
        asked.clear();
        asked.extend(hashes.iter().map(|&hash| self.names.first(hash)));
        for ((name, &hash), word) in asked.iter_mut().zip(&hashes).zip(words) {
            if name.hash != hash {
                *name = self.known_name(letters(word), hash);
            }
        }
        (self.hashes, self.asked) = (hashes, asked);
        self.asked.iter().map(|name| name.form)
    }

    /// Begins a text; all words are forgotten where they are many.
    pub(super) fn begin(&mut self) {
        if self.forms.len().max(self.names.len()) >= MOST {
            *self = Self::new(self.lang);
        }
        self.texts += 1;
    }

    /// The number of a stem in the text that was begun; one that is new there gets `next`.
    #[inline]
    pub(super) fn number(&mut self, stem: u32, next: u32) -> u32 {
        let known = &mut self.numbers[stem as usize];
        if known.text != self.texts {
            *known = Number { text: self.texts, number: next };
        }
        known.number
    }

    /// The hashes of words.
    fn hashes_of<'w>(&mut self, words: impl Iterator<Item = &'w str>) -> Vec<u64> {
        let mut hashes = take(&mut self.hashes);
        hashes.clear();
        hashes.extend(words.map(word_hash));
        hashes
    }

    fn known_form(&mut self, letters: &str, hash: u64) -> Form {
        match self.forms.get(hash) {
            Some(form) => form,
            None => self.add(letters, hash),
        }
    }

    fn known_name(&mut self, letters: &str, hash: u64) -> Name {
        match self.names.get(hash) {
            Some(name) => name,
            None => self.add_name(letters, hash),
        }
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
        let mut form = Form { hash, stem: self.stem(word_hash(stem)), ..Form::default() };
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

    /// The number of the stem with this hash; a new one is added.
    fn stem(&mut self, hash: u64) -> u32 {
        if let Some(stem) = self.stems.get(hash) {
            return stem.number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.stems.insert(Stem { hash, number });
        self.numbers.push(Number::default());
        number
    }

    /// Adds a word as part of a name.
    fn add_name(&mut self, letters: &str, hash: u64) -> Name {
        let form = NameForm::of(letters, self.lang);
        let name = Name { hash, form };
        self.names.insert(name);
        name
    }
}

impl Form {
    /// The same for a word that is no name.
    pub(super) fn without_sounds(self) -> Self {
        Self { sound_count: 0, ..self }
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

impl Hashed for Stem {
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

/// The consonants of a word that may be a name; none where they are few.
fn sound(letters: &str) -> Option<Clue> {
    let key = Key::of(&sounds_of(letters));
    (key.len() >= FEWEST).then(|| Clue::new(ClueKind::Sound, key))
}

/// An English word without the endings that most words can have.
fn english_stem(word: &str) -> &str {
    let cut = ["ing", "ed", "es", "s"].into_iter().find_map(|ending| word.strip_suffix(ending));
    cut.filter(|stem| stem.len() >= 3).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Words as they fold, some more than once: those of a language with their endings, and any letters.
    fn words() -> impl Strategy<Value = Vec<String>> {
        let persian =
            "(روز|کتاب|رئیس|وزیر|تهران|خامنه|لاوروف|دولت|۱۴)(\u{200C}?(ها|های|ی|اش|ای|ترین|مان))?";
        let english = "(day|book|minister|tehran|lavrov|go|stop|countr)(s|es|ies|ing|ped|ed|ly)?";
        let any = "[آ-ی\u{200C}ءئa-z'𐎠é]{1,6}";
        prop::collection::vec(prop_oneof![persian, english, any], 0..60)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn words_say_together_what_each_says_alone(texts in prop::collection::vec(words(), 1..8)) {
            for lang in Lang::ALL {
                let [mut lexicon, mut other] = [lang, lang].map(Lexicon::new);
                let mut forms = Vec::new();
                for words in &texts {
                    let words = words.iter().map(String::as_str);
                    lexicon.forms(words.clone(), |word| word, &mut forms);
                    let alone = words.clone().map(|word| other.form(word));
                    prop_assert_eq!(&forms, &alone.collect::<Vec<Form>>());
                    let names = lexicon.name_forms(words.clone(), |word| word);
                    let names: Vec<Option<NameForm>> = names.collect();
                    let alone = words.map(|word| NameForm::of(word, lang));
                    prop_assert_eq!(names, alone.collect::<Vec<Option<NameForm>>>());
                }
            }
        }
    }
}
