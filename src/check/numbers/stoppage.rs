//! Minutes that are played after the time is over: «دقیقه ۳+۹۰», which is the 93rd.

use crate::check::pair::Part;
use crate::text::number::{Number, Quantity};
use crate::text::{Placeable, Span, Value};

/// When a half ends, and each of extra time.
const ENDS: [u64; 4] = [45, 90, 105, 120];

/// Which minutes of the whole match such sums are, with the two numbers.
pub(crate) fn sums<'a>(part: &'a Part<'_>) -> impl Iterator<Item = ([Span; 2], Quantity)> + 'a {
    let both = part.values().windows(2);
    both.filter_map(|both| {
        let [one, other] = both else {
            return None;
        };
        let between = &part.text[one.span.end..other.span.start];
        let (first, second) = (number(one)?, number(other)?);
        let is_sum = between.trim() == "+" && [first, second].iter().any(|it| ENDS.contains(it));
        let sum = Quantity::figures(Number::of(first.saturating_add(second)));
        is_sum.then_some(([one.span, other.span], sum))
    })
}

/// The sum that a value is part of.
pub(crate) fn sum_with(part: &Part<'_>, placeable: &Placeable) -> Option<Quantity> {
    let mut sums = sums(part);
    let (_, sum) = sums.find(|(spans, _)| spans.contains(&placeable.span))?;
    Some(sum)
}

fn number(placeable: &Placeable) -> Option<u64> {
    match &placeable.value {
        Value::Number(quantity) => quantity.number.to_u64(),
        _ => None,
    }
}
