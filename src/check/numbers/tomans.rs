//! Tomans that a translation gives in rials, as agencies do that write English: ten rials are a toman.

use crate::check::numbers::asked::Asked;
use crate::check::pair::Side;
use crate::text::number::{Currency, Number, Quantity};
use crate::text::placeable::Unit;
use crate::text::{Placeable, Value};

/// The currencies of Iran, the one in which people count and the one that is on the notes.
const BOTH: [&str; 2] = ["IRT", "IRR"];

/// The number that a sum in one of the two is in the other, with that; `None` where it is in neither.
pub(crate) fn exchanged(number: &Number, currency: Currency) -> Option<(Number, Currency)> {
    let [toman, rial] = BOTH;
    let (number, code) = match currency.code() {
        code if code == toman => (number.times_ten_to(1), rial),
        code if code == rial => (number.over_ten_to(1), toman),
        _ => return None,
    };
    Some((number, Currency::of_code(code)?))
}

pub(crate) fn is_toman(currency: Currency) -> bool {
    currency.code() == BOTH[0]
}

/// Whether the text has a sum in the other one of the two currencies.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let sums = elsewhere(asked.own, &asked.value.value, asked.other);
    !sums.is_empty() && sums.iter().all(|sum| asked.said.has(sum))
}

/// The numbers of a value of `side` as `other` has them, where it counts in the other one of the two currencies.
///
/// A number without a currency, as the first one of "40,000 to 50,000 rials", is in that of the sums beside it; or in
/// the one that the text names ("the rial fell to 920,000").
pub(crate) fn elsewhere(side: &Side<'_>, value: &Value, other: &Side<'_>) -> Vec<Quantity> {
    let own = match value {
        Value::Number(_) => {
            let sum = |side: &Side<'_>| side.values().iter().find_map(of_iran);
            sum(side).or_else(|| sum(other).and_then(|_| named(side)))
        }
        value => currency(value),
    };
    let Some((own, its)) = own.and_then(|own| Some((own, exchanged(&Number::of(1), own)?.1)))
    else {
        return Vec::new();
    };
    let is_there = |there: &Placeable| currency(&there.value) == Some(its);
    // "The rial traded at 1,174,000 to the dollar" has no sum in it.
    let is_named = || named(other).is_some_and(|named| named == its);
    if !other.values().iter().any(is_there) && !is_named() {
        return Vec::new();
    }
    let exchanged = value.quantities().filter_map(|quantity| {
        let (number, _) = exchanged(&quantity.number, own)?;
        let form = quantity.form;
        Some(Quantity { number, form })
    });
    exchanged.collect()
}

/// The sum that is to stand for `wrong`: in the currency of that, where it is the other one of the two.
pub(crate) fn in_place_of(wrong: &Value, right: &Value) -> Value {
    if let Value::Amount(quantity, own) = right {
        let sum = exchanged(&quantity.number, *own);
        if let Some((number, its)) = sum.filter(|(_, its)| currency(wrong) == Some(*its)) {
            let form = quantity.form;
            return Value::Amount(Quantity { number, form }, its);
        }
    }
    right.clone()
}

/// The rial, where a text names it without having a sum in one of the two.
pub(crate) fn bare(side: &Side<'_>) -> Option<Currency> {
    let rial = named(side).filter(|currency| currency.code() == BOTH[1]);
    rial.filter(|_| side.values().iter().all(|value| of_iran(value).is_none()))
}

/// The one of the two currencies that a text names.
fn named(side: &Side<'_>) -> Option<Currency> {
    let mut both = BOTH.into_iter().filter_map(Currency::of_code);
    both.find(|currency| {
        let names = [false, true].map(|plural| currency.name(side.lang, plural));
        let mut words = side.words().words().iter();
        words.any(|word| names.contains(&side.letters(word)))
    })
}

fn of_iran(placeable: &Placeable) -> Option<Currency> {
    currency(&placeable.value).filter(|currency| BOTH.contains(&currency.code()))
}

fn currency(value: &Value) -> Option<Currency> {
    match value {
        Value::Amount(_, currency) => Some(*currency),
        Value::Range(range) => match range.unit {
            Unit::Money(currency) => Some(currency),
            _ => None,
        },
        _ => None,
    }
}
