//! The index over the units' words, kept in the memory's own file.
//!
//! In each language a unit is a sequence of token numbers. The *base* holds the sequences of nearly all units, sorted
//! by length and then so that those with the same rare words are neighbours ([`gathered`]); for each token the slots in
//! which it stands, and how many of the unit's words are rarer ([`slots`]), starting with those in which it is among
//! the rarest ([`class`]); and for each slot a few bits, by which most of the units that a token leads to are ruled out
//! before they are read ([`sketches`]). It is written in one go and not changed ([`base`]). Units that come later are
//! in the *recent* part, row by row ([`recent`]), until there are so many that the base is built anew ([`keep`]).
//! Deleted units stay in the index: a search leaves out what is no longer there.
//!
//! What the index holds follows from the units alone, so it can be rebuilt at any time, and [`check`] says whether it
//! is what a new one would be.

mod varint;
mod class;
mod place;
mod slots;
mod sequences;
pub(super) mod sketches;
mod texts;
mod gathered;
mod base;
mod recent;
mod runs;
pub(super) mod known;
mod near;
mod groups;
pub(super) mod keep;
pub(super) mod read;
pub(super) mod check;

use std::ops::ControlFlow;

/// Whether a search goes on or stops, or why it failed.
type Flow = rusqlite::Result<ControlFlow<()>>;

/// The most bytes of a chunk, so that its row needs no page besides those of the tree (with pages of 4 KiB).
const MOST_BYTES: usize = 960;
