//! Phrases of a segment that the memory knows, for segments that no unit resembles as a whole.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::ControlFlow;

use super::Tokens;
use crate::error::Result;
use crate::matching::{Candidate, Query};
use crate::text::{Span, Words};
use crate::tm::store::Store;

/// The fewest words of a phrase that is worth showing.
const LEAST: usize = 3;

/// A part of a segment that stands in units word for word, as it folds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Where it stands in the segment.
    pub span: Span,
    /// How many words it has.
    pub words: usize,
    /// A unit that contains it: of several the one with the fewest words, of these the one with the lowest number.
    pub candidate: Candidate,
    /// Where it stands in that unit's text in the language of the segment.
    pub unit: Span,
}

/// The longest phrases of the segment that the memory knows, at most `most`, none overlapping another; of equally long
/// ones the first in the segment. Returned in the order of the segment.
///
/// A phrase has three words or more, or all words of a shorter segment.
///
/// # Errors
///
/// Where the store cannot be read.
pub fn phrases(store: &impl Store, query: &Query, most: usize) -> Result<Vec<Phrase>> {
    let segment = Tokens::of(store, &query.words, query.lang)?;
    let mut gone = HashSet::new();
    loop {
        let chosen = longest(store, query, &segment, most, &gone)?;
        let mut phrases = Vec::with_capacity(chosen.len());
        for shared in &chosen {
            match store.unit(shared.unit)?.and_then(|unit| phrase(query, shared, unit)) {
                Some(phrase) => phrases.push(phrase),
                // The unit was deleted: another may contain the phrase, or a shorter one must do.
                None => drop(gone.insert(shared.unit)),
            }
        }
        if phrases.len() == chosen.len() {
            return Ok(phrases);
        }
    }
}

fn least(segment: &Tokens) -> usize {
    segment.numbers.len().clamp(1, LEAST)
}

/// A run of words that a segment shares with a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shared {
    start: usize,
    words: usize,
    unit: i64,
    unit_words: usize,
    unit_start: usize,
}

impl Shared {
    /// Longer runs come first, then those of shorter and of earlier units.
    fn rank(&self) -> (Reverse<usize>, usize, i64, usize) {
        (Reverse(self.words), self.unit_words, self.unit, self.unit_start)
    }
}

/// The longest runs that the segment shares with units, without those of `gone`; in the order of the segment.
fn longest(
    store: &impl Store,
    query: &Query,
    segment: &Tokens,
    most: usize,
    gone: &HashSet<i64>,
) -> Result<Vec<Shared>> {
    let tokens = segment.distinct.iter().filter_map(|known| known.token);
    let tokens: HashSet<u32> = tokens.map(|token| token.number).collect();
    let known = segment.numbers.iter();
    let known = known.map(|number| tokens.get(number).copied());
    let least = least(segment);
    let mut longest: Vec<Option<Shared>> = vec![None; segment.numbers.len()];
    let mut level = usize::MAX;
    store.holding_run(
        query.lang,
        &known.collect::<Vec<_>>(),
        least,
        &mut |possible, unit, tokens| {
            if possible < level {
                // All longer runs are known by now: what has been chosen of them stays.
                level = possible;
                if chosen(&longest, level + 1, most).len() == most {
                    return ControlFlow::Break(());
                }
            }
            if !gone.contains(&unit) {
                take_runs(&segment.numbers, unit, tokens, &mut longest);
            }
            ControlFlow::Continue(())
        },
    )?;
    Ok(chosen(&longest, least, most))
}

/// Takes the runs that the segment shares with a unit where they are better than those found so far.
fn take_runs(segment: &[u32], unit: i64, tokens: &[u32], longest: &mut [Option<Shared>]) {
    // How many words from (start, unit_start) on are the same, worked out from the last start to the first.
    let mut runs = vec![0; tokens.len() + 1];
    for (start, number) in segment.iter().enumerate().rev() {
        for unit_start in 0..tokens.len() {
            runs[unit_start] =
                if tokens[unit_start] == *number { runs[unit_start + 1] + 1 } else { 0 };
            let words = runs[unit_start];
            let shared = Shared { start, words, unit, unit_words: tokens.len(), unit_start };
            let is_better = longest[start].is_none_or(|best| shared.rank() < best.rank());
            if words > 0 && is_better {
                longest[start] = Some(shared);
            }
        }
    }
}

/// The longest runs, cut where they would overlap one already chosen; in the order of the segment.
fn chosen(longest: &[Option<Shared>], least: usize, most: usize) -> Vec<Shared> {
    let mut chosen: Vec<Shared> = Vec::new();
    while chosen.len() < most {
        let free = longest.iter().flatten().filter_map(|shared| free_part(*shared, &chosen));
        let best = free
            .filter(|shared| shared.words >= least)
            .min_by_key(|shared| (Reverse(shared.words), shared.start));
        let Some(best) = best else { break };
        chosen.push(best);
    }
    chosen.sort_by_key(|shared| shared.start);
    chosen
}

/// A run up to the next one that is chosen; `None` where it begins inside one.
fn free_part(shared: Shared, chosen: &[Shared]) -> Option<Shared> {
    let is_taken =
        chosen.iter().any(|other| (other.start..other.start + other.words).contains(&shared.start));
    let after = chosen.iter().filter(|other| other.start > shared.start);
    let room = after.map(|other| other.start - shared.start).min().unwrap_or(usize::MAX);
    (!is_taken).then_some(Shared { words: shared.words.min(room), ..shared })
}

fn phrase(query: &Query, shared: &Shared, candidate: Candidate) -> Option<Phrase> {
    let unit = Words::of(&candidate.unit.side(query.lang).text, query.lang);
    let span = |words: &Words, start: usize| {
        let words = words.words().get(start..start + shared.words)?;
        Some(Span::new(words.first()?.span.start, words.last()?.span.end))
    };
    Some(Phrase {
        span: span(&query.words, shared.start)?,
        words: shared.words,
        unit: span(&unit, shared.unit_start)?,
        candidate,
    })
}
