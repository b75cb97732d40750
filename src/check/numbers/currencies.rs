//! Sums that a translation has in another currency: $20 million as «۲۰ میلیون یورو».

use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::numbers::said::quantities;
use crate::check::numbers::tomans;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::number::{Currency, Number};
use crate::text::placeable::Unit;
use crate::text::{Placeable, Value};

/// The sums that are there in another currency only.
pub(crate) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let mut findings: Vec<(&Placeable, &Placeable)> = Vec::new();
    for placeable in source.values() {
        let wrong = sums(&placeable.value).find_map(|sum| in_another_currency(sum, target));
        // A range may be two sums in the other language, and is found once.
        let is_found = |wrong: &&Placeable| findings.iter().any(|(_, other)| other == wrong);
        if let Some(wrong) = wrong.filter(|wrong| !is_found(wrong)) {
            findings.push((placeable, wrong));
        }
    }
    let findings = findings.into_iter();
    findings.map(|(placeable, wrong)| in_currency(source, placeable, target, wrong)).collect()
}

/// That a sum of the target is to be in the currency of the source.
fn in_currency(
    source: &Side<'_>,
    placeable: &Placeable,
    target: &Side<'_>,
    wrong: &Placeable,
) -> Finding {
    let right = target.write(&placeable.value);
    if placeable.value.kind() == wrong.value.kind() {
        return target.instead(Rule::NumberMismatch, wrong.span, Fix::suggested(right));
    }
    let (right, wrong_there) = (source.quote(placeable.span), target.quote(wrong.span));
    let message = format!("{right} is in another currency than {wrong_there}");
    target.finding(Rule::NumberMismatch, wrong.span, message)
}

/// Where the sum is in `side`, if it is there in another currency only.
fn in_another_currency<'a>(sum: (&Number, Currency), side: &'a Side<'_>) -> Option<&'a Placeable> {
    let (number, currency) = sum;
    let mut first = None;
    for there in side.values() {
        for (_, other) in sums(&there.value).filter(|(its, _)| *its == number) {
            if may_be(currency, other) {
                return None;
            }
            first = first.or(Some(there));
        }
    }
    let is_exchanged = || {
        let sum = tomans::exchanged(number, currency);
        sum.is_some_and(|(sum, _)| {
            let mut there = side.values().iter().flat_map(|there| quantities(&there.value));
            there.any(|there| there.number == sum)
        })
    };
    first.filter(|_| !is_exchanged())
}

/// The sums of money in a value: one, or the two ends of a range.
pub(crate) fn sums(value: &Value) -> impl Iterator<Item = (&Number, Currency)> {
    let currency = match value {
        Value::Amount(_, currency) => Some(*currency),
        Value::Range(range) => match range.unit {
            Unit::Money(currency) => Some(currency),
            Unit::None | Unit::Percent => None,
        },
        _ => None,
    };
    let numbers = currency.is_some().then(|| quantities(value));
    let numbers = numbers.into_iter().flatten();
    numbers.filter_map(move |quantity| Some((&quantity.number, currency?)))
}

/// Whether both can be the same: "dollar" alone may be that of another country.
fn may_be(a: Currency, b: Currency) -> bool {
    const DOLLARS: [&str; 4] = ["USD", "CAD", "AUD", "HKD"];
    a == b || [a, b].iter().all(|currency| DOLLARS.contains(&currency.code()))
}
