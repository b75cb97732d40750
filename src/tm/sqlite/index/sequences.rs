//! Chunks of sequences: what stands in slots that follow one another, small enough to lie within one page.

use super::MOST_BYTES;
use super::varint::{put, take};

/// The units of some slots, and the last of these: a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chunk {
    pub(super) last: u32,
    pub(super) bytes: Vec<u8>,
}

/// Makes chunks of sequences that are given slot by slot, from slot 0.
#[derive(Debug, Default)]
pub(super) struct Sequences {
    next: u32,
    chunk: Chunk,
    one: Vec<u8>,
}

impl Sequences {
    /// Takes the unit of the next slot; returns a chunk when it is full.
    pub(super) fn push(&mut self, unit: i64, tokens: &[u32]) -> Option<Chunk> {
        self.one.clear();
        put(&mut self.one, unit.cast_unsigned());
        put_tokens(&mut self.one, tokens);
        let is_full = self.chunk.bytes.len() + self.one.len() + 2 > MOST_BYTES;
        let full =
            (is_full && !self.chunk.bytes.is_empty()).then(|| std::mem::take(&mut self.chunk));
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
    let first = u32::try_from(take(&mut { bytes })?).ok()?;
    let skipped = slot.checked_sub(first)?;
    entries(bytes).nth(skipped as usize)
}

/// The entries of a chunk of sequences, slot by slot.
pub(super) fn entries(mut bytes: &[u8]) -> impl Iterator<Item = (i64, &[u8])> {
    let is_whole = take(&mut bytes).is_some();
    std::iter::from_fn(move || {
        let length = usize::try_from(take(&mut bytes)?).ok().filter(|_| is_whole)?;
        let (mut one, rest) = bytes.split_at_checked(length)?;
        bytes = rest;
        let unit = take(&mut one)?.cast_signed();
        Some((unit, one))
    })
}

/// Adds token numbers to `bytes`.
pub(super) fn put_tokens(bytes: &mut Vec<u8>, tokens: &[u32]) {
    tokens.iter().for_each(|&token| put(bytes, u64::from(token)));
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
    use super::{Sequences, entries, entry, read_tokens};

    #[test]
    fn sequences_are_found_by_their_slot() {
        let sequence = |slot: u32| -> Vec<u32> { (0..slot % 40).map(|i| slot * 7 + i).collect() };
        let mut made = Sequences::default();
        let mut chunks: Vec<_> =
            (0..300).filter_map(|slot| made.push(i64::from(slot) + 9, &sequence(slot))).collect();
        chunks.extend(made.finish());
        let mut tokens = Vec::new();
        for slot in 0..300 {
            let chunk =
                chunks.iter().find(|chunk| chunk.last >= slot).expect("every slot is in one");
            let (unit, bytes) = entry(&chunk.bytes, slot).expect("it is there");
            read_tokens(bytes, &mut tokens);
            assert_eq!((unit, tokens.clone()), (i64::from(slot) + 9, sequence(slot)));
        }
        let in_all = chunks.iter().map(|chunk| entries(&chunk.bytes).count());
        assert_eq!(in_all.sum::<usize>(), 300);
    }

    #[test]
    fn broken_chunks_give_nothing_more() {
        assert_eq!(entry(&[0, 200, 1], 0), None);
        assert_eq!(entry(&[], 0), None);
    }
}
