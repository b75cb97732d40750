//! Measures that a translation converts: 40 miles, ۶۵ کیلومتر.

use crate::check::pair::{Pair, Part};
use crate::text::{Lang, Placeable, Word};

/// Units that English-speaking countries have of their own, folded; in Persian without the ye that makes adjectives of them.
const IMPERIAL: [&str; 29] = [
    "foot",
    "feet",
    "ft",
    "inch",
    "inches",
    "mile",
    "miles",
    "mph",
    "yard",
    "yards",
    "pound",
    "pounds",
    "lb",
    "lbs",
    "ounce",
    "ounces",
    "stone",
    "gallon",
    "gallons",
    "acre",
    "acres",
    "fahrenheit",
    "فوت",
    "اینچ",
    "مایل",
    "یارد",
    "پوند",
    "گالن",
    "فارنهایت",
];

/// Units of the metric system.
const METRIC: [&str; 40] = [
    "metre",
    "metres",
    "meter",
    "meters",
    "m",
    "kilometre",
    "kilometres",
    "kilometer",
    "kilometers",
    "km",
    "kph",
    "centimetre",
    "centimetres",
    "centimeter",
    "centimeters",
    "cm",
    "millimetre",
    "millimetres",
    "millimeter",
    "millimeters",
    "mm",
    "kilo",
    "kilos",
    "kilogram",
    "kilograms",
    "kg",
    "litre",
    "litres",
    "hectare",
    "hectares",
    "celsius",
    "متر",
    "کیلومتر",
    "سانتیمتر",
    "میلیمتر",
    "کیلو",
    "کیلوگرم",
    "لیتر",
    "هکتار",
    "سانتیگراد",
];

/// Units of both.
const DEGREES: [&str; 3] = ["degree", "degrees", "درجه"];

/// How many words after a number its unit may stand: 250 square miles.
const REACH: usize = 2;

/// Whether one side measures in units that the other does not have.
pub(super) fn are_converted(pair: &Pair<'_>) -> bool {
    let systems = |part: &Part<'_>| {
        [IMPERIAL.as_slice(), METRIC.as_slice()].map(|units| {
            part.words()
                .words()
                .iter()
                .any(|word| is_one_of(part, word, units))
        })
    };
    systems(&pair.source) != systems(&pair.target)
}

/// Whether a unit stands beside a value of `part`.
pub(super) fn is_measured(part: &Part<'_>, value: &Placeable) -> bool {
    let words = part.words().words();
    let first = words.partition_point(|word| word.span.end <= value.span.start);
    let past = words.partition_point(|word| word.span.start < value.span.end);
    let near = first.saturating_sub(1)..words.len().min(past + REACH);
    let is_unit = |word: &Word| {
        [IMPERIAL.as_slice(), METRIC.as_slice(), DEGREES.as_slice()]
            .iter()
            .any(|units| is_one_of(part, word, units))
    };
    words[near].iter().any(is_unit)
}

fn is_one_of(part: &Part<'_>, word: &Word, units: &[&str]) -> bool {
    let letters = part.words().letters(&word.folded);
    let stem = match part.lang {
        Lang::Persian => letters.trim_end_matches('ی'),
        Lang::English => letters,
    };
    units.contains(&stem)
}
