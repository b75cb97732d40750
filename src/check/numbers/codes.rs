//! Codes whose figures a translation has otherwise: «اف-۱۶» as "F-15".

use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::{Placeable, Value};

/// The fewest figures by which two codes are held against each other.
const FEWEST: usize = 2;

/// The only code of the target whose figures stand nowhere in the source, where the only such one of that begins with
/// the same letters.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let (right, said) = the_only_without_counterpart(source, target)?;
    let (wrong, written) = the_only_without_counterpart(target, source)?;
    let is_same_kind = letters(said).eq_ignore_ascii_case(letters(written));
    is_same_kind.then(|| {
        let right = target.write(&right.value);
        target.instead(Rule::NumberMismatch, wrong.span, Fix::suggested(right))
    })
}

/// The only code of a text that has figures which `other` lacks.
fn the_only_without_counterpart<'a>(
    side: &'a Side<'_>,
    other: &Side<'_>,
) -> Option<(&'a Placeable, &'a str)> {
    let codes = side.values().iter().filter_map(|placeable| {
        let Value::Code(code) = &placeable.value else {
            return None;
        };
        let mut figures = code.split(|c: char| !c.is_ascii_digit());
        let is_there = figures.all(|figures| other.words().folded().contains(figures));
        let is_long = code.bytes().filter(u8::is_ascii_digit).count() >= FEWEST;
        (is_long && !is_there).then_some((placeable, code.as_str()))
    });
    only(codes)
}

/// The letters with which a code begins.
fn letters(code: &str) -> &str {
    let end = code.find(|c: char| !c.is_alphabetic());
    &code[..end.unwrap_or(code.len())]
}
