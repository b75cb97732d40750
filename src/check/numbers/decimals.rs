//! Numbers with decimals as words and slashes say them: «۵ سال و نیم», «۹ ثانیه و ۵۸ صدم ثانیه», ۵/۲.

use crate::check::pair::Part;
use crate::text::number::{Number, word_value};
use crate::text::{Lang, Word};

/// Units of time, and how many of the next smaller one they are.
const PARTS_OF_UNITS: [(&str, u64); 6] = [
    ("سال", 12),
    ("ساعت", 60),
    ("year", 12),
    ("years", 12),
    ("hour", 60),
    ("hours", 60),
];

/// Persian words for parts of one, and how many decimals each of them has.
const PLACES: [(&str, usize); 7] = [
    ("دهم", 1),
    ("صدم", 2),
    ("سنت", 2),
    ("پنس", 2),
    ("پنی", 2),
    ("سانت", 2),
    ("سانتیمتر", 2),
];

/// The numbers that end with a half, and as many months or minutes: 2.5 and 30 for «دو سال و نیم», 1.5 and 90 for "an
/// hour and a half".
pub(crate) fn halves(part: &Part<'_>) -> Vec<Number> {
    let words = part.words();
    let (joint, half, word): (&str, &[&str], &str) = match part.lang {
        Lang::Persian => ("و", &["نیم"], "نیم"),
        Lang::English => ("and", &["a", "half"], "half"),
    };
    if !words.folded().contains(word) {
        return Vec::new();
    }
    let letters = words.words().iter();
    let letters: Vec<&str> = letters.map(|word| words.letters(&word.folded)).collect();
    let joints = (0..letters.len()).filter(|&at| letters[at] == joint);
    let found = joints.filter_map(|at| {
        let after = letters[at + 1..].strip_prefix(half)?;
        let before = &letters[at.saturating_sub(2)..at];
        half_more(before, after, part.lang)
    });
    found.flatten().collect()
}

/// The number among the words `before` "and a half", with that, and in parts of the unit beside it.
fn half_more(before: &[&str], after: &[&str], lang: Lang) -> Option<Vec<Number>> {
    let whole = before.iter().rev().find_map(|word| match *word {
        "a" | "an" => Some(1),
        word => word_value(word, lang).or(Number::read(word))?.to_u64(),
    });
    let whole = whole.filter(|&whole| whole < 100)?;
    let beside = before.iter().chain(after.first());
    let units = beside.filter_map(|word| PARTS_OF_UNITS.iter().find(|(unit, _)| unit == word));
    let parts = units.map(|(_, parts)| Number::of(whole * parts + parts / 2));
    let half = Number::of_digits(&whole.to_string(), "5");
    Some(half.into_iter().chain(parts).collect())
}

/// The numbers whose decimals Persian counts for themselves: 9.58 and 0.58 for «۹ ثانیه و ۵۸ صدم ثانیه», 0.45 for «۴۵
/// سنت».
pub(crate) fn parts(part: &Part<'_>) -> Vec<Number> {
    let words = part.words();
    let mut found = Vec::new();
    for (at, word) in words.words().iter().enumerate() {
        let letters = words.letters(&word.folded);
        let place = PLACES.iter().find(|(name, _)| *name == letters);
        let numbers = place.and_then(|(_, places)| of_parts(part, &words.words()[..at], *places));
        found.extend(numbers.into_iter().flatten());
    }
    found
}

/// The number whose decimals are the last of these words, with the whole one before «و» and without.
fn of_parts(part: &Part<'_>, before: &[Word], places: usize) -> Option<Vec<Number>> {
    let letters = |word: &Word| part.words().letters(&word.folded);
    let value = |word: &Word| {
        let letters = letters(word);
        let number = Number::read(letters).or_else(|| word_value(letters, part.lang))?;
        number.to_u64().filter(|&number| number < 1000)
    };
    let decimals = format!("{:0places$}", value(before.last()?)?);
    let whole = match before {
        [.., one, unit, and, _] if letters(and) == "و" => value(unit).or_else(|| value(one)),
        _ => None,
    };
    let wholes = whole.into_iter().chain([0]);
    let numbers = wholes.filter_map(|whole| Number::of_digits(&whole.to_string(), &decimals));
    (decimals.len() == places).then(|| numbers.collect())
}

/// The numbers that Persian may write with a slash for the point: ۵/۲.
pub(crate) fn slashed(part: &Part<'_>) -> Vec<Number> {
    let folded = part.words().folded();
    if part.lang != Lang::Persian || !folded.contains('/') {
        return Vec::new();
    }
    let figures = folded.split(|c: char| !(c.is_ascii_digit() || c == '/'));
    let numbers = figures.filter_map(|figure| {
        let (whole, decimals) = figure.split_once('/')?;
        Number::of_digits(whole, decimals).filter(|_| !decimals.is_empty())
    });
    numbers.collect()
}
