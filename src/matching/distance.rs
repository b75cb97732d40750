//! Levenshtein distance over words, with unit costs, and an alignment that shows it.

use std::hash::Hash;

use foldhash::{HashMap, HashMapExt};

/// A sequence that others are compared with, 64 of its items at a time.
///
/// Source: Myers 1999; Hyyrö 2003, whose recurrence for blocks this is.
#[derive(Clone, Debug)]
pub struct Pattern<T> {
    length: usize,
    /// How many blocks of 64 places there are.
    blocks: usize,
    places: Places<T>,
}

/// Where each item stands, one bit for each place.
#[derive(Clone, Debug)]
enum Places<T> {
    /// All blocks of each distinct item.
    Whole {
        /// Where the blocks of each item begin.
        starts: HashMap<T, usize>,
        /// The first blocks belong to all items that do not occur.
        blocks: Vec<u64>,
    },
    /// The blocks in which an item stands, each with its number, in the order of the items.
    Filled(Vec<(T, usize, u64)>),
}

/// The longest sequence of which all blocks are kept: the room they take grows with the square of its length.
const WHOLE: usize = 4096;

/// The differences down one column of the matrix in one block: where it rises, where it falls.
#[derive(Clone, Copy)]
struct Column {
    rises: u64,
    falls: u64,
}

impl<T: Copy + Ord + Hash> Places<T> {
    fn whole(sequence: &[T]) -> Self {
        let length = sequence.len().div_ceil(64);
        let mut starts = HashMap::with_capacity(sequence.len());
        let mut blocks = vec![0; length];
        for (i, &item) in sequence.iter().enumerate() {
            let start = *starts.entry(item).or_insert(blocks.len());
            if start == blocks.len() {
                blocks.resize(start + length, 0);
            }
            blocks[start + i / 64] |= 1 << (i % 64);
        }
        Self::Whole { starts, blocks }
    }

    fn filled(sequence: &[T]) -> Self {
        let places = sequence.iter().enumerate();
        let mut filled: Vec<(T, usize, u64)> =
            places.map(|(i, &item)| (item, i / 64, 1 << (i % 64))).collect();
        filled.sort_unstable();
        filled.dedup_by(|next, own| {
            let is_one = (next.0, next.1) == (own.0, own.1);
            if is_one {
                own.2 |= next.2;
            }
            is_one
        });
        Self::Filled(filled)
    }

    /// The blocks of an item, as many as `length`; they are written into `room` where they are not kept.
    fn of<'a>(&'a self, item: &T, length: usize, room: &'a mut Vec<u64>) -> &'a [u64] {
        match self {
            Self::Whole { starts, blocks } => {
                let start = starts.get(item).copied().unwrap_or_default();
                &blocks[start..start + length]
            }
            Self::Filled(filled) => {
                room.clear();
                room.resize(length, 0);
                let first = filled.partition_point(|(other, ..)| other < item);
                let own = filled[first..].iter();
                for &(_, block, places) in own.take_while(|(other, ..)| other == item) {
                    room[block] = places;
                }
                room
            }
        }
    }
}

impl<T: Copy + Ord + Hash> Pattern<T> {
    /// Prepares `sequence`.
    pub fn new(sequence: &[T]) -> Self {
        Self {
            length: sequence.len(),
            blocks: sequence.len().div_ceil(64),
            places: match sequence.len() {
                ..=WHOLE => Places::whole(sequence),
                _ => Places::filled(sequence),
            },
        }
    }

    /// The number of items to insert, delete or replace to turn the sequence into `other`, or `None` where it is over
    /// `limit`.
    pub fn within(&self, other: &[T], limit: usize) -> Option<usize> {
        if self.length.abs_diff(other.len()) > limit {
            return None;
        }
        if self.length == 0 {
            return Some(other.len());
        }
        let mut columns = vec![Column { rises: u64::MAX, falls: 0 }; self.blocks];
        let mut room = Vec::new();
        let last = 1 << ((self.length - 1) % 64);
        let mut distance = self.length;
        for (done, item) in other.iter().enumerate() {
            let places = self.places.of(item, self.blocks, &mut room);
            let (rises, falls) = step(&mut columns, places, last);
            distance = distance + usize::from(rises) - usize::from(falls);
            // Each item that is left can lower it by one.
            if distance > limit + (other.len() - done - 1) {
                return None;
            }
        }
        (distance <= limit).then_some(distance)
    }

    /// How alike `other` is, from 0 to 1: the share of the longer one that need not be changed.
    pub fn similarity(&self, other: &[T]) -> f64 {
        let longest = self.length.max(other.len());
        let distance = self.within(other, longest).unwrap_or(longest);
        if longest == 0 { 1.0 } else { 1.0 - distance as f64 / longest as f64 }
    }
}

/// Goes on by one item that stands at `places`; returns whether the last row, that of the bit `last`, rises or falls.
fn step(columns: &mut [Column], places: &[u64], last: u64) -> (bool, bool) {
    // The first row rises by one with each item.
    let (mut carried_rise, mut carried_fall) = (1, 0);
    let mut end = (false, false);
    for (column, &here) in columns.iter_mut().zip(places) {
        let Column { rises, falls } = *column;
        let met = here | carried_fall;
        let level = ((met & rises).wrapping_add(rises) ^ rises) | met | falls;
        let right_rises = falls | !(level | rises);
        let right_falls = level & rises;
        end = (right_rises & last != 0, right_falls & last != 0);
        let right_rises_in = right_rises << 1 | carried_rise;
        let right_falls_in = right_falls << 1 | carried_fall;
        (carried_rise, carried_fall) = (right_rises >> 63, right_falls >> 63);
        column.rises = right_falls_in | !(level | right_rises_in);
        column.falls = right_rises_in & level;
    }
    end
}

/// One step of an alignment: indices into the left and the right sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The same word in both.
    Same(usize, usize),
    /// One word in place of another.
    Replaced(usize, usize),
    /// A word that only the left one has.
    Left(usize),
    /// A word that only the right one has.
    Right(usize),
}

/// A shortest way from `a` to `b`, always the same one.
///
/// Memory is linear in the lengths (Hirschberg 1975), time their product.
pub fn align(a: &[u32], b: &[u32]) -> Vec<Step> {
    let mut steps = Vec::with_capacity(a.len().max(b.len()));
    align_into(a, b, (0, 0), &mut steps);
    steps
}

fn align_into(a: &[u32], b: &[u32], (i, j): (usize, usize), steps: &mut Vec<Step>) {
    match (a, b) {
        ([], _) => steps.extend((0..b.len()).map(|k| Step::Right(j + k))),
        (_, []) => steps.extend((0..a.len()).map(|k| Step::Left(i + k))),
        _ if a == b => steps.extend((0..a.len()).map(|k| Step::Same(i + k, j + k))),
        ([word], _) => align_one(*word, b, (i, j), steps),
        _ => {
            let (left, right) = a.split_at(a.len() / 2);
            let cut = best_cut(left, right, b);
            align_into(left, &b[..cut], (i, j), steps);
            align_into(right, &b[cut..], (i + left.len(), j + cut), steps);
        }
    }
}

/// Aligns one word with several: with an identical one where there is one, otherwise with the first.
fn align_one(word: u32, b: &[u32], (i, j): (usize, usize), steps: &mut Vec<Step>) {
    let like = b.iter().position(|&other| other == word);
    let at = like.unwrap_or(0);
    steps.extend((0..at).map(|k| Step::Right(j + k)));
    steps.push(match like {
        Some(_) => Step::Same(i, j + at),
        None => Step::Replaced(i, j + at),
    });
    steps.extend((at + 1..b.len()).map(|k| Step::Right(j + k)));
}

/// Where to cut `b` so that its parts are nearest to `left` and `right`; the first such place.
fn best_cut(left: &[u32], right: &[u32], b: &[u32]) -> usize {
    let before = prefix_distances(left.iter(), &b.iter());
    let after = prefix_distances(right.iter().rev(), &b.iter().rev());
    let cuts = 0..=b.len();
    cuts.min_by_key(|&cut| before[cut] + after[b.len() - cut])
        .expect("a range from zero holds at least zero")
}

/// The distance of the whole of `a` to every beginning of `b`.
fn prefix_distances<'a>(
    a: impl Iterator<Item = &'a u32>,
    b: &(impl Iterator<Item = &'a u32> + Clone),
) -> Vec<usize> {
    let mut row: Vec<usize> = (0..=b.clone().count()).collect();
    for (i, word) in a.enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in b.clone().enumerate() {
            let replaced = diagonal + usize::from(word != other);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row
}

/// Numbers for words, so that two words are compared by comparing two numbers.
#[derive(Debug, Default)]
pub struct Vocabulary<'a>(HashMap<&'a str, u32>);

impl<'a> Vocabulary<'a> {
    /// The numbers of `tokens`; the same token has the same number for as long as the vocabulary lives.
    pub fn number(&mut self, tokens: impl Iterator<Item = &'a str>) -> Vec<u32> {
        tokens
            .map(|token| {
                let next = u32::try_from(self.0.len()).expect("a segment has fewer than 2³² words");
                *self.0.entry(token).or_insert(next)
            })
            .collect()
    }
}
