//! Measures that a translation converts: 40 miles, ۶۵ کیلومتر.

use crate::check::pair::Part;
use crate::text::{Lang, Placeable, Word};

/// Units that English-speaking countries have of their own, each with its names, folded; in Persian without the ye that makes
/// adjectives of them.
const IMPERIAL: [&[&str]; 10] = [
    &["foot", "feet", "ft", "فوت"],
    &["inch", "inches", "اینچ"],
    &["mile", "miles", "mph", "مایل"],
    &["yard", "yards", "یارد"],
    &["pound", "pounds", "lb", "lbs", "پوند"],
    &["ounce", "ounces"],
    &["stone"],
    &["gallon", "gallons", "گالن"],
    &["acre", "acres"],
    &["fahrenheit", "فارنهایت"],
];

/// Units of the metric system.
const METRIC: [&[&str]; 8] = [
    &[METRE, "metre", "metres", "meter", "meters", "متر"],
    &[
        "kilometre",
        "kilometres",
        "kilometer",
        "kilometers",
        "km",
        "kph",
        "کیلومتر",
    ],
    &[
        "centimetre",
        "centimetres",
        "centimeter",
        "centimeters",
        "cm",
        "سانتیمتر",
    ],
    &[
        "millimetre",
        "millimetres",
        "millimeter",
        "millimeters",
        "mm",
        "میلیمتر",
    ],
    &[
        "kilo",
        "kilos",
        "kilogram",
        "kilograms",
        "kg",
        "کیلو",
        "کیلوگرم",
    ],
    &["litre", "litres", "لیتر"],
    &["hectare", "hectares", "هکتار"],
    &["celsius", "سانتیگراد"],
];

/// On to figures it is written for a million too.
const METRE: &str = "m";

/// Units of both systems.
const DEGREES: [&str; 3] = ["degree", "degrees", "درجه"];

/// How many words after a number its unit may stand: 250 square miles.
const REACH: usize = 2;

/// A unit, by its names.
type Unit = &'static [&'static str];

/// Lets the measures among unmatched values pass that a translation has in other units: where one side measures by a system that
/// the other does not have.
///
/// As many on either side in one unit were not converted.
pub(crate) fn pass_converted(
    [source, target]: [&Part<'_>; 2],
    lost: &mut Vec<&Placeable>,
    added: &mut Vec<&Placeable>,
) {
    if systems(source) == systems(target) {
        return;
    }
    let units = |part: &Part<'_>, values: &[&Placeable]| {
        let units = values.iter().filter_map(|value| unit_of(part, value));
        units.collect::<Vec<Unit>>()
    };
    let (ones, others) = (units(source, lost), units(target, added));
    let count = |units: &[Unit], unit| units.iter().filter(|other| **other == unit).count();
    let is_asked = |part: &Part<'_>, value: &Placeable| match unit_of(part, value) {
        Some(unit) => count(&ones, unit) == count(&others, unit),
        None => !near(part, value).any(|word| DEGREES.contains(&stem(part, word))),
    };
    lost.retain(|value| is_asked(source, value));
    added.retain(|value| is_asked(target, value));
}

/// The unit of a value: behind it, or else before it.
fn unit_of(part: &Part<'_>, value: &Placeable) -> Option<Unit> {
    let mut units = near(part, value).filter_map(|word| Some((word, unit(part, word)?)));
    let first = units.next()?;
    let is_behind = |word: &Word| word.span.end > value.span.start;
    let behind = units.find(|(word, _)| is_behind(word) && !is_behind(first.0));
    Some(behind.unwrap_or(first).1)
}

/// The word before a value, the value and some after it.
fn near<'a>(part: &'a Part<'_>, value: &Placeable) -> impl Iterator<Item = &'a Word> {
    let words = part.words().words();
    let first = part.words_before(value.span).len().saturating_sub(1);
    let after = part.words_after(value.span).len().saturating_sub(REACH);
    words[first..words.len() - after].iter()
}

/// Which of the two systems a text measures by.
fn systems(part: &Part<'_>) -> [bool; 2] {
    [has(part, &IMPERIAL), has(part, &METRIC)]
}

/// Whether a text has one of these units.
fn has(part: &Part<'_>, units: &[&[&str]]) -> bool {
    let mut words = part.words().words().iter();
    words.any(|word| unit(part, word).is_some_and(|names| units.contains(&names)))
}

/// The unit that a word is, with the figures on to which it may be written: 37km.
fn unit(part: &Part<'_>, word: &Word) -> Option<Unit> {
    let stem = stem(part, word);
    let name = stem.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let is_doubtful = name == METRE && name.len() < stem.len();
    let mut units = IMPERIAL.iter().chain(&METRIC);
    let unit = units.find(|names| names.contains(&name) && !is_doubtful);
    unit.copied()
}

fn stem<'a>(part: &'a Part<'_>, word: &Word) -> &'a str {
    let letters = part.words().letters(&word.folded);
    match part.lang {
        Lang::Persian => letters.trim_end_matches('ی'),
        Lang::English => letters,
    }
}
