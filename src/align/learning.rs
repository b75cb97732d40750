//! Pairs of words that keep each other's company, learned from segments that belong together.

use foldhash::{HashMap, HashMapExt};

use super::bead::Bead;
use super::clue::Clue;
use super::reading::{CommonWord, Reading};
use crate::text::Lang;

/// A word of each language that stand where the other stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pair {
    pub(super) persian: Clue,
    pub(super) english: Clue,
}

/// The confidence from which a bead teaches.
const SURE: f64 = 0.8;
/// In how many beads a pair must stand together.
const FEWEST: u32 = 2;
/// The least share of company: twice the beads with both, by those with either.
const COMPANY: f32 = 0.5;
/// A word in more than one of so many beads teaches nothing.
const COMMON: usize = 20;
/// As many beads teach; more would teach little more.
const MOST_BEADS: usize = 20_000;

/// The pairs of words that the sure ones among `beads` teach, in order.
pub(super) fn learned(readings: &[Reading; 2], beads: &[Bead]) -> Vec<Pair> {
    let sure: Vec<&Bead> = beads
        .iter()
        .filter(|bead| bead.is_pair() && bead.confidence >= SURE)
        .take(MOST_BEADS)
        .collect();
    let words = |side: usize, bead: &Bead| {
        let segments = match side {
            0 => bead.source.clone(),
            _ => bead.target.clone(),
        };
        let mut words: Vec<CommonWord> = segments
            .flat_map(|segment| readings[side].segments[segment].words.iter().copied())
            .collect();
        words.sort_unstable_by_key(|word| word.stem);
        words.dedup_by_key(|word| word.stem);
        words
    };
    let mut counts: [HashMap<Clue, u32>; 2] = [HashMap::new(), HashMap::new()];
    let sides: Vec<[Vec<CommonWord>; 2]> = sure
        .iter()
        .map(|bead| [0, 1].map(|side| words(side, bead)))
        .collect();
    for words in &sides {
        for (counts, words) in counts.iter_mut().zip(words) {
            for word in words {
                *counts.entry(word.stem).or_default() += 1;
            }
        }
    }
    let most = u32::try_from(sure.len() / COMMON)
        .unwrap_or(u32::MAX)
        .max(10);
    let teaches = |side: usize, word: &&CommonWord| {
        let count = counts[side].get(&word.stem).copied().unwrap_or_default();
        (FEWEST..=most).contains(&count)
    };
    let mut together: HashMap<(Clue, Clue), u32> = HashMap::new();
    for [source, target] in &sides {
        let target: Vec<_> = target.iter().filter(|word| teaches(1, word)).collect();
        for word in source.iter().filter(|word| teaches(0, word)) {
            for other in &target {
                if !word
                    .meanings
                    .iter()
                    .any(|meaning| other.meanings.contains(meaning))
                {
                    *together.entry((word.stem, other.stem)).or_default() += 1;
                }
            }
        }
    }
    let is_company = |&(&(source, target), &both): &(&(Clue, Clue), &u32)| {
        let either = counts[0][&source] + counts[1][&target];
        both >= FEWEST && 2.0 * both as f32 >= COMPANY * either as f32
    };
    let pairs = together.iter().filter(is_company);
    let mut pairs: Vec<Pair> = pairs
        .map(|(&(source, target), _)| match readings[0].lang {
            Lang::Persian => Pair {
                persian: source,
                english: target,
            },
            Lang::English => Pair {
                persian: target,
                english: source,
            },
        })
        .collect();
    pairs.sort_unstable();
    pairs
}
