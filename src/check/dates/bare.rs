//! Numbers of the translation that stand for a date without being one: a year after "of", and a day that its month does
//! not have.

use std::ops::RangeInclusive;

use crate::check::dates::agree::{contradict, may_be};
use crate::check::dates::hours::is_counted;
use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::only::only;
use crate::check::pair::Side;
use crate::check::rule::Rule;
use crate::text::date::{Calendar, Date, Year, month_names};
use crate::text::number::Form;
use crate::text::{Lang, Placeable, Span, Value, Word};

/// Words before a figure that make a year of it, folded: "the first half of 2024", «مصوب ۲۰۱۵».
const BEFORE_YEARS: [&str; 15] = [
    "of",
    "by",
    "from",
    "to",
    "before",
    "after",
    "than",
    "از",
    "تا",
    "در",
    "زاده",
    "ساخت",
    "متولد",
    "محصول",
    "مصوب",
];

/// The years that a Persian figure after one of them can be.
const OF_THIS_TIME: [RangeInclusive<u16>; 2] = [1300..=1420, 1900..=2050];

/// Words after it that it does not count: "by 2024 barrels" has no year.
const AFTER_YEARS: [&str; 12] =
    ["and", "to", "in", "by", "as", "from", "with", "than", "but", "compared", "was", "were"];

/// Reports a bare number of the target that is a year, where exactly one year of the source is missing and that number
/// is not it.
pub(crate) fn year(lost: &[&Placeable], source: &Side<'_>, target: &Side<'_>) -> Option<Finding> {
    let [right] = lost else {
        return None;
    };
    let Value::Date(date) = &right.value else {
        return None;
    };
    let is_year = matches!(date.year, Some(Year::Year(_))) && date.day.is_none();
    if !is_year {
        return None;
    }
    let bare = target.values().iter().filter_map(|there| {
        let year = year_of(there, target)?;
        let mut numbers = source.values().iter().flat_map(|it| it.value.quantities());
        let is_of_source = source.words().folded().contains(&year.to_string())
            || numbers.any(|it| it.number.to_u64() == Some(year.into()));
        let date = Date { year: Some(Year::Year(year)), ..Date::of(Calendar::of_year(year)?) };
        (!is_of_source && contradict(&right.value, &date)).then_some((there, date))
    });
    let (wrong, there) = only(bare)?;
    if there.calendar == date.calendar {
        let year = date.first_year().map(|year| target.lang.digits(&year.to_string()));
        let right = Fix::suggested(year?);
        return Some(target.instead(Rule::DateMismatch, wrong.span, right));
    }
    let (right, quoted) = (source.quote(right.span), target.quote(wrong.span));
    let message = format!("{right} is not in {quoted}");
    Some(target.finding(Rule::DateMismatch, wrong.span, message))
}

/// Parts of a year that a hyphen joins to it.
const JOINED: [&str; 6] = ["mid-", "early-", "late-", "Mid-", "Early-", "Late-"];

/// How many figures a year has.
const YEAR_DIGITS: usize = 4;

/// The year that a number is, by the word before it.
fn year_of(placeable: &Placeable, side: &Side<'_>) -> Option<u16> {
    let Value::Number(quantity) = &placeable.value else {
        return None;
    };
    let before = side.words_before(placeable.span).last()?;
    let is_joined = JOINED.iter().any(|part| side.text[..placeable.span.start].ends_with(part));
    let is_placed =
        is_joined || BEFORE_YEARS.contains(&side.letters(before)) && !counts(placeable, side);
    let mut figures = placeable.span.of(side.text).chars();
    let is_plain = figures.clone().count() == YEAR_DIGITS && figures.all(char::is_numeric);
    let year = u16::try_from(quantity.number.to_u64()?).ok()?;
    let is_of_this_time =
        side.lang == Lang::English || OF_THIS_TIME.iter().any(|years| years.contains(&year));
    Some(year).filter(|_| is_placed && is_plain && is_of_this_time)
}

/// Whether a number has a noun after it, which it counts: "by 2024 barrels", «در ۱۴۰۰ مدرسه». In Persian a verb may
/// follow a year: «در ۲۰۱۶ تصویب شد».
fn counts(placeable: &Placeable, side: &Side<'_>) -> bool {
    let [after, ..] = side.words_after(placeable.span) else {
        return false;
    };
    let between = side.text.get(placeable.span.end..after.span.start);
    let is_joined = between.is_none_or(|between| between.trim().is_empty());
    is_joined
        && match side.lang {
            Lang::English => !AFTER_YEARS.contains(&side.letters(after)),
            Lang::Persian => is_counted(side, placeable),
        }
}

/// Reports a number beside a month of the target that is no day of it, where a day of that month is lost: June 31.
pub(crate) fn day(lost: &[&Placeable], source: &Side<'_>, target: &Side<'_>) -> Option<Finding> {
    let mut days = lost.iter().filter_map(|right| match &right.value {
        Value::Date(date) if date.day.is_some() => Some((right.span, date)),
        _ => None,
    });
    days.find_map(|(right, date)| {
        let is_it = |there: &&Placeable| {
            is_no_day(there, date, target) && !source.text.contains(there.span.of(target.text))
        };
        let wrong = target.values().iter().find(is_it)?;
        let (right, quoted) = (source.quote(right), target.quote(wrong.span));
        let message = format!("{right} is not the day {quoted}");
        Some(target.finding(Rule::DateMismatch, wrong.span, message))
    })
}

/// Whether a value is a number beside a month in which a date lies, and too large for a day of it.
fn is_no_day(placeable: &Placeable, date: &Date, side: &Side<'_>) -> bool {
    const LARGEST: u64 = 99;
    let number = match &placeable.value {
        Value::Number(quantity) if quantity.form == Form::Figures => quantity.number.to_u64(),
        _ => None,
    };
    let is_too_large = |number: u64| {
        month_beside(placeable, side).is_some_and(|named| {
            let last = named.month.map(|month| Date::longest_month(named.calendar, month));
            last.is_some_and(|last| number > last.into()) && may_be(date, &Value::Date(named))
        })
    };
    number.is_some_and(|number| number <= LARGEST && is_too_large(number))
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

/// The month that a word names, whatever else it may be.
pub(crate) fn month_of(word: &Word, side: &Side<'_>) -> Option<Date> {
    let letters = side.letters(word);
    let name = letters.strip_suffix("ماه").unwrap_or(letters);
    let is_name =
        side.lang == Lang::Persian || word.span.of(side.text).starts_with(char::is_uppercase);
    let named = month_names(side.lang).get(name).filter(|_| is_name)?;
    Some(Date { month: Some(named.month), ..Date::of(named.calendar) })
}
