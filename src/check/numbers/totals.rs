//! Measures of the metric system in units of another size: «یک تن و ۲۰۰ کیلوگرم» for 1.2 tonnes, 2,500 metres for 2.5
//! km.

use crate::check::numbers::units::{
    CENTIMETRES, GRAMS, KILOGRAMS, KILOMETRES, Kind, METRE, METRES, MILLIMETRES, TONNES, name,
};
use crate::check::pair::Part;
use crate::text::number::{Number, word_value};
use crate::text::{Placeable, Span, Value, Word};

/// What units measure, those of one size, and which power of ten of the smallest they are.
const SIZES: [(Kind, &[&str], usize); 7] = [
    (Kind::Length, MILLIMETRES, 0),
    (Kind::Length, CENTIMETRES, 1),
    (Kind::Length, METRES, 3),
    (Kind::Length, KILOMETRES, 6),
    (Kind::Bulk, GRAMS, 0),
    (Kind::Bulk, KILOGRAMS, 3),
    (Kind::Bulk, TONNES, 6),
];

/// A measure in its smallest unit.
struct Total {
    kind: Kind,
    power: usize,
    number: Number,
    /// That of the number, and the end of its unit.
    span: Span,
    end: usize,
}

/// Whether `other` has the measure that a value of `part` is, or belongs to, in units of another size.
pub(crate) fn is_said(part: &Part<'_>, placeable: &Placeable, other: &Part<'_>) -> bool {
    let own = totals(part);
    let mut own = own.iter().filter(|it| it.span.covers(placeable.span));
    let Some(first) = own.next() else {
        return false;
    };
    let there = totals(other);
    let is_there = |total: &Total| {
        let mut there = there.iter();
        there.any(|it| it.kind == total.kind && it.number == total.number)
    };
    is_there(first) || own.any(is_there)
}

/// The measures of a text, and the sums of two that "and" joins.
fn totals(part: &Part<'_>) -> Vec<Total> {
    let words = part.words().words().iter().enumerate();
    let mut totals: Vec<Total> = words
        .filter_map(|(at, word)| total(part, at, word))
        .collect();
    let sums: Vec<Total> = totals
        .windows(2)
        .filter_map(|both| sum(part, both))
        .collect();
    totals.extend(sums);
    totals
}

/// The measure whose unit a word is, with the figures on to which it may be written or the number before it.
fn total(part: &Part<'_>, at: usize, word: &Word) -> Option<Total> {
    let (name, is_on_figures) = name(part, word);
    let mut sizes = SIZES.iter();
    let (kind, _, power) = sizes.find(|(_, names, _)| names.contains(&name) && name != METRE)?;
    let (number, span) = match is_on_figures {
        true => value(part, |span| span.start == word.span.start)?,
        false => {
            let before = part.words().words().get(at.checked_sub(1)?)?;
            let in_word = || {
                let number = word_value(part.letters(before), part.lang)?;
                Some((number, before.span))
            };
            value(part, |span| span.end == before.span.end).or_else(in_word)?
        }
    };
    Some(Total {
        kind: *kind,
        power: *power,
        number: number.times_ten_to(*power),
        span,
        end: word.span.end,
    })
}

/// The number of a text whose place is the one that is looked for.
fn value(part: &Part<'_>, is_its: impl Fn(Span) -> bool) -> Option<(Number, Span)> {
    let mut values = part.values().iter();
    values.find_map(|value| match &value.value {
        Value::Number(quantity) if is_its(value.span) => {
            Some((quantity.number.clone(), value.span))
        }
        _ => None,
    })
}

/// Two measures as one, where the second one counts the rest in a smaller unit.
fn sum(part: &Part<'_>, both: &[Total]) -> Option<Total> {
    let [one, rest] = both else {
        return None;
    };
    let between = part.text.get(one.end..rest.span.start)?.trim();
    let is_rest = one.kind == rest.kind && one.power > rest.power;
    let is_joined = matches!(between, "" | "and" | "و");
    let sum = one.number.to_u64()?.checked_add(rest.number.to_u64()?)?;
    (is_rest && is_joined).then(|| Total {
        kind: one.kind,
        power: rest.power,
        number: Number::of(sum),
        span: Span::new(one.span.start, rest.span.end),
        end: rest.end,
    })
}
