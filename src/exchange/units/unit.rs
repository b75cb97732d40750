//! A unit as a file has it, translated or not.

use jiff::Timestamp;

use crate::check::Placeholders;
use crate::text::{Lang, Tag};
use crate::unit::{Method, TranslationUnit};

/// A segment of a file with its translation, or without it yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The source language; the target language is the other one.
    pub source_lang: Lang,
    /// The segment.
    pub source: String,
    /// The inline tags in it.
    pub source_tags: Vec<Tag>,
    /// Its translation; empty where there is none.
    pub target: String,
    /// The inline tags in it; one that stands for the same thing as a tag of the source has its number.
    pub target_tags: Vec<Tag>,
    /// Its name in the file, where it has one.
    pub id: Option<String>,
    /// Notes by translators and programs.
    pub notes: Vec<String>,
    /// How the two name what a program puts into them.
    pub placeholders: Placeholders,
    /// How far its translation is.
    pub state: State,
    /// How it came to be.
    pub made: Made,
    /// The line of the translation, from 1, or that of the unit where there is none.
    pub line: u64,
}

impl Unit {
    /// Whether it still waits for a translation: it has none, or its source stands there until there is one.
    pub fn is_open(&self) -> bool {
        match self.state {
            State::Fixed => false,
            state => {
                let is_source = || state.is_suggestion() && self.target == self.source;
                self.target.trim().is_empty() || is_source()
            }
        }
    }
}

/// A unit of a memory, without a line.
impl From<TranslationUnit> for Unit {
    fn from(unit: TranslationUnit) -> Self {
        let source_lang = unit.source_lang;
        Self {
            source: unit.side(source_lang).text.clone(),
            source_tags: unit.side(source_lang).tags.clone(),
            target: unit.side(source_lang.other()).text.clone(),
            target_tags: unit.side(source_lang.other()).tags.clone(),
            source_lang,
            id: None,
            notes: unit.note.into_iter().collect(),
            placeholders: Placeholders::default(),
            state: State::default(),
            made: Made { method: Some(unit.origin.method), author: unit.author, date: unit.date },
            line: 0,
        }
    }
}

/// How a translation came to be, as far as its file says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// By which method.
    pub method: Option<Method>,
    /// By whom.
    pub author: Option<String>,
    /// When.
    pub date: Option<Timestamp>,
}

/// How far a translation has got, from the least to the most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nobody stands by the translation yet: it is a suggestion, or dates from before the source changed.
    Draft,
    /// A program has translated it, and nobody has confirmed that.
    Machine,
    /// Somebody must still look at it.
    Unreviewed,
    /// It is translated, where there is a translation.
    #[default]
    Translated,
    /// Somebody has looked at it and approved it.
    Final,
    /// It must not be translated.
    Fixed,
}

impl State {
    /// Whether nobody has confirmed the translation yet, so that a copy of the source does not count as one.
    pub fn is_suggestion(self) -> bool {
        matches!(self, Self::Draft | Self::Machine)
    }
}
