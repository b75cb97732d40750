//! Which number of a translation stands for one that it lacks, and what is to be written for it.

use crate::check::dates::years;
use crate::check::measures::{self, CENTS, unit_behind, unit_named};
use crate::check::numbers::kind::{Kind, have_one_size, is_ordinal, is_slip, kind};
use crate::check::numbers::said::Said;
use crate::check::numbers::scales::scale_at;
use crate::check::numbers::stoppage::is_minute;
use crate::check::numbers::unmatched::Unmatched;
use crate::check::numbers::{decimals, tomans};
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::text::number::Quantity;
use crate::text::placeable::{Range, Unit};
use crate::text::{Lang, Placeable, Value};

/// What is to stand in the place of a number.
pub(crate) enum Instead {
    /// Another one.
    Value(Value),
    /// One of two years of its calendar.
    Years([u64; 2]),
    /// Another one for the end of the range that is wrong.
    End(Value),
}

/// For each of the numbers that are lost the added one that stands for it: the one in its place where there are as
/// many, or else one with two of its digits exchanged, or one of them another.
pub(crate) fn counterparts<'a>(numbers: &Unmatched<'a>) -> Vec<Option<&'a Placeable>> {
    let Unmatched { pair, lost, added } = numbers;
    let mut both = lost.iter().zip(added);
    if lost.len() == added.len() && both.all(|(lost, added)| may_stand(pair, lost, added)) {
        return added.iter().map(|added| Some(*added)).collect();
    }
    let mut open = added.to_vec();
    let slips = lost.iter().map(|lost| {
        let at = open.iter().position(|added| is_slip(&added.value, &lost.value))?;
        Some(open.remove(at))
    });
    slips.collect()
}

/// Whether a number of the target can stand for one of the source: never money for a percentage, an ordinal only for
/// another, and one of about its size.
fn may_stand(pair: &Pair<'_>, lost: &Placeable, added: &Placeable) -> bool {
    let values = [&lost.value, &added.value];
    let has = |wanted| values.iter().any(|value| kind(value) == Some(wanted));
    let are_minutes = is_minute(&pair.source, lost) && is_minute(&pair.target, added);
    let is_compound = is_compound(&pair.source, lost) || is_compound(&pair.target, added);
    !(has(Kind::Percent) && has(Kind::Money))
        && (are_minutes || is_ordinal(&lost.value) == is_ordinal(&added.value))
        && !are_of_two_units(pair, lost, added)
        && have_one_size(&lost.value, &added.value, has(Kind::Percent) && has(Kind::Things))
        && (!is_compound || is_slip(&lost.value, &added.value) || are_measures(pair, lost, added))
}

/// Whether a figure is joined to a noun, of which it is a part: "the 35-nation board".
fn is_compound(side: &Side<'_>, placeable: &Placeable) -> bool {
    let after = side.text[placeable.span.end..].strip_prefix('-');
    let is_hedge = |after: &str| after.starts_with("plus") || after.starts_with("odd");
    side.lang == Lang::English
        && after.is_some_and(|it| it.starts_with(char::is_alphabetic) && !is_hedge(it))
}

/// Whether both numbers count units of one kind: a 35-year-old, «۴۲ سال».
fn are_measures(pair: &Pair<'_>, lost: &Placeable, added: &Placeable) -> bool {
    let units = unit(&pair.source, lost).zip(unit(&pair.target, added));
    units.is_some_and(|(one, other)| one.kind == other.kind)
}

/// Whether both numbers count units, and not the same one: the number of one is none of the other.
fn are_of_two_units(pair: &Pair<'_>, lost: &Placeable, added: &Placeable) -> bool {
    let units = unit(&pair.source, lost).zip(unit(&pair.target, added));
    let scales = scale_at(&pair.source, lost).zip(scale_at(&pair.target, added));
    units.is_some_and(|(one, other)| one != other)
        || scales.is_some_and(|(one, other)| one.is_of_other_size(&other))
}

fn unit(side: &Side<'_>, value: &Placeable) -> Option<&'static measures::Unit> {
    unit_behind(side, value).and_then(unit_named)
}

/// What is to be written for `wrong`, which stands for `right`; `None` where that cannot be told.
pub(crate) fn instead(pair: &Pair<'_>, right: &Placeable, wrong: &Placeable) -> Option<Instead> {
    let (source, target) = (&pair.source, &pair.target);
    if decimals::whole(target, wrong).is_some() {
        return None;
    }
    let are_cents = unit_behind(target, wrong).is_some_and(|unit| CENTS.contains(&unit));
    if let Some((_, whole)) = decimals::whole(source, right).filter(|_| !are_cents) {
        return Some(Instead::Value(whole));
    }
    let ends =
        [unsaid_end(right, target, Said::of_target), unsaid_end(wrong, source, Said::of_source)];
    if let [Some(end), Some(other)] = ends {
        let is_year = [(source, right), (target, wrong)]
            .iter()
            .any(|(side, placeable)| years::is_said(side, placeable));
        let years = years::in_calendar_of(end, other).filter(|_| is_year);
        if let Some(years) = years {
            return Some(Instead::Years(years));
        }
    }
    let is_range = |value: &Value| matches!(value, Value::Range(_));
    match (&right.value, &wrong.value) {
        (Value::Range(range), wrong) if !is_range(wrong) => {
            let value = counted(ends[0]?, range, wrong);
            Some(Instead::Value(value))
        }
        (right, Value::Range(_)) if !is_range(right) && ends[1].is_some() => {
            Some(Instead::End(right.clone()))
        }
        (right, wrong) => Some(Instead::Value(tomans::in_place_of(wrong, right))),
    }
}

/// The only number of a value that `other` lacks.
fn unsaid_end<'a>(
    placeable: &'a Placeable,
    other: &Side<'_>,
    said_of: fn(&Side<'_>) -> Said,
) -> Option<&'a Quantity> {
    let mut said = said_of(other);
    said.add_words(other);
    let unsaid = placeable.value.quantities().filter(|quantity| !said.has(quantity));
    only(unsaid)
}

/// One end of a range as a number that stands where `wrong` does: with its unit, or none.
fn counted(end: &Quantity, range: &Range, wrong: &Value) -> Value {
    let end = end.clone();
    match (range.unit, wrong) {
        (Unit::Percent, Value::Percent(_)) => Value::Percent(end),
        (Unit::Money(currency), Value::Amount(..)) => Value::Amount(end, currency),
        _ => Value::Number(end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::number::Number;

    #[test]
    fn a_slip_exchanges_digits_or_makes_another_of_one() {
        let number = |number: u64| Value::Number(Quantity::figures(Number::of(number)));
        let percent = |number: u64| Value::Percent(Quantity::figures(Number::of(number)));
        assert!(is_slip(&number(871), &number(817)));
        assert!(is_slip(&number(871), &number(872)));
        assert!(!is_slip(&number(871), &number(817_000)));
        assert!(!is_slip(&number(871), &number(962)));
        assert!(!is_slip(&number(8), &number(7)));
        assert!(!is_slip(&percent(23), &number(32)));
    }
}
