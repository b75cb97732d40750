//! Numbers whose magnitude stands elsewhere: twenty million in «از ۲۰ به ۳۰ میلیون», four thousand in «۴ هزارساله».

use crate::check::numbers::asked::Asked;
use crate::check::numbers::counted::COUNTED;
use crate::check::numbers::tomans;
use crate::check::pair::Side;
use crate::text::number::{Form, Magnitude, Number, Quantity};
use crate::text::{Lang, Placeable, Span, Value, placeables};

/// What stands between two numbers that one magnitude counts.
const JOINTS: [&str; 12] =
    ["and", "or", "to", "-", "\u{2013}", ",", "و", "یا", "تا", "به", "الی", "،"];

/// Magnitudes as Persian runs them together with what they count.
const RUN_TOGETHER: [(&str, Magnitude); 3] = [
    ("هزار", Magnitude::Thousand),
    ("میلیون", Magnitude::Million),
    ("میلیارد", Magnitude::Billion),
];

/// English units of gas and oil that say their magnitude too, in capitals or small letters.
const SCALED: [(&str, Magnitude); 12] = [
    ("bcm", Magnitude::Billion),
    ("bcma", Magnitude::Billion),
    ("bcf", Magnitude::Billion),
    ("bcfd", Magnitude::Billion),
    ("tcm", Magnitude::Trillion),
    ("tcf", Magnitude::Trillion),
    ("mcm", Magnitude::Million),
    ("mmcm", Magnitude::Million),
    ("mbpd", Magnitude::Million),
    ("mmbpd", Magnitude::Million),
    ("mb/d", Magnitude::Million),
    ("mmbbl", Magnitude::Million),
];

/// Of the numbers of a text those that have their magnitude elsewhere, with it, and where they stand.
pub(crate) fn with_magnitudes(side: &Side<'_>) -> Vec<(Span, Quantity)> {
    let mut found = Vec::new();
    let mut behind: Option<(Magnitude, &Placeable)> = None;
    for placeable in side.values().iter().rev() {
        let number = placeable.value.number();
        let joined = behind.filter(|(_, next)| are_joined(side, placeable, next));
        let shared = joined.map(|(magnitude, _)| magnitude);
        let shared = run_together(side, placeable).or_else(|| scaled(side, placeable)).or(shared);
        let own = magnitude(&placeable.value);
        if let (None, Some(magnitude), Some(number)) = (own, shared, number)
            && digits(number) <= 3
        {
            let number = number.times_ten_to(magnitude.zeros());
            found.push((placeable.span, Quantity::figures(number)));
        }
        behind = own.or(shared).map(|magnitude| (magnitude, placeable));
    }
    found
}

/// Whether the text has a number with the magnitude that stands elsewhere.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let numbers = with_magnitudes(asked.own).into_iter();
    let mut numbers = numbers.filter(|(span, _)| *span == asked.value.span);
    numbers.any(|(_, number)| {
        let is_exchanged = || {
            let sums = tomans::elsewhere(asked.own, &Value::Number(number.clone()), asked.other);
            sums.iter().any(|sum| asked.said.has(sum))
        };
        asked.said.has(&number) || is_exchanged()
    })
}

/// The numbers that Persian runs together with what they count: «چهارهزارساله».
pub(crate) fn in_one_word(side: &Side<'_>) -> Vec<Quantity> {
    let words = side.words();
    let has_magnitude = |word: &str| RUN_TOGETHER.iter().any(|(name, _)| word.contains(name));
    if side.lang != Lang::Persian || !has_magnitude(words.folded()) {
        return Vec::new();
    }
    let letters = words.words().iter();
    let letters = letters.map(|word| words.letters(&word.folded));
    let numbers = letters.filter_map(|word| {
        let number = COUNTED.iter().find_map(|end| word.strip_suffix(end))?;
        has_magnitude(number).then(|| placeables(number, Lang::Persian))
    });
    let numbers = numbers.flatten().map(|placeable| placeable.value);
    numbers.filter_map(|value| value.number().cloned().map(Quantity::figures)).collect()
}

/// Whether nothing but a joint stands between two numbers, of which the first counts nothing of its own; or in Persian
/// «و» with a few words after it: «۲۵٫۴ و آموزش ۲۱٫۸ میلیارد».
fn are_joined(side: &Side<'_>, one: &Placeable, other: &Placeable) -> bool {
    /// How many words «و» and those are.
    const MOST: usize = 5;
    let between = side.text.get(one.span.end..other.span.start).map(str::trim);
    let go_on = |between: &str| {
        let has_mark = || between.contains(['.', '،', '؛', ':', '(']);
        side.lang == Lang::Persian
            && between.starts_with("و ")
            && between.split_whitespace().count() <= MOST
            && !has_mark()
    };
    !matches!(one.value, Value::Percent(_))
        && between.is_some_and(|between| JOINTS.contains(&between) || go_on(between))
}

/// The magnitude that a number has itself.
fn magnitude(value: &Value) -> Option<Magnitude> {
    let quantity = match value {
        Value::Number(quantity) | Value::Amount(quantity, _) => quantity,
        Value::Range(range) => &range.high,
        _ => return None,
    };
    match quantity.form {
        Form::Scaled(magnitude) => Some(magnitude),
        // It may be a year.
        Form::Figures => None,
        Form::Grouped | Form::Words => {
            let is_counted = |magnitude: &Magnitude| digits(&quantity.number) > magnitude.zeros();
            Magnitude::ALL.into_iter().rev().find(is_counted)
        }
    }
}

/// The magnitude that begins the Persian word after a number.
fn run_together(side: &Side<'_>, placeable: &Placeable) -> Option<Magnitude> {
    if side.lang != Lang::Persian {
        return None;
    }
    let rest = side.text.get(placeable.span.end..)?.trim_start();
    let mut magnitudes = RUN_TOGETHER.iter();
    magnitudes.find_map(|(name, magnitude)| {
        let counted = rest.strip_prefix(name)?.trim_start_matches('\u{200c}');
        let is_counted = COUNTED.iter().any(|end| counted.starts_with(end));
        is_counted.then_some(*magnitude)
    })
}

/// The magnitude that an English unit after a number says: 12 bcm.
fn scaled(side: &Side<'_>, placeable: &Placeable) -> Option<Magnitude> {
    let after = side.text.get(placeable.span.end..)?.trim_start();
    let end = after.find(|c: char| !c.is_alphabetic() && c != '/').unwrap_or(after.len());
    let unit = after[..end].to_ascii_lowercase();
    let mut units = SCALED.iter().filter(|_| side.lang == Lang::English);
    units.find_map(|(name, magnitude)| (*name == unit).then_some(*magnitude))
}

/// How many digits the whole part of a number has.
fn digits(number: &Number) -> usize {
    let (_, whole, _) = number.parts();
    whole.len()
}
