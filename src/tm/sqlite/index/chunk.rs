//! Chunks: pieces of a list that grows by slots, each small enough to lie within one page.

use std::ops::Range;

use super::varint::{self, put, take};

/// The most bytes of a chunk, so that its row needs no page beside the tree's (with pages of 4 KiB).
const MOST: usize = 960;

/// Part of a list, and the last slot in it: a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chunk {
    pub(super) last: u32,
    pub(super) bytes: Vec<u8>,
}

impl Chunk {
    fn is_full_with(&self, more: usize) -> bool {
        !self.bytes.is_empty() && self.bytes.len() + more > MOST
    }
}

/// The chunks of a list of rising slots.
pub(super) fn of_slots(slots: &[u32]) -> Vec<Chunk> {
    let mut chunks = vec![Chunk::default()];
    for &slot in slots {
        let last = chunks.last_mut().expect("there is always one");
        if last.is_full_with(5) {
            let mut next = Chunk {
                last: slot,
                bytes: Vec::new(),
            };
            put(&mut next.bytes, u64::from(slot));
            chunks.push(next);
            continue;
        }
        let step = if last.bytes.is_empty() {
            slot
        } else {
            slot - last.last
        };
        put(&mut last.bytes, u64::from(step));
        last.last = slot;
    }
    chunks
}

/// The first slot of a chunk of slots or of sequences.
pub(super) fn first(mut bytes: &[u8]) -> Option<u32> {
    take(&mut bytes).and_then(|slot| u32::try_from(slot).ok())
}

/// The slots of a chunk, in order.
pub(super) fn slots(mut bytes: &[u8]) -> impl Iterator<Item = u32> {
    let mut slot = 0_u64;
    std::iter::from_fn(move || {
        slot = slot.checked_add(take(&mut bytes)?)?;
        u32::try_from(slot).ok()
    })
}

/// Gives the slots of a chunk that lie within `range`, in order.
pub(super) fn each_within(mut bytes: &[u8], range: &Range<u32>, take: &mut impl FnMut(u32)) {
    let mut slot = 0_u64;
    while let Some(step) = varint::take(&mut bytes) {
        slot = slot.saturating_add(step);
        if slot >= u64::from(range.end) {
            return;
        }
        if slot >= u64::from(range.start) {
            take(u32::try_from(slot).expect("it is below the end of the range"));
        }
    }
}

/// Makes chunks of sequences that are given slot by slot, from slot 0.
#[derive(Debug, Default)]
pub(super) struct Sequences {
    next: u32,
    chunk: Chunk,
    one: Vec<u8>,
}

impl Sequences {
    /// Takes the unit of the next slot; gives a chunk that is full.
    pub(super) fn push(&mut self, unit: i64, tokens: impl Iterator<Item = u32>) -> Option<Chunk> {
        self.one.clear();
        put(&mut self.one, unit.cast_unsigned());
        tokens.for_each(|token| put(&mut self.one, u64::from(token)));
        let full = self
            .chunk
            .is_full_with(self.one.len() + 2)
            .then(|| std::mem::take(&mut self.chunk));
        if self.chunk.bytes.is_empty() {
            put(&mut self.chunk.bytes, u64::from(self.next));
        }
        put(&mut self.chunk.bytes, self.one.len() as u64);
        self.chunk.bytes.extend_from_slice(&self.one);
        self.chunk.last = self.next;
        self.next += 1;
        full
    }

    /// The last chunk.
    pub(super) fn finish(self) -> Option<Chunk> {
        (!self.chunk.bytes.is_empty()).then_some(self.chunk)
    }
}

/// The entry of `slot` in a chunk of sequences: the number of the unit, and the bytes of its tokens.
pub(super) fn entry(bytes: &[u8], slot: u32) -> Option<(i64, &[u8])> {
    let skipped = slot.checked_sub(first(bytes)?)?;
    entries(bytes).nth(skipped as usize)
}

/// The entries of a chunk of sequences, slot by slot.
pub(super) fn entries(mut bytes: &[u8]) -> impl Iterator<Item = (i64, &[u8])> {
    let is_whole = take(&mut bytes).is_some();
    std::iter::from_fn(move || {
        let length = usize::try_from(take(&mut bytes)?)
            .ok()
            .filter(|_| is_whole)?;
        let (mut one, rest) = bytes.split_at_checked(length)?;
        bytes = rest;
        let unit = take(&mut one)?.cast_signed();
        Some((unit, one))
    })
}

/// Reads token numbers into `tokens`, in place of what is there.
pub(super) fn read_tokens(mut bytes: &[u8], tokens: &mut Vec<u32>) {
    tokens.clear();
    while let Some(token) = take(&mut bytes) {
        tokens.push(u32::try_from(token).unwrap_or(u32::MAX));
    }
}

#[cfg(test)]
mod tests {
    use super::{Sequences, entries, entry, first, of_slots, read_tokens, slots};

    #[test]
    fn slots_come_back_over_many_chunks() {
        let list: Vec<u32> = (0..5_000).map(|i| i * i % 977 + i * 1_000).collect();
        let chunks = of_slots(&list);
        assert!(chunks.len() > 5);
        let read: Vec<u32> = chunks
            .iter()
            .flat_map(|chunk| slots(&chunk.bytes))
            .collect();
        assert_eq!(read, list);
        for chunk in &chunks {
            assert_eq!(slots(&chunk.bytes).last(), Some(chunk.last));
            assert_eq!(slots(&chunk.bytes).next(), first(&chunk.bytes));
        }
    }

    #[test]
    fn sequences_are_found_by_their_slot() {
        let sequence = |slot: u32| (0..slot % 40).map(move |i| slot * 7 + i);
        let mut made = Sequences::default();
        let mut chunks: Vec<_> = (0..300)
            .filter_map(|slot| made.push(i64::from(slot) + 9, sequence(slot)))
            .collect();
        chunks.extend(made.finish());
        let mut tokens = Vec::new();
        for slot in 0..300 {
            let chunk = chunks
                .iter()
                .find(|chunk| chunk.last >= slot)
                .expect("every slot is in one");
            let (unit, bytes) = entry(&chunk.bytes, slot).expect("it is there");
            read_tokens(bytes, &mut tokens);
            assert_eq!(
                (unit, tokens.clone()),
                (i64::from(slot) + 9, sequence(slot).collect())
            );
        }
        assert_eq!(
            chunks
                .iter()
                .map(|chunk| entries(&chunk.bytes).count())
                .sum::<usize>(),
            300
        );
    }

    #[test]
    fn broken_chunks_give_nothing_more() {
        assert_eq!(entry(&[0, 200, 1], 0), None);
        assert_eq!(entry(&[], 0), None);
        assert_eq!(slots(&[5, 0x80]).collect::<Vec<_>>(), [5]);
    }
}
