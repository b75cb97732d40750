//! What kind of number a number is, and how far two are apart.

use crate::text::Value;
use crate::text::number::Number;
use crate::text::placeable::Unit;

/// What a number counts, as far as that is part of it; any two currencies are one kind.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Things,
    Percent,
    Money,
}

/// The kind of a value; `None` if it is no number.
pub(crate) fn kind(value: &Value) -> Option<Kind> {
    match value {
        Value::Number(_) | Value::Ordinal(_) => Some(Kind::Things),
        Value::Percent(_) => Some(Kind::Percent),
        Value::Amount(..) => Some(Kind::Money),
        Value::Range(range) => Some(match range.unit {
            Unit::None => Kind::Things,
            Unit::Percent => Kind::Percent,
            Unit::Money(_) => Kind::Money,
        }),
        _ => None,
    }
}

/// By how many digits a number may be longer than one that it stands for: a thousand may stand apart.
const MOST_APART: usize = 3;

/// Whether two numbers have about as many digits, or the same ones before their zeros.
pub(super) fn have_one_size(one: &Value, other: &Value, exactly: bool) -> bool {
    let both = [one, other].map(|value| value.quantities().next().map(|it| it.number.unsigned()));
    let [Some(one), Some(other)] = both else {
        return true;
    };
    let whole = |number: &str| number.split('.').next().map_or(0, str::len);
    let digits = |number: &str| number.replace('.', "").trim_matches('0').to_owned();
    let most = if exactly { 0 } else { MOST_APART };
    whole(one).abs_diff(whole(other)) <= most || digits(one) == digits(other)
}

/// Whether a number of the same kind differs from another as by a slip of the finger.
pub(crate) fn is_slip(one: &Value, other: &Value) -> bool {
    let (Some(first), Some(second)) = (one.number(), other.number()) else {
        return false;
    };
    let [first, second] = [first, second].map(Number::to_string);
    let places = first.bytes().zip(second.bytes());
    let others = places.filter(|(one, other)| one != other).count();
    let sorted = |number: &str| {
        let mut digits: Vec<u8> = number.bytes().collect();
        digits.sort_unstable();
        digits
    };
    let are_near = others == 1 && first.len() > 1 || sorted(&first) == sorted(&second);
    let are_alike = kind(one) == kind(other) && is_ordinal(one) == is_ordinal(other);
    are_alike && first.len() == second.len() && are_near
}

/// Whether a number gives a place in an order.
pub(super) fn is_ordinal(value: &Value) -> bool {
    matches!(value, Value::Ordinal(_))
}
