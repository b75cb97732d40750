//! A table of the letters with which terms begin: a look-up usually costs a single memory access.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use crate::glossary::finder::trace::Trace;

/// The number of a pattern, from 1, so that 0 can mean none.
pub(crate) type Number = NonZeroU32;

/// What is known of letters with which a term begins, or which are a whole one. As small as possible: there are many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Node {
    /// The number of their trace.
    trace: u32,
    /// The pattern with this trace that was added last, doubled; one more where there is a longer pattern; 0 in a free
    /// place.
    what: u32,
}

impl Node {
    /// The number of the trace of these letters.
    pub(crate) fn trace(self) -> u32 {
        self.trace
    }

    /// The pattern with this trace that was added last.
    pub(crate) fn last(self) -> Option<Number> {
        Number::new(self.what >> 1)
    }

    /// Whether there is a longer pattern.
    pub(crate) fn goes_on(self) -> bool {
        self.what & 1 != 0
    }

    /// Makes `number` the last pattern, and returns the one before it.
    pub(crate) fn add(&mut self, number: Number) -> Option<Number> {
        let before = self.last();
        self.what = number.get() << 1 | self.what & 1;
        before
    }

    /// Notes that there is a longer pattern.
    pub(crate) fn go_on(&mut self) {
        self.what |= 1;
    }

    fn is_free(self) -> bool {
        self.what == 0
    }
}

/// The fewest places.
const FEWEST: usize = 64;

/// The nodes, each in the place that its trace gives or in the next free one.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Nodes {
    /// Their number is a power of two, or zero.
    places: Vec<Node>,
    count: usize,
}

impl Nodes {
    /// What is known of the letters with this trace.
    #[inline]
    pub(crate) fn get(&self, trace: Trace) -> Option<Node> {
        let node = self.places[self.place(trace.number())?];
        (!node.is_free()).then_some(node)
    }

    /// Returns the node for `trace`, inserting one if needed; the caller must fill a new one, which counts as free
    /// until then.
    pub(crate) fn get_mut(&mut self, trace: Trace) -> &mut Node {
        if 4 * self.count >= 3 * self.places.len() {
            self.grow();
        }
        let place = self.place(trace.number());
        let node = &mut self.places[place.expect("a quarter of the places is free")];
        self.count += usize::from(node.is_free());
        node.trace = trace.number();
        node
    }

    /// All nodes, in no order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Node> {
        self.places.iter().copied().filter(|node| !node.is_free())
    }

    fn grow(&mut self) {
        let places = vec![Node::default(); (2 * self.places.len()).max(FEWEST)];
        for node in std::mem::replace(&mut self.places, places) {
            let place = self.place(node.trace).filter(|_| !node.is_free());
            if let Some(place) = place {
                self.places[place] = node;
            }
        }
    }

    /// Where the node with this trace is, or is to be.
    #[inline]
    fn place(&self, trace: u32) -> Option<usize> {
        let last = self.places.len().checked_sub(1)?;
        let mut places = (0..=last).map(|i| (trace as usize).wrapping_add(i) & last);
        let is_it = |node: &Node| node.is_free() || node.trace == trace;
        places.find(|&at| is_it(&self.places[at]))
    }
}
