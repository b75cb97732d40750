//! What alignment takes from a text: the length, the clues and the words of each segment.

use std::hash::Hash;

use foldhash::{HashMap, HashMapExt};

use super::Knowledge;
use super::clue::{Clue, ClueKind};
use super::learning::Pair;
use super::text::{Piece, Text};
use super::words::meanings_of;
use crate::glossary::{Entry, Glossary, Occurrence};
use crate::text::date::Calendar;
use crate::text::sounds::{Key, sounds};
use crate::text::{Lang, Parts, Value, Word, WordKind, Words, fold};

/// A text, read: what it takes to be aligned.
#[derive(Debug)]
pub struct Reading {
    pub(super) lang: Lang,
    pub(super) segments: Vec<Segment>,
}

/// A segment, read.
#[derive(Debug)]
pub(super) struct Segment {
    /// Its characters.
    pub(super) length: f32,
    pub(super) begins_block: bool,
    clues: Vec<(Clue, ClueKind)>,
    /// The words that are no names and no values.
    pub(super) words: Vec<CommonWord>,
}

/// A word, by a hash of its stem.
#[derive(Clone, Copy, Debug)]
pub(super) struct CommonWord {
    pub(super) stem: Clue,
    pub(super) meanings: &'static [u32],
}

/// The fewest consonants by which a name is known again.
const FEWEST_CONSONANTS: u32 = 2;

impl Reading {
    /// Reads `text`; all that is known of names and units is taken in here.
    pub fn new(text: &Text<'_>, knowledge: Knowledge<'_>) -> Self {
        let spans = text.pieces.iter().map(|piece| piece.span);
        let glossary = knowledge.glossary;
        let names = glossary.occurrences_in_parts(text.text, spans, text.lang);
        let units = units(text.lang, knowledge);
        let segments = text.pieces.iter().zip(names);
        Self {
            lang: text.lang,
            segments: segments
                .map(|(piece, names)| Segment::new(text, *piece, &names, glossary, &units))
                .collect(),
        }
    }

    /// How many segments there are.
    pub fn len(&self) -> usize {
        self.segments.len()
    }

    /// Whether there is no segment.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// The clues of each segment, those of `pairs` too.
    pub(super) fn clues_with(&self, pairs: &[Pair]) -> Vec<Vec<(Clue, ClueKind)>> {
        let mut partners: HashMap<Clue, Vec<Clue>> = HashMap::new();
        for pair in pairs {
            let own = match self.lang {
                Lang::Persian => pair.persian,
                Lang::English => pair.english,
            };
            partners.entry(own).or_default().push(pair.persian);
        }
        let with_pairs = |segment: &Segment| {
            let words = segment.words.iter();
            let learned = words.filter_map(|word| partners.get(&word.stem)).flatten();
            let mut clues = segment.clues.clone();
            clues.extend(learned.map(|&stem| (stem, ClueKind::Learned)));
            clues
        };
        self.segments.iter().map(with_pairs).collect()
    }
}

/// The units that have a text, by its folded form.
fn units(lang: Lang, knowledge: Knowledge<'_>) -> HashMap<String, Vec<usize>> {
    let mut units: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, unit) in knowledge.units.iter().enumerate() {
        let folded = fold(&unit.side(lang).text).text().to_owned();
        units.entry(folded).or_default().push(i);
    }
    units
}

impl Segment {
    fn new(
        text: &Text<'_>,
        piece: Piece,
        names: &[Occurrence],
        glossary: &Glossary,
        units: &HashMap<String, Vec<usize>>,
    ) -> Self {
        let (own, lang) = (piece.span.of(text.text), text.lang);
        let words = Words::of(own, lang);
        let mut segment = Self {
            length: words.folded().chars().count() as f32,
            begins_block: piece.begins_block,
            clues: Vec::new(),
            words: Vec::new(),
        };
        for name in names {
            segment.add_name(glossary.entry(name.terms[0]));
        }
        for unit in units.get(words.folded()).into_iter().flatten() {
            segment.add(ClueKind::Unit, unit);
        }
        segment.add(ClueKind::Same, words.folded());
        segment.add_marks(own, piece.is_heading);
        for (i, word) in words.words().iter().enumerate() {
            match &word.kind {
                WordKind::Placeable(value) => segment.add_value(value),
                WordKind::Word => segment.add_word(&words, word, lang, i == 0, is_in(names, word)),
            }
        }
        segment
    }

    fn add(&mut self, kind: ClueKind, says: impl Hash) {
        self.clues.push((Clue::new(kind, says), kind));
    }

    /// A name by what it is called in English: entries of one form are one, as a country and its people can be.
    fn add_name(&mut self, entry: &Entry) {
        if let Some(form) = entry.preferred(Lang::English) {
            self.add(ClueKind::Name, form.to_lowercase());
        }
    }

    fn add_value(&mut self, value: &Value) {
        match value {
            Value::Date(date) => {
                let date = date.to(Calendar::Gregorian).unwrap_or(*date);
                self.add(ClueKind::Value, Value::Date(date).to_string());
            }
            value => match value.number() {
                Some(number) => self.add(ClueKind::Value, number.to_string()),
                None => self.add(ClueKind::Value, value.to_string()),
            },
        }
    }

    fn add_marks(&mut self, text: &str, is_heading: bool) {
        if text.contains(['?', '؟']) {
            self.add(ClueKind::Mark, '?');
        }
        if text.contains(['"', '“', '”', '«', '»', '‘']) {
            self.add(ClueKind::Mark, '"');
        }
        if is_heading {
            self.add(ClueKind::Mark, '#');
        }
    }

    fn add_word(&mut self, words: &Words, word: &Word, lang: Lang, is_first: bool, is_known: bool) {
        let letters = words.letters(&word.folded);
        let letters = letters.strip_suffix("'s").unwrap_or(letters);
        let is_latin = letters.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_capital = word.span.of(words.text()).starts_with(char::is_uppercase);
        if is_latin && (lang == Lang::Persian || is_capital) {
            self.add(ClueKind::Latin, letters);
        }
        if is_known || (is_latin && lang == Lang::Persian) {
            return;
        }
        let stem = match lang {
            Lang::Persian => &letters[Parts::of(letters).stem],
            Lang::English => english_stem(letters),
        };
        let mut meanings = meanings_of(letters, lang);
        if meanings.is_empty() {
            meanings = meanings_of(stem, lang);
        }
        for meaning in meanings {
            self.add(ClueKind::Word, meaning);
        }
        let is_common = is_first && !meanings.is_empty();
        if lang == Lang::Persian || (is_capital && !is_common) {
            self.add_sound(letters);
            if lang == Lang::Persian && stem != letters {
                self.add_sound(stem);
            }
        }
        self.words.push(CommonWord {
            stem: Clue::new(ClueKind::Learned, stem),
            meanings,
        });
    }

    fn add_sound(&mut self, letters: &str) {
        let key = Key::of(&sounds(&letters.chars().collect::<Vec<_>>()));
        if key.len() >= FEWEST_CONSONANTS {
            self.add(ClueKind::Sound, key);
        }
    }
}

/// Whether a word is part of a name.
fn is_in(names: &[Occurrence], word: &Word) -> bool {
    let past = names.partition_point(|name| name.span.start <= word.span.start);
    names[..past]
        .last()
        .is_some_and(|name| name.span.end > word.span.start)
}

/// An English word without the endings that most words can have.
fn english_stem(word: &str) -> &str {
    let cut = ["ing", "ed", "es", "s"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending));
    cut.filter(|stem| stem.len() >= 3).unwrap_or(word)
}
