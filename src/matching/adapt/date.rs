//! A date in place of another date, with everything between its parts as it is.

use crate::text::date::{Calendar, Date, DateOrder, DateStyle, Year, month_names, weekday_names};
use crate::text::{HALF_SPACE, Lang, Value, fold, placeables};

/// `new`, which says as much as `was`, as it is to be written in its place in `text`.
///
/// A lunar day has no certain counterpart in another calendar.
pub(crate) fn exchanged(was: &Date, new: &Date, text: &str, lang: Lang) -> Option<String> {
    let is_lunar = [was, new].iter().any(|date| date.calendar == Calendar::Lunar);
    let new = match was.calendar == new.calendar {
        true => *new,
        false if is_lunar => return None,
        false => new.to(was.calendar)?,
    };
    if shape(was) != shape(&new) {
        return None;
    }
    if let Some(day) = bare_day(was, &new, text) {
        return Some(lang.digits(&day.to_string()));
    }
    // Of «۵ و ۶ سپتامبر» the first day does not say its month.
    if was.day.is_some() && !says(was, text, lang) {
        return None;
    }
    if let (None, None, Some(was), Some(new)) =
        (was.month, was.weekday, was.first_year(), new.first_year())
    {
        return year(was, new, text);
    }
    let long = with_long_month(text, lang);
    let written = in_places(was, &new, &long, lang).or_else(|| anew(was, &new, &long, lang))?;
    Some(match lang {
        Lang::Persian => written,
        Lang::English => with_short_month(&written, text),
    })
}

/// The day of `new`, where `text` is a day alone and the rest of the date stays: 5 in "5 and 6 June".
fn bare_day(was: &Date, new: &Date, text: &str) -> Option<u8> {
    let is_bare = was.day.is_some() && text.chars().all(char::is_numeric);
    let day_of_was = Date { day: was.day, ..*new };
    new.day.filter(|_| is_bare && day_of_was == *was)
}

/// Whether a text says the date, and nothing else.
fn says(date: &Date, text: &str, lang: Lang) -> bool {
    matches!(&*placeables(text, lang), [one] if one.value == Value::Date(*date))
}

/// Each part of the date in place of that of the old one: «دوشنبه، ۱۴ ژوئیهٔ ۲۰۲۵».
///
/// `None` where a part is not found, as in «بیست و سوم» or Mon, or where the text would not say the new date.
fn in_places(was: &Date, new: &Date, text: &str, lang: Lang) -> Option<String> {
    let mut written = String::new();
    let mut missing = usize::from(was.weekday.is_some())
        + usize::from(was.month.is_some())
        + usize::from(was.day.is_some())
        + usize::from(was.year.is_some());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| Class::of(c) != Class::of(first));
        let (run, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        let new = match Class::of(first) {
            // "21st" must not become "22th".
            Class::Digit if after.starts_with(char::is_alphabetic) => None,
            Class::Digit => figures(run, was, new),
            Class::Letter => name(run, was, new, lang),
            Class::Mark => None,
        };
        missing = missing.checked_sub(usize::from(new.is_some()))?;
        written.push_str(new.as_deref().unwrap_or(run));
    }
    (missing == 0 && says(new, &written, lang)).then_some(written)
}

/// The kind of a character in a date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    Letter,
    Mark,
}

impl Class {
    fn of(c: char) -> Self {
        match c {
            c if c.is_numeric() => Self::Digit,
            c if c.is_alphabetic() || c == HALF_SPACE => Self::Letter,
            _ => Self::Mark,
        }
    }
}

/// The day or year of the new date, where `run` is that of the old one, in the digits that it has.
fn figures(run: &str, was: &Date, new: &Date) -> Option<String> {
    let parts =
        [(was.day.map(u16::from), new.day.map(u16::from)), (was.first_year(), new.first_year())];
    parts.into_iter().find_map(|(was, new)| {
        let (was, new) = (was?.to_string(), new?.to_string());
        let mut languages = Lang::ALL.into_iter();
        let lang = languages.find(|lang| lang.digits(&was) == run)?;
        Some(lang.digits(&new))
    })
}

/// The weekday or month of the new date, where `run` names that of the old one, with «ماه» and capitals kept.
fn name(run: &str, was: &Date, new: &Date, lang: Lang) -> Option<String> {
    let letters = |text: &str| fold(text).squeezed();
    if was.weekday.is_some() && weekday_names(lang).get(&letters(run)).copied() == was.weekday {
        let is_same = was.weekday == new.weekday;
        let written = new.weekday.map(|day| cased_like(run, day.name(lang)));
        return if is_same { Some(run.to_owned()) } else { written };
    }
    let bare = run.strip_suffix("ماه").unwrap_or_default();
    let bare = match bare.trim_end_matches(HALF_SPACE) {
        "" => run,
        bare => bare,
    };
    let month = month_names(lang).get(&letters(bare))?;
    let is_short = lang == Lang::English && !was.month_name(lang)?.eq_ignore_ascii_case(bare);
    let is_old = month.calendar == was.calendar && Some(month.month) == was.month;
    (is_old && !is_short).then(|| {
        if was.month == new.month {
            return run.to_owned();
        }
        let name = new.month_name(lang).unwrap_or_default();
        cased_like(bare, name) + &run[bare.len()..]
    })
}

/// The name in capitals, where the old one is.
fn cased_like(was: &str, name: &str) -> String {
    if was.contains(char::is_uppercase) && !was.contains(char::is_lowercase) {
        name.to_uppercase()
    } else {
        name.to_owned()
    }
}

/// English months that news abbreviates beside a day, each first as it writes them; March to July are not abbreviated.
const SHORT_MONTHS: [(&str, &str); 8] = [
    ("January", "Jan"),
    ("February", "Feb"),
    ("August", "Aug"),
    ("September", "Sept"),
    ("September", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
];

/// Whether a full stop after the text would belong to a month.
pub(super) fn ends_with_short_month(text: &str) -> bool {
    SHORT_MONTHS.iter().any(|(_, short)| text.ends_with(short))
}

/// The short month of an English date, if it has one, with its name.
fn short_month(text: &str) -> Option<(&'static str, &'static str)> {
    let mut words = text.split(|c: char| !c.is_alphabetic());
    let of_word = |word: &str| SHORT_MONTHS.iter().find(|(_, short)| *short == word);
    words.find_map(of_word).copied()
}

/// An English date with its month in full.
fn with_long_month(text: &str, lang: Lang) -> String {
    match short_month(text) {
        Some((name, short)) if lang == Lang::English => {
            let stopped = format!("{short}.");
            if text.contains(&stopped) {
                text.replacen(&stopped, name, 1)
            } else {
                text.replacen(short, name, 1)
            }
        }
        _ => text.to_owned(),
    }
}

/// The date with its month abbreviated like that of the old date, with a full stop if that has one.
fn with_short_month(written: &str, was: &str) -> String {
    let Some((_, old)) = short_month(was) else {
        return written.to_owned();
    };
    let stop = if was.contains(&format!("{old}.")) { "." } else { "" };
    let mut months = SHORT_MONTHS.iter();
    match months.find(|(name, _)| written.contains(name)) {
        Some((name, short)) => written.replacen(name, &format!("{short}{stop}"), 1),
        None => written.to_owned(),
    }
}

/// The whole date written anew, where the old one stands as it would be written: «سه شنبه», 10 Rabi al-Awwal.
fn anew(was: &Date, new: &Date, text: &str, lang: Lang) -> Option<String> {
    // A space for a half-space does not matter.
    let joined = |text: &str| fold(text).squeezed();
    let is_written = |written: &str| match lang {
        Lang::Persian => joined(written) == joined(text),
        Lang::English => written == text,
    };
    let orders = [DateOrder::DayFirst, DateOrder::MonthFirst].map(in_order);
    let mut orders = orders.into_iter();
    let order = orders.find(|order| is_written(&was.write(lang, *order)))?;
    Some(new.write(lang, order))
}

/// Each date in its own calendar.
fn in_order(order: DateOrder) -> DateStyle {
    DateStyle { calendar: None, order }
}

/// Which parts a date has.
fn shape(date: &Date) -> (Option<bool>, bool, bool, bool) {
    let is_decade = date.year.map(|year| matches!(year, Year::Decade(_)));
    (is_decade, date.month.is_some(), date.day.is_some(), date.weekday.is_some())
}

/// The figures of a year in place of those of another: سال ۲۰۲۴ میلادی, the 1990s.
fn year(was: u16, new: u16, text: &str) -> Option<String> {
    Lang::ALL.into_iter().find_map(|lang| {
        let was = lang.digits(&was.to_string());
        let is_once = text.matches(&was).count() == 1;
        is_once.then(|| text.replace(&was, &lang.digits(&new.to_string())))
    })
}
