//! Owns the race: every system answers the same queries about the same segments, on one thread, after a warm-up.

#[cfg(feature = "tantivy")]
use super::bm25::Bm25;
use super::brute;
use super::fts5::Fts5;
use super::memory::{MOST, Memory};
use super::segments::Segments;
use super::times::Times;
use crate::Result;

/// How a system did; `None` where it could not be measured.
pub(super) struct System {
    pub(super) name: &'static str,
    pub(super) times: Option<Times>,
}

/// How many of the pairs a system found that are there, by exact search.
#[derive(Clone, Copy, Default)]
pub(super) struct Share {
    pub(super) queries: usize,
    pub(super) found: usize,
    pub(super) there: usize,
}

/// How many queries a system gets whose time grows with the memory.
struct Samples {
    strsim: usize,
    rapidfuzz: usize,
    bm25: usize,
    fts5: usize,
}

impl Samples {
    fn of(units: usize) -> Self {
        Self {
            strsim: (20_000_000 / units).clamp(20, 200),
            rapidfuzz: (100_000_000 / units).clamp(100, 1000),
            bm25: 300,
            fts5: 20,
        }
    }
}

/// What came of the race.
pub(super) struct Race {
    /// hamta first.
    pub(super) systems: Vec<System>,
    /// What tantivy's candidates hold of the pairs that reach the threshold; `None` where it is not in the race.
    pub(super) bm25: Option<Share>,
}

/// Lets every system answer its share of `queries`.
pub(super) fn race(memory: &Memory, segments: &mut Segments, queries: &[String]) -> Result<Race> {
    let numbered: Vec<Vec<u32>> = queries.iter().map(|q| segments.number(q)).collect();
    let samples = Samples::of(segments.len());
    let first = |count: usize| &numbered[..count.min(numbered.len())];
    let hamta = hamta(memory, queries)?;
    let strsim = strsim(segments, first(samples.strsim))?;
    let rapidfuzz = Times::of(first(samples.rapidfuzz), |query| {
        let mut found = brute::rapidfuzz(segments, query);
        found.truncate(MOST);
        Ok(found)
    })?;
    let (bm25, share) = bm25(segments, first(samples.bm25))?.unzip();
    let fts5 = fts5(segments, first(samples.fts5))?;
    let system = |name, times| System { name, times };
    Ok(Race {
        systems: vec![
            system("hamta", Some(hamta)),
            system("strsim, every segment", Some(strsim)),
            system("rapidfuzz, every segment", Some(rapidfuzz)),
            system("tantivy, BM25, best 200 rated", bm25),
            system("SQLite FTS5, BM25, best 200 rated", fts5),
        ],
        bm25: share,
    })
}

/// Times hamta, after a pass over all queries.
pub(super) fn hamta(memory: &Memory, queries: &[String]) -> Result<Times> {
    Times::of(queries, |query| memory.offered(query))?;
    Times::of(queries, |query| memory.offered(query))
}

/// Times strsim, and holds rapidfuzz to what it finds.
fn strsim(segments: &Segments, queries: &[Vec<u32>]) -> Result<Times> {
    let tokens: Vec<Vec<&str>> =
        (0..segments.len()).map(|segment| segments.tokens(segments.words(segment))).collect();
    let mut answers = Vec::new();
    let times = Times::of(queries, |query| {
        answers.push(brute::strsim(&tokens, &segments.tokens(query)));
        Ok(())
    })?;
    for (query, answer) in queries.iter().zip(answers) {
        if brute::rapidfuzz(segments, query) != answer {
            return Err("rapidfuzz and strsim find different segments".into());
        }
    }
    Ok(times)
}

#[cfg(not(feature = "tantivy"))]
fn bm25(_: &Segments, _: &[Vec<u32>]) -> Result<Option<(Times, Share)>> {
    Ok(None)
}

#[cfg(feature = "tantivy")]
fn bm25(segments: &Segments, queries: &[Vec<u32>]) -> Result<Option<(Times, Share)>> {
    let index = Bm25::of(segments)?;
    let mut share = Share::default();
    for query in queries {
        share.queries += 1;
        share.found += index.search(segments, query)?.len();
        share.there += brute::rapidfuzz(segments, query).len();
    }
    let times = Times::of(queries, |query| index.search(segments, query))?;
    Ok(Some((times, share)))
}

fn fts5(segments: &Segments, queries: &[Vec<u32>]) -> Result<Option<Times>> {
    let Ok(index) = Fts5::of(segments) else {
        return Ok(None);
    };
    Times::of(queries, |query| index.search(segments, query))?;
    Times::of(queries, |query| index.search(segments, query)).map(Some)
}
