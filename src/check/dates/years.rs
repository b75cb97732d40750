//! Years as each language counts and shortens them: «آبان ۹۸» is in 1398, which is November 2019, and «دهه ۶۰» the
//! 1980s.

use std::ops::RangeInclusive;

use crate::check::pair::Side;
use crate::text::date::Calendar;
use crate::text::number::{Form, Quantity};
use crate::text::placeable::Unit;
use crate::text::{COUNTERS, Lang, Placeable, Value};

/// A solar year begins in the Gregorian one that is so much later, and ends in the next.
pub(crate) const LATER: [u16; 2] = [621, 622];
/// The numbers that can be solar years without an era, and the Gregorian years that those lie in.
const SOLAR: RangeInclusive<u64> = 1100..=1499;
const GREGORIAN: RangeInclusive<u64> = 1721..=2121;
/// Years without an era that are in the far future as solar years and recent as lunar ones; the first of them began in
/// April 2000.
pub(crate) const LUNAR: RangeInclusive<u64> = 1421..=1499;
/// The century that solar years are shortened in.
const CENTURY: u64 = 1300;
/// Two-digit years; smaller numbers would be taken for days.
const SHORT: RangeInclusive<u64> = 30..=99;
/// The two digits of a decade.
const SHORT_DECADES: RangeInclusive<u64> = 10..=99;
/// The two digits of the latest decade that news speaks of: «دهه ۳۰ میلادی».
const LATEST_DECADE: u64 = 30;

/// Nouns that are counted, and stand after years as well: «انقلاب ۵۷ کشور را تغییر داد».
const AFTER_YEARS: [&str; 3] = ["کشور", "شهر", "استان"];

/// Returns the years of the other calendar that a number can be, if it is a year.
pub(crate) fn elsewhere(quantity: &Quantity) -> Vec<u64> {
    let both = LATER.map(u64::from);
    match quantity.number.to_u64() {
        Some(year) if LUNAR.contains(&year) => {
            let years = both.map(|later| year + later);
            years.into_iter().chain(of_lunar(year)).collect()
        }
        Some(year) if SOLAR.contains(&year) => both.map(|later| year + later).to_vec(),
        Some(year) if GREGORIAN.contains(&year) => {
            let years = both.map(|later| year - later);
            let lunar = LUNAR.filter(|lunar| of_lunar(*lunar).contains(&year));
            years.into_iter().chain(lunar).collect()
        }
        _ => Vec::new(),
    }
}

/// The two Gregorian years that one of [`LUNAR`] lies in; lunar ones are shorter by three in a hundred.
fn of_lunar(year: u64) -> [u64; 2] {
    let first = 2000 + (26 + 97 * (year - LUNAR.start())) / 100;
    [first, first + 1]
}

/// The Gregorian years that a date of another calendar can be in, or a Persian number after which an era stands: «سال
/// ۶۹۱ قمری», «۱۲۰۷ خورشیدی».
pub(crate) fn by_era(side: &Side<'_>, placeable: &Placeable) -> Vec<u64> {
    let after = || side.letters_of(side.words_after(placeable.span).iter().take(2));
    let (calendars, year): (&[Calendar], _) = match &placeable.value {
        Value::Date(date) => match date.calendar {
            Calendar::Solar => (&[Calendar::Solar], date.first_year().map(u64::from)),
            Calendar::Lunar => (&[Calendar::Lunar], date.first_year().map(u64::from)),
            Calendar::Gregorian => return Vec::new(),
        },
        Value::Number(quantity) if side.lang == Lang::Persian => {
            let year = quantity.number.to_u64().filter(|_| quantity.form == Form::Figures);
            match *after() {
                ["قمری", ..] | ["هجری", "قمری"] => (&[Calendar::Lunar], year),
                ["خورشیدی" | "شمسی", ..] | ["هجری", "خورشیدی" | "شمسی"] => {
                    (&[Calendar::Solar], year)
                }
                ["هجری", ..] => (&[Calendar::Solar, Calendar::Lunar], year),
                _ => return Vec::new(),
            }
        }
        _ => return Vec::new(),
    };
    let Some(year) = year.filter(|year| *year <= *SOLAR.end()) else {
        return Vec::new();
    };
    let in_gregorian = |calendar: &Calendar| match calendar {
        Calendar::Lunar => of_any_lunar(year),
        _ => LATER.map(|later| year + u64::from(later)),
    };
    calendars.iter().flat_map(in_gregorian).collect()
}

/// The two Gregorian years that a lunar one lies in, of which a hundred are ninety-seven, as exactly as it can be told
/// over so many.
fn of_any_lunar(year: u64) -> [u64; 2] {
    const MILLION: u64 = 1_000_000;
    let first = (year * 970_224 + 621_540_000) / MILLION;
    [first, first + 1]
}

/// The years that a number of two figures, or each end of a range, can be in Persian, in both calendars; after «دهه»
/// the first ones of decades.
///
/// None where something is counted by it, or where one of them is there in full.
pub(crate) fn shortened(side: &Side<'_>, placeable: &Placeable) -> Vec<u64> {
    let numbers = match &placeable.value {
        Value::Number(quantity) if side.lang == Lang::Persian => [Some(quantity), None],
        Value::Range(range) if side.lang == Lang::Persian && range.unit == Unit::None => {
            [Some(&range.low), Some(&range.high)]
        }
        _ => return Vec::new(),
    };
    let numbers = numbers.into_iter().flatten();
    let numbers = numbers.filter_map(|quantity| quantity.number.to_u64());
    numbers.flat_map(|number| of_short(side, placeable, number)).collect()
}

/// The years that one number of a value can be.
fn of_short(side: &Side<'_>, placeable: &Placeable, year: u64) -> Vec<u64> {
    let [later, latest] = LATER.map(u64::from);
    // The 1360s began in the 1980s; those of the Gregorian calendar are shortened too.
    if SHORT_DECADES.contains(&year) && is_decade(side, placeable) {
        let of_this_century = (year <= LATEST_DECADE).then_some(2000 + year);
        let years = [CENTURY + year, CENTURY + year + later - 1, 1900 + year];
        return years.into_iter().chain(of_this_century).collect();
    }
    if !SHORT.contains(&year) || is_counted(side, placeable) {
        return Vec::new();
    }
    let years = [0, later, latest].map(|later| CENTURY + year + later);
    let is_full = |year: &u64| side.words().folded().contains(&year.to_string());
    if years.iter().any(is_full) { Vec::new() } else { years.to_vec() }
}

/// The two years that `right` can be in the other calendar, where `wrong` is one of that.
pub(crate) fn in_calendar_of(right: &Quantity, wrong: &Quantity) -> Option<[u64; 2]> {
    let are_plain = [right, wrong].iter().all(|it| it.form == Form::Figures);
    let (right, wrong) = (right.number.to_u64()?, wrong.number.to_u64()?);
    let [earlier, later] = LATER.map(u64::from);
    let is_solar = |year: u64| SOLAR.contains(&year) && !LUNAR.contains(&year);
    let is_gregorian = |year: u64| GREGORIAN.contains(&year);
    match are_plain {
        true if is_solar(right) && is_gregorian(wrong) => Some([right + earlier, right + later]),
        true if is_gregorian(right) && is_solar(wrong) => Some([right - later, right - earlier]),
        _ => None,
    }
}

/// Words before a Persian number that make a year of it, folded; «تا» may stand between, with the first of two years.
const BEFORE_YEARS: [&str; 9] =
    ["سال", "سالها", "سالهای", "انقلاب", "فصل", "بهار", "تابستان", "پاییز", "زمستان"];

/// Whether one of a few words before a Persian number says that it is a year.
pub(crate) fn is_said(side: &Side<'_>, placeable: &Placeable) -> bool {
    const REACH: usize = 3;
    let mut before = side.words_before(placeable.span).iter().rev().take(REACH);
    side.lang == Lang::Persian && before.any(|word| BEFORE_YEARS.contains(&side.letters(word)))
}

/// Whether a number is a year that `other` may say without one, by when it is: «سال گذشته» for 2024, "last season" for
/// 2024-25, «ده سال پیش» for 2015.
///
/// Not where `other` has a year of its own, which may stand for it.
pub(crate) fn is_relative(side: &Side<'_>, placeable: &Placeable, other: &Side<'_>) -> bool {
    is_year(&placeable.value)
        && says_when(other)
        && !other
            .values()
            .iter()
            .any(|there| is_year(&there.value) && !side.text.contains(there.span.of(other.text)))
}

/// Whether a value can be a year of this time, or a season from one year to the next.
fn is_year(value: &Value) -> bool {
    const YEARS: [RangeInclusive<u64>; 2] = [1350..=1450, 1950..=2050];
    let quantity = match value {
        Value::Number(quantity) => quantity,
        Value::Range(range) if range.unit == Unit::None => &range.low,
        _ => return false,
    };
    let year = quantity.number.to_u64().filter(|_| quantity.form == Form::Figures);
    year.is_some_and(|year| YEARS.iter().any(|years| years.contains(&year)))
}

/// Whether a text names a year by when it is.
fn says_when(side: &Side<'_>) -> bool {
    /// How many words lie between a year and the word that says when it is.
    const REACH: usize = 2;
    let words = side.all_letters();
    let is_near = |at: usize, names: &[&str]| {
        let near = at.saturating_sub(REACH)..(at + REACH + 1).min(words.len());
        words[near].iter().any(|word| names.contains(word))
    };
    let says = |(at, word): (usize, &&str)| match *word {
        "امسال" | "پارسال" => true,
        "سال" | "فصل" => is_near(at, &WHEN_FA),
        "year" | "year's" | "years" | "season" | "season's" => is_near(at, &WHEN_EN),
        _ => false,
    };
    words.iter().enumerate().any(says)
}

/// Whether a text says "this year".
pub(crate) fn says_this_year(side: &Side<'_>) -> bool {
    let words = side.all_letters();
    let pair = |both: &[&str]| matches!(both, ["this", "year" | "year's"] | ["سال", "جاری"]);
    words.contains(&"امسال") || words.windows(2).any(pair)
}

/// Words beside a year or season that say when it is, folded.
const WHEN_FA: [&str; 9] = ["جاری", "گذشته", "پیش", "قبل", "آینده", "بعد", "آتی", "جدید", "دیگر"];
const WHEN_EN: [&str; 12] = [
    "this",
    "last",
    "next",
    "previous",
    "following",
    "coming",
    "past",
    "current",
    "ago",
    "earlier",
    "later",
    "before",
];

/// Whether the word after a number is a noun that it counts: «۹۷ نفر».
fn is_counted(side: &Side<'_>, placeable: &Placeable) -> bool {
    let next = side.words_after(placeable.span).first();
    let next = next.map(|word| side.letters(word));
    next.is_some_and(|word| COUNTERS.contains(&word) && !AFTER_YEARS.contains(&word))
}

/// Whether the word before a number says that it is that of a decade, or before the number that it is joined to:
/// «دهه‌های ۶۰ و ۷۰».
fn is_decade(side: &Side<'_>, placeable: &Placeable) -> bool {
    let words = side.words_before(placeable.span);
    let before = |back: usize| {
        let word = words.iter().nth_back(back - 1)?;
        Some(side.letters(word))
    };
    let says = |back| before(back).is_some_and(|word| matches!(word, "دهه" | "دههها" | "دهههای"));
    let is_figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_joined =
        matches!(before(1), Some("و" | "تا" | "یا")) && before(2).is_some_and(is_figure);
    says(1) || is_joined && says(3)
}
