//! The prepared parts of a glossary as bytes, so that they can be stored instead of made again.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::text::Lang;

/// The parts of a glossary as bytes, each by itself, so that only those that are needed are unpacked.
///
/// The bytes are valid only for the program that packed them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// The bytes of each part; empty where it was not made.
    pub parts: [Vec<u8>; Self::PARTS],
}

/// A part of a glossary.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Entries,
    Finder(Lang),
    Variants(Lang),
}

impl Packed {
    /// How many parts there are.
    pub const PARTS: usize = 5;

    /// These parts, and those of `others` that are not among them.
    pub(super) fn or(mut self, others: &Self) -> Self {
        for (part, other) in self.parts.iter_mut().zip(&others.parts) {
            if part.is_empty() {
                part.clone_from(other);
            }
        }
        self
    }

    /// Packs a part.
    pub(super) fn set(&mut self, part: Part, value: &impl Serialize) {
        // What cannot be packed is made again.
        self.set_bytes(part, postcard::to_allocvec(value).unwrap_or_default());
    }

    /// Stores a part that was packed.
    pub(super) fn set_bytes(&mut self, part: Part, bytes: Vec<u8>) {
        self.parts[part.index()] = bytes;
    }

    /// A part as it was packed; empty where it was not.
    pub(super) fn bytes(&self, part: Part) -> &[u8] {
        &self.parts[part.index()]
    }

    /// Whether a part is there.
    pub(super) fn has(&self, part: Part) -> bool {
        !self.bytes(part).is_empty()
    }

    /// Unpacks a part; `None` where it is not there, or the bytes are not a packed part.
    pub(super) fn get<T: DeserializeOwned>(&self, part: Part) -> Option<T> {
        let (value, rest) = postcard::take_from_bytes(self.bytes(part)).ok()?;
        rest.is_empty().then_some(value)
    }
}

impl Part {
    fn index(self) -> usize {
        match self {
            Self::Entries => 0,
            Self::Finder(Lang::Persian) => 1,
            Self::Finder(Lang::English) => 2,
            Self::Variants(Lang::Persian) => 3,
            Self::Variants(Lang::English) => 4,
        }
    }
}
