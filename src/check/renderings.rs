//! How one translation renders the names and segments of its source.
//!
//! The renderings of one translation stand alone and can be cached; contradictions are found by comparing those of all
//! translations, with neither their sources nor a glossary at hand. They are held against each other by hashes: two of
//! a million texts have the same one once in tens of millions of runs, and then it does little harm.

use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::quality::FixedState;
use serde::{Deserialize, Serialize};

use crate::check::pair::Pair;
use crate::text::{Lang, Span};

/// A translation with its renderings.
#[derive(Clone, Copy, Debug)]
pub struct Rendered<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its renderings, with places in the text.
    pub renderings: &'a Renderings,
}

/// How a translation renders its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renderings {
    /// The language of the translation.
    pub lang: Lang,
    /// The words of names, in the order of their places.
    pub names: Vec<NameWord>,
    /// The segments that belong to one of the source, in order.
    pub segments: Vec<Rendering>,
}

/// A word of a name, and how it is spelt in the translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameWord {
    /// A hash of the word of the source, as it folds.
    pub source: u64,
    /// A hash of all the words of the source that stand together as a name; that of the word itself where it is alone.
    pub full_name: u64,
    /// Whether it is the last word of a full name.
    pub is_surname: bool,
    /// Where it stands in the translation.
    pub span: Span,
    /// A hash of what stands there.
    pub spelling: u64,
    /// Whether the glossary allows the spelling.
    pub is_listed: bool,
}

/// A segment and its translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendering {
    /// A hash of the segment, as it folds.
    pub source: u64,
    /// A hash of its translation, as it folds.
    pub target: u64,
    /// Where the translation stands.
    pub span: Span,
}

/// The fewest words of a segment whose translations are compared.
const SHORTEST: usize = 3;

impl Rendering {
    /// The segment and its translation, where it is long enough, and no program puts in something that nobody compares.
    pub(super) fn of(pair: &Pair<'_>) -> Option<Self> {
        let (source, target) = (&pair.source, &pair.target);
        let is_long = pair.are_single && source.words().len() >= SHORTEST;
        let is_comparable = is_long && !source.is_parted(Span::new(0, source.text.len()));
        is_comparable.then(|| Self {
            source: hash_of([source.words().folded()]),
            target: hash_of([target.words().folded()]),
            span: target.span,
        })
    }
}

impl NameWord {
    /// Whether no other word of a name stands with it.
    pub(super) fn is_alone(&self) -> bool {
        self.source == self.full_name
    }
}

/// A hash of words, one after another.
pub(super) fn hash_of<'a>(words: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    words.into_iter().for_each(|word| word.hash(&mut hasher));
    hasher.finish()
}
