//! A number as a text has it: its value, and whether it is in figures, with a magnitude, or in words.

use std::fmt;

use super::value::Number;

/// A number with the form in which it is written; the form is kept so that the other language can follow it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// The whole value: 2500000 for «۲٫۵ میلیون».
    pub number: Number,
    /// How it is written.
    pub form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// In figures alone: 250; 2024, four digits without a mark between them, as years have it.
    Figures,
    /// In figures with a mark between the groups: 2,024.
    Grouped,
    /// Figures and a magnitude in words: 2.5 million.
    Scaled(Magnitude),
    /// In words alone: twenty-one.
    Words,
}

/// A power of ten that has a name in both languages.
///
/// The order is by size. «بیلیون» and «تریلیارد» are not among them: which power they mean is uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Magnitude {
    /// هزار.
    Thousand,
    /// میلیون.
    Million,
    /// میلیارد; billion.
    Billion,
    /// تریلیون, and «هزار میلیارد».
    Trillion,
}

impl Magnitude {
    /// All of them, smallest first.
    pub const ALL: [Self; 4] = [Self::Thousand, Self::Million, Self::Billion, Self::Trillion];

    /// How many zeros it stands for.
    pub fn zeros(self) -> usize {
        match self {
            Self::Thousand => 3,
            Self::Million => 6,
            Self::Billion => 9,
            Self::Trillion => 12,
        }
    }
}

impl Quantity {
    /// `number` in figures.
    pub fn figures(number: Number) -> Self {
        let form = Form::Figures;
        Self { number, form }
    }

    /// The same quantity with the other sign.
    #[must_use]
    pub fn negated(&self) -> Self {
        Self { number: self.number.negated(), form: self.form }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)
    }
}
