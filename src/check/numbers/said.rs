//! The numbers that a text can be said to have, in whatever form it has them; `gathered` finds them.

use foldhash::HashSet;

use crate::check::dates::years;
use crate::check::numbers::rounded::is_rounded;
use crate::text::date::Date;
use crate::text::number::{Number, Quantity};

/// All numbers that a text can be said to have.
pub(crate) struct Said {
    pub(super) numbers: HashSet<String>,
    /// Which numbers may be rounded ones of others.
    pub(super) rounding: Rounding,
    /// Figures of so many digits that they can be a telephone number, which each language parts in its own way.
    pub(super) long: Vec<String>,
}

/// Which of two numbers may be the other one rounded: a translation may round, and is never more exact.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rounding {
    /// Those of the text, which is a translation.
    Said,
    /// Those that are looked for in the text, which is translated.
    Wanted,
}

impl Said {
    pub(super) fn add(&mut self, number: &Number) {
        self.numbers.insert(number.unsigned().to_owned());
    }

    pub(super) fn add_date(&mut self, date: &Date) {
        let year = date.first_year();
        let parts = [year.map(u64::from), date.month.map(u64::from), date.day.map(u64::from)];
        for part in parts.into_iter().flatten() {
            self.add(&Number::of(part));
        }
    }

    /// Whether the number is there, perhaps rounded, or as a year of the other calendar.
    pub(crate) fn has(&self, quantity: &Quantity) -> bool {
        let number = quantity.number.unsigned();
        self.numbers.contains(number)
            || is_large(number) && self.numbers.iter().any(|said| self.is_rounded(said, number))
            || self.long.iter().any(|figures| figures.contains(number))
            || self.has_any(&years::elsewhere(quantity))
    }

    /// Whether a number that is said and the one that is looked for are one, rounded where it may be.
    fn is_rounded(&self, said: &str, wanted: &str) -> bool {
        let (short, long) = match self.rounding {
            Rounding::Said => (said, wanted),
            Rounding::Wanted => (wanted, said),
        };
        is_large(said) && is_rounded(short, long, None)
    }

    /// Whether one of these whole numbers is there.
    pub(crate) fn has_any(&self, numbers: &[u64]) -> bool {
        let mut numbers = numbers.iter();
        numbers.any(|number| self.numbers.contains(&number.to_string()))
    }
}

/// Whether a number has so many digits that it may be rounded without a hedge.
fn is_large(number: &str) -> bool {
    number.len() >= 6
}
