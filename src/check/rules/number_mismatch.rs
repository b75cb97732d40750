//! `number-mismatch`: numbers of the article that its translation lacks.
//!
//! A number may be written in figures or in words, with a magnitude or without, rounded from 100,000 up, to fewer
//! decimals or behind a hedge, and inside a date, a time or a code. Small numbers in words are not asked for, since "a
//! couple" and "both" are right translations of two. Where miles become kilometres, measures are compared by size.

use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::moved::Moved;
use crate::check::numbers::exchanged::{Instead, counterparts, instead};
use crate::check::numbers::not_asked::is_named_type;
use crate::check::numbers::unmatched::Unmatched;
use crate::check::numbers::{
    codes, conversions, currencies, decimals, fractions, limits, mixed_up, money_names, ones,
    other_unit, per, percents, regnal, scores, temperatures,
};
use crate::check::pair::{Pair, Side};
use crate::check::rule::{About, Rule, Severity};
use crate::text::number::{Number, Quantity};
use crate::text::placeable::Unit;
use crate::text::{Placeable, Span, Value, fold};

pub(crate) const ABOUT: About = About {
    name: "number-mismatch",
    severity: Severity::Error,
    says: "a number of the article is not in the translation of its segment, or is of another currency or unit there",
    why: "A reader takes figures on trust. Figures and words are the same, and so is a number that is rounded: from 100,000 up to \
          fewer digits, a smaller one to fewer decimals, or to fewer digits behind \"nearly\", \"more than\" or \"about\". Scores \
          and codes are compared as a whole, and measures that are converted by their size, roughly. One, and numbers up to ten \
          in words, are not asked for, nor one that a sentence near by has without its source, nor a number of a headline where \
          the other headline has none of its kind, or the lead says it; numbers inside dates are date-mismatch's. \
          What stands with a number must be right as well: its currency and unit, \"more than\" or \"fewer than\", per day or per \
          week; and the killed and the injured, medals, men and women keep their own numbers.",
    fix: "Suggested where one number stands for another: the words around it may say it too.",
    example: [
        "در این انفجار ۳۲۰ نفر زخمی شدند.",
        "The explosion injured 230 people.",
        "The explosion injured 320 people.",
    ],
};

/// The numbers of the source that the target does not say.
pub(crate) fn check(pair: &Pair<'_>, moved: &Moved<'_>) -> Vec<Finding> {
    if pair.is_table() {
        return Vec::new();
    }
    if pair.source.values().is_empty() {
        return regnal::check(pair).into_iter().chain(fractions::check(pair)).collect();
    }
    let mut numbers = Unmatched::lost(pair);
    numbers.drop_rounded();
    numbers.drop_hours();
    numbers.drop_reworded();
    if !numbers.lost.is_empty() {
        numbers.find_added();
        numbers.drop_moved(|lost| moved.has_number(&pair.source, pair.target.span, lost));
    }
    if numbers.lost.is_empty() {
        let findings = of_something_else(pair).into_iter().chain(scores::check(pair));
        return with_rare_ones(pair, findings.collect());
    }
    numbers.drop_converted();
    numbers.drop_renamed();
    numbers.drop_said_in_lead();
    with_rare_ones(pair, report(&numbers).chain(of_something_else(pair)).collect())
}

/// Adds what is wrong where nothing else was found: in measures, in ones, in numerals of names and in fractions.
fn with_rare_ones(pair: &Pair<'_>, mut findings: Vec<Finding>) -> Vec<Finding> {
    let others =
        [conversions::check(pair), ones::check(pair), regnal::check(pair), fractions::check(pair)];
    for other in others.into_iter().flatten() {
        if !findings.iter().any(|finding| finding.span.overlaps(other.span)) {
            findings.push(other);
        }
    }
    findings
}

/// Reports the numbers that are left, each with the one that stands in its place.
fn report(numbers: &Unmatched<'_>) -> impl Iterator<Item = Finding> {
    let pair = numbers.pair;
    let wrong = counterparts(numbers).into_iter();
    numbers.lost.iter().zip(wrong).map(|(lost, wrong)| {
        let instead = wrong.and_then(|wrong| Some((wrong, instead(pair, lost, wrong)?)));
        match instead {
            Some((wrong, right)) => exchanged(&pair.target, wrong, &right),
            None => missing(pair, lost),
        }
    })
}

/// Reports that a number of the target is to be another one.
fn exchanged(target: &Side<'_>, wrong: &Placeable, right: &Instead) -> Finding {
    let quoted = target.quote(wrong.span);
    let message = match right {
        Instead::Value(value) => {
            let fix = Fix::suggested(target.write(value));
            let mut finding = target.instead(Rule::NumberMismatch, wrong.span, fix);
            if conversions::is_converted_behind(target, wrong) {
                finding.fix = None;
            }
            return finding;
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

/// Reports that a number of the source is nowhere in the target.
fn missing(pair: &Pair<'_>, lost: &Placeable) -> Finding {
    let (source, target) = (&pair.source, &pair.target);
    let whole = decimals::whole(source, lost);
    let (span, value) = whole.unwrap_or_else(|| (lost.span, lost.value.clone()));
    let right = if is_figures(pair, lost) {
        target.lang.digits(fold(span.of(source.text)).text())
    } else {
        decimals::coins(source, lost).unwrap_or_else(|| target.write(&value))
    };
    let (quoted, right) = (source.quote(span), target.lang.quote(&right));
    let whole = Span::new(0, target.text.len());
    let message = format!("{quoted} is not here; write {right}");
    target.finding(Rule::NumberMismatch, whole, message)
}

/// Whether what looks like a range is a score or a type, whose figures stay as they are: "(5-7)", "Boeing 737-800".
fn is_figures(pair: &Pair<'_>, placeable: &Placeable) -> bool {
    let side = &pair.source;
    let name = side.words_before(placeable.span).last();
    let name = name.filter(|word| side.text[word.span.end..placeable.span.start] == *" ");
    let is_named = name.is_some_and(|word| word.span.of(side.text).starts_with(char::is_uppercase));
    let is_in_brackets = side.text[..placeable.span.start].ends_with('(')
        && side.text[placeable.span.end..].starts_with(')');
    let is_type = placeable.value.quantities().all(|it| it.number.to_u64() >= Some(100));
    let is_bare = matches!(&placeable.value, Value::Range(range) if range.unit == Unit::None);
    is_bare
        && placeable.span.of(side.text).contains(['-', '–'])
        && (is_named && is_type || is_in_brackets || is_named_type([side, &pair.target], placeable))
}

/// The numbers that are there, but of something else.
fn of_something_else(pair: &Pair<'_>) -> Vec<Finding> {
    let target = &pair.target;
    let mut findings = currencies::check(pair);
    findings.extend(percents::unsigned(pair).into_iter().map(|(right, wrong)| {
        let right = target.write(&right.value);
        target.instead(Rule::NumberMismatch, wrong.span, Fix::suggested(right))
    }));
    findings.extend(money_names::check(pair));
    findings.extend(other_unit::check(pair));
    findings.extend(temperatures::check(pair));
    findings.extend(codes::check(pair));
    findings.extend(mixed_up::check(pair));
    findings.extend(limits::check(pair));
    findings.extend(per::check(pair));
    findings
}
