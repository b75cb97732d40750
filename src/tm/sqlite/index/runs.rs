//! Which slots hold several tokens that follow one another in a segment, and how many.

use std::collections::BTreeMap;

/// Is given, token by token, the slots that hold it.
#[derive(Debug)]
pub(super) struct Runs {
    least: u16,
    /// How many tokens it was given.
    tokens: u16,
    slots: Vec<Run>,
    found: Vec<u32>,
}

/// What a slot holds.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    /// The last token that it holds, counted from 1.
    last: u16,
    /// How many tokens, up to that one, it holds without a gap.
    length: u16,
    /// The most that it holds without a gap.
    longest: u16,
}

impl Runs {
    /// Looks for `least` tokens (1 or more) without a gap.
    pub(super) fn new(slots: u32, least: usize) -> Self {
        Self {
            least: u16::try_from(least).unwrap_or(u16::MAX),
            tokens: 0,
            slots: vec![Run::default(); slots as usize],
            found: Vec::new(),
        }
    }

    /// What follows is about the next token.
    pub(super) fn next_token(&mut self) {
        self.tokens = self.tokens.saturating_add(1);
    }

    /// `slot` holds the token.
    pub(super) fn holds(&mut self, slot: u32) {
        let run = &mut self.slots[slot as usize];
        let follows = run.last.checked_add(1) == Some(self.tokens);
        run.length = if follows { run.length.saturating_add(1) } else { 1 };
        run.last = self.tokens;
        if run.length == self.least && run.longest < self.least {
            self.found.push(slot);
        }
        run.longest = run.longest.max(run.length);
    }

    /// The slots that hold enough, in ascending order for each length; those that hold more without a gap come first,
    /// with how many.
    pub(super) fn longest_first(self) -> impl Iterator<Item = (usize, Vec<u32>)> {
        let mut found: BTreeMap<u16, Vec<u32>> = BTreeMap::new();
        for slot in self.found {
            found.entry(self.slots[slot as usize].longest).or_default().push(slot);
        }
        found.into_iter().rev().map(|(longest, mut slots)| {
            slots.sort_unstable();
            (usize::from(longest), slots)
        })
    }
}
