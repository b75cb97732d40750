//! Which number of a translation stands for one that it lacks, and what is to be written for it.

use crate::check::dates::years;
use crate::check::numbers::said::{Said, quantities};
use crate::check::numbers::{decimals, tomans};
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::text::number::{Number, Quantity};
use crate::text::placeable::{Range, Unit};
use crate::text::sounds::{Key, sounds_of};
use crate::text::{Placeable, Value};

/// What is to stand in the place of a number.
pub(crate) enum Instead {
    /// Another one.
    Value(Value),
    /// One of two years of its calendar.
    Years([u64; 2]),
    /// Another one for the end of the range that is wrong.
    End(Value),
}

/// What a number counts, as far as that is part of it; any two currencies are one kind.
#[derive(PartialEq, Eq)]
enum Kind {
    Things,
    Percent,
    Money,
}

/// Drops the numbers of a headline whose kind its translation has none of: it is reworded.
pub(crate) fn pass_reworded(lost: &mut Vec<&Placeable>, target: &Side<'_>) {
    lost.retain(|lost| {
        let mut there = target.values().iter();
        there.any(|there| kind(&there.value) == kind(&lost.value))
    });
}

/// Drops the numbers of a headline that the translation of the lead says, where each number that the other headline has
/// instead is one of the article.
pub(crate) fn pass_to_lead(pair: &Pair<'_>, lost: &mut Vec<&Placeable>, added: &[&Placeable]) {
    let article = pair.source.article;
    let source = &pair.source;
    let own: Vec<&str> = lost.iter().map(|lost| lost.span.of(source.text)).collect();
    let is_of_article = |quantity: &Quantity| {
        let number = source.lang.digits(&quantity.number.to_string());
        let mut places = article.match_indices(number.as_str());
        // 20 is no other number than the 20 million that are lost.
        !own.iter().any(|own| own.contains(&number))
            && places.any(|(at, _)| {
                let after = &article[at + number.len()..];
                !article[..at].ends_with(char::is_numeric) && !after.starts_with(char::is_numeric)
            })
    };
    let mut added = added.iter().flat_map(|added| quantities(&added.value));
    let Some(lead) = pair.lead.filter(|_| !lost.is_empty()) else {
        return;
    };
    if !added.all(is_of_article) {
        return;
    }
    let lead: Vec<Side<'_>> = lead.translation().collect();
    let said: Vec<Said> = lead.iter().map(Said::of).collect();
    lost.retain(|lost| {
        let mut numbers = quantities(&lost.value);
        !numbers.all(|number| said.iter().any(|said| said.has(number)))
    });
}

/// Drops the figures of things that have another name in each language: Geran-2 is the Shahed-136.
pub(crate) fn pass_renamed(
    [source, target]: [&Side<'_>; 2],
    lost: &mut Vec<&Placeable>,
    added: &mut Vec<&Placeable>,
) {
    lost.retain(|lost| {
        let Some(name) = name_of(source, lost) else {
            return true;
        };
        let names = added.iter().map(|added| name_of(target, added));
        let is_other = |other: Option<Key>| other.is_some_and(|other| !name.is_near(other));
        let at = names.clone().position(is_other);
        let is_alike = names.flatten().any(|other| name.is_near(other));
        match at.filter(|_| !is_alike) {
            Some(at) => {
                added.remove(at);
                false
            }
            None => true,
        }
    });
}

/// How the name sounds to which a figure is joined by a hyphen.
fn name_of(side: &Side<'_>, placeable: &Placeable) -> Option<Key> {
    let name = side.text[..placeable.span.start].strip_suffix(['-', '\u{2011}'])?;
    let word = side.words_before(placeable.span).last()?;
    let is_name = word.span.end == name.len() && name.ends_with(char::is_alphabetic);
    is_name.then(|| Key::of(&sounds_of(side.letters(word))))
}

/// For each of the numbers that are lost the added one that stands for it: the one in its place where there are as
/// many, or else one with two of its digits exchanged, or one of them another.
pub(crate) fn counterparts<'a>(
    lost: &[&Placeable],
    added: &[&'a Placeable],
) -> Vec<Option<&'a Placeable>> {
    let mut both = lost.iter().zip(added);
    if lost.len() == added.len() && both.all(|(lost, added)| may_stand(&added.value, &lost.value)) {
        return added.iter().map(|added| Some(*added)).collect();
    }
    let mut open = added.to_vec();
    let slips = lost.iter().map(|lost| {
        let at = open.iter().position(|added| is_slip(&added.value, &lost.value))?;
        Some(open.remove(at))
    });
    slips.collect()
}

/// Whether a number can stand for another: never money for a percentage.
fn may_stand(one: &Value, other: &Value) -> bool {
    let kinds = [one, other].map(kind);
    let has = |kind| kinds.contains(&Some(kind));
    !(has(Kind::Percent) && has(Kind::Money))
}

/// Whether a number of the same kind differs from another as by a slip of the finger.
fn is_slip(one: &Value, other: &Value) -> bool {
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
    kind(one) == kind(other) && first.len() == second.len() && are_near
}

/// What is to be written for `wrong`, which stands for `right`; `None` where that cannot be told.
pub(crate) fn instead(pair: &Pair<'_>, right: &Placeable, wrong: &Placeable) -> Option<Instead> {
    let (source, target) = (&pair.source, &pair.target);
    if decimals::whole(target, wrong).is_some() {
        return None;
    }
    if let Some((_, whole)) = decimals::whole(source, right) {
        return Some(Instead::Value(whole));
    }
    let ends = [unsaid_end(right, target), unsaid_end(wrong, source)];
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
fn unsaid_end<'a>(placeable: &'a Placeable, other: &Side<'_>) -> Option<&'a Quantity> {
    let mut said = Said::of(other);
    said.add_words(other);
    let unsaid = quantities(&placeable.value).filter(|quantity| !said.has(quantity));
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

fn kind(value: &Value) -> Option<Kind> {
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

#[cfg(test)]
mod tests {
    use super::*;

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
