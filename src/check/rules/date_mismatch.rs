//! `date-mismatch`: dates and clock times of the translation that contradict the article.
//!
//! Two dates contradict each other where one says all that the other says, and something of it is another; in two
//! calendars, where they can be no one day. Dates that the translation leaves out, or adds, are allowed: "last month"
//! is right for «خرداد».

use crate::check::dates::agree::{are_same, contradict, has_calendar, may_be, parts};
use crate::check::dates::bare::month_of;
use crate::check::dates::nights::{are_by_two_clocks, eve, of_one_night};
use crate::check::dates::{bare, dateline, days, parts_of_day, seasons, times, weekdays, years};
use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::pair::{Pair, Side};
use crate::check::rule::{About, Rule, Severity};
use crate::matching::adapt::exchanged_date;
use crate::text::date::{Calendar, Date, Year};
use crate::text::number::{Number, Quantity};
use crate::text::{Placeable, Value};

pub(crate) const ABOUT: About = About {
    name: "date-mismatch",
    severity: Severity::Error,
    says: "a date, season or clock time of the translation contradicts that of the article",
    why: "One digit makes another day of it. Dates in two calendars are compared by the day that they mean. A date that only \
          one of the two has asks for nothing, since \"last month\" can be right for it. Clock times are compared where one \
          of each side is left over, and no time zone, half of the day or rounding may explain it.",
    fix: "Suggested: the words around a date may say it too.",
    example: [
        "این پیمان ۲۹ خرداد ۱۴۰۳ امضا شد.",
        "The pact was signed on 18 June 2023.",
        "The pact was signed on 18 June 2024.",
    ],
};

/// The dates of the target that contradict those of the source, where nothing else agrees with either.
pub(crate) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    if pair.is_table() {
        return Vec::new();
    }
    let (source, target) = (&pair.source, &pair.target);
    let lost = without_counterpart(source, target);
    let wrong = without_counterpart(target, source);
    let mut findings = Vec::new();
    let mut open = lost;
    for &placeable in &wrong {
        let Value::Date(date) = &placeable.value else {
            continue;
        };
        if let Some(at) = open.iter().position(|other| contradict(&other.value, date)) {
            let right = open.remove(at);
            findings.push(finding(source, right, target, placeable, date));
        } else if let Some(right) = in_brackets(target, placeable)
            && !wrong.contains(&right)
            && contradict(&right.value, date)
        {
            findings.push(finding(target, right, target, placeable, date));
        }
    }
    findings.extend(bare::year(&open, source, target));
    findings.extend(bare::day(&open, source, target));
    findings.extend(dateline::check(pair));
    findings.extend(parts_of_day::check(pair));
    findings.extend(seasons::check(pair));
    findings.extend(weekdays::check(pair));
    findings.extend(times::check(pair));
    findings
}

/// The date by another calendar that stands before `placeable` where this one is in brackets, or in brackets after it:
/// «۲۶ مهر ۱۴۰۴ (۱۸ اکتبر ۲۰۲۵)».
fn in_brackets<'a>(side: &'a Side<'_>, placeable: &Placeable) -> Option<&'a Placeable> {
    let calendar = |placeable: &Placeable| match placeable.value {
        Value::Date(date) if has_calendar(&date) => Some(date.calendar),
        _ => None,
    };
    let mut both = side.values().windows(2);
    both.find_map(|both| {
        let [one, other] = both else {
            return None;
        };
        let beside = match [one, other].map(|it| it == placeable) {
            [true, false] => other,
            [false, true] => one,
            _ => return None,
        };
        let is_between = &side.text[one.span.end..other.span.start] == " (";
        let is_bracketed = is_between && side.text[other.span.end..].starts_with(')');
        let are_other = calendar(one)? != calendar(other)?;
        (is_bracketed && are_other).then_some(beside)
    })
}

/// Reports a date of the target that stands for `right`, which is another.
fn finding(
    source: &Side<'_>,
    right: &Placeable,
    target: &Side<'_>,
    wrong: &Placeable,
    date: &Date,
) -> Finding {
    let write = |date| target.write(&Value::Date(date));
    let said = eve(source, right).unwrap_or(match right.value {
        Value::Date(said) => said,
        _ => *date,
    });
    let instead = in_calendar(&said, date.calendar).and_then(|right| {
        if is_bare_day(target, wrong, date) {
            Some(Value::Number(bare_day(&right, date)?))
        } else {
            Some(Value::Date(right))
        }
    });
    if let Some(right) = instead {
        let right = written_like(target, wrong, date, &right);
        return target.instead(Rule::DateMismatch, wrong.span, Fix::suggested(right));
    }
    let (said_there, quoted) = (source.quote(right.span), target.quote(wrong.span));
    Finding {
        rule: Rule::DateMismatch,
        span: target.place(wrong.span),
        message: match days::months(&said, date.calendar) {
            Some([first, last]) if first == last => {
                format!("{said_there} is in {}, not {quoted}", write(first))
            }
            Some([first, last]) => {
                let [first, last] = [first, last].map(write);
                format!("{said_there} is from {first} to {last}, not {quoted}")
            }
            None => format!("{said_there} is not {quoted}"),
        },
        fix: None,
        about: None,
    }
}

/// A value in the place of a wrong date: with its parts where those of that stand, if it has the same.
fn written_like(side: &Side<'_>, wrong: &Placeable, date: &Date, right: &Value) -> String {
    let text = wrong.span.of(side.text);
    let in_its_places = match right {
        Value::Date(right) => exchanged_date(date, &as_much_as(date, right), text, side.lang),
        _ => None,
    };
    in_its_places.unwrap_or_else(|| side.write(right))
}

/// A date without the year or weekday that another does not have either.
fn as_much_as(date: &Date, right: &Date) -> Date {
    let has_day = right.day.is_some() && date.day.is_some();
    let year = right.year.filter(|_| date.year.is_some() || !has_day);
    let weekday = right.weekday.filter(|_| date.weekday.is_some() || !has_day);
    Date { year, weekday, ..*right }
}

/// Whether a date shares its month with another day and is a figure alone: 14 in "July 12 and 14".
fn is_bare_day(side: &Side<'_>, placeable: &Placeable, date: &Date) -> bool {
    let text = placeable.span.of(side.text);
    date.day.is_some() && text.chars().all(char::is_numeric)
}

/// The day of `right`, where all else of it is that of `date`.
fn bare_day(right: &Date, date: &Date) -> Option<Quantity> {
    let is_near = right.month == date.month && are_same(right.year, date.year) != Some(false);
    let day = right.day.filter(|_| is_near)?;
    Some(Quantity::figures(Number::of(u64::from(day))))
}

/// A date as it is in a calendar; `None` if conversion needs a full date, or one of the calendars is lunar, whose
/// computed days may be off by one.
fn in_calendar(date: &Date, calendar: Calendar) -> Option<Date> {
    let is_lunar = [date.calendar, calendar].contains(&Calendar::Lunar);
    if has_calendar(date) && date.calendar != calendar {
        date.to(calendar).filter(|_| !is_lunar)
    } else {
        Some(*date)
    }
}

/// The dates of `side` that nothing in `other` can mean.
fn without_counterpart<'a>(side: &'a Side<'_>, other: &Side<'_>) -> Vec<&'a Placeable> {
    let dates = side.values().iter().filter(|placeable| matches!(placeable.value, Value::Date(_)));
    dates
        .filter(|placeable| {
            let Value::Date(date) = &placeable.value else {
                return false;
            };
            let mut there = other.values().iter();
            let evening = eve(side, placeable);
            !there.any(|there| {
                may_be(date, &there.value)
                    || evening.is_some_and(|date| may_be(&date, &there.value))
                    || eve(other, there).is_some_and(|there| may_be(date, &Value::Date(there)))
                    || of_one_night([side, other], [placeable, there])
                        .is_some_and(|[one, other]| may_be(&one, &Value::Date(other)))
                    || are_by_two_clocks([side, other], [placeable, there])
            }) && !has_figures(date, other)
                && !has_name(date, other)
                && !is_this_year(date, other)
        })
        .collect()
}

/// Whether the year of a date without a month stands somewhere in `other`, in whatever it is part of, or as a number
/// that is that year in the other calendar.
fn has_figures(date: &Date, other: &Side<'_>) -> bool {
    let (Some(Year::Year(year)), None, None) = (date.year, date.month, date.day) else {
        return false;
    };
    let is_there = || {
        let year = Quantity::figures(Number::of(u64::from(year)));
        let years = years::elsewhere(&year);
        let is_it = |placeable: &Placeable| {
            let number = placeable.value.number().and_then(Number::to_u64);
            number.is_some_and(|number| years.contains(&number))
                || years::shortened(other, placeable)
                    .iter()
                    .any(|short| Some(*short) == year.number.to_u64())
        };
        other.values().iter().any(is_it)
    };
    other.words().folded().contains(&year.to_string())
        || date.calendar != Calendar::Lunar && is_there()
}

/// Whether a date is a year alone, where `other` says "this year": that may be it.
fn is_this_year(date: &Date, other: &Side<'_>) -> bool {
    let is_year = matches!(date.year, Some(Year::Year(_))) && parts(date) == 1;
    is_year && years::says_this_year(other)
}

/// Whether the month that is all a date says stands in `other` as a word, or one of another calendar that can be it; it
/// need not be a date there: «مه», "April", «در آبان».
fn has_name(date: &Date, other: &Side<'_>) -> bool {
    let (Some(month), 1) = (date.month, parts(date)) else {
        return false;
    };
    other.words().words().iter().filter_map(|word| month_of(word, other)).any(|named| {
        let same = (named.calendar, named.month) == (date.calendar, Some(month));
        same || may_be(date, &Value::Date(named))
    })
}
