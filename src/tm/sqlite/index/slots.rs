//! Chunks of postings: an ascending list of slots in pieces that each lie within one page, quick to read from anywhere.
//!
//! With a slot goes how many of its unit's words stand before the token in the order, where that is useful.
//!
//! A chunk begins with its first slot, in four bytes, and with how many it has, in two. What follows says how far each
//! slot is from the first. The seventh byte says how many low bytes of these distances stand one after another, none to
//! two. What is above them comes last, in bits: for each slot as many zeros as its value is higher than that of the
//! slot before it, and a one (Elias 1974, Fano 1971). So a slot takes little more than the least possible, wherever the
//! others stand. Between the two there is half a byte per slot, if the seventh byte says so: how many words stand
//! before it.

use std::ops::Range;

use super::MOST_BYTES;

/// The bytes before the distances.
const HEAD: usize = 7;

/// How many low bytes of a distance may stand apart.
const WIDTHS: Range<usize> = 0..3;

/// The bit of the seventh byte that says that the numbers of words before the token are stored.
const WITH_BEFORE: u8 = 4;

/// The highest number of words before a token that is stored; it also stands for higher ones.
const MOST_BEFORE: u8 = 15;

/// A slot that holds a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting {
    pub(super) slot: u32,
    /// How many of the unit's words stand before the token in the order, at least.
    pub(super) before: u8,
}

impl Posting {
    /// A posting of a token after `before` other words.
    pub(super) fn new(slot: u32, before: usize) -> Self {
        let before = u8::try_from(before).unwrap_or(MOST_BEFORE);
        Self { slot, before: before.min(MOST_BEFORE) }
    }
}

/// Slots, and the last one of them: a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    pub(super) last: u32,
    pub(super) bytes: Vec<u8>,
}

/// The chunks of a list whose slots are in ascending order; with how many words stand before each, or without.
pub(super) fn chunks(mut list: &[Posting], with_before: bool) -> impl Iterator<Item = Chunk> {
    std::iter::from_fn(move || {
        let first = list.first()?;
        let size = |width: usize, count: usize| {
            let last = list[count - 1].slot - first.slot;
            let above = (last >> (8 * width)) as usize + count;
            HEAD + width * count + size_of_before(count, with_before) + above.div_ceil(8)
        };
        let (width, count) = WIDTHS
            .map(|width| (width, fitting(list.len(), |count| size(width, count))))
            .max_by_key(|&(width, count)| (count, std::cmp::Reverse(size(width, count))))?;
        let (its, rest) = list.split_at(count);
        list = rest;
        let mut bytes = first.slot.to_le_bytes().to_vec();
        bytes.extend_from_slice(&u16::try_from(count).ok()?.to_le_bytes());
        bytes.push(u8::try_from(width).ok()? | if with_before { WITH_BEFORE } else { 0 });
        let distances = its.iter().map(|posting| posting.slot - first.slot);
        for distance in distances.clone() {
            bytes.extend_from_slice(&distance.to_le_bytes()[..width]);
        }
        if with_before {
            put_before(&mut bytes, its);
        }
        put_above(&mut bytes, distances.map(|distance| distance >> (8 * width)));
        let last = its.last()?.slot;
        Some(Chunk { last, bytes })
    })
}

/// How many of `all` fit into a chunk, 1 or more; `size` says how many bytes a number of them takes.
fn fitting(all: usize, size: impl Fn(usize) -> usize) -> usize {
    let (mut fitting, mut beyond) = (1, all.min(8 * MOST_BYTES) + 1);
    while beyond - fitting > 1 {
        let between = usize::midpoint(fitting, beyond);
        if size(between) <= MOST_BYTES { fitting = between } else { beyond = between }
    }
    fitting
}

/// How many bytes the numbers of words before `count` slots take.
fn size_of_before(count: usize, with_before: bool) -> usize {
    if with_before { count.div_ceil(2) } else { 0 }
}

fn put_before(bytes: &mut Vec<u8>, postings: &[Posting]) {
    for two in postings.chunks(2) {
        let high = two.get(1).map_or(0, |posting| posting.before << 4);
        bytes.push(two[0].before | high);
    }
}

fn put_above(bytes: &mut Vec<u8>, above: impl Iterator<Item = u32>) {
    let head = bytes.len();
    for (ones, above) in above.enumerate() {
        let bit = above as usize + ones;
        bytes.resize(head + bit / 8 + 1, 0);
        bytes[head + bit / 8] |= 1 << (bit % 8);
    }
}

/// Passes the postings of a chunk whose slots lie within `range` to `take`, in order; none if `bytes` are not a chunk.
pub(super) fn read(bytes: &[u8], range: &Range<u32>, take: impl FnMut(Posting)) {
    let Some(parts) = Parts::of(bytes) else {
        return;
    };
    match parts.width {
        0 => parts.each::<0>(range, take),
        1 => parts.each::<1>(range, take),
        _ => parts.each::<2>(range, take),
    }
}

/// A chunk taken apart.
struct Parts<'b> {
    first: u32,
    width: usize,
    low: &'b [u8],
    before: &'b [u8],
    above: &'b [u8],
}

impl<'b> Parts<'b> {
    fn of(bytes: &'b [u8]) -> Option<Self> {
        let (head, rest) = bytes.split_at_checked(HEAD)?;
        let first = u32::from_le_bytes(*head.first_chunk()?);
        let count = usize::from(u16::from_le_bytes([head[4], head[5]]));
        let width = usize::from(head[6] & !WITH_BEFORE);
        let (low, rest) = rest.split_at_checked(width * count)?;
        let with_before = head[6] & WITH_BEFORE != 0;
        let (before, above) = rest.split_at_checked(size_of_before(count, with_before))?;
        WIDTHS.contains(&width).then_some(Self { first, width, low, before, above })
    }

    fn each<const WIDTH: usize>(&self, range: &Range<u32>, mut take: impl FnMut(Posting)) {
        let [start, end] = [range.start, range.end].map(|slot| slot.saturating_sub(self.first));
        let mut index = 0;
        for (bytes, at) in self.above.chunks(8).zip((0..).step_by(64)) {
            let mut rest = bits(bytes);
            // Most of those before the range lie among bits of which not even the last one can reach it.
            let past = index + rest.count_ones();
            if (at + 65 - past) << (8 * WIDTH) <= start {
                index = past;
                continue;
            }
            while rest != 0 {
                let above = at + rest.trailing_zeros() - index;
                let distance = above << (8 * WIDTH) | low::<WIDTH>(self.low, index as usize);
                if distance >= end {
                    return;
                }
                if distance >= start {
                    take(Posting {
                        slot: self.first.saturating_add(distance),
                        before: self.before(index as usize),
                    });
                }
                rest &= rest - 1;
                index += 1;
            }
        }
    }

    fn before(&self, index: usize) -> u8 {
        let two = self.before.get(index / 2).copied().unwrap_or_default();
        two >> (4 * (index % 2)) & MOST_BEFORE
    }
}

/// Eight bytes or fewer as bits, the lowest first.
fn bits(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(whole) => u64::from_le_bytes(*whole),
        None => bytes.iter().rev().fold(0, |bits, &byte| bits << 8 | u64::from(byte)),
    }
}

/// The low bytes of the distance that has `index` others before it; 0 where there are none.
fn low<const WIDTH: usize>(bytes: &[u8], index: usize) -> u32 {
    let Some(bytes) = bytes.get(WIDTH * index..WIDTH * (index + 1)) else {
        return 0;
    };
    bytes.iter().rev().fold(0, |low, &byte| low << 8 | u32::from(byte))
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::{Posting, chunks, read};

    fn within(bytes: &[u8], range: Range<u32>) -> Vec<Posting> {
        let mut postings = Vec::new();
        read(bytes, &range, |posting| postings.push(posting));
        postings
    }

    /// Lists of all densities, near and far from the beginning.
    fn lists() -> Vec<Vec<Posting>> {
        let steps = [1_u32, 2, 7, 40, 300, 70_000, 20_000_000];
        let list = |step: u32| {
            let most = (u32::MAX - 9) / (2 * step);
            let slots = (0..most.min(20_000)).map(move |i| 9 + i * step + (i * i) % step);
            slots.collect()
        };
        let mut lists: Vec<Vec<u32>> = steps.map(list).to_vec();
        lists.push(vec![u32::MAX - 2, u32::MAX - 1]);
        lists.push(vec![0, u32::MAX - 1]);
        lists.push(vec![5]);
        let posting = |slot: u32| Posting::new(slot, slot as usize % 19);
        let postings = |list: Vec<u32>| list.into_iter().map(posting).collect();
        lists.into_iter().map(postings).collect()
    }

    #[test]
    fn postings_come_back_over_many_chunks() {
        for list in lists() {
            for with_before in [true, false] {
                let mut read = Vec::new();
                for chunk in chunks(&list, with_before) {
                    assert!(chunk.bytes.len() <= 960);
                    let its = within(&chunk.bytes, 0..u32::MAX);
                    assert_eq!(its.last().map(|posting| posting.slot), Some(chunk.last));
                    read.extend(its);
                }
                let before = |posting: &Posting| if with_before { posting.before } else { 0 };
                let expected =
                    list.iter().map(|posting| Posting { before: before(posting), ..*posting });
                assert_eq!(read, expected.collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn any_range_gives_what_lies_in_it() {
        for list in lists() {
            for chunk in chunks(&list, true).take(3) {
                let all = within(&chunk.bytes, 0..u32::MAX);
                for (i, start) in all.iter().enumerate().step_by(37) {
                    for end in all[i..].iter().step_by(91) {
                        let range = start.slot + 1..end.slot + 1;
                        let expected = all.iter().filter(|its| range.contains(&its.slot));
                        assert!(within(&chunk.bytes, range.clone()).iter().eq(expected));
                    }
                }
            }
        }
    }

    #[test]
    fn many_words_before_are_told_from_few() {
        let before = [0, 1, 14, 15, 16, 300].map(|before| Posting::new(1, before).before);
        assert_eq!(before, [0, 1, 14, 15, 15, 15]);
    }

    #[test]
    fn broken_chunks_give_nothing_more() {
        assert_eq!(within(&[], 0..9), []);
        assert_eq!(within(&[1, 0, 0, 0, 1, 0], 0..9), []);
        // Fewer low bytes than slots, and a width that does not exist.
        assert_eq!(within(&[1, 0, 0, 0, 9, 0, 2, 4], 0..9), []);
        assert_eq!(within(&[1, 0, 0, 0, 0, 0, 3, 1], 0..9), []);
        // More bits than slots.
        let last = [255, 255, 255, 255, 1, 0, 1, 7, 255, 255];
        assert_eq!(within(&last, 0..u32::MAX), []);
        assert_eq!(within(&[9, 0, 0, 0, 1, 0, 1, 7, 255], 0..99).len(), 8);
    }
}
