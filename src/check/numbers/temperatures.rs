//! Temperatures below zero that a translation has above it: «منفی ۱۲ درجه» as "12 degrees".

use crate::check::finding::Finding;
use crate::check::measures::{DEGREES, unit_behind};
use crate::check::numbers::asked::Asked;
use crate::check::numbers::scales::{measure_of_code, scale_at};
use crate::check::numbers::totals::{WHOLE, thousandths};
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::number::Number;
use crate::text::{Placeable, Value};

/// Words by which a text can say that it is below zero, or how much warmer or colder it grew, folded.
const OTHERWISE: [&str; 18] = [
    "minus",
    "negative",
    "below",
    "under",
    "sub",
    "subzero",
    "zero",
    "freezing",
    "frost",
    "by",
    "منفی",
    "زیر",
    "صفر",
    "یخبندان",
    "پایینتر",
    "پایین",
    "کمتر",
    "سردتر",
];

/// Dashes that are a minus before a figure.
const MINUS: [char; 4] = ['-', '−', '–', '‑'];

/// The only temperature of the target, where the only one of the source is the same on the other side of zero.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let (right, number) = the_only(source)?;
    let (wrong, other) = the_only(target)?;
    let (right_quoted, wrong_quoted) = (source.quote(right.span), target.quote(wrong.span));
    let message = if number.unsigned() != other.unsigned() {
        return None;
    } else if is_low(source, right) && is_plain(target, wrong) {
        format!("{right_quoted} is below zero in the article, and {wrong_quoted} is not")
    } else if is_low(target, wrong) && is_plain(source, right) {
        format!("{wrong_quoted} is below zero, and {right_quoted} in the article is not")
    } else {
        return None;
    };
    Some(target.finding(Rule::NumberMismatch, wrong.span, message))
}

/// Whether a temperature is below zero.
fn is_low(side: &Side<'_>, placeable: &Placeable) -> bool {
    let is_negative = placeable.value.number().is_some_and(|it| it.to_string().starts_with('-'));
    let before = side.words_before(placeable.span).last();
    let is_minus =
        before.is_some_and(|it| matches!(side.letters(it), "minus" | "negative" | "منفی"));
    let dash = side.text[..placeable.span.start].strip_suffix(MINUS);
    let is_dash = dash.is_some_and(|before| before.is_empty() || before.ends_with(' '));
    is_negative || is_minus || is_dash || is_below_zero(side, placeable)
}

/// Whether nothing in a text may say that its temperature is below zero, or is a difference.
fn is_plain(side: &Side<'_>, placeable: &Placeable) -> bool {
    let mut words = side.words().words().iter();
    !words.any(|word| OTHERWISE.contains(&side.letters(word)))
        && !side.text[..placeable.span.start].ends_with(MINUS)
        && !is_low(side, placeable)
}

/// Whether the text has each temperature of a value on the other scale, as neither may say of which it is: 113 degrees
/// for «۴۵ درجه».
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let Asked { own: side, value: placeable, other, .. } = *asked;
    let is_degrees = |side: &Side<'_>, placeable: &Placeable| {
        unit_behind(side, placeable).is_some_and(|unit| DEGREES.contains(&unit))
    };
    if !is_degrees(side, placeable) {
        return false;
    }
    let there = other.values().iter().filter(|value| is_degrees(other, value));
    let there = there.flat_map(|value| value.value.quantities());
    let there: Vec<u64> = there.filter_map(|it| thousandths(&it.number)).collect();
    let mut own = placeable.value.quantities().filter_map(|it| thousandths(&it.number));
    own.all(|own| there.iter().any(|&there| are_same(own, there) || are_same(there, own)))
}

/// Great heat is given in round figures: from this many degrees Fahrenheit up it may be off by one part in so many.
const GREAT_HEAT: u64 = 200 * WHOLE;
const MOST_OFF: u64 = 33;

/// Whether two temperatures in thousandths are the same, except for a degree or rounding: Fahrenheit and Celsius.
fn are_same(fahrenheit: u64, celsius: u64) -> bool {
    let fifths = celsius.saturating_mul(9).saturating_add(5 * 32 * WHOLE);
    let rounded = if fahrenheit < GREAT_HEAT { 0 } else { fahrenheit / MOST_OFF };
    fahrenheit.saturating_mul(5).abs_diff(fifths) <= rounded.max(WHOLE).saturating_mul(5)
}

/// The only temperature of a text that is not in Fahrenheit, which may be in brackets behind it.
fn the_only<'a>(side: &'a Side<'_>) -> Option<(&'a Placeable, Number)> {
    let degrees = side.values().iter().filter_map(|placeable| {
        let (number, found) = match &placeable.value {
            Value::Number(it) => (it.number.clone(), scale_at(side, placeable)?),
            _ => measure_of_code(placeable)?,
        };
        found.may_be_celsius().then_some((placeable, number))
    });
    only(degrees)
}

/// Whether words behind the degrees say so: «درجه سانتی‌گراد زیر صفر», "degrees below freezing".
fn is_below_zero(side: &Side<'_>, placeable: &Placeable) -> bool {
    const REACH: usize = 4;
    let words = side.words_after(placeable.span).iter().take(REACH);
    let words = side.letters_of(words);
    let mut both = words.windows(2);
    both.any(|both| matches!(both, ["زیر", "صفر"] | ["below", "zero" | "freezing"]))
}
