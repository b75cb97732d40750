//! Searches over any store: matches for a segment, and the concordance.

use std::collections::HashMap;

use crate::error::Result;
use crate::matching::{Candidate, Demand, Match, Options, Query, demand, rank};
use crate::text::{Lang, Span, Words};
use crate::tm::Store;

/// The best matches for `query`: of all units that reach the threshold, none is missed.
///
/// # Errors
///
/// Where the store cannot be read.
pub fn matches(store: &impl Store, query: &Query, options: &Options) -> Result<Vec<Match>> {
    let tokens: Vec<&str> = query.words.tokens().collect();
    let frequencies = store.frequencies(query.lang, &tokens)?;
    let frequencies: HashMap<&str, u64> = tokens.into_iter().zip(frequencies).collect();
    let demand = demand(&query.words, options.threshold, |token| frequencies[token]);
    let Some(Demand { tokens, words }) = demand else {
        return Ok(Vec::new());
    };
    let candidates = store.holding(query.lang, &tokens, words)?;
    Ok(rank(query, candidates, options))
}

/// A unit that holds a phrase, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The unit, and its number in the store.
    pub candidate: Candidate,
    /// Every place of the phrase in the unit's text in the language of the search.
    pub spans: Vec<Span>,
}

/// The units that hold `phrase` in `lang`, word for word as it folds, in the order of their numbers.
///
/// # Errors
///
/// Where the store cannot be read.
pub fn concordance(store: &impl Store, phrase: &str, lang: Lang) -> Result<Vec<Hit>> {
    let phrase = Words::of(phrase, lang);
    let tokens: Vec<&str> = phrase.tokens().collect();
    let frequencies = store.frequencies(lang, &tokens)?;
    let rarest = tokens
        .iter()
        .zip(frequencies)
        .min_by_key(|(_, frequency)| *frequency);
    let Some((rarest, _)) = rarest else {
        return Ok(Vec::new());
    };
    let candidates = store.holding(lang, &[(*rarest).to_owned()], tokens.len()..=usize::MAX)?;
    let hits = candidates.into_iter().map(|candidate| {
        let text = Words::of(&candidate.unit.side(lang).text, lang);
        let spans = places(&phrase, &text);
        Hit { candidate, spans }
    });
    Ok(hits.filter(|hit| !hit.spans.is_empty()).collect())
}

/// Where the words of `phrase` stand one after another in `text`; placeables must say the same too.
fn places(phrase: &Words, text: &Words) -> Vec<Span> {
    let windows = text.words().windows(phrase.len());
    let same = windows.filter(|window| {
        window
            .iter()
            .zip(phrase.words())
            .all(|(a, b)| text.is_same(a, phrase, b))
    });
    same.map(|window| Span::new(window[0].span.start, window[window.len() - 1].span.end))
        .collect()
}
