//! Candidates in, matches out: rated, in order, without doubles.

use std::cmp::{Ordering, Reverse};
use std::collections::HashSet;

use serde::Serialize;

use crate::matching::penalty::{Penalties, Penalty};
use crate::matching::rate::{Difference, base_rate, rate};
use crate::segment::Segment;
use crate::text::{Lang, Words, fold};
use crate::unit::TranslationUnit;

/// A segment that matches are wanted for.
#[derive(Clone, Debug)]
pub struct Query {
    /// The segment.
    pub words: Words,
    /// Its language.
    pub lang: Lang,
    /// The segment before it, where there is one.
    pub previous: Option<String>,
    /// The segment after it, where there is one.
    pub next: Option<String>,
}

impl Query {
    /// The segment `segments[i]` of an article in `lang`, with its neighbours.
    pub fn of(segments: &[Segment<'_>], i: usize, lang: Lang) -> Self {
        let text = |segment: &Segment<'_>| segment.text.to_owned();
        Self {
            words: Words::of(segments[i].text, lang),
            lang,
            previous: segments[..i].last().map(text),
            next: segments.get(i + 1).map(text),
        }
    }

    /// A segment on its own.
    pub fn new(segment: &str, lang: Lang) -> Self {
        Self {
            words: Words::of(segment, lang),
            lang,
            previous: None,
            next: None,
        }
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
        Self {
            threshold: 50,
            most: 3,
            penalties: Penalties::default(),
        }
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
    /// Context, exact or fuzzy.
    pub kind: MatchKind,
    /// What was taken from the rate.
    pub penalties: Vec<Penalty>,
    /// What differs, in the order of the segment.
    pub differences: Vec<Difference>,
    /// How alike the characters are, from 0 to 1; it decides between equal rates.
    pub similarity: f64,
}

/// Rates the candidates and puts the best first.
///
/// Among equal rates a context match comes first, then the more similar characters, the newer
/// unit, the lower number. Of units with the same two texts only the first is offered.
pub fn rank(
    query: &Query,
    candidates: impl IntoIterator<Item = Candidate>,
    options: &Options,
) -> Vec<Match> {
    let rated = candidates
        .into_iter()
        .filter_map(|c| offer(query, c, options));
    let mut matches: Vec<Match> = rated.collect();
    matches.sort_by(order);
    let mut seen = HashSet::new();
    matches.retain(|m| {
        let unit = &m.candidate.unit;
        seen.insert((unit.persian.text.clone(), unit.english.text.clone()))
    });
    matches.truncate(options.most);
    matches
}

fn offer(query: &Query, candidate: Candidate, options: &Options) -> Option<Match> {
    let side = candidate.unit.side(query.lang);
    let words = Words::of(&side.text, query.lang);
    base_rate(&query.words, &words, options.threshold)?;
    let method = candidate.unit.origin.method;
    let rating = rate(&query.words, &words, method, &options.penalties);
    if rating.rate < options.threshold {
        return None;
    }
    let kind = match rating.rate {
        100 if in_context(query, &candidate.unit) => MatchKind::Context,
        100 => MatchKind::Exact,
        _ => MatchKind::Fuzzy,
    };
    Some(Match {
        similarity: strsim::normalized_levenshtein(query.words.folded(), words.folded()),
        rate: rating.rate,
        kind,
        penalties: rating.penalties,
        differences: rating.differences,
        candidate,
    })
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
