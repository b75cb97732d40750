//! The pieces that joining works on: the words of a text, as they are written and then as they are joined.

/// A run of Persian letters, as bytes within all Persian letters of the text, one after another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The index of its first letter.
    pub(super) first: usize,
    /// The index of the letter after it.
    pub(super) past: usize,
    /// Whether a space stands before it.
    pub(super) is_spaced: bool,
    /// Whether only a space stands between it and the piece before.
    pub(super) follows: bool,
    /// Whether only a space stands between it and a digit before.
    pub(super) follows_digit: bool,
    /// Whether a space inside it or before it does not count.
    pub(super) is_joined: bool,
}

impl Piece {
    /// Its letters; `squeezed` are those of the text.
    pub(super) fn of(self, squeezed: &str) -> &str {
        &squeezed[self.start..self.end]
    }

    /// It and all pieces up to `last` as one.
    pub(super) fn up_to(self, last: Self) -> Self {
        Self { end: last.end, past: last.past, is_joined: true, ..self }
    }

    /// How many of the first `pieces` have only spaces between them.
    pub(super) fn run(pieces: &[Self]) -> usize {
        pieces[1..].iter().take_while(|p| p.follows).count() + 1
    }
}
