//! What comes back from a draft, matched with the article that it was made from.

use std::collections::{HashMap, VecDeque};
use std::path::Path;

use jiff::Timestamp;

use super::joined::{are_of_one, joined};
use super::loose;
use super::proposed::{on_one_line, tagged_on_one_line};
use crate::align::carry;
use crate::exchange::units::{Contents, State, Unit};
use crate::exchange::xml::content::shown;
use crate::exchange::{Problem, Problems};
use crate::glossary::Glossary;
use crate::segment::Article;
use crate::text::tag::numbered_alike;
use crate::text::{Tag, Tagged};
use crate::unit::{Method, Origin, Side, TranslationUnit};

/// How far the segments of an article have been translated.
#[derive(Clone, Debug)]
pub struct Review<'a> {
    article: &'a Article,
    /// The status of each segment, in order.
    pub standings: Vec<Standing>,
    /// The units that belong to no segment.
    pub problems: Problems,
}

/// The status of the translation of a segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Nothing came back for it.
    #[default]
    Missing,
    /// It is not translated; the line of its unit.
    Untranslated(u64),
    /// It has a translation that nobody has looked at yet; the line of the translation.
    Unreviewed(u64),
    /// It has this translation.
    Translated(Tagged),
    /// It must stay as it is.
    Fixed,
}

impl<'a> Review<'a> {
    /// Finds the segment of each unit that came back in the file `path`.
    ///
    /// The id of a unit is the number of its segment. If another text stands there, or there is no such id, it belongs
    /// to the first segment with its source that has no unit yet. If a program has divided a segment, its parts are put
    /// together. With `all`, a translation that nobody has looked at counts too. Tags are recognised by their numbers:
    /// whatever a file keeps of them, they become those of the segment.
    pub fn new(article: &'a Article, contents: &Contents, path: &Path, all: bool) -> Self {
        let mut places = Places::new(article);
        let segments = article.segments();
        let mut review = Self {
            article,
            standings: vec![Standing::Missing; places.texts.len()],
            problems: contents.problems.clone(),
        };
        let mut take = |unit: &Unit| {
            let index = places.take(unit);
            if let Some(index) = index {
                let source = article.content().part(segments[index].span);
                review.standings[index] = Standing::of(unit, &source, all);
            }
            index.is_some()
        };
        for units in contents.units.chunk_by(are_of_one) {
            if take(&joined(units)) {
                continue;
            }
            for unit in units.iter().filter(|unit| units.len() == 1 || !take(unit)) {
                let message = format!(
                    "“{}” is no segment of the article, or stands here once more",
                    shown(&unit.source)
                );
                review.problems.push(Problem::new(path, unit.line, message));
            }
        }
        review
    }

    /// Finds places for the tags of translations that came back without any, by their words.
    pub fn carry(&mut self, glossary: &Glossary) {
        let lang = self.article.lang();
        for (segment, standing) in self.article.segments().iter().zip(&mut self.standings) {
            if let Standing::Translated(target) = standing
                && target.tags.is_empty()
            {
                let source = self.article.content().part(segment.span);
                target.tags = carry(&source, &target.text, lang, glossary).tags;
            }
        }
    }

    /// The article's text in the other language; segments that are not translated stay as they are.
    pub fn content(&self) -> Tagged {
        loose::content(self.article, self.targets())
    }

    /// The segments, by their numbers, each with the tags that its translation does not have.
    pub fn loose(&self) -> Vec<(usize, Vec<Tag>)> {
        loose::loose(self.article, self.targets())
    }

    fn targets(&self) -> impl Iterator<Item = Option<Tagged>> {
        self.standings.iter().map(|standing| standing.target().cloned())
    }

    /// The units that result from the translated segments, with their neighbours.
    ///
    /// A segment that is the same in both languages gives none.
    pub fn units(
        &self,
        origin: &str,
        author: Option<&str>,
        date: Option<Timestamp>,
    ) -> Vec<TranslationUnit> {
        let segments = self.article.segments();
        let own = self.article.content();
        let source = |at: usize| segments.get(at).map(|segment| segment.text);
        let target = |at: usize| self.standings.get(at).and_then(Standing::target);
        let text = |at: usize| target(at).map(|target| target.text.as_str());
        let is_unit = |&at: &usize| text(at).is_some_and(|text| Some(text) != source(at));
        let source_lang = self.article.lang();
        let unit = |at: usize| {
            let source_tags = own.part(segments[at].span).tags;
            let target_tags = target(at).map_or_else(Vec::new, |target| target.tags.clone());
            let [source_tags, target_tags] = numbered_alike(source_tags, target_tags);
            let source = side(at, source, source_tags);
            let target = side(at, text, target_tags);
            TranslationUnit {
                origin: Origin { name: origin.to_owned(), method: Method::Human },
                author: author.map(str::to_owned),
                date,
                ..TranslationUnit::new(source_lang, source, target)
            }
        };
        (0..segments.len()).filter(is_unit).map(unit).collect()
    }
}

/// The text at a place, which has `tags`, with those beside it.
fn side<'a>(at: usize, text: impl Fn(usize) -> Option<&'a str>, tags: Vec<Tag>) -> Side {
    let owned = |at: usize| text(at).map(str::to_owned);
    Side {
        text: owned(at).unwrap_or_default(),
        tags,
        previous: at.checked_sub(1).and_then(owned),
        next: owned(at + 1),
    }
}

impl Standing {
    fn of(unit: &Unit, source: &Tagged, all: bool) -> Self {
        let target = tagged_on_one_line(&Tagged {
            text: unit.target.clone(),
            tags: unit.target_tags.iter().map(|tag| known(tag, source)).collect(),
        });
        let is_source = || target.text == on_one_line(&unit.source);
        match unit.state {
            State::Fixed => Self::Fixed,
            _ if target.text.is_empty() => Self::Untranslated(unit.line),
            // Unchanged since the draft went out.
            state if state.is_suggestion() && is_source() => Self::Untranslated(unit.line),
            State::Draft | State::Machine | State::Unreviewed if !all => {
                Self::Unreviewed(unit.line)
            }
            _ => Self::Translated(target),
        }
    }

    /// The translation that counts.
    fn target(&self) -> Option<&Tagged> {
        match self {
            Self::Translated(target) => Some(target),
            _ => None,
        }
    }
}

/// The tag as it is in `source`, if that has it; files keep its number, but not all of its code.
fn known(tag: &Tag, source: &Tagged) -> Tag {
    let is_it = |own: &&Tag| (own.number, own.kind) == (tag.number, tag.kind);
    let own = source.tags.iter().find(is_it).unwrap_or(tag);
    Tag { at: tag.at, ..own.clone() }
}

/// A text with single spaces: programs that open a file do not keep any others.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The segments of an article that have no unit yet.
struct Places {
    /// The segments, [`spaced`].
    texts: Vec<String>,
    is_taken: Vec<bool>,
    /// Where each text stands, first to last.
    indices: HashMap<String, VecDeque<usize>>,
}

impl Places {
    fn new(article: &Article) -> Self {
        let segments = article.segments();
        let texts: Vec<String> = segments.iter().map(|s| spaced(s.text)).collect();
        let mut indices: HashMap<String, VecDeque<usize>> = HashMap::new();
        for (index, text) in texts.iter().enumerate() {
            indices.entry(text.clone()).or_default().push_back(index);
        }
        Self { is_taken: vec![false; texts.len()], texts, indices }
    }

    /// The segment that a unit belongs to, which no other unit then gets.
    fn take(&mut self, unit: &Unit) -> Option<usize> {
        let source = spaced(&unit.source);
        let number = unit.id.as_ref().and_then(|id| id.parse::<usize>().ok());
        let named = number.and_then(|number| number.checked_sub(1));
        let is_it = |&at: &usize| self.texts.get(at) == Some(&source) && !self.is_taken[at];
        let index = match named.filter(is_it) {
            Some(index) => index,
            None => self.next_free(&source)?,
        };
        self.is_taken[index] = true;
        Some(index)
    }

    /// The first segment with this text that is not taken.
    fn next_free(&mut self, text: &str) -> Option<usize> {
        let indices = self.indices.get_mut(text)?;
        while let Some(index) = indices.pop_front() {
            if !self.is_taken[index] {
                return Some(index);
            }
        }
        None
    }
}
