//! What is known of a sentence while its end is looked for.

/// What is known of a sentence, as far as it was read.
#[derive(Default)]
pub(super) struct Sentence {
    /// Where it starts.
    pub(super) start: usize,
    /// Whether a bracket has opened and not closed.
    pub(super) in_bracket: bool,
    /// Where the last quotation opened, its mark included.
    pub(super) quotation: Option<usize>,
    /// Whether the number of straight quotes is odd.
    pub(super) in_straight_quotes: bool,
    /// Whether its first bracket was a closing one: brackets can be mirrored when a text is copied.
    is_turned_about: bool,
}

impl Sentence {
    pub(super) fn starting_at(start: usize) -> Self {
        Self { start, ..Self::default() }
    }

    /// Takes note of a bracket or quotation mark.
    pub(super) fn note(&mut self, at: usize, sign: char) {
        match sign {
            '(' | '[' => self.in_bracket = !self.is_turned_about,
            ')' | ']' => {
                self.is_turned_about |= !self.in_bracket;
                self.in_bracket = false;
            }
            '«' | '“' => self.quotation = Some(at),
            '"' => {
                self.in_straight_quotes = !self.in_straight_quotes;
                self.quotation = self.in_straight_quotes.then_some(at);
            }
            _ => {}
        }
    }
}
