//! From candidates to matches: rated, in order, without duplicates, and no more than are wanted.

use std::cell::OnceCell;
use std::cmp::{Ordering, Reverse};

use serde::Serialize;

use crate::matching::distance::Pattern;
use crate::matching::penalty::{Penalties, Penalty, Reason};
use crate::matching::rate::{Difference, rate};
use crate::matching::tags::counterparts;
use crate::segment::{Article, Segment};
use crate::text::{Lang, Tag, Words, fold};
use crate::unit::TranslationUnit;

/// A segment that matches are wanted for.
#[derive(Clone, Debug)]
pub struct Query {
    /// The segment.
    pub words: Words,
    /// The inline tags in it.
    pub tags: Vec<Tag>,
    /// Its language.
    pub lang: Lang,
    /// The segment before it, where there is one.
    pub previous: Option<String>,
    /// The segment after it, where there is one.
    pub next: Option<String>,
}

impl Query {
    /// The segment `segments[i]` with its neighbours; `segments` are all those of the article.
    pub fn of(article: &Article, segments: &[Segment<'_>], i: usize) -> Self {
        let text = |segment: &Segment<'_>| segment.text.to_owned();
        Self {
            words: Words::of(segments[i].text, article.lang()),
            tags: article.content().part(segments[i].span).tags,
            lang: article.lang(),
            previous: segments[..i].last().map(text),
            next: segments.get(i + 1).map(text),
        }
    }

    /// A segment on its own.
    pub fn new(segment: &str, lang: Lang) -> Self {
        Self { words: Words::of(segment, lang), tags: Vec::new(), lang, previous: None, next: None }
    }
}

/// Which matches are wanted.
#[derive(Clone, Debug)]
pub struct Options {
    /// The lowest rate, from 1 to 100.
    pub threshold: u8,
    /// The most matches for one segment.
    pub most: usize,
    /// What each penalty costs.
    pub penalties: Penalties,
}

impl Default for Options {
    fn default() -> Self {
        Self { threshold: 50, most: 3, penalties: Penalties::default() }
    }
}

/// A unit as a store keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its number in the store.
    pub id: i64,
    /// The unit.
    pub unit: TranslationUnit,
}

/// What a match is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MatchKind {
    /// A rate of 100, and the neighbours agree too.
    Context,
    /// A rate of 100.
    Exact,
    /// Anything less.
    Fuzzy,
}

impl MatchKind {
    /// The word for it in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Context => "context",
            Self::Exact => "exact",
            Self::Fuzzy => "fuzzy",
        }
    }
}

/// A unit offered for a segment.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The unit, and its number in the store.
    pub candidate: Candidate,
    /// The match rate, from 0 to 100.
    pub rate: u8,
    /// Whether it is a context, exact or fuzzy match.
    pub kind: MatchKind,
    /// The penalties taken from the rate.
    pub penalties: Vec<Penalty>,
    /// What differs, in the order of the segment.
    pub differences: Vec<Difference>,
    /// How alike the characters are, from 0 to 1; it decides between equal rates.
    pub similarity: f64,
}

/// Takes candidates one by one and keeps the best.
///
/// Among equal rates a context match comes first, then the more similar characters, the newer
/// unit, the lower number. Of units with the same two texts only the first is offered.
#[derive(Debug)]
pub struct Ranking<'q> {
    query: &'q Query,
    options: &'q Options,
    /// The letters of the segment, if they were needed.
    letters: OnceCell<Pattern<char>>,
    /// In order, no two with the same texts, at most as many as are wanted.
    best: Vec<Match>,
}

impl<'q> Ranking<'q> {
    /// Begins with no candidate.
    pub fn new(query: &'q Query, options: &'q Options) -> Self {
        Self { query, options, letters: OnceCell::new(), best: Vec::new() }
    }

    /// Whether no unit with a rate of `base` or less, before penalties, can change what is offered.
    pub fn is_settled(&self, base: u8) -> bool {
        let is_full = self.best.len() >= self.options.most;
        is_full && self.best.last().is_none_or(|last| last.rate > base)
    }

    /// Rates a candidate and keeps it if it is one of the best.
    pub fn offer(&mut self, candidate: Candidate) {
        let Some(found) = self.rated(candidate) else {
            return;
        };
        let place = self.best.partition_point(|other| order(other, &found) == Ordering::Less);
        if self.best[..place].iter().any(|other| other.has_texts_of(&found)) {
            return;
        }
        if let Some(worse) = self.best[place..].iter().position(|other| other.has_texts_of(&found))
        {
            self.best.remove(place + worse);
        }
        self.best.insert(place, found);
        self.best.truncate(self.options.most);
    }

    /// The best matches, the best of all first.
    pub fn finish(self) -> Vec<Match> {
        self.best
    }

    fn rated(&self, candidate: Candidate) -> Option<Match> {
        let side = candidate.unit.side(self.query.lang);
        let others =
            (side.text != self.query.words.text()).then(|| Words::of(&side.text, self.query.lang));
        let words = others.as_ref().unwrap_or(&self.query.words);
        let method = candidate.unit.origin.method;
        let penalties = &self.options.penalties;
        let mut rating = rate(&self.query.words, words, method, penalties);
        if counterparts(&self.query.tags, &self.query.words, &side.tags, words).is_none() {
            let (reason, points) = (Reason::Tags, penalties.tags);
            rating.take(Penalty { reason, points });
        }
        if rating.rate < self.options.threshold {
            return None;
        }
        let kind = match rating.rate {
            100 if in_context(self.query, &candidate.unit) => MatchKind::Context,
            100 => MatchKind::Exact,
            _ => MatchKind::Fuzzy,
        };
        Some(Match {
            similarity: others.map_or(1.0, |others| self.similarity(others.folded())),
            rate: rating.rate,
            kind,
            penalties: rating.penalties,
            differences: rating.differences,
            candidate,
        })
    }

    /// How alike the characters of the segment and of another text are as they fold, from 0 to 1.
    fn similarity(&self, folded: &str) -> f64 {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        let own = || Pattern::new(&letters(self.query.words.folded()));
        self.letters.get_or_init(own).similarity(&letters(folded))
    }
}

impl Match {
    fn has_texts_of(&self, other: &Self) -> bool {
        let (a, b) = (&self.candidate.unit, &other.candidate.unit);
        a.persian.text == b.persian.text && a.english.text == b.english.text
    }
}

/// Whether both neighbours of the segment are those of the unit, and there is at least one.
fn in_context(query: &Query, unit: &TranslationUnit) -> bool {
    let side = unit.side(query.lang);
    let is_known = side.previous.is_some() || side.next.is_some();
    is_known && agree(&query.previous, &side.previous) && agree(&query.next, &side.next)
}

fn agree(a: &Option<String>, b: &Option<String>) -> bool {
    let folded = |text: &Option<String>| text.as_deref().map(|text| fold(text).text().to_owned());
    folded(a) == folded(b)
}

fn order(a: &Match, b: &Match) -> Ordering {
    let is_context = |m: &Match| m.kind == MatchKind::Context;
    let newest = |m: &Match| Reverse(m.candidate.unit.date);
    b.rate
        .cmp(&a.rate)
        .then_with(|| is_context(b).cmp(&is_context(a)))
        .then_with(|| b.similarity.total_cmp(&a.similarity))
        .then_with(|| newest(a).cmp(&newest(b)))
        .then_with(|| a.candidate.id.cmp(&b.candidate.id))
}
