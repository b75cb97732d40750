//! Owns the searches that look at every segment: strsim and rapidfuzz. The second is the truth that others are held to.

use rapidfuzz::distance::levenshtein::{Args, BatchComparator};

use super::memory::THRESHOLD;
use super::segments::Segments;

/// How many segments are rated where something else than their rates finds them.
pub(super) const CANDIDATES: usize = 200;

/// A segment that reaches the threshold, and its rate.
pub(super) type Found = (usize, usize);

/// The segments that reach the threshold, best first, by rapidfuzz.
pub(super) fn rapidfuzz(segments: &Segments, query: &[u32]) -> Vec<Found> {
    rapidfuzz_among(segments, query, 0..segments.len())
}

/// Those among `candidates` that reach the threshold, best first, by rapidfuzz.
pub(super) fn rapidfuzz_among(
    segments: &Segments,
    query: &[u32],
    candidates: impl IntoIterator<Item = usize>,
) -> Vec<Found> {
    let comparator = BatchComparator::new(query.iter().copied());
    let found = candidates.into_iter().filter_map(|segment| {
        let words = segments.words(segment);
        let longest = query.len().max(words.len());
        let cutoff = longest * usize::from(100 - THRESHOLD) / 100;
        let args = Args::default().score_cutoff(cutoff);
        let distance = comparator.distance_with_args(words.iter().copied(), &args)?;
        reaching(segment, distance, longest)
    });
    sorted(found.collect())
}

/// The segments that reach the threshold, best first, by strsim.
pub(super) fn strsim(segments: &[Vec<&str>], query: &Vec<&str>) -> Vec<Found> {
    let found = segments.iter().enumerate().filter_map(|(segment, words)| {
        let distance = strsim::generic_levenshtein(query, words);
        reaching(segment, distance, query.len().max(words.len()))
    });
    sorted(found.collect())
}

fn reaching(segment: usize, distance: usize, longest: usize) -> Option<Found> {
    let rate = (longest - distance) * 100 / longest.max(1);
    (rate >= usize::from(THRESHOLD)).then_some((segment, rate))
}

fn sorted(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_unstable_by_key(|&(segment, rate)| (usize::MAX - rate, segment));
    found
}
