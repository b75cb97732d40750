//! Measures that a translation has in another unit: «۱۵۰ دقیقه» as "150 hours", 12 cents as «۱۲ دلار».

use crate::check::finding::Finding;
use crate::check::measures::{CENTS, Kind, Unit, unit_behind, unit_named};
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::number::Number;
use crate::text::{Placeable, Span, Value};

/// A number with the unit that stands directly behind it.
struct Measure<'a> {
    number: &'a Number,
    unit: &'static Unit,
    span: Span,
}

/// The numbers that stand once on each side, before one unit here and another there, where neither side has the
/// other's.
pub(crate) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let mut findings: Vec<Finding> = cents(pair).into_iter().collect();
    let ours = measures(target);
    if ours.is_empty() {
        return findings;
    }
    let theirs = measures(source);
    let has = |measures: &[Measure<'_>], unit| measures.iter().any(|it| it.unit == unit);
    let exchanged = theirs.iter().filter_map(|right| {
        let wrong = ours.iter().find(|wrong| wrong.number == right.number)?;
        let is_other = wrong.unit != right.unit && wrong.unit.kind == right.unit.kind;
        let are_apart = !has(&theirs, wrong.unit) && !has(&ours, right.unit);
        let is_exchanged = is_other && are_apart && is_single(pair, right.number);
        is_exchanged.then(|| finding(source, right.span, target, wrong.span))
    });
    findings.extend(exchanged);
    findings
}

/// A sum of one side that is as many cents on the other.
fn cents(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let [theirs, ours] = [source, target].map(hundredths);
    let (side, cents, other) = match (theirs.as_slice(), ours.as_slice()) {
        ([cents], []) => (source, cents, target),
        ([], [cents]) => (target, cents, source),
        _ => return None,
    };
    let number = number(cents).filter(|number| number.to_u64() != Some(1))?;
    let mut sums = other.values().iter();
    let sum = sums.find(|sum| matches!(&sum.value, Value::Amount(its, _) if its.number == *number));
    let sum = sum.filter(|_| is_single(pair, number))?.span;
    let cents = Span::new(cents.span.start, side.words_after(cents.span).first()?.span.end);
    let [right, wrong] = if std::ptr::eq(side, source) { [cents, sum] } else { [sum, cents] };
    Some(finding(source, right, target, wrong))
}

/// The numbers of a text that count cents.
fn hundredths<'a>(side: &'a Side<'_>) -> Vec<&'a Placeable> {
    let is_cents = |placeable: &&Placeable| {
        number(placeable).is_some()
            && unit_behind(side, placeable).is_some_and(|it| CENTS.contains(&it))
    };
    side.values().iter().filter(is_cents).collect()
}

/// That a measure of the target is to be another.
fn finding(source: &Side<'_>, right: Span, target: &Side<'_>, wrong: Span) -> Finding {
    let (right, quoted) = (source.quote(right), target.quote(wrong));
    let message = format!("{right} is not {quoted}");
    target.finding(Rule::NumberMismatch, wrong, message)
}

/// The numbers of a text that a unit follows; one of anything says little.
fn measures<'a>(side: &'a Side<'_>) -> Vec<Measure<'a>> {
    let values = side.values().iter().filter_map(|placeable| {
        let number = number(placeable).filter(|number| number.to_u64() != Some(1))?;
        let unit = unit_named(unit_behind(side, placeable)?);
        let unit = unit.filter(|unit| unit.kind != Kind::Other)?;
        let word = side.words_after(placeable.span).first()?;
        let span = Span::new(placeable.span.start, word.span.end);
        let is_direct = side.text[placeable.span.end..word.span.start]
            .chars()
            .all(|c| matches!(c, ' ' | '-' | '\u{a0}' | '\u{200c}'));
        is_direct.then_some(Measure { number, unit, span })
    });
    values.collect()
}

fn number(placeable: &Placeable) -> Option<&Number> {
    match &placeable.value {
        Value::Number(quantity) => Some(&quantity.number),
        _ => None,
    }
}

/// Whether a number stands once in each of the two texts.
pub(crate) fn is_single(pair: &Pair<'_>, wanted: &Number) -> bool {
    [&pair.source, &pair.target].iter().all(|side| {
        let numbers = side.values().iter().flat_map(|it| it.value.quantities());
        numbers.filter(|quantity| quantity.number == *wanted).count() == 1
    })
}
