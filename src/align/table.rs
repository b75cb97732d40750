//! A table of what is known of words, by their hashes: open addressing with linear probing, so that a word is usually
//! found with one memory access.

use std::mem::replace;

/// What can stand in a table.
pub(super) trait Hashed: Copy + Default {
    /// The hash by which it is found; 0 only where it says nothing.
    fn hash(&self) -> u64;
}

/// Items, each found by its hash.
#[derive(Debug)]
pub(super) struct Table<T> {
    /// Each item in the place that its hash gives, or in the first free one after that; at least half of them are free.
    places: Vec<T>,
    count: usize,
}

impl<T: Hashed> Table<T> {
    /// No items yet, with room for `count`.
    pub(super) fn with_capacity(count: usize) -> Self {
        Self { places: vec![T::default(); (2 * count).next_power_of_two()], count: 0 }
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

    /// What stands in the first place where the item with this hash can be; more often than not it is the item. Nothing
    /// branches on it, so the processor can wait for many such accesses at once.
    #[inline]
    pub(super) fn first(&self, hash: u64) -> T {
        self.places[self.first_place(hash)]
    }

    /// Adds an item whose hash is not in the table.
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

    /// The place of the item with this hash, or the free one for it.
    #[inline]
    fn place(&self, hash: u64) -> usize {
        let mut at = self.first_place(hash);
        while ![0, hash].contains(&self.places[at].hash()) {
            at = (at + 1) & (self.places.len() - 1);
        }
        at
    }

    #[inline]
    fn first_place(&self, hash: u64) -> usize {
        usize::try_from(hash >> 32).unwrap_or_default() & (self.places.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::collections::hash_map::Entry;

    use proptest::prelude::*;

    use super::{Hashed, Table};

    #[derive(Clone, Copy, Debug, Default, PartialEq)]
    struct Item {
        hash: u64,
        number: usize,
    }

    impl Hashed for Item {
        fn hash(&self) -> u64 {
            self.hash
        }
    }

    /// Hashes many of which give the same place, or one nearby; some give the last place, after which the first one
    /// follows.
    fn hashes() -> impl Strategy<Value = Vec<u64>> {
        let near = (prop_oneof![0_u64..4, Just(u64::from(u32::MAX))], 1_u64..4);
        let near = near.prop_map(|(place, other)| place << 32 | other);
        prop::collection::vec(prop_oneof![near, 1..=u64::MAX], 0..200)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_table_finds_what_a_map_finds(room in 0_usize..40, added in hashes(), asked in hashes()) {
            let mut table: Table<Item> = Table::with_capacity(room);
            let mut map: HashMap<u64, Item> = HashMap::new();
            for (number, hash) in added.into_iter().enumerate() {
                prop_assert_eq!(table.get(hash), map.get(&hash).copied());
                if let Entry::Vacant(place) = map.entry(hash) {
                    table.insert(*place.insert(Item { hash, number }));
                }
                prop_assert_eq!(table.len(), map.len());
            }
            for hash in asked.iter().chain(map.keys()) {
                let found = table.get(*hash);
                prop_assert_eq!(found, map.get(hash).copied());
                let first = table.first(*hash);
                prop_assert!(first.hash != *hash || found == Some(first));
            }
        }
    }
}
