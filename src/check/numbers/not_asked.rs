//! Numbers that the other text need not say: conversions, what is said twice, and parts of names.

use crate::check::numbers::asked::Asked;
use crate::check::numbers::currencies::sums;
use crate::check::numbers::said::Said;
use crate::check::numbers::units::{Kind, UNITS, unit_behind};
use crate::check::numbers::worded;
use crate::text::{Placeable, Value};

/// Whether what is before a figure is a figure with letters attached to it.
pub(crate) fn ends_code(before: &str) -> bool {
    let figure = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    figure.len() < before.len() && figure.ends_with(|c: char| c.is_ascii_digit())
}

/// What opens a bracket behind a sum.
const OPENING: &str = " (";

/// What stands between the sums of one bracket.
const JOINTS: [&str; 8] = ["", ",", ";", "/", "or", "about", "،", "؛"];

/// Whether a sum is that before it in a currency which `other` does not have: either one in brackets of "$125bn (£95bn;
/// €110bn)".
pub(crate) fn is_conversion(asked: &Asked<'_>) -> bool {
    let Asked { own: side, value: placeable, other, .. } = asked;
    let Value::Amount(_, currency) = placeable.value else {
        return false;
    };
    let is_other = |value: &Value| matches!(value, Value::Amount(_, other) if *other != currency);
    let is_between_sums = |(open, close): (usize, usize)| {
        let first = open + OPENING.len();
        let mut at = first;
        let inside = side.values().iter();
        let mut inside = inside.filter(|value| (first..close).contains(&value.span.start));
        let are_sums = inside.all(|value| {
            let between = side.text.get(at..value.span.start);
            at = value.span.end;
            let is_joint = between.is_some_and(|between| JOINTS.contains(&between.trim()));
            is_joint && matches!(value.value, Value::Amount(..))
        });
        let mut before = side.values().iter();
        are_sums && at == close && before.any(|sum| sum.span.end == open && is_other(&sum.value))
    };
    let open = side.text[..placeable.span.start].rfind(OPENING);
    let rest = &side.text[placeable.span.end..];
    let close = rest.find(')').map(|close| placeable.span.end + close);
    let mut others = other.values().iter().flat_map(|value| sums(&value.value));
    open.zip(close).is_some_and(is_between_sums) && !others.any(|(_, other)| other == currency)
}

/// Whether a value says again what the one before it does, in another unit of time: «۴۸ ساعت، یعنی ۲ روز».
pub(crate) fn is_restated(asked: &Asked<'_>) -> bool {
    let Asked { own: side, value, .. } = *asked;
    let before = side.words_before(value.span).last();
    let is_again = before.is_some_and(|word| side.letters(word) == "یعنی")
        || side.text[..value.span.start].ends_with('(');
    let is_time = |value: &&Placeable| {
        let unit = unit_behind(side, value);
        let mut units = UNITS.iter().filter(|unit| unit.kind == Kind::Time);
        unit.is_some_and(|unit| units.any(|its| its.names.contains(&unit)))
    };
    let last = || {
        let mut values = side.values().iter().rev();
        values.find(|other| other.span.end <= value.span.start)
    };
    let are_same = |last: &Placeable| {
        let said = Said::of_target(side);
        let is_said = |value| worded::says(&Asked { own: side, value, other: side, said: &said });
        is_said(value) || is_said(last)
    };
    is_again && is_time(&value) && last().filter(is_time).is_some_and(are_same)
}

/// Whether a value is in the name of something that the other text names too: 1953 in "the 1953 coup".
pub(crate) fn is_of_name(asked: &Asked<'_>) -> bool {
    let place = asked.own.place(asked.value.span);
    let mut its = asked.own.names.iter().filter(|name| name.span.covers(place));
    let has_entry = |entry: usize| {
        let mut terms = asked.other.names.iter().flat_map(|name| &name.terms);
        terms.any(|term| term.entry == entry)
    };
    its.any(|name| name.terms.iter().any(|term| has_entry(term.entry)))
}
