//! Measures that a translation converts: 40 miles, ۶۵ کیلومتر.

use crate::check::measures::{
    CELSIUS, DEGREES, FAHRENHEIT, FOOT, METRE, METRES, System, Unit, are_feet, name, stem,
    unit_named,
};
use crate::check::numbers::rounded::hedge_behind;
use crate::check::pair::{Pair, Side};
use crate::text::number::{Form, Magnitude, Quantity};
use crate::text::{HALF_SPACE, Placeable, Word};

/// How many words after a number its unit may stand: 250 square miles.
const REACH: usize = 2;

/// The unit of a value: behind it, or else before it.
pub(crate) fn unit_of(side: &Side<'_>, value: &Placeable) -> Option<&'static Unit> {
    let mut units = near(side, value).filter_map(|word| Some((word, unit(side, word)?)));
    let first = units.next()?;
    let is_behind = |word: &Word| word.span.end > value.span.start;
    let behind = units.find(|(word, _)| is_behind(word) && !is_behind(first.0));
    Some(behind.unwrap_or(first).1)
}

/// Whether words around a value say that it counts degrees.
pub(crate) fn is_degrees(side: &Side<'_>, value: &Placeable) -> bool {
    near(side, value).any(|word| DEGREES.contains(&stem(side, word)))
}

/// The word before a value, the value and some after it.
fn near<'a>(side: &'a Side<'_>, value: &Placeable) -> impl Iterator<Item = &'a Word> {
    let words = side.words().words();
    let first = side.words_before(value.span).len().saturating_sub(1);
    let after = side.words_after(value.span).len().saturating_sub(REACH);
    words[first..words.len() - after].iter()
}

/// Whether both texts measure by the same systems. Figures with "m" are metres where the other text has some, and
/// nothing in millions.
pub(crate) fn have_same_systems(pair: &Pair<'_>) -> bool {
    let (source, target) = (&pair.source, &pair.target);
    let is_metric = |side: &Side<'_>, other: &Side<'_>| {
        has(side, System::Metric) || has_doubtful_metres(side) && counts_in_metres(other)
    };
    has(source, System::Imperial) == has(target, System::Imperial)
        && is_metric(source, target) == is_metric(target, source)
}

/// Whether a text has figures with "m", and they are not rounded.
fn has_doubtful_metres(side: &Side<'_>) -> bool {
    let words = side.words().words();
    words.iter().enumerate().any(|(at, word)| {
        let is_rounded =
            || hedge_behind(&side.letters_of(&words[at.saturating_sub(3)..at])).is_some();
        name(side, word) == (METRE, true) && !is_rounded()
    })
}

fn counts_in_metres(side: &Side<'_>) -> bool {
    let mut words = side.words().words().iter();
    let mut values = side.values().iter().flat_map(|value| value.value.quantities());
    let is_in_millions =
        |it: &Quantity| matches!(it.form, Form::Scaled(it) if it >= Magnitude::Million);
    words.any(|word| METRES.contains(&stem(side, word))) && !values.any(is_in_millions)
}

/// Whether a text has a unit of a system. "40C" alone is metric in any text, and says nothing.
fn has(side: &Side<'_>, system: System) -> bool {
    let mut words = side.words().words().iter();
    words.any(|word| {
        let is_letter = || side.words().letters(&word.folded).ends_with(CELSIUS);
        let is_of_system = |unit: &Unit| unit.system == Some(system);
        unit(side, word).is_some_and(|it| is_of_system(it) && !(is_celsius(it) && is_letter()))
            || system == System::Imperial && is_before_celsius(side, word)
    })
}

/// Whether it is the word for degrees before others in brackets: "104 degrees (40 C)".
fn is_before_celsius(side: &Side<'_>, word: &Word) -> bool {
    const REACH: usize = 3;
    let is_before_bracket = || side.text[word.span.end..].starts_with(" (");
    DEGREES.contains(&stem(side, word)) && is_before_bracket() && {
        let mut after = side.words_after(word.span).iter().take(REACH);
        after.any(|word| unit(side, word).is_some_and(is_celsius))
    }
}

fn is_celsius(unit: &Unit) -> bool {
    unit.names.contains(&CELSIUS)
}

/// The unit of one of the systems that a word is, with the figures on to which it may be written: 37km.
fn unit(side: &Side<'_>, word: &Word) -> Option<&'static Unit> {
    let (name, is_on_figures) = name(side, word);
    let is_certain = match name {
        METRE => !is_on_figures,
        FOOT => {
            let mut values = side.values().iter();
            values.any(|value| is_directly_before(side, value, word) && are_feet(value))
        }
        FAHRENHEIT | CELSIUS => {
            word.span.of(side.text).ends_with(['F', 'C'])
                && (is_on_figures || is_behind_figures(side, word))
        }
        _ => true,
    };
    unit_named(name).filter(|unit| unit.system.is_some() && is_certain)
}

/// Whether nothing but a space stands between a value and a word after it.
fn is_directly_before(side: &Side<'_>, value: &Placeable, word: &Word) -> bool {
    let between = side.text.get(value.span.end..word.span.start);
    between.is_some_and(|between| between.chars().all(|c| matches!(c, ' ' | HALF_SPACE)))
}

/// Whether the word before another ends with a digit.
fn is_behind_figures(side: &Side<'_>, word: &Word) -> bool {
    let before = side.words_before(word.span).last();
    before.is_some_and(|before| side.letters(before).ends_with(|c: char| c.is_ascii_digit()))
}
