//! What a reader of XLIFF finds.

use crate::exchange::units::Unit;

/// A unit, or the line of its fault and the message for it.
pub(super) type Found = Result<Read, (u64, String)>;

/// A unit that has been read.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) unit: Unit,
    /// The marks of the segment, if it belongs to a divided text.
    pub(super) marks: Option<Marked>,
}

/// The marks of a segment of a divided text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marked {
    /// The line of the mark in the source.
    pub(super) source: u64,
    /// The line of the mark in the target.
    pub(super) target: Option<u64>,
    /// Whether the target has any marks.
    pub(super) is_target_divided: bool,
}
