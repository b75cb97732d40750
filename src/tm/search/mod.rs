//! Searches over any store: matches for a segment, phrases of it, and the concordance.

mod concordance;
mod phrases;

use std::cmp::Reverse;
use std::ops::ControlFlow;

use foldhash::{HashMap, HashMapExt};

use crate::error::Result;
use crate::matching::distance::Pattern;
use crate::matching::filter::{Demanded, Occurring, demand};
use crate::matching::sketch::Outline;
use crate::matching::{Match, Options, Query, Ranking, limit, percent};
use crate::text::{Lang, Words};
use crate::tm::store::{Store, Token, Wanted};

pub use self::concordance::{Hit, concordance, each_hit};
pub use self::phrases::{Phrase, phrases};

/// The best matches for `query`: of all units that reach the threshold, none is missed.
///
/// # Errors
///
/// Where the store cannot be read.
#[inline(never)] // `.ci/instructions` counts what it takes, by its name.
pub fn matches(store: &impl Store, query: &Query, options: &Options) -> Result<Vec<Match>> {
    let segment = Tokens::of(store, &query.words, query.lang)?;
    let mut ranking = Ranking::new(query, options);
    for (Reverse(base), unit) in near(store, query.lang, &segment, options.threshold)? {
        if ranking.is_settled(base) {
            break;
        }
        if let Some(candidate) = store.unit(unit)? {
            ranking.offer(candidate);
        }
    }
    Ok(ranking.finish())
}

/// The unit nearest to `segment`, other than `except`, whose rate before penalties reaches `threshold`, with that rate;
/// of several the one with the lowest number.
///
/// # Errors
///
/// Where the store cannot be read.
pub fn nearest(
    store: &impl Store,
    segment: &str,
    lang: Lang,
    threshold: u8,
    except: i64,
) -> Result<Option<(i64, u8)>> {
    let segment = Tokens::of(store, &Words::of(segment, lang), lang)?;
    for (Reverse(rate), unit) in near(store, lang, &segment, threshold)? {
        if unit != except && store.unit(unit)?.is_some() {
            return Ok(Some((unit, rate)));
        }
    }
    Ok(None)
}

/// The units whose rate before penalties reaches `threshold`, with that rate, the best first.
fn near(
    store: &impl Store,
    lang: Lang,
    segment: &Tokens,
    threshold: u8,
) -> Result<Vec<(Reverse<u8>, i64)>> {
    let mut near = Vec::new();
    let occurring: Vec<Occurring> = segment.distinct.iter().map(Distinct::occurring).collect();
    let wanted: Vec<Wanted> = demand(&occurring, threshold)
        .into_iter()
        .map(|Demanded { number, words }| Wanted {
            token: number,
            words,
            outline: Outline::new(&occurring, number, threshold),
        })
        .collect();
    let pattern = Pattern::new(&segment.numbers);
    store.holding(lang, &wanted, &mut |unit, tokens| {
        let longest = segment.numbers.len().max(tokens.len());
        if let Some(distance) = pattern.within(tokens, limit(longest, threshold)) {
            near.push((Reverse(percent(longest - distance, longest)), unit));
        }
        ControlFlow::Continue(())
    })?;
    near.sort_unstable();
    Ok(near)
}

/// The words of a segment as a store numbers them.
#[derive(Debug)]
struct Tokens {
    /// A number for each word, in order; words that no unit has have numbers that no token has.
    numbers: Vec<u32>,
    distinct: Vec<Distinct>,
}

/// A token of a segment.
#[derive(Debug)]
struct Distinct {
    token: Option<Token>,
    times: usize,
}

impl Tokens {
    fn of(store: &impl Store, words: &Words, lang: Lang) -> Result<Self> {
        let mut distinct: Vec<Distinct> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut numbers = Vec::with_capacity(words.len());
        for word in words.tokens() {
            let place = *places.entry(word).or_insert(distinct.len());
            if place == distinct.len() {
                distinct.push(Distinct { token: store.token(lang, word)?, times: 0 });
            }
            distinct[place].times += 1;
            let unknown =
                u32::MAX - u32::try_from(place).expect("a segment has fewer than 2³² words");
            numbers.push(distinct[place].token.map_or(unknown, |token| token.number));
        }
        Ok(Self { numbers, distinct })
    }
}

impl Distinct {
    fn occurring(&self) -> Occurring {
        Occurring { times: self.times, number: self.token.map(|token| token.number) }
    }
}
