//! Owns what is asked of a memory: of four queries one is a unit's text, two are edited ones, one is unrelated.

use fastrand::Rng;

use super::corpus::Corpus;

const SEED: u64 = 1404;
/// At most this part of a sentence's words is edited.
const MOST_EDITED: f64 = 0.3;

/// `count` queries for the memory of `corpus`; any beginning of them is mixed in the same way.
pub(super) fn queries(corpus: &Corpus, count: usize) -> Vec<String> {
    let mut rng = Rng::with_seed(SEED);
    let mut unrelated = corpus.unrelated.iter();
    let query = |i: usize| {
        let unit = &corpus.pairs[rng.usize(..corpus.pairs.len())].persian;
        match i % 4 {
            0 => unit.clone(),
            1 | 2 => edited(unit, &corpus.words, &mut rng),
            _ => unrelated.next().unwrap_or(unit).clone(),
        }
    };
    (0..count).map(query).collect()
}

/// Words, and pairs of words that stand side by side, out of units of the memory.
pub(super) fn phrases(corpus: &Corpus, count: usize) -> Vec<String> {
    let mut rng = Rng::with_seed(SEED);
    let phrase = |i: usize| {
        let unit = &corpus.pairs[rng.usize(..corpus.pairs.len())].persian;
        let words: Vec<&str> = unit.split(' ').collect();
        let at = rng.usize(..words.len() - 1);
        words[at..=at + i % 2].join(" ")
    };
    (0..count).map(phrase).collect()
}

/// The sentence with up to 30 % of its words, and at least one, replaced, deleted, inserted or swapped.
fn edited(sentence: &str, pool: &[String], rng: &mut Rng) -> String {
    let mut words: Vec<&str> = sentence.split(' ').collect();
    let part = 0.01 + rng.f64() * (MOST_EDITED - 0.01);
    let edits = ((words.len() as f64 * part) as usize).max(1);
    for _ in 0..edits {
        let at = rng.usize(..words.len());
        let word = &pool[rng.usize(..pool.len())];
        match rng.u8(..4) {
            0 if words.len() > 1 => drop(words.remove(at)),
            1 => words.insert(at, word),
            2 if at > 0 => words.swap(at - 1, at),
            _ => words[at] = word,
        }
    }
    words.join(" ")
}
