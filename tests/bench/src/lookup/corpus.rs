//! Owns the sentences that memories and queries are made of: real ones, cut and joined anew.
//!
//! A new sentence is the head of one and the tail of another of about the same length, so that words are as
//! frequent, and sentences as long, as in the real ones. The same seed always gives the same sentences, and a
//! small memory is the beginning of a large one.

use std::collections::HashSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use fastrand::Rng;

use crate::Result;

const SEED: u64 = 1403;
/// One real sentence in so many is kept out of the memory, for queries that nothing in it answers.
const KEPT_OUT: usize = 20;
/// The partner of a sentence is at most so many places from it, in the order of lengths.
const NEAR: usize = 100;

/// The real sentences.
pub(super) struct Sources {
    persian: String,
    english: String,
}

impl Sources {
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let read = |name| fs::read_to_string(folder.join(name));
        Ok(Self { persian: read("fa-base.txt")?, english: read("sentences-en-ewt.txt")? })
    }
}

/// A segment and what stands for its translation.
pub(super) struct Pair {
    pub(super) persian: String,
    pub(super) english: String,
}

/// A memory to be, and what is asked of it.
pub(super) struct Corpus {
    /// The units of the memory, with different Persian texts.
    pub(super) pairs: Vec<Pair>,
    /// Units that are added later.
    pub(super) fresh: Vec<Pair>,
    /// Sentences of which no part is in the memory.
    pub(super) unrelated: Vec<String>,
    /// Every word of the real sentences, as often as it occurs.
    pub(super) words: Vec<String>,
}

impl Corpus {
    /// Makes `units` pairs, `fresh` more, and `unrelated` sentences.
    pub(super) fn new(sources: &Sources, units: usize, fresh: usize, unrelated: usize) -> Self {
        let mut rng = Rng::with_seed(SEED);
        let mut lines: Vec<&str> = sources.persian.lines().collect();
        rng.shuffle(&mut lines);
        let (outside, inside) = lines.split_at(lines.len() / KEPT_OUT);
        let (outside, inside) = (Mixer::of(outside), Mixer::of(inside));
        let english: Vec<&str> = sources.english.lines().collect();
        let english = Mixer::of(&english);
        let mut known = HashSet::new();
        let unrelated = (0..unrelated).map(|_| outside.distinct(&mut known, &mut rng)).collect();
        let mut pairs: Vec<Pair> = (0..units + fresh)
            .map(|_| Pair {
                persian: inside.distinct(&mut known, &mut rng),
                english: english.sentence(&mut rng),
            })
            .collect();
        let fresh = pairs.split_off(units);
        let words = inside.sentences.iter().flatten();
        let words = words.map(|word| (*word).to_owned()).collect();
        Self { pairs, fresh, unrelated, words }
    }
}

/// Makes sentences out of others.
struct Mixer<'a> {
    /// The words of each sentence, the shortest sentence first.
    sentences: Vec<Vec<&'a str>>,
}

impl<'a> Mixer<'a> {
    /// Takes the sentences of at least two words.
    fn of(lines: &[&'a str]) -> Self {
        let plain = lines.iter().filter(|line| !line.contains(char::is_control));
        let words = plain.map(|line| line.split_whitespace().collect::<Vec<_>>());
        let mut sentences: Vec<_> = words.filter(|words| words.len() > 1).collect();
        sentences.sort_by_key(Vec::len);
        Self { sentences }
    }

    /// The head of a sentence with the tail of another, as long together as the first.
    fn sentence(&self, rng: &mut Rng) -> String {
        let first = rng.usize(..self.sentences.len());
        let least = first.saturating_sub(NEAR);
        let most = (first + NEAR).min(self.sentences.len() - 1);
        let (head, tail) = (&self.sentences[first], &self.sentences[rng.usize(least..=most)]);
        let cut = rng.usize(1..head.len());
        let rest = tail.len().saturating_sub(head.len() - cut);
        [&head[..cut], &tail[rest..]].concat().join(" ")
    }

    /// A sentence that was not made before.
    fn distinct(&self, known: &mut HashSet<u64>, rng: &mut Rng) -> String {
        loop {
            let sentence = self.sentence(rng);
            let mut hash = DefaultHasher::new();
            sentence.hash(&mut hash);
            if known.insert(hash.finish()) {
                return sentence;
            }
        }
    }
}
