//! Chunks of slots: a rising list in pieces that each lie within one page, quick to read from anywhere.
//!
//! A chunk begins with its first slot, in four bytes. Its fifth byte is how many bytes each of the others
//! takes, as its distance from the first; or 0 where bits follow instead, one a slot.

use std::ops::Range;

use super::MOST_BYTES;

/// The bytes before the distances or bits.
const HEAD: usize = 5;

/// The widths that distances may have, in bytes.
const WIDTHS: Range<usize> = 1..5;

/// Slots, and the last one of them: a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    pub(super) last: u32,
    pub(super) bytes: Vec<u8>,
}

/// The chunks of a list of rising slots.
pub(super) fn chunks(mut slots: &[u32]) -> impl Iterator<Item = Chunk> {
    std::iter::from_fn(move || {
        let first = *slots.first()?;
        let room = MOST_BYTES - HEAD;
        let within =
            |longest: usize| slots.partition_point(|&slot| (slot - first) as usize <= longest);
        let of_width = |width: usize| within((1 << (8 * width)) - 1).min(1 + room / width);
        let in_bits = within(8 * room - 1);
        let (width, count) = WIDTHS
            .map(|width| (width, of_width(width)))
            .max_by_key(|&(width, count)| (count, std::cmp::Reverse(width)))?;
        let (its, rest);
        let mut bytes = first.to_le_bytes().to_vec();
        if in_bits > count {
            (its, rest) = slots.split_at(in_bits);
            bytes.push(0);
            put_bits(&mut bytes, its);
        } else {
            (its, rest) = slots.split_at(count);
            bytes.push(u8::try_from(width).ok()?);
            let distances = its[1..].iter().map(|slot| (slot - first).to_le_bytes());
            distances.for_each(|distance| bytes.extend_from_slice(&distance[..width]));
        }
        slots = rest;
        let last = *its.last()?;
        Some(Chunk { last, bytes })
    })
}

fn put_bits(bytes: &mut Vec<u8>, slots: &[u32]) {
    let (first, head) = (slots[0], bytes.len());
    for slot in slots {
        let distance = (slot - first) as usize;
        bytes.resize(head + distance / 8 + 1, 0);
        bytes[head + distance / 8] |= 1 << (distance % 8);
    }
}

/// The first slot of a chunk; `None` where it is no chunk.
fn first(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(..HEAD)?.first_chunk()?))
}

/// Adds the slots of a chunk that lie within `range` to `slots`, in order.
pub(super) fn read(bytes: &[u8], range: &Range<u32>, slots: &mut Vec<u32>) {
    let Some(first) = first(bytes) else { return };
    let (width, rest) = (bytes[HEAD - 1], &bytes[HEAD..]);
    if width != 0 && range.contains(&first) {
        slots.push(first);
    }
    let [start, end] = [range.start, range.end].map(|slot| slot.saturating_sub(first));
    match width {
        0 => read_bits(rest, first, start..end, slots),
        1 => read_distances::<1>(rest, first, start..end, slots),
        2 => read_distances::<2>(rest, first, start..end, slots),
        3 => read_distances::<3>(rest, first, start..end, slots),
        _ => read_distances::<4>(rest, first, start..end, slots),
    }
}

fn read_distances<const WIDTH: usize>(
    bytes: &[u8],
    first: u32,
    range: Range<u32>,
    slots: &mut Vec<u32>,
) {
    let (distances, _) = bytes.as_chunks::<WIDTH>();
    let start = distances.partition_point(|bytes| distance(bytes) < range.start);
    let end = distances.partition_point(|bytes| distance(bytes) < range.end);
    let within = distances.get(start..end).unwrap_or_default();
    slots.extend(
        within
            .iter()
            .map(|bytes| first.saturating_add(distance(bytes))),
    );
}

fn distance<const WIDTH: usize>(bytes: &[u8; WIDTH]) -> u32 {
    let mut wide = [0; 4];
    wide[..WIDTH].copy_from_slice(bytes);
    u32::from_le_bytes(wide)
}

fn read_bits(bytes: &[u8], first: u32, range: Range<u32>, slots: &mut Vec<u32>) {
    let start = range.start / 8;
    for (at, &byte) in (start..).zip(bytes.iter().skip(start as usize)) {
        let mut rest = byte;
        while rest != 0 {
            let distance = 8 * at + rest.trailing_zeros();
            rest &= rest - 1;
            if distance >= range.end {
                return;
            }
            if distance >= range.start {
                slots.push(first.saturating_add(distance));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{chunks, first, read};

    fn within(bytes: &[u8], range: std::ops::Range<u32>) -> Vec<u32> {
        let mut slots = Vec::new();
        read(bytes, &range, &mut slots);
        slots
    }

    /// Lists of all densities, near and far from the beginning.
    fn lists() -> Vec<Vec<u32>> {
        let steps = [1_u32, 2, 7, 40, 300, 70_000, 20_000_000];
        let list = |step: u32| {
            let most = (u32::MAX - 9) / (2 * step);
            (0..most.min(20_000)).map(move |i| 9 + i * step + (i * i) % step)
        };
        let mut lists: Vec<Vec<u32>> = steps.map(|step| list(step).collect()).to_vec();
        lists.push(vec![u32::MAX - 1, u32::MAX]);
        lists.push(vec![5]);
        lists
    }

    #[test]
    fn slots_come_back_over_many_chunks() {
        for list in lists() {
            let chunks: Vec<_> = chunks(&list).collect();
            assert!(chunks.iter().all(|chunk| chunk.bytes.len() <= 960));
            let read = chunks.iter().flat_map(|chunk| {
                let slots = within(&chunk.bytes, 0..u32::MAX);
                assert_eq!(
                    slots.first().copied(),
                    first(&chunk.bytes).filter(|&f| f < u32::MAX)
                );
                slots
            });
            let list: Vec<u32> = list.into_iter().filter(|&slot| slot < u32::MAX).collect();
            assert_eq!(read.collect::<Vec<_>>(), list);
        }
    }

    #[test]
    fn any_range_gives_what_lies_in_it() {
        for list in lists() {
            for chunk in chunks(&list).take(3) {
                let all = within(&chunk.bytes, 0..u32::MAX);
                for (i, &start) in all.iter().enumerate().step_by(37) {
                    for &end in all[i..].iter().step_by(91) {
                        let expected = all.iter().filter(|&&s| s > start && s <= end);
                        assert!(within(&chunk.bytes, start + 1..end + 1).iter().eq(expected));
                    }
                }
            }
        }
    }

    #[test]
    fn broken_chunks_give_nothing_more() {
        assert_eq!(within(&[], 0..9), Vec::<u32>::new());
        assert_eq!(within(&[1, 0, 0, 0], 0..9), Vec::<u32>::new());
        assert_eq!(within(&[1, 0, 0, 0, 2, 4], 0..9), [1]);
        assert_eq!(
            within(&[250, 255, 255, 255, 0, 255, 255], 0..u32::MAX).len(),
            5
        );
    }
}
