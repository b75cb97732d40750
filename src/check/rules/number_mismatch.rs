//! `number-mismatch`: numbers of the article that its translation lacks.
//!
//! A number may be written in figures or in words, with a magnitude or without, rounded from 100,000 up, to fewer
//! decimals or behind a hedge, and inside a date, a time or a code. Small numbers in words are not asked for, since "a
//! couple" and "both" are right translations of two, nor are measures where miles become kilometres.

use crate::check::dates::{times, years};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::Fix;
use crate::check::moved::Moved;
use crate::check::numbers::exchanged::{
    Instead, counterparts, instead, pass_renamed, pass_reworded, pass_to_lead,
};
use crate::check::numbers::measure::pass_converted;
use crate::check::numbers::rounded::{is_rounded_in, rounds};
use crate::check::numbers::said::{Said, quantities};
use crate::check::numbers::shared_magnitude::with_magnitudes;
use crate::check::numbers::units::{Kind, UNITS, unit_behind};
use crate::check::numbers::{
    codes, decimals, derived, hours, other_unit, percents, points, scores, stoppage, temperatures,
    tomans, vague, worded,
};
use crate::check::pair::{Pair, Side};
use crate::check::rule::{About, Rule};
use crate::text::number::{Currency, Form, Number, Quantity};
use crate::text::placeable::Unit;
use crate::text::{Placeable, Span, Value, fold};

pub(crate) const ABOUT: About = About {
    name: "number-mismatch",
    severity: Severity::Error,
    says: "a number of the article is not in the translation of its segment, or is of another currency or unit there",
    why: "A reader takes figures on trust. Figures and words are the same, and so is a number that is rounded: from 100,000 up to \
          fewer digits, a smaller one to fewer decimals, or to fewer digits behind \"nearly\", \"more than\" or \"about\". Scores \
          and codes are compared as a whole. One, and numbers up to ten in words, are not asked for, nor are measures that are \
          converted, nor a number of a headline where the other headline has none of its kind, or the lead says it; numbers \
          inside dates are date-mismatch's.",
    fix: "Suggested where one number stands for another: the words around it may say it too.",
    example: [
        "در این انفجار ۳۲۰ نفر زخمی شدند.",
        "The explosion injured 230 people.",
        "The explosion injured 320 people.",
    ],
};

/// The largest number that is not asked for where it stands in words.
const SMALL: u64 = 10;

/// The numbers of the source that the target does not say.
pub(crate) fn check(pair: &Pair<'_>, moved: Option<&Moved<'_>>) -> Vec<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    if source.values().is_empty() || pair.is_table() {
        return Vec::new();
    }
    let mut lost = unsaid(source, target);
    lost.retain(|lost| !is_rounded_in(target, lost));
    // That an hour is another one is date-mismatch's.
    if !lost.is_empty() && times::check(pair).is_some() {
        let hours = hours::told(source, false);
        lost.retain(|lost| !hours.iter().any(|(hour, _)| hour == lost));
    }
    if pair.is_headline {
        pass_reworded(&mut lost, target);
        lost.retain(|lost| !vague::is_in_headline(target, lost));
        if derived::has_sum(target, &lost) {
            lost.clear();
        }
    }
    if let Some(moved) = moved {
        lost.retain(|lost| !moved.has_number(source, target.span, lost));
    }
    if lost.is_empty() {
        return units(pair).into_iter().chain(scores::check(pair)).collect();
    }
    let mut added = unsaid(target, source);
    added.retain(|added| !rounds([source, target], added));
    added.retain(|value| stoppage::sum_with(target, value).is_none());
    pass_converted([source, target], &mut lost, &mut added);
    pass_renamed([source, target], &mut lost, &mut added);
    if pair.is_headline {
        pass_to_lead(pair, &mut lost, &added);
    }
    let wrong = counterparts(&lost, &added).into_iter();
    let missing = lost.iter().zip(wrong).map(|(lost, wrong)| {
        let instead = wrong.and_then(|wrong| Some((wrong, instead(pair, lost, wrong)?)));
        match instead {
            Some((wrong, right)) => exchanged(target, wrong, &right),
            None => missing(pair, lost),
        }
    });
    missing.chain(units(pair)).collect()
}

/// That a number of the target is to be another one.
fn exchanged(target: &Side<'_>, wrong: &Placeable, right: &Instead) -> Finding {
    let quoted = target.quote(wrong.span);
    let message = match right {
        Instead::Value(value) => {
            let fix = Fix::suggested(target.write(value));
            return target.instead(Rule::NumberMismatch, wrong.span, fix);
        }
        Instead::Years(years) => {
            let [first, last] = years.map(|year| {
                let year = Value::Number(Quantity::figures(Number::of(year)));
                target.lang.quote(&target.write(&year))
            });
            format!("write {first} or {last}, not {quoted}")
        }
        Instead::End(value) => {
            format!("write {} in {quoted}", target.lang.quote(&target.write(value)))
        }
    };
    target.finding(Rule::NumberMismatch, wrong.span, message)
}

/// That a number of the source is nowhere in the target.
fn missing(pair: &Pair<'_>, lost: &Placeable) -> Finding {
    let (source, target) = (&pair.source, &pair.target);
    let whole = decimals::whole(source, lost);
    let (span, value) = whole.unwrap_or_else(|| (lost.span, lost.value.clone()));
    let right = if is_figures(source, lost) {
        target.lang.digits(fold(span.of(source.text)).text())
    } else {
        target.write(&value)
    };
    let (quoted, right) = (source.quote(span), target.lang.quote(&right));
    let whole = Span::new(0, target.text.len());
    let message = format!("{quoted} is not here; write {right}");
    target.finding(Rule::NumberMismatch, whole, message)
}

/// Whether what looks like a range is a score or a type, whose figures stay as they are: "(5-7)", "Boeing 737-800".
fn is_figures(side: &Side<'_>, placeable: &Placeable) -> bool {
    let name = side.words_before(placeable.span).last();
    let name = name.filter(|word| side.text[word.span.end..placeable.span.start] == *" ");
    let is_named = name.is_some_and(|word| word.span.of(side.text).starts_with(char::is_uppercase));
    let is_in_brackets = side.text[..placeable.span.start].ends_with('(')
        && side.text[placeable.span.end..].starts_with(')');
    let is_type = quantities(&placeable.value).all(|it| it.number.to_u64() >= Some(100));
    let is_bare = matches!(&placeable.value, Value::Range(range) if range.unit == Unit::None);
    is_bare
        && placeable.span.of(side.text).contains(['-', '–'])
        && (is_named && is_type || is_in_brackets)
}

/// The numbers of `side` that must be said in `other`, and are not.
///
/// "In the 80s" is not a number, nor is the figure behind letters in T-72B3.
fn unsaid<'a>(side: &'a Side<'_>, other: &Side<'_>) -> Vec<&'a Placeable> {
    let values = side.values().iter();
    let certain = values.filter(|value| {
        !side.text[value.span.end..].starts_with('s') && !ends_code(&side.text[..value.span.start])
    });
    let mut asked: Vec<&Placeable> =
        certain.filter(|value| quantities(&value.value).any(is_asked)).collect();
    if asked.is_empty() {
        return asked;
    }
    let is_unsaid = |value: &Placeable, said: &Said| {
        let mut lacking = quantities(&value.value).filter(|quantity| is_asked(quantity));
        let exchanged = || tomans::elsewhere(side, &value.value, other);
        let is_exchanged = |sums: &[Quantity]| !sums.is_empty() && sums.iter().all(|s| said.has(s));
        lacking.any(|quantity| !said.has(quantity))
            && !said.has_any(&years::shortened(side, value))
            && !is_exchanged(&exchanged())
            && !points::otherwise(side, value).iter().any(|q| said.has(q))
    };
    let mut said = Said::of(other);
    asked.retain(|value| is_unsaid(value, &said));
    // Most numbers are said as such, and no words are looked at.
    if !asked.is_empty() {
        said.add_words(other);
        let elsewhere = with_magnitudes(side);
        let is_said_so = |value: &Placeable| {
            let mut its = elsewhere.iter().filter(|(span, _)| *span == value.span);
            let is_exchanged = |quantity: &Quantity| {
                let number = Value::Number(quantity.clone());
                let sums = tomans::elsewhere(side, &number, other);
                sums.iter().any(|sum| said.has(sum))
            };
            its.any(|(_, quantity)| said.has(quantity) || is_exchanged(quantity))
                || worded::is_said(side, value, other)
                || temperatures::is_converted(side, value, other)
                || decimals::is_place(side, value)
                || decimals::whole(side, value)
                    .is_some_and(|(_, whole)| quantities(&whole).all(|quantity| said.has(quantity)))
                || hours::is_said(side, value, other)
                || vague::is_said(side, value, other)
                || stoppage::is_told(side, value, other)
                || scores::is_in_sets(side, value, other)
                || stoppage::sum_with(side, value).is_some_and(|sum| said.has(&sum))
        };
        asked.retain(|value| is_unsaid(value, &said) && !is_said_so(value));
        asked.retain(|value| {
            !is_conversion(side, value, other)
                && !is_restated(side, value)
                && !is_of_name(side, value, other)
        });
        // Whole and decimals, each counted for itself, are asked for once.
        asked.dedup_by(|value, before| {
            let whole = decimals::whole(side, value);
            whole.is_some_and(|(span, _)| span.covers(before.span))
        });
    }
    asked
}

/// Whether what is before a figure is a figure with letters written on to it.
fn ends_code(before: &str) -> bool {
    let figure = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    figure.len() < before.len() && figure.ends_with(|c: char| c.is_ascii_digit())
}

/// What opens a bracket behind a sum.
const OPENING: &str = " (";

/// What stands between the sums of one bracket.
const JOINTS: [&str; 8] = ["", ",", ";", "/", "or", "about", "،", "؛"];

/// Whether a sum is that before it in a currency which `other` does not have: either one in brackets of "$125bn (£95bn;
/// €110bn)".
fn is_conversion(side: &Side<'_>, placeable: &Placeable, other: &Side<'_>) -> bool {
    let Value::Amount(_, currency) = placeable.value else {
        return false;
    };
    let is_other = |value: &Value| matches!(value, Value::Amount(_, other) if *other != currency);
    let is_between_sums = |(open, close): (usize, usize)| {
        let first = open + OPENING.len();
        let mut at = first;
        let inside = side.values().iter();
        let mut inside = inside.filter(|value| (first..close).contains(&value.span.start));
        let are_sums = inside.all(|value| {
            let between = side.text.get(at..value.span.start);
            at = value.span.end;
            let is_joint = between.is_some_and(|between| JOINTS.contains(&between.trim()));
            is_joint && matches!(value.value, Value::Amount(..))
        });
        let mut before = side.values().iter();
        are_sums && at == close && before.any(|sum| sum.span.end == open && is_other(&sum.value))
    };
    let open = side.text[..placeable.span.start].rfind(OPENING);
    let rest = &side.text[placeable.span.end..];
    let close = rest.find(')').map(|close| placeable.span.end + close);
    let mut others = other.values().iter().flat_map(|value| sums(&value.value));
    open.zip(close).is_some_and(is_between_sums) && !others.any(|(_, other)| other == currency)
}

/// Whether a value says again what the one before it does, in another unit of time: «۴۸ ساعت، یعنی ۲ روز».
fn is_restated(side: &Side<'_>, placeable: &Placeable) -> bool {
    let before = side.words_before(placeable.span).last();
    let is_again = before.is_some_and(|word| side.letters(word) == "یعنی")
        || side.text[..placeable.span.start].ends_with('(');
    let is_time = |value: &&Placeable| {
        let unit = unit_behind(side, value);
        let mut units = UNITS.iter().filter(|unit| unit.kind == Kind::Time);
        unit.is_some_and(|unit| units.any(|its| its.names.contains(&unit)))
    };
    let last = || {
        let mut values = side.values().iter().rev();
        values.find(|value| value.span.end <= placeable.span.start)
    };
    is_again
        && is_time(&placeable)
        && last().filter(is_time).is_some_and(|last| {
            worded::is_said(side, placeable, side) || worded::is_said(side, last, side)
        })
}

/// Whether a value is in the name of something that `other` names too: 1953 in "the 1953 coup".
fn is_of_name(side: &Side<'_>, placeable: &Placeable, other: &Side<'_>) -> bool {
    let place = side.place(placeable.span);
    let mut its = side.names.iter().filter(|name| name.span.covers(place));
    let has_entry = |entry: usize| {
        let mut terms = other.names.iter().flat_map(|name| &name.terms);
        terms.any(|term| term.entry == entry)
    };
    its.any(|name| name.terms.iter().any(|term| has_entry(term.entry)))
}

fn is_asked(quantity: &Quantity) -> bool {
    let value = quantity.number.to_u64();
    let is_small = value.is_some_and(|value| value <= SMALL);
    !(value.is_some_and(|value| value <= 1) || is_small && quantity.form == Form::Words)
}

/// The numbers that are there, but of something else.
fn units(pair: &Pair<'_>) -> Vec<Finding> {
    let target = &pair.target;
    let mut findings = currencies(pair);
    findings.extend(percents::unsigned(pair).into_iter().map(|(right, wrong)| {
        let right = target.write(&right.value);
        target.instead(Rule::NumberMismatch, wrong.span, Fix::suggested(right))
    }));
    findings.extend(other_unit::check(pair));
    findings.extend(temperatures::check(pair));
    findings.extend(codes::check(pair));
    findings
}

/// The sums that are there in another currency only.
fn currencies(pair: &Pair<'_>) -> Vec<Finding> {
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
fn sums(value: &Value) -> impl Iterator<Item = (&Number, Currency)> {
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
