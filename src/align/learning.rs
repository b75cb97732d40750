//! Pairs of words that keep each other's company, learned from segments that belong together.

use std::mem::{replace, take};

use super::bead::Bead;
use super::lists::Lists;
use super::reading::Reading;

/// A word of the source and one of the target that stand where the other stands, by the numbers of their stems.
pub(super) type Pair = [u32; 2];

/// The confidence from which a bead teaches.
const SURE: f64 = 0.87;
/// In how many beads a pair must stand together.
const FEWEST: usize = 2;
/// The least share of company: twice the beads with both, by those with either.
const COMPANY: f32 = 0.5;
/// A word in more than one of so many beads teaches nothing.
const COMMON: usize = 20;
/// As many beads teach; more would teach little more.
const MOST_BEADS: usize = 20_000;

/// The pairs of words that the sure ones among `beads` teach, in order.
pub(super) fn learned(readings: &[Reading; 2], beads: &[Bead]) -> Vec<Pair> {
    let sure = beads
        .iter()
        .filter(|bead| bead.is_pair() && bead.confidence >= SURE);
    let sure: Vec<&Bead> = sure.take(MOST_BEADS).collect();
    let [sources, targets] = [0, 1].map(|side| teaching(&readings[side], &sure, side));
    let [source_beads, target_beads] = [(&sources, 0), (&targets, 1)]
        .map(|(words, side)| words.places(readings[side].meanings.len()));
    let mut pairs = Vec::new();
    let mut together = vec![0; target_beads.len()];
    let mut met = Vec::new();
    for (source, beads) in (0..).zip(source_beads.iter()) {
        for &bead in beads {
            for &target in targets.of(bead as usize) {
                if together[target as usize] == 0 {
                    met.push(target);
                }
                together[target as usize] += 1;
            }
        }
        let its = pairs.len();
        for target in met.drain(..) {
            let both = take(&mut together[target as usize]);
            let either = beads.len() + target_beads.of(target as usize).len();
            let keep_company = both >= FEWEST && 2.0 * both as f32 >= COMPANY * either as f32;
            if keep_company && !share_meaning(readings, [source, target]) {
                pairs.push([source, target]);
            }
        }
        pairs[its..].sort_unstable();
    }
    pairs
}

/// The words of each of `beads` that can teach, each once.
fn teaching(reading: &Reading, beads: &[&Bead], side: usize) -> Lists<u32> {
    let words_of = |bead: &Bead| {
        let segments = [&bead.source, &bead.target][side].clone();
        segments.flat_map(|segment| reading.words.of(segment).iter().copied())
    };
    // In how many beads each word is, and the last of them.
    let mut counts = vec![(0, 0); reading.meanings.len()];
    for (number, bead) in (1..).zip(beads) {
        for word in words_of(bead) {
            let (count, last) = &mut counts[word as usize];
            *count += usize::from(replace(last, number) != number);
        }
    }
    let most = (beads.len() / COMMON).max(10);
    let teaches = |&word: &u32| (FEWEST..=most).contains(&counts[word as usize].0);
    let mut teaching = Lists::with_capacity(beads.len(), reading.words.items().len());
    let mut last = vec![0; counts.len()];
    for (number, bead) in (1..).zip(beads) {
        let own = words_of(bead).filter(|word| teaches(word));
        teaching.push(own.filter(|&word| replace(&mut last[word as usize], number) != number));
    }
    teaching
}

/// Whether the two words of a pair have a meaning in common: nothing new is learned from them.
fn share_meaning(readings: &[Reading; 2], [source, target]: Pair) -> bool {
    let others = readings[1].meanings[target as usize];
    let mut meanings = readings[0].meanings[source as usize].iter();
    meanings.any(|meaning| others.contains(meaning))
}
