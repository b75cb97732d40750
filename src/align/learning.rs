//! Pairs of words that often occur together, learned from segments that belong together, by their Dice coefficient.

use std::mem::replace;

use super::bead::Bead;
use super::lists::Lists;
use super::reading::Reading;

/// A word of the source and one of the target that occur in the same beads, by the numbers of their stems.
pub(super) type Pair = [u32; 2];

/// The confidence from which pairs are learned from a bead.
const SURE: f64 = 0.87;
/// The fewest beads in which a pair must occur together.
const FEWEST: usize = 2;
/// The least Dice coefficient of a pair: twice the beads with both, divided by the beads with the one plus those with
/// the other.
const COMPANY: f32 = 0.5;
/// Nothing is learned from a word in more than one of this many beads.
const COMMON: usize = 20;
/// The most beads that pairs are learned from; more change little.
const MOST_BEADS: usize = 20_000;

/// The pairs of words learned from the sure ones among `beads`, in order; `places` are the segments of each text that
/// each word stands in.
pub(super) fn learned(
    readings: &[Reading; 2],
    places: &[Lists<u32>; 2],
    beads: &[Bead],
) -> Vec<Pair> {
    let sure = beads.iter().filter(|bead| bead.is_pair() && bead.confidence >= SURE);
    let sure: Vec<&Bead> = sure.take(MOST_BEADS).collect();
    let [source_beads, target_beads] =
        [0, 1].map(|side| teaching(&readings[side], &places[side], &sure, side));
    let targets = target_beads.places(sure.len());
    let mut pairs = Vec::new();
    // In how many of the beads of a source word each target word is, and the number of the last source word that it was
    // counted for.
    let mut together = vec![(0, 0); target_beads.len()];
    let mut often = Vec::new();
    let sources = (0..).zip(source_beads.iter());
    for (source, beads) in sources.filter(|(_, beads)| !beads.is_empty()) {
        for &bead in beads {
            for &target in targets.of(bead as usize) {
                let (both, last) = &mut together[target as usize];
                if replace(last, source + 1) != source + 1 {
                    *both = 0;
                }
                *both += 1;
                if *both == FEWEST {
                    often.push(target);
                }
            }
        }
        let first = pairs.len();
        for target in often.drain(..) {
            let (both, _) = together[target as usize];
            let either = beads.len() + target_beads.of(target as usize).len();
            let keep_company = 2.0 * both as f32 >= COMPANY * either as f32;
            if keep_company && !share_meaning(readings, [source, target]) {
                pairs.push([source, target]);
            }
        }
        pairs[first..].sort_unstable();
    }
    pairs
}

/// In which of `beads` each word is, where pairs can be learned from it.
fn teaching(reading: &Reading, places: &Lists<u32>, beads: &[&Bead], side: usize) -> Lists<u32> {
    let most = (beads.len() / COMMON).max(10);
    let mut bead_of = vec![None; reading.len()];
    for (number, bead) in (0..).zip(beads) {
        let segments = [&bead.source, &bead.target][side].clone();
        bead_of[segments].fill(Some(number));
    }
    let mut teaching = Lists::with_capacity(places.len(), places.items().len());
    let mut its = Vec::new();
    for segments in places.iter() {
        if segments.len() >= FEWEST {
            its.extend(segments.iter().filter_map(|&segment| bead_of[segment as usize]));
            its.dedup();
            if (FEWEST..=most).contains(&its.len()) {
                teaching.add_all(its.iter().copied());
            }
            its.clear();
        }
        teaching.end();
    }
    teaching
}

/// Whether the two words of a pair have a meaning in common: nothing new is learned from them.
fn share_meaning(readings: &[Reading; 2], [source, target]: Pair) -> bool {
    let others = readings[1].meanings.of(target as usize);
    let mut meanings = readings[0].meanings.of(source as usize).iter();
    meanings.any(|meaning| others.contains(meaning))
}
