//! The shapes of inline elements.

use crate::text::TagKind;

/// The shape of an element; only those of one shape can stand for the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    Pair,
    Begin,
    End,
    Alone,
}

impl Shape {
    /// The kind of its first tag.
    pub(super) fn kind(self) -> TagKind {
        match self {
            Self::Pair | Self::Begin => TagKind::Open,
            Self::End => TagKind::Close,
            Self::Alone => TagKind::Alone,
        }
    }
}
