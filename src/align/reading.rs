//! What alignment takes from a text: the length, the clues and the words of each segment.

use foldhash::{HashMap, HashMapExt};

use super::Knowledge;
use super::clue::{Clue, ClueKind};
use super::lexicon::{Form, Lexicon};
use super::lists::Lists;
use super::text::{Piece, Text};
use crate::glossary::{Entry, Glossary, Occurrence};
use crate::text::date::Calendar;
use crate::text::words::without_possessive;
use crate::text::{Lang, Span, Value, Word, WordKind, Words, fold};

/// A text as it was read: what alignment needs of it.
#[derive(Debug)]
pub struct Reading {
    pub(super) lang: Lang,
    pub(super) segments: Vec<Segment>,
    /// The clues of each segment.
    pub(super) clues: Lists<Clue>,
    /// The words of each segment that are neither names nor values, by the number of their stem.
    pub(super) words: Lists<u32>,
    /// The meanings of each stem.
    pub(super) meanings: Lists<u16>,
}

/// How a segment stands in its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    /// Its characters.
    pub(super) length: f32,
    pub(super) begins_block: bool,
}

impl Reading {
    /// Reads `text`; everything known of names and units is used here.
    pub fn new(text: &Text<'_>, knowledge: Knowledge<'_>) -> Self {
        let mut lexicon = Lexicon::new(text.lang);
        let mut reader = Reader::new(text, knowledge, &mut lexicon);
        for pieces in text.pieces.chunks(TOGETHER) {
            let names = names_in(text, pieces, knowledge.glossary);
            for piece in pieces {
                let words = Words::of(piece.span.of(text.text), text.lang);
                reader.add(piece, &words, &names);
            }
        }
        reader.reading
    }

    /// How many segments there are.
    pub fn len(&self) -> usize {
        self.segments.len()
    }

    /// Whether there is no segment.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// In which segments each word stands, as often as it does, by the number of its stem.
    pub(super) fn places(&self) -> Lists<u32> {
        self.words.places(self.meanings.len())
    }
}

/// Reads a text segment by segment.
pub(super) struct Reader<'a> {
    knowledge: Knowledge<'a>,
    /// The units that have a text, by its folded form.
    units: HashMap<String, Vec<usize>>,
    lexicon: &'a mut Lexicon,
    /// What the words of a segment that are not placeables say.
    forms: Vec<Form>,
    /// A name in lower case.
    name: String,
    pub(super) reading: Reading,
}

/// A text has about one clue, and one stem, in this many bytes.
const BYTES_A_CLUE: usize = 4;
const BYTES_A_STEM: usize = 12;
/// Segments of more words than this are rare.
const WORDS: usize = 64;

impl<'a> Reader<'a> {
    /// Begins `text`; the lexicon must be that of its language.
    pub(super) fn new(text: &Text<'_>, knowledge: Knowledge<'a>, lexicon: &'a mut Lexicon) -> Self {
        lexicon.begin();
        let segments = text.pieces.len();
        let [clues, stems] = [BYTES_A_CLUE, BYTES_A_STEM].map(|bytes| text.text.len() / bytes);
        Self {
            knowledge,
            units: units(text.lang, knowledge),
            lexicon,
            forms: Vec::with_capacity(WORDS),
            name: String::new(),
            reading: Reading {
                lang: text.lang,
                segments: Vec::with_capacity(segments),
                clues: Lists::with_capacity(segments, clues),
                words: Lists::with_capacity(segments, clues),
                meanings: Lists::with_capacity(stems, stems),
            },
        }
    }

    /// Reads the segment that comes next; `names` are those of the text, or of a part of it in which the segment
    /// stands.
    pub(super) fn add(&mut self, piece: &Piece, words: &Words, names: &[Occurrence]) {
        let span = piece.span;
        let first = names.partition_point(|name| name.span.start < span.start);
        let names = names[first..].iter();
        let names = names.take_while(|name| name.span.start < span.end);
        let names = names.filter(|name| span.covers(name.span));
        self.add_names(names.clone());
        let clues = &mut self.reading.clues;
        for unit in self.units.get(words.folded()).into_iter().flatten() {
            clues.add(Clue::new(ClueKind::Unit, unit));
        }
        clues.add(Clue::new(ClueKind::Same, words.folded()));
        self.add_marks(words, piece);
        let names =
            names.map(|name| Span::new(name.span.start - span.start, name.span.end - span.start));
        self.add_words(words, names);
        self.reading.segments.push(Segment {
            length: words.folded().chars().count() as f32,
            begins_block: piece.begins_block,
        });
        self.reading.clues.end();
        self.reading.words.end();
    }

    /// Adds names by their English forms: entries with the same form count as one, as a country and its people can
    /// have.
    fn add_names<'n>(&mut self, names: impl Iterator<Item = &'n Occurrence>) {
        let glossary = self.knowledge.glossary;
        let entries = names.map(|name| glossary.entry(name.terms[0]));
        let forms = entries.filter_map(|entry: &Entry| entry.preferred(Lang::English));
        for form in forms {
            self.name.clear();
            if form.is_ascii() {
                self.name.push_str(form);
                self.name.make_ascii_lowercase();
            } else {
                self.name.extend(form.chars().flat_map(char::to_lowercase));
            }
            let clue = Clue::new(ClueKind::Name, &*self.name);
            self.reading.clues.add(clue);
        }
    }

    fn add_marks(&mut self, words: &Words, piece: &Piece) {
        let (mut asks, mut quotes) = (false, false);
        for mark in words.marks() {
            for c in mark.span.of(words.text()).chars() {
                asks |= matches!(c, '?' | '؟');
                quotes |= matches!(c, '"' | '“' | '”' | '«' | '»' | '‘');
            }
        }
        for (is_there, mark) in [(asks, '?'), (quotes, '"'), (piece.is_heading, '#')] {
            if is_there {
                self.reading.clues.add(Clue::new(ClueKind::Mark, mark));
            }
        }
    }

    /// Adds the words outside `names`, which are places in the segment.
    fn add_words(&mut self, words: &Words, names: impl Iterator<Item = Span>) {
        let all = words.words().iter();
        let all = all.filter(|word| word.kind == WordKind::Word);
        self.lexicon.forms(all, |word| bare(words, word), &mut self.forms);
        let lang = self.reading.lang;
        let Reading { clues, words: stems, meanings, .. } = &mut self.reading;
        let mut forms = self.forms.iter();
        let mut names = names.peekable();
        let mut end_of_name = 0;
        for (i, word) in words.words().iter().enumerate() {
            if let WordKind::Placeable(value) = &word.kind {
                clues.add(of_value(value));
                continue;
            }
            let Some(form) = forms.next() else {
                break;
            };
            let first = words.folded().as_bytes()[word.folded.start];
            let is_latin = first.is_ascii_alphabetic();
            let is_name =
                lang == Lang::English && word.span.of(words.text()).starts_with(char::is_uppercase);
            if is_latin && (lang == Lang::Persian || is_name) {
                clues.add(Clue::of_hash(ClueKind::Latin, form.hash));
            }
            while let Some(name) = names.next_if(|name| name.start <= word.span.start) {
                end_of_name = name.end;
            }
            let is_in_name = word.span.start < end_of_name;
            if is_in_name || (is_latin && lang == Lang::Persian) {
                continue;
            }
            let its = form.meanings().iter();
            clues.add_all(its.map(|&meaning| Clue::of_meaning(meaning)));
            // The first word of a segment has a capital, whatever it is.
            let is_common = i == 0 && !form.meanings().is_empty();
            if lang == Lang::Persian || (is_name && !is_common) {
                clues.add_all(form.sounds().iter().copied());
            }
            let next = u32::try_from(meanings.len()).unwrap_or(u32::MAX);
            let stem = self.lexicon.number(form.stem, next);
            if stem == next {
                meanings.push(form.meanings().iter().copied());
            }
            stems.add(stem);
        }
    }
}

/// How many segments are searched for names together, so that a full name in one is evidence for a surname in another;
/// to search all of a long text at once would take much memory.
const TOGETHER: usize = 2_000;

/// The names in `pieces`, which follow each other.
fn names_in(text: &Text<'_>, pieces: &[Piece], glossary: &Glossary) -> Vec<Occurrence> {
    let [Some(first), Some(last)] = [pieces.first(), pieces.last()] else {
        return Vec::new();
    };
    let whole = Span::new(first.span.start, last.span.end);
    let mut names = glossary.occurrences(whole.of(text.text), text.lang);
    for name in &mut names {
        name.span = name.span.shifted(whole.start);
    }
    names
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

/// The letters of a word without a possessive.
fn bare<'w>(words: &'w Words, word: &Word) -> &'w str {
    without_possessive(words.letters(&word.folded))
}

fn of_value(value: &Value) -> Clue {
    let says = match value {
        Value::Date(date) => {
            let date = date.to(Calendar::Gregorian).unwrap_or(*date);
            Value::Date(date).to_string()
        }
        value => match value.number() {
            Some(number) => number.to_string(),
            None => value.to_string(),
        },
    };
    Clue::new(ClueKind::Value, says)
}
