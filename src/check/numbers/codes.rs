//! Codes whose figures a translation has otherwise: «اف-۱۶» as "F-15".

use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::pair::{Pair, Part};
use crate::check::rule::Rule;
use crate::text::{Placeable, Value, WritingOptions};

/// The fewest figures by which two codes are held against each other.
const FEWEST: usize = 2;

/// The only code of the target, where that of the source has the same letters before other figures, which stand nowhere else.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let (right, said) = the_only(source)?;
    let (wrong, written) = the_only(target)?;
    let [theirs, ours] = [said, written].map(figures);
    let are_other = theirs != ours && theirs.len() >= FEWEST && ours.len() >= FEWEST;
    let is_same_kind = letters(said).eq_ignore_ascii_case(letters(written));
    let is_there = |part: &Part<'_>, code: &str| {
        let mut figures = code.split(|c: char| !c.is_ascii_digit());
        figures.all(|figures| part.words().folded().contains(figures))
    };
    let are_apart = || !is_there(target, said) && !is_there(source, written);
    (are_other && is_same_kind && are_apart()).then(|| {
        let right = right.value.write(target.lang, &WritingOptions::default());
        target.instead(Rule::NumberMismatch, wrong.span, Fix::suggested(right))
    })
}

/// The only code of a text.
fn the_only<'a>(part: &'a Part<'_>) -> Option<(&'a Placeable, &'a str)> {
    let mut codes = part
        .values()
        .iter()
        .filter_map(|placeable| match &placeable.value {
            Value::Code(code) => Some((placeable, code.as_str())),
            _ => None,
        });
    codes.next().filter(|_| codes.next().is_none())
}

/// The letters with which a code begins.
fn letters(code: &str) -> &str {
    let end = code.find(|c: char| !c.is_alphabetic());
    &code[..end.unwrap_or(code.len())]
}

fn figures(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).collect()
}
