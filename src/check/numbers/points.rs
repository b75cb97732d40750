//! Numbers with a second reading: a point that may group thousands («۱۲.۵۰۰»), basis points (100 = 1%), blood pressure
//! (12 cm = 120 mm).

use crate::check::numbers::asked::Asked;
use crate::check::pair::Side;
use crate::text::number::{Number, Quantity};
use crate::text::{COUNTERS, Lang, Placeable};

/// How many digits are in a group.
const GROUP: usize = 3;

/// How many digits make a percentage of basis points.
const HUNDREDTHS: usize = 2;

/// Whether the text has what else the number may be.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let numbers = otherwise(asked.own, asked.value);
    numbers.iter().any(|number| asked.said.has(number))
}

/// What else the numbers of a value may be, where such a point is in it: «۲.۵۰۰ میلیارد» is 2,500 billion or 2.5; and
/// the percentage that 250 basis points are; and blood pressure by the other unit.
pub(crate) fn otherwise(side: &Side<'_>, placeable: &Placeable) -> Vec<Quantity> {
    if is_basis(side, placeable) {
        let percent = |quantity: &Quantity| quantity.number.over_ten_to(HUNDREDTHS);
        let numbers = placeable.value.quantities().map(percent);
        return numbers.map(Quantity::figures).collect();
    }
    if is_pressure(side, placeable) {
        let both = |quantity: &Quantity| {
            let number = &quantity.number;
            [number.times_ten_to(1), number.over_ten_to(1)].map(Quantity::figures)
        };
        return placeable.value.quantities().flat_map(both).collect();
    }
    let text = placeable.span.of(side.text);
    if side.lang != Lang::Persian || !text.contains('.') || !has_group(text) {
        return Vec::new();
    }
    let both = |quantity: &Quantity| {
        let number = &quantity.number;
        [number.times_ten_to(GROUP), number.over_ten_to(GROUP)].map(Quantity::figures)
    };
    placeable.value.quantities().flat_map(both).collect()
}

/// Whether basis points are counted by a value.
fn is_basis(side: &Side<'_>, placeable: &Placeable) -> bool {
    let words = side.words_after(placeable.span).iter();
    let mut words = words.map(|word| side.letters(word));
    match words.next() {
        Some("bp" | "bps") => true,
        Some("basis") => matches!(words.next(), Some("point" | "points")),
        Some("واحد") => words.next() == Some("پایه"),
        _ => false,
    }
}

/// What stands between the two numbers of a blood pressure, folded.
const OVER: [&str; 4] = ["/", "over", "بر", "روی"];

/// Nouns that are counted in English where blood pressure is spoken of.
const PATIENTS: [&str; 6] = ["people", "patients", "adults", "men", "women", "children"];

/// Whether a value is a blood pressure, which is counted in centimetres in Persian, and in millimetres elsewhere: one
/// of two, or not far after its name.
fn is_pressure(side: &Side<'_>, placeable: &Placeable) -> bool {
    const REACH: usize = 3;
    let (name, last) = match side.lang {
        Lang::Persian => ("فشار خون", "خون"),
        Lang::English => ("blood pressure", "pressure"),
    };
    if !side.words().folded().contains(name) {
        return false;
    }
    let is_pair = |both: &[Placeable]| {
        let [one, other] = both else {
            return false;
        };
        let between = side.text.get(one.span.end..other.span.start);
        both.contains(placeable) && between.is_some_and(|it| OVER.contains(&it.trim()))
    };
    let mut before = side.words_before(placeable.span).iter().rev().take(REACH);
    let noun = side.words_after(placeable.span).first().map(|word| side.letters(word));
    let is_counted = noun.is_some_and(|it| COUNTERS.contains(&it) || PATIENTS.contains(&it));
    side.values().windows(2).any(is_pair)
        || !is_counted && before.any(|word| side.letters(word).starts_with(last))
}

/// The numbers that a folded Persian word with such a point may be.
pub(crate) fn of_word(letters: &str) -> impl Iterator<Item = Number> {
    let is_number = has_group(letters);
    let both = [letters.to_owned(), letters.replace('.', "")];
    let both = both.into_iter().filter(move |_| is_number);
    both.filter_map(|letters| Number::read(&letters))
}

/// Whether a point has three digits behind it and as many or fewer before it.
fn has_group(text: &str) -> bool {
    let mut figures = text.split(|c: char| !c.is_numeric() && c != '.');
    figures.any(|figure| {
        figure.split_once('.').is_some_and(|(whole, group)| {
            let is_group = !group.contains('.') && group.chars().count() == GROUP;
            is_group && (1..=GROUP).contains(&whole.chars().count())
        })
    })
}
