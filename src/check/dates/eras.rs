//! Years whose era a Persian text names, which may lie in any century: «۶۹۱ قمری» for 1291, «۱۲۰۷ خورشیدی» for 1828.

use crate::check::dates::years::LATER;
use crate::check::pair::Side;
use crate::text::number::Form;
use crate::text::{Lang, Placeable, Value};

/// Which calendar an era is of.
#[derive(Clone, Copy)]
enum Era {
    Solar,
    Lunar,
    Either,
}

impl Era {
    /// The era of a year, as a word or two after it say.
    fn of(side: &Side<'_>, year: &Placeable) -> Option<Self> {
        let after = side.letters_of(side.words_after(year.span).iter().take(2));
        match after.as_slice() {
            ["هجری", "قمری"] | ["قمری" | "مهشیدی", ..] => Some(Self::Lunar),
            ["هجری", "شمسی" | "خورشیدی"] | ["شمسی" | "خورشیدی", ..] => {
                Some(Self::Solar)
            }
            ["هجری", ..] => Some(Self::Either),
            _ => None,
        }
    }

    /// Whether a year of this era lies in the Gregorian one.
    fn is_in(self, year: u64, gregorian: u64) -> bool {
        let is_solar = || LATER.map(|later| year + u64::from(later)).contains(&gregorian);
        // Lunar years are shorter by three in a hundred; the first of them began in July 622.
        let first = (year * 970 + 621_570) / 1000;
        let is_lunar = || (first..=first + 1).contains(&gregorian);
        match self {
            Self::Solar => is_solar(),
            Self::Lunar => is_lunar(),
            Self::Either => is_solar() || is_lunar(),
        }
    }
}

/// Whether each number of a value is a year that the other text has in the other calendar, where the Persian text names
/// its era.
pub(crate) fn are_converted(own: &Side<'_>, value: &Placeable, other: &Side<'_>) -> bool {
    let wanted = years(value);
    let is_number = matches!(value.value, Value::Number(_) | Value::Range(_));
    if !is_number || wanted.is_empty() || wanted.len() < value.value.quantities().count() {
        return false;
    }
    match own.lang {
        Lang::Persian => Era::of(own, value).is_some_and(|era| {
            let there: Vec<u64> = other.values().iter().flat_map(years).collect();
            wanted.iter().all(|&year| there.iter().any(|&there| era.is_in(year, there)))
        }),
        Lang::English => {
            let there =
                other.values().iter().filter_map(|it| Some((Era::of(other, it)?, years(it))));
            let there: Vec<(Era, Vec<u64>)> = there.collect();
            let has = |wanted: u64| {
                let mut there = there.iter();
                there.any(|(era, years)| years.iter().any(|&year| era.is_in(year, wanted)))
            };
            wanted.into_iter().all(has)
        }
    }
}

/// The years that a value can be.
fn years(value: &Placeable) -> Vec<u64> {
    const LATEST: u64 = 2100;
    if let Value::Date(date) = &value.value {
        return date.first_year().map(u64::from).into_iter().collect();
    }
    let numbers = value.value.quantities().filter(|it| it.form == Form::Figures);
    let numbers = numbers.filter_map(|it| it.number.to_u64());
    numbers.filter(|&year| year <= LATEST).collect()
}
