//! `date-mismatch`: dates of the translation that contradict the article.
//!
//! Two dates contradict each other where one says all that the other says, and something of it is another. Dates that the
//! translation leaves out, or adds, are let pass: "last month" is right for «خرداد».

use crate::check::finding::{Finding, Severity};
use crate::check::fix::Fix;
use crate::check::pair::{Pair, Part};
use crate::check::rule::{About, Rule};
use crate::text::date::{Calendar, Date, Year};
use crate::text::{Placeable, Value, WritingOptions};

pub(super) const ABOUT: About = About {
    name: "date-mismatch",
    severity: Severity::Error,
    says: "a date of the translation contradicts that of the article",
    why: "One digit makes another day of it. Dates in two calendars are compared by the day that they mean. A date that only \
          one of the two has asks for nothing, since \"last month\" can be right for it.",
    fix: "Suggested: the words around a date may say it too.",
    example: [
        "این پیمان ۲۹ خرداد ۱۴۰۳ امضا شد.",
        "The pact was signed on 18 June 2023.",
        "The pact was signed on 18 June 2024.",
    ],
};

/// The dates of the target that contradict those of the source, where nothing else agrees with either.
pub(super) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    if pair.is_table() {
        return Vec::new();
    }
    let (source, target) = (&pair.source, &pair.target);
    let lost = without_counterpart(source, target);
    let wrong = without_counterpart(target, source);
    let mut findings = Vec::new();
    let mut open = lost;
    for placeable in wrong {
        let Value::Date(date) = &placeable.value else {
            continue;
        };
        let Some(at) = open.iter().position(|other| contradict(&other.value, date)) else {
            continue;
        };
        let right = open.remove(at);
        let right = written(right, date.calendar, target);
        findings.push(target.instead(Rule::DateMismatch, placeable.span, Fix::suggested(right)));
    }
    findings
}

/// How a date is written in the target, in `calendar` where it can be.
fn written(right: &Placeable, calendar: Calendar, target: &Part<'_>) -> String {
    let value = match &right.value {
        Value::Date(date) => Value::Date(date.to(calendar).unwrap_or(*date)),
        value => value.clone(),
    };
    value.write(target.lang, &WritingOptions::default())
}

/// The dates of `part` that nothing in `other` can mean.
fn without_counterpart<'a>(part: &'a Part<'_>, other: &Part<'_>) -> Vec<&'a Placeable> {
    let dates = part
        .values()
        .iter()
        .filter(|placeable| matches!(placeable.value, Value::Date(_)));
    dates
        .filter(|placeable| {
            let Value::Date(date) = &placeable.value else {
                return false;
            };
            !other
                .values()
                .iter()
                .any(|there| may_be(date, &there.value))
                && !has_figures(date, other)
        })
        .collect()
}

/// Whether the year of a date without a day stands somewhere in `other`, in whatever it is part of.
fn has_figures(date: &Date, other: &Part<'_>) -> bool {
    let (Some(Year::Year(year)), None, None) = (date.year, date.month, date.day) else {
        return false;
    };
    other.words().folded().contains(&year.to_string())
}

/// Whether a value can mean the date: what both say is the same.
fn may_be(date: &Date, value: &Value) -> bool {
    match value {
        Value::Date(other) => Shared::of(date, other).is_some_and(|shared| shared.is_same),
        Value::AmbiguousDate(day_first, month_first) => [day_first, month_first]
            .iter()
            .any(|other| Shared::of(date, other).is_some_and(|shared| shared.is_same)),
        _ => false,
    }
}

/// Whether a value contradicts the date.
fn contradict(value: &Value, date: &Date) -> bool {
    let Value::Date(other) = value else {
        return false;
    };
    Shared::of(date, other).is_some_and(|shared| shared.is_all && !shared.is_same)
}

/// What two dates both say.
struct Shared {
    /// Whether it is the same.
    is_same: bool,
    /// Whether it is all that one of them says.
    is_all: bool,
}

impl Shared {
    /// `None` where they both say nothing, or it cannot be told.
    fn of(a: &Date, b: &Date) -> Option<Self> {
        let (a, b) = in_one_calendar(a, b)?;
        let are_same = [
            are_same(a.year, b.year),
            are_same(a.month, b.month),
            are_same(a.day, b.day),
            are_same(a.weekday, b.weekday),
        ];
        let mut shared = are_same.into_iter().flatten();
        let count = shared.clone().count();
        (count > 0).then(|| Self {
            is_same: shared.all(|same| same),
            is_all: count == parts(&a).min(parts(&b)),
        })
    }
}

/// Whether a part of two dates is the same, where both have it.
fn are_same<T: PartialEq>(a: Option<T>, b: Option<T>) -> Option<bool> {
    a.zip(b).map(|(a, b)| a == b)
}

/// How many there are of year, month, day and weekday.
fn parts(date: &Date) -> usize {
    date.year.iter().count()
        + date.month.iter().count()
        + date.day.iter().count()
        + date.weekday.iter().count()
}

/// Both dates by one calendar; `None` where one of them is not whole and cannot be converted.
fn in_one_calendar(a: &Date, b: &Date) -> Option<(Date, Date)> {
    let has_calendar = |date: &Date| date.year.is_some() || date.month.is_some();
    if a.calendar == b.calendar || !has_calendar(a) || !has_calendar(b) {
        return Some((*a, *b));
    }
    Some((a.to(Calendar::Gregorian)?, b.to(Calendar::Gregorian)?))
}
