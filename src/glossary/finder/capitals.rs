//! Which letters of an English text must be capitals for it to be a term.

use serde::{Deserialize, Serialize};

use crate::text::fold::Letter;

/// The capitals that a term requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Capitals {
    /// Nothing: it has no capital.
    Any,
    /// A capital where its first capital is: the letter of this number, from 0.
    At(u32),
    /// Capitals only: US is not us.
    All,
}

impl Capitals {
    /// What `term`, whose folded letters are `letters`, requires.
    pub(crate) fn of(term: &str, letters: &[Letter]) -> Self {
        // Persian letters, which have none, are ruled out at once.
        let is_capital = |c: char| !('\u{600}'..='\u{6FF}').contains(&c) && c.is_uppercase();
        if !term.chars().any(is_capital) {
            return Self::Any;
        }
        let is_long = || term.chars().filter(|c| c.is_alphabetic()).count() > 1;
        if !term.chars().any(char::is_lowercase) && is_long() {
            return Self::All;
        }
        let capital = |l: &Letter| l.span().of(term).chars().next().is_some_and(char::is_uppercase);
        let first = letters.iter().position(capital);
        let first = first.and_then(|first| u32::try_from(first).ok());
        first.map_or(Self::Any, Self::At)
    }

    /// Whether a term whose letters are `spaced`, with a space at each break, can require this.
    pub(crate) fn fit(self, spaced: &str) -> bool {
        let letters = spaced.chars().filter(|&c| c != ' ').count();
        match self {
            Self::At(number) => (number as usize) < letters,
            Self::Any | Self::All => letters > 0,
        }
    }

    /// Whether `letters` of `text` have these capitals.
    pub(crate) fn agree(self, text: &str, letters: &[Letter]) -> bool {
        let is_small =
            |l: &Letter| l.span().of(text).chars().next().is_some_and(char::is_lowercase);
        match self {
            Self::Any => true,
            Self::At(number) => !is_small(&letters[number as usize]),
            Self::All => !letters.iter().any(is_small),
        }
    }
}
