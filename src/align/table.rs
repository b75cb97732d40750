//! A table of what is known of words, by their hashes: what is found is found with one look at memory, as a rule.

use std::mem::replace;

/// What can stand in a table.
pub(super) trait Hashed: Copy + Default {
    /// The hash by which it is found; 0 only where it says nothing.
    fn hash(&self) -> u64;
}

/// Items, each found by its hash.
#[derive(Debug)]
pub(super) struct Table<T> {
    /// Each item in the place that its hash says, or in the first free one that follows; at least half of them are free.
    places: Vec<T>,
    count: usize,
}

/// So many places a table has at first; a power of two, as later numbers are.
const FIRST: usize = 256;

impl<T: Hashed> Table<T> {
    /// No items yet.
    pub(super) fn new() -> Self {
        Self {
            places: vec![T::default(); FIRST],
            count: 0,
        }
    }

    /// How many items there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// The item with this hash.
    #[inline]
    pub(super) fn get(&self, hash: u64) -> Option<T> {
        let item = self.places[self.place(hash)];
        (item.hash() == hash).then_some(item)
    }

    /// Adds an item whose hash none has.
    pub(super) fn insert(&mut self, item: T) {
        if 2 * (self.count + 1) > self.places.len() {
            let more = vec![T::default(); 2 * self.places.len()];
            for item in replace(&mut self.places, more) {
                if item.hash() != 0 {
                    self.put(item);
                }
            }
        }
        self.put(item);
        self.count += 1;
    }

    fn put(&mut self, item: T) {
        let place = self.place(item.hash());
        self.places[place] = item;
    }

    /// The place of the item with this hash, or that for it.
    #[inline]
    fn place(&self, hash: u64) -> usize {
        let last = self.places.len() - 1;
        let mut at = usize::try_from(hash >> 32).unwrap_or_default() & last;
        while ![0, hash].contains(&self.places[at].hash()) {
            at = (at + 1) & last;
        }
        at
    }
}
