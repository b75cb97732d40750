//! What joining works on: the words of a text as they are written.

/// A run of Persian letters, as bytes of the text without its spaces.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The index of its first letter.
    pub(super) first: usize,
    /// Whether only a space stands between it and the piece before.
    pub(super) follows: bool,
    /// Whether only a space stands between it and a digit before.
    pub(super) follows_digit: bool,
}
