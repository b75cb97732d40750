//! What a column of a glossary can be about.

use crate::glossary::Status;
use crate::text::Lang;

/// The contents of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Terms in a language, with the status that the header gives them.
    Terms(Lang, Option<Status>),
    /// Terms in the language that the row names, or to which most letters in the column belong.
    Side(Side),
    /// The language of one side of the row.
    Language(Side),
    /// The kind of the entry; if the column may be about something else, unknown kinds are skipped.
    Kind { is_sure: bool },
    /// The status of the row, or of the terms to the left.
    Status(Reach),
    /// Whether the row, or the terms to the left, have this status.
    Flag(Status, Reach),
    /// A note on the entry.
    Note,
    /// Whether the row is a suggestion.
    Fuzzy,
    /// Nothing that a glossary keeps.
    Unused,
}

/// One of the two sides of a row in a file with source and target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Source,
    Target,
}

/// What a status column applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Row,
    TermsBefore,
}
