//! Temperatures below zero that a translation has above it: «منفی ۱۲ درجه» as "12 degrees".

use crate::check::finding::Finding;
use crate::check::numbers::asked::Asked;
use crate::check::numbers::said::quantities;
use crate::check::numbers::totals::{WHOLE, thousandths};
use crate::check::numbers::units::unit_behind;
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::number::Number;
use crate::text::{Placeable, Value};

const DEGREES: [&str; 3] = ["degree", "degrees", "درجه"];

/// Words by which a text can say that it is below zero, or how much warmer or colder it grew, or measures otherwise;
/// folded.
const OTHERWISE: [&str; 21] = [
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
    "f",
    "fahrenheit",
    "منفی",
    "زیر",
    "صفر",
    "یخبندان",
    "پایینتر",
    "پایین",
    "کمتر",
    "سردتر",
    "فارنهایت",
];

/// The only temperature of the target, where the only one of the source is the same below zero.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let (right, low) = the_only(source)?;
    let (wrong, high) = the_only(target)?;
    let minus = |number: &Number| number.to_string().starts_with('-');
    let is_same = low.to_string().trim_start_matches('-') == high.to_string();
    let is_low = minus(low) || is_below_zero(source, right);
    let mut words = target.words().words().iter();
    let is_otherwise = words.any(|word| OTHERWISE.contains(&target.letters(word)))
        || target.text[..wrong.span.start].ends_with(['-', '−', '–', '‑']);
    (is_same && is_low && !is_otherwise).then(|| {
        let (right, quoted) = (source.quote(right.span), target.quote(wrong.span));
        let message = format!("{right} is below zero in the article, and {quoted} is not");
        target.finding(Rule::NumberMismatch, wrong.span, message)
    })
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
    let there = there.flat_map(|value| quantities(&value.value));
    let there: Vec<u64> = there.filter_map(|it| thousandths(&it.number)).collect();
    let mut own = quantities(&placeable.value).filter_map(|it| thousandths(&it.number));
    own.all(|own| there.iter().any(|&there| are_same(own, there) || are_same(there, own)))
}

/// Whether two temperatures in thousandths are the same but for a degree: Fahrenheit and Celsius.
fn are_same(fahrenheit: u64, celsius: u64) -> bool {
    let fifths = celsius.saturating_mul(9).saturating_add(5 * 32 * WHOLE);
    fahrenheit.saturating_mul(5).abs_diff(fifths) <= 5 * WHOLE
}

/// The number before the only word for degrees.
fn the_only<'a>(side: &'a Side<'_>) -> Option<(&'a Placeable, &'a Number)> {
    let degrees = side.values().iter().filter_map(|placeable| {
        let after = side.words_after(placeable.span).first()?;
        match &placeable.value {
            Value::Number(quantity) if DEGREES.contains(&side.letters(after)) => {
                Some((placeable, &quantity.number))
            }
            _ => None,
        }
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
