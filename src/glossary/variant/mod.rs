//! Variants: spellings that no entry lists, but that are near one which an entry lists.
//!
//! Two things must agree: few letters differ, and the spelling sounds the same, or nearly so, when it is written back
//! into Persian. How much may differ depends on how long the name is and on how sure it is that a name stands there.

mod answers;
mod cost;
mod index;
mod name;
mod nearest;
mod nearness;
mod pieces;
mod search;
mod setting;
mod words;

use crate::glossary::occurrence::TermId;
use crate::text::Span;

pub(super) use index::Index;
pub(super) use search::find;
pub(crate) use words::is_everyday;

/// A place in a text where a name stands in a spelling that its entry does not list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Where, without an ending.
    pub span: Span,
    /// The terms that it is near, all of one spelling, in the order of the glossary; never empty.
    pub near: Vec<TermId>,
    /// How many letters must be inserted, removed, exchanged or moved by one place to write the term; 0 where only its
    /// words are joined or separated.
    pub distance: usize,
    /// How its consonants compare with those of the term.
    pub consonants: Consonants,
    /// Whether only titles are written as in the term: Prince Andrei can be someone other than Prince Andrew.
    pub is_as_titled: bool,
}

/// How the consonants of two spellings compare when both are written in Persian.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consonants {
    /// They are the same.
    Same,
    /// They are nearly the same: ق for گ, or one of many left out.
    Near,
}
