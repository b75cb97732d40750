//! The numbers of a text, gathered in all readings of what can be read in several ways.

use foldhash::{HashSet, HashSetExt};

use crate::check::dates::years;
use crate::check::numbers::counted::number_and_rest;
use crate::check::numbers::said::{Rounding, Said};
use crate::check::numbers::shared_magnitude::{in_one_word, with_magnitudes};
use crate::check::numbers::{decimals, points, stoppage};
use crate::check::pair::Side;
use crate::text::number::{Magnitude, Number, roman, word_value};
use crate::text::{Lang, Value, WordKind};

/// The fewest digits of a telephone number.
const TELEPHONE: usize = 7;

impl Said {
    /// The numbers among the values and figures of a translation.
    pub(crate) fn of_target(side: &Side<'_>) -> Self {
        Self::of(side, Rounding::Said)
    }

    /// The same of the article.
    pub(crate) fn of_source(side: &Side<'_>) -> Self {
        Self::of(side, Rounding::Wanted)
    }

    fn of(side: &Side<'_>, rounding: Rounding) -> Self {
        let mut said = Self { numbers: HashSet::new(), rounding, long: Vec::new() };
        for placeable in side.values() {
            match &placeable.value {
                Value::Date(date) => said.add_date(date),
                value => value.quantities().for_each(|quantity| said.add(&quantity.number)),
            }
        }
        let words = side.words();
        for word in words.words() {
            match &word.kind {
                // 12,000 does not say 12, but 5.5 says 5: «۵ سال و نیم».
                WordKind::Placeable(value)
                    if value.quantities().any(|quantity| quantity.number.is_whole()) =>
                {
                    value.quantities().for_each(|quantity| said.add(&quantity.number));
                }
                _ => {
                    let letters = words.letters(&word.folded);
                    if !has_digit(letters) {
                        continue;
                    }
                    let numbers = figures(letters).filter_map(Number::read);
                    numbers.chain(suffixed(letters)).for_each(|n| said.add(&n));
                }
            }
        }
        said.numbers.extend(seasons(words.folded()));
        let slashed = decimals::slashed(side).into_iter();
        slashed.for_each(|number| said.add(&number));
        let long = figures(words.folded()).filter(|figures| figures.len() >= TELEPHONE);
        said.long.extend(long.map(str::to_owned));
        said
    }

    /// Adds those that words say.
    pub(crate) fn add_words(&mut self, side: &Side<'_>) {
        let words = side.words();
        for word in words.words() {
            let letters = words.letters(&word.folded);
            let number = match side.lang {
                Lang::English => letters,
                Lang::Persian => number_of(letters),
            };
            if let Some(number) = word_value(number, side.lang) {
                self.add(&number);
            }
            if side.lang == Lang::English {
                let number = roman(word.span.of(side.text));
                self.numbers.extend(number.map(|number| number.to_string()));
            }
            if side.lang == Lang::Persian && word.span.of(side.text).contains('.') {
                points::of_word(letters).for_each(|number| self.add(&number));
            }
        }
        let placeables = side.values().iter();
        let otherwise = placeables.flat_map(|value| points::otherwise(side, value));
        otherwise.for_each(|quantity| self.add(&quantity.number));
        let in_parts = decimals::halves(side).into_iter();
        let in_parts = in_parts.chain(decimals::parts(side));
        in_parts.for_each(|number| self.add(&number));
        for quantity in in_one_word(side) {
            self.add(&quantity.number);
        }
        for placeable in side.values() {
            let years = years::shortened(side, placeable).into_iter();
            let years = years.chain(years::by_era(side, placeable));
            self.numbers.extend(years.map(|year| year.to_string()));
        }
        for (_, quantity) in with_magnitudes(side) {
            self.add(&quantity.number);
        }
        for (_, sum) in stoppage::sums(side) {
            self.add(&sum.number);
        }
    }
}

fn has_digit(folded: &str) -> bool {
    folded.bytes().any(|byte| byte.is_ascii_digit())
}

/// Letters that can be more than a magnitude: those of metres and parts.
const SUFFIXES: [(char, Magnitude); 3] =
    [('k', Magnitude::Thousand), ('m', Magnitude::Million), ('b', Magnitude::Billion)];

/// The number that a figure with one of these letters may be: "to 4m by 2028".
fn suffixed(letters: &str) -> Option<Number> {
    let mut suffixes = SUFFIXES.iter();
    let (figure, magnitude) = suffixes.find_map(|(letter, magnitude)| {
        let figure = letters.strip_suffix(*letter)?;
        Some((figure, magnitude))
    })?;
    Some(Number::read(figure)?.times_ten_to(magnitude.zeros()))
}

/// The figures in a folded text.
fn figures(folded: &str) -> impl Iterator<Item = &str> {
    let figures = folded.split(|c: char| !c.is_ascii_digit());
    figures.filter(|figures| !figures.is_empty())
}

/// The second years of seasons that are written in two figures: the 2025 of 2024/25, and the 2000 of 1999/00.
fn seasons(folded: &str) -> impl Iterator<Item = String> {
    let is_its = |c: char| c.is_ascii_digit() || matches!(c, '/' | '-');
    let parts = folded.split(move |c| !is_its(c));
    parts.filter_map(|part| match part.split_once(['/', '-'])? {
        (year, short) if year.len() == 4 && short.len() == 2 => {
            let year: u64 = year.parse().ok()?;
            let short: u64 = short.parse().ok()?;
            let begun = year / 100 + u64::from(short < year % 100);
            Some((begun * 100 + short).to_string())
        }
        _ => None,
    })
}

/// What says the number in a Persian word: «صد» in «صددلاری», «سیزدهم» in «سیزدهمی».
fn number_of(letters: &str) -> &str {
    match (number_and_rest(letters), letters.strip_suffix('ی')) {
        (Some((number, _)), _) => number,
        (None, Some(ordinal)) if ordinal.ends_with('م') => ordinal,
        _ => letters,
    }
}
