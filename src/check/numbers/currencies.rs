//! Sums that a translation has in another currency: $20 million as «۲۰ میلیون یورو».

use crate::check::finding::Finding;
use crate::check::fix::Fix;
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
        let text = placeable.span.of(source.text);
        let mut own = sums(&placeable.value);
        let wrong = own.find_map(|(number, currency)| {
            in_another_currency(Sum { number, currency, text }, target)
        });
        // A range may be two sums in the other language, and is found once.
        let is_found = |wrong: &&Placeable| findings.iter().any(|(_, other)| other == wrong);
        if let Some(wrong) = wrong.filter(|wrong| !is_found(wrong)) {
            findings.push((placeable, wrong));
        }
    }
    findings.extend(ten_times(pair));
    let findings = findings.into_iter();
    findings.map(|(placeable, wrong)| in_currency(source, placeable, target, wrong)).collect()
}

/// The sum in tomans of the target that is as many as the rials of the source, where that names the rial only, and has
/// no sum: "The rial fell to 1,123,000 per dollar."
fn ten_times<'a>(pair: &'a Pair<'_>) -> Option<(&'a Placeable, &'a Placeable)> {
    /// Smaller numbers may count anything.
    const LEAST: u64 = 100_000;
    let (source, target) = (&pair.source, &pair.target);
    let in_tomans =
        |it: &Placeable| sums(&it.value).any(|(_, currency)| tomans::is_toman(currency));
    if !target.values().iter().any(in_tomans) {
        return None;
    }
    let in_rials = tomans::bare(source)?;
    let mut values = source.values().iter();
    values.find_map(|value| {
        let Value::Number(quantity) = &value.value else {
            return None;
        };
        let number = &quantity.number;
        let (tenth, toman) = tomans::exchanged(number, in_rials)?;
        let mut there = target.values().iter();
        let wrong = there.find(|there| {
            matches!(&there.value, Value::Amount(it, its) if it.number == *number && *its == toman)
        });
        let mut numbers = target.values().iter().flat_map(|there| there.value.quantities());
        let is_large = number.to_u64().is_some_and(|number| number >= LEAST);
        let is_there = numbers.any(|there| there.number == tenth);
        wrong.filter(|_| is_large && !is_there).map(|wrong| (value, wrong))
    })
}

/// Reports that a sum of the target is to be in the currency of the source.
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

/// A sum of money, and where it stands.
#[derive(Clone, Copy)]
struct Sum<'a> {
    number: &'a Number,
    currency: Currency,
    text: &'a str,
}

/// Where the sum is in `side`, if it is there in another currency only.
fn in_another_currency<'a>(sum: Sum<'_>, side: &'a Side<'_>) -> Option<&'a Placeable> {
    let mut first = None;
    for there in side.values() {
        let text = there.span.of(side.text);
        for (number, currency) in sums(&there.value).filter(|(its, _)| *its == sum.number) {
            if sum.may_be(Sum { number, currency, text }) {
                return None;
            }
            first = first.or(Some(there));
        }
    }
    let is_exchanged = || {
        let sum = tomans::exchanged(sum.number, sum.currency);
        sum.is_some_and(|(sum, _)| {
            let mut there = side.values().iter().flat_map(|there| there.value.quantities());
            there.any(|there| there.number == sum)
        })
    };
    first.filter(|_| !is_exchanged())
}

impl Sum<'_> {
    /// Whether both can be the same: a dollar of which the text does not say whose it is may be that of any country.
    fn may_be(self, other: Self) -> bool {
        let are_dollars = [self, other].iter().all(|sum| DOLLARS.contains(&sum.currency.code()));
        let is_open = [self, other].iter().any(|sum| sum.is_nobodys());
        self.currency == other.currency || are_dollars && is_open
    }

    /// Whether it is in dollars that may be those of any country.
    fn is_nobodys(self) -> bool {
        self.currency.code() == DOLLARS[0] && !AMERICAN.iter().any(|it| self.text.contains(it))
    }
}

/// The dollars of several countries: those of the United States first.
const DOLLARS: [&str; 4] = ["USD", "CAD", "AUD", "HKD"];

/// What says that dollars are those of the United States.
const AMERICAN: [&str; 4] = ["US", "U.S.", "American", "آمریکا"];

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
    let numbers = currency.is_some().then(|| value.quantities());
    let numbers = numbers.into_iter().flatten();
    numbers.filter_map(move |quantity| Some((&quantity.number, currency?)))
}
