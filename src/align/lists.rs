//! Many short lists in one piece of memory: the items one after another, and the offset of each list (as in the CSR
//! form of a sparse matrix).

/// Lists, numbered in the order in which they were added.
#[derive(Debug)]
pub(super) struct Lists<T> {
    items: Vec<T>,
    /// Where each list begins, and where the last one ends.
    bounds: Vec<usize>,
}

impl<T> Lists<T> {
    /// No lists yet, with room for `lists` of them with `items` items in all.
    pub(super) fn with_capacity(lists: usize, items: usize) -> Self {
        let mut bounds = Vec::with_capacity(lists + 1);
        bounds.push(0);
        Self { items: Vec::with_capacity(items), bounds }
    }

    /// Adds a list.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.add_all(list);
        self.end();
    }

    /// Adds an item to the list that comes next.
    pub(super) fn add(&mut self, item: T) {
        self.items.push(item);
    }

    /// Adds items to the list that comes next.
    pub(super) fn add_all(&mut self, items: impl IntoIterator<Item = T>) {
        self.items.extend(items);
    }

    /// Closes the list to which items were added.
    pub(super) fn end(&mut self) {
        self.bounds.push(self.items.len());
    }

    /// How many lists there are.
    pub(super) fn len(&self) -> usize {
        self.bounds.len() - 1
    }

    /// One of the lists.
    pub(super) fn of(&self, list: usize) -> &[T] {
        &self.items[self.bounds[list]..self.bounds[list + 1]]
    }

    /// All lists, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        self.bounds.windows(2).map(|ends| &self.items[ends[0]..ends[1]])
    }

    /// The items of all lists, in order.
    pub(super) fn items(&self) -> &[T] {
        &self.items
    }
}

impl Lists<u32> {
    /// For each number below `count`, which of the lists it is in, in order.
    pub(super) fn places(&self, count: usize) -> Self {
        let mut bounds = vec![0; count + 1];
        for &item in &self.items {
            bounds[item as usize + 1] += 1;
        }
        for i in 0..count {
            bounds[i + 1] += bounds[i];
        }
        let mut next = bounds.clone();
        let mut items = vec![0; self.items.len()];
        for (at, list) in (0..).zip(self.iter()) {
            for &item in list {
                let next = &mut next[item as usize];
                items[*next] = at;
                *next += 1;
            }
        }
        Self { items, bounds }
    }
}
