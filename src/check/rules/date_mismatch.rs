//! `date-mismatch`: dates and clock times of the translation that contradict the article.
//!
//! Two dates contradict each other where one says all that the other says, and something of it is another; in two
//! calendars, where they can be no one day. Dates that the translation leaves out, or adds, are allowed: "last month"
//! is right for «خرداد».

use crate::check::dates::nights::{eve, of_one_night};
use crate::check::dates::{days, times, years};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::Fix;
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::check::rule::{About, Rule};
use crate::matching::adapt::exchanged_date;
use crate::text::date::{Calendar, Date, Year, month_names};
use crate::text::number::{Form, Number, Quantity};
use crate::text::{Lang, Placeable, Span, Value, Word};

pub(crate) const ABOUT: About = About {
    name: "date-mismatch",
    severity: Severity::Error,
    says: "a date or clock time of the translation contradicts that of the article",
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
    findings.extend(bare_year(&open, source, target));
    findings.extend(no_day(&open, source, target));
    findings.extend(times::check(pair));
    findings
}

/// Words before a figure that make a year of it: "the first half of 2024".
const BEFORE_YEARS: [&str; 7] = ["of", "by", "from", "to", "before", "after", "than"];

/// Words after it that it does not count: "by 2024 barrels" has no year.
const AFTER_YEARS: [&str; 12] =
    ["and", "to", "in", "by", "as", "from", "with", "than", "but", "compared", "was", "were"];

/// That another year of the target, which is a bare number there, stands for the only year among the dates that it
/// lacks.
fn bare_year(lost: &[&Placeable], source: &Side<'_>, target: &Side<'_>) -> Option<Finding> {
    let [right] = lost else {
        return None;
    };
    let Value::Date(date) = &right.value else {
        return None;
    };
    let is_year = matches!(date.year, Some(Year::Year(_))) && parts(date) == 1;
    if !is_year || target.lang != Lang::English {
        return None;
    }
    let bare = target.values().iter().filter(|there| {
        let year = year_of(there, target);
        year.is_some_and(|year| {
            Calendar::of_year(year) == Some(date.calendar)
                && !source.words().folded().contains(&year.to_string())
        })
    });
    let wrong = only(bare)?;
    let right = target.write(&right.value);
    Some(target.instead(Rule::DateMismatch, wrong.span, Fix::suggested(right)))
}

/// The year that a number is, by the word before it.
fn year_of(placeable: &Placeable, side: &Side<'_>) -> Option<u16> {
    let Value::Number(quantity) = &placeable.value else {
        return None;
    };
    let before = side.words_before(placeable.span).last()?;
    let counts = side.words_after(placeable.span).first().is_some_and(|after| {
        let between = side.text.get(placeable.span.end..after.span.start);
        between.is_none_or(|between| between.trim().is_empty())
            && !AFTER_YEARS.contains(&side.letters(after))
    });
    let is_placed = BEFORE_YEARS.contains(&side.letters(before)) && !counts;
    let is_plain = quantity.form == Form::Figures && placeable.span.len() == 4;
    let year = u16::try_from(quantity.number.to_u64()?).ok()?;
    Some(year).filter(|_| is_placed && is_plain)
}

/// Reports a number beside a month of the target that is no day of it, where a day of that month is lost: June 31.
fn no_day(lost: &[&Placeable], source: &Side<'_>, target: &Side<'_>) -> Option<Finding> {
    let numbers = target.values().iter().filter(|placeable| {
        matches!(&placeable.value, Value::Number(quantity) if quantity.form == Form::Figures)
    });
    numbers.filter(|number| number.span.len() <= LONGEST_DAY).find_map(|wrong| {
        let number = wrong.value.number().and_then(Number::to_u64)?;
        let month = month_beside(wrong, target)?;
        let is_day = number <= Date::longest_month(month.calendar, month.month?).into();
        let is_lost = |right: &&&Placeable| {
            matches!(right.value, Value::Date(date) if date.day.is_some())
                && may_be_in(&right.value, &month)
        };
        let right = lost.iter().find(is_lost).filter(|_| !is_day)?;
        let (right, quoted) = (source.quote(right.span), target.quote(wrong.span));
        let message = format!("{right} is not the day {quoted}");
        Some(target.finding(Rule::DateMismatch, wrong.span, message))
    })
}

/// The bytes of two Persian digits.
const LONGEST_DAY: usize = 4;

/// Whether a date lies in a month, whatever day of it.
fn may_be_in(value: &Value, month: &Date) -> bool {
    matches!(value, Value::Date(date) if may_be(&Date { weekday: None, ..*date }, &Value::Date(*month)))
}

/// The month whose name stands beside a number: before it in English, or after it.
fn month_beside(placeable: &Placeable, side: &Side<'_>) -> Option<Date> {
    let before = side.words_before(placeable.span).last();
    let before = before.filter(|_| side.lang == Lang::English);
    let after = side.words_after(placeable.span).first();
    let mut beside = before.into_iter().chain(after).filter(|word| {
        let is_before = word.span.end <= placeable.span.start;
        let between = if is_before {
            Span::new(word.span.end, placeable.span.start)
        } else {
            Span::new(placeable.span.end, word.span.start)
        };
        matches!(between.of(side.text), " " | ". ")
    });
    beside.find_map(|word| month_of(word, side))
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

/// That a date of the target stands for `right`, which is another.
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

/// A date as it is in a calendar; `None` where it would have to be a whole one for that, or the moon knows.
fn in_calendar(date: &Date, calendar: Calendar) -> Option<Date> {
    let is_lunar = [date.calendar, calendar].contains(&Calendar::Lunar);
    if has_calendar(date) && date.calendar != calendar {
        date.to(calendar).filter(|_| !is_lunar)
    } else {
        Some(*date)
    }
}

/// Whether a date is counted in its calendar: a day of the week is not.
fn has_calendar(date: &Date) -> bool {
    date.year.is_some() || date.month.is_some()
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
            }) && !has_figures(date, other)
                && !has_name(date, other)
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

/// The month that a word names, whatever else it may be.
fn month_of(word: &Word, side: &Side<'_>) -> Option<Date> {
    let letters = side.letters(word);
    let name = letters.strip_suffix("ماه").unwrap_or(letters);
    let is_name =
        side.lang == Lang::Persian || word.span.of(side.text).starts_with(char::is_uppercase);
    let named = month_names(side.lang).get(name).filter(|_| is_name)?;
    Some(Date { month: Some(named.month), ..Date::of(named.calendar) })
}

/// Whether a value can mean the date: what both say is the same.
pub(crate) fn may_be(date: &Date, value: &Value) -> bool {
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
        if a.calendar != b.calendar && has_calendar(a) && has_calendar(b) {
            let is_day = a.is_day_of(b).or_else(|| days::can_meet(a, b))?;
            return Some(Self {
                is_same: is_day && are_same(a.weekday, b.weekday) != Some(false),
                is_all: true,
            });
        }
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
            is_all: count == parts(a).min(parts(b)),
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
