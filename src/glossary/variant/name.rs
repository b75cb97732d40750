//! The names among the terms of a glossary, and the sound of each.

use std::cell::OnceCell;
use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt};
use serde::{Deserialize, Serialize};

use crate::glossary::entry::{Entry, Kind};
use crate::glossary::occurrence::TermId;
use crate::text::Lang;
use crate::text::fold::{Gap, fold};
use crate::text::sounds::{Key, Sound, consonants, sounds};

/// The most pieces that a name may have.
pub(super) const MOST_PIECES: usize = 5;

/// One written form, with all terms that are written like that.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::glossary) struct Name {
    /// The terms, in the order of the glossary.
    pub(super) terms: Vec<TermId>,
    /// How many letters it has.
    pub(super) letters: usize,
    /// The set of these letters.
    pub(super) letter_set: u64,
    /// How many pieces it has.
    pub(super) pieces: usize,
    #[serde(skip)]
    pub(super) heard: OnceLock<Heard>,
}

/// The sound of a name. Few names are near anything in a text, so it is unpacked only when one may be.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Heard {
    /// Whether it names a person.
    pub(super) is_person: bool,
    /// The folded letters of each piece.
    pub(super) pieces: Pieces,
    /// The sounds of each piece.
    pub(super) sounds: Vec<Vec<Sound>>,
    /// The consonants of all pieces.
    pub(super) consonants: Vec<Sound>,
    /// The consonants of the same name in the other language, where they are known.
    pub(super) written: Vec<Vec<Sound>>,
}

/// The folded letters of each piece of a name.
pub(super) type Pieces = Vec<Vec<char>>;

/// Whether entries of the kind are names, which are taken over by their sound, and not translated.
fn is_of_name(kind: Kind) -> bool {
    let is_translated = matches!(
        kind,
        Kind::Agreement | Kind::Language | Kind::Currency | Kind::Calendar | Kind::Concept
    );
    !is_translated
}

/// The names among the terms of `entries`, each written form once, with its pieces.
pub(super) fn names(entries: &[Entry], lang: Lang) -> Vec<(Name, Pieces)> {
    let mut names: Vec<(Name, Pieces)> = Vec::new();
    let mut by_letters: HashMap<String, usize> = HashMap::new();
    let entries = entries.iter().enumerate();
    for (number, entry) in entries.filter(|(_, entry)| is_of_name(entry.kind)) {
        for (term, contents) in entry.terms(lang).iter().enumerate() {
            let is_name = lang == Lang::Persian || is_written_as_name(&contents.text);
            let pieces = pieces_of(&contents.text);
            let is_phrase = entry.kind == Kind::Organisation && pieces.len() > 2;
            if !is_name || is_phrase || !(1..=MOST_PIECES).contains(&pieces.len()) {
                continue;
            }
            let at = *by_letters.entry(spaced(&pieces)).or_insert_with(|| {
                let name = Name {
                    terms: Vec::new(),
                    letters: pieces.iter().map(Vec::len).sum(),
                    letter_set: letter_set(pieces.iter().flatten()),
                    pieces: pieces.len(),
                    heard: OnceLock::new(),
                };
                names.push((name, pieces));
                names.len() - 1
            });
            names[at].0.terms.push(TermId { entry: number, term });
        }
    }
    names
}

/// The letters of pieces, with a space after each.
fn spaced(pieces: &[Vec<char>]) -> String {
    let spaced = pieces.iter().flat_map(|piece| piece.iter().chain(&[' ']));
    spaced.collect()
}

/// The sounds of the terms of entries in a language, each worked out when it is first needed.
pub(super) struct InOther<'a> {
    entries: &'a [Entry],
    lang: Lang,
    /// For each entry the sounds of the pieces of each of its terms.
    sounds: Vec<OnceCell<Vec<Vec<Vec<Sound>>>>>,
}

impl<'a> InOther<'a> {
    pub(super) fn of(entries: &'a [Entry], lang: Lang) -> Self {
        Self { entries, lang, sounds: vec![OnceCell::new(); entries.len()] }
    }

    fn of_entry(&self, entry: usize) -> &[Vec<Vec<Sound>>] {
        self.sounds[entry].get_or_init(|| {
            let terms = self.entries[entry].terms(self.lang).iter();
            terms.map(|term| sounds_of_pieces(&pieces_of(&term.text))).collect()
        })
    }
}

impl Heard {
    /// The sound of `terms`, which are all written alike, in these pieces.
    pub(super) fn of(terms: &[TermId], pieces: Pieces, in_other: &InOther<'_>) -> Self {
        let sounds = sounds_of_pieces(&pieces);
        let mut heard = Self {
            is_person: false,
            consonants: consonants(&sounds.concat()),
            pieces,
            sounds,
            written: Vec::new(),
        };
        for id in terms {
            heard.is_person |= in_other.entries[id.entry].kind == Kind::Person;
            for other in in_other.of_entry(id.entry) {
                let written = written(&heard.sounds, other);
                let new = written.filter(|written| !heard.written.contains(written));
                heard.written.extend(new);
            }
        }
        heard
    }
}

/// Whether an English term begins with a capital and is not an abbreviation.
fn is_written_as_name(term: &str) -> bool {
    let mut letters = term.chars().filter(|c| c.is_alphabetic());
    let has_small = term.chars().any(char::is_lowercase);
    letters.any(char::is_uppercase) && has_small
}

/// The folded letters of each piece of a term.
fn pieces_of(term: &str) -> Pieces {
    let folded = fold(term);
    let letters = folded.letters();
    let mut pieces = Pieces::new();
    let mut is_open = false;
    for (at, letter) in letters.iter().enumerate() {
        if letter.ch == '\'' {
            continue;
        }
        if !letter.is_alphanumeric() {
            is_open = false;
            continue;
        }
        match pieces.last_mut() {
            Some(piece) if is_open && letter.gap == Gap::None => piece.push(letter.ch),
            _ => {
                let mut piece = Vec::with_capacity(letters.len() - at);
                piece.push(letter.ch);
                pieces.push(piece);
            }
        }
        is_open = true;
    }
    pieces
}

/// Which letters there are, a bit for each; two may share one.
pub(super) fn letter_set<'a>(letters: impl Iterator<Item = &'a char>) -> u64 {
    letters.fold(0, |set, &letter| set | 1 << (u32::from(letter) % 64))
}

/// The sounds of each piece.
fn sounds_of_pieces(pieces: &[Vec<char>]) -> Vec<Vec<Sound>> {
    pieces.iter().map(|piece| sounds(piece)).collect()
}

/// The consonants of the part of `other`, a form in the other language, to which `sounds` corresponds.
fn written(sounds: &[Vec<Sound>], other: &[Vec<Sound>]) -> Option<Vec<Sound>> {
    let own = key(sounds);
    let mut parts = (1..=other.len()).flat_map(|length| other.windows(length));
    let part = parts.find(|part| own.is_near(key(part)))?;
    Some(consonants(&part.concat()))
}

/// The key of a name in several pieces.
pub(super) fn key(sounds: &[Vec<Sound>]) -> Key {
    let keys = sounds.iter().map(|sounds| Key::of(sounds));
    keys.fold(Key::default(), Key::join)
}
