//! The names of months and weekdays in both languages, as they are read.

use std::sync::LazyLock;

use super::value::{Calendar, Weekday};
use crate::text::list::List;
use crate::text::{Lang, fold};

/// A month that a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MonthName {
    /// Its calendar.
    pub(crate) calendar: Calendar,
    /// Its number, from 1.
    pub(crate) month: u8,
    /// What must stand beside it.
    pub(crate) needs: Needs,
}

/// What must stand beside a name for it to be the month and not another word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Nothing: even alone it is the month.
    Nothing,
    /// A day or a year.
    DayOrYear,
    /// A day in figures, or a day and a year.
    DayInFigures,
    /// A day, and a year or something else that shows that it is one.
    DayAndYear,
}

type Row = [&'static str; 12];

/// The names that are written; also the first row of each calendar in the tables that are read.
pub(super) const GREGORIAN_FA: Row = [
    "ژانویه",
    "فوریه",
    "مارس",
    "آوریل",
    "مه",
    "ژوئن",
    "ژوئیه",
    "اوت",
    "سپتامبر",
    "اکتبر",
    "نوامبر",
    "دسامبر",
];
pub(super) const SOLAR_FA: Row = [
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
];
pub(super) const LUNAR_FA: Row = [
    "محرم",
    "صفر",
    "ربیع‌الاول",
    "ربیع‌الثانی",
    "جمادی‌الاول",
    "جمادی‌الثانی",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذی‌القعده",
    "ذی‌الحجه",
];
pub(super) const GREGORIAN_EN: Row = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
pub(super) const SOLAR_EN: Row = [
    "Farvardin",
    "Ordibehesht",
    "Khordad",
    "Tir",
    "Mordad",
    "Shahrivar",
    "Mehr",
    "Aban",
    "Azar",
    "Dey",
    "Bahman",
    "Esfand",
];
pub(super) const LUNAR_EN: Row = [
    "Muharram",
    "Safar",
    "Rabi al-Awwal",
    "Rabi al-Thani",
    "Jumada al-Awwal",
    "Jumada al-Thani",
    "Rajab",
    "Shaban",
    "Ramadan",
    "Shawwal",
    "Dhu al-Qadah",
    "Dhu al-Hijjah",
];
pub(super) const WEEKDAYS_FA: [&str; 7] =
    ["شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"];
pub(super) const WEEKDAYS_EN: [&str; 7] =
    ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/// Other spellings: language, name, calendar, month.
#[rustfmt::skip]
const OTHERS: &[(Lang, &str, Calendar, u8)] = &[
    (Lang::Persian, "جنوری", Calendar::Gregorian, 1),
    (Lang::Persian, "فبروری", Calendar::Gregorian, 2),
    (Lang::Persian, "مارچ", Calendar::Gregorian, 3),
    (Lang::Persian, "اپریل", Calendar::Gregorian, 4),
    (Lang::Persian, "آپریل", Calendar::Gregorian, 4),
    (Lang::Persian, "می", Calendar::Gregorian, 5),
    (Lang::Persian, "جون", Calendar::Gregorian, 6),
    (Lang::Persian, "جولای", Calendar::Gregorian, 7),
    (Lang::Persian, "آگوست", Calendar::Gregorian, 8),
    (Lang::Persian, "اگست", Calendar::Gregorian, 8),
    (Lang::Persian, "سپتمبر", Calendar::Gregorian, 9),
    (Lang::Persian, "اکتوبر", Calendar::Gregorian, 10),
    (Lang::Persian, "نومبر", Calendar::Gregorian, 11),
    (Lang::Persian, "دسمبر", Calendar::Gregorian, 12),
    (Lang::Persian, "امرداد", Calendar::Solar, 5),
    (Lang::Persian, "محرم‌الحرام", Calendar::Lunar, 1),
    (Lang::Persian, "ربیع‌الآخر", Calendar::Lunar, 4),
    (Lang::Persian, "جمادی‌الاولی", Calendar::Lunar, 5),
    (Lang::Persian, "جمادی‌الآخر", Calendar::Lunar, 6),
    (Lang::Persian, "جمادی‌الثانیه", Calendar::Lunar, 6),
    (Lang::Persian, "شعبان‌المعظم", Calendar::Lunar, 8),
    (Lang::Persian, "ذیقعده", Calendar::Lunar, 11),
    (Lang::Persian, "ذیحجه", Calendar::Lunar, 12),
    (Lang::English, "Jan", Calendar::Gregorian, 1),
    (Lang::English, "Feb", Calendar::Gregorian, 2),
    (Lang::English, "Mar", Calendar::Gregorian, 3),
    (Lang::English, "Apr", Calendar::Gregorian, 4),
    (Lang::English, "Jun", Calendar::Gregorian, 6),
    (Lang::English, "Jul", Calendar::Gregorian, 7),
    (Lang::English, "Aug", Calendar::Gregorian, 8),
    (Lang::English, "Sep", Calendar::Gregorian, 9),
    (Lang::English, "Sept", Calendar::Gregorian, 9),
    (Lang::English, "Oct", Calendar::Gregorian, 10),
    (Lang::English, "Nov", Calendar::Gregorian, 11),
    (Lang::English, "Dec", Calendar::Gregorian, 12),
    (Lang::English, "Day", Calendar::Solar, 10),
    (Lang::English, "Muharam", Calendar::Lunar, 1),
    (Lang::English, "Rabi al-Akhir", Calendar::Lunar, 4),
    (Lang::English, "Jumada al-Ula", Calendar::Lunar, 5),
    (Lang::English, "Jumada al-Akhirah", Calendar::Lunar, 6),
    (Lang::English, "Sha'ban", Calendar::Lunar, 8),
    (Lang::English, "Ramazan", Calendar::Lunar, 9),
    (Lang::English, "Dhu al-Hijja", Calendar::Lunar, 12),
];

/// The months of the solar calendar by their Afghan names: signs of the zodiac, which are everyday words and names too.
const AFGHAN: Row =
    ["حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"];
/// Those that are counted, or stand after the number of an article: cancer, the measure, scorpions.
const COUNTED: [u8; 3] = [4, 7, 8];

/// Names that are other words too: "May", "March", «تیر» (arrow), «دی», «مه» (fog), «اوت» (out).
const CERTAIN_FA: [u8; 10] = [1, 2, 3, 4, 6, 7, 9, 10, 11, 12];
const CERTAIN_EN: [u8; 7] = [1, 2, 7, 9, 10, 11, 12];

/// The months that words of `lang` name, by their folded letters alone.
pub(crate) fn month_names(lang: Lang) -> &'static List<MonthName> {
    match lang {
        Lang::Persian => &PERSIAN_MONTHS,
        Lang::English => &ENGLISH_MONTHS,
    }
}

/// The weekdays that words of `lang` name, by their folded letters alone.
pub(crate) fn weekday_names(lang: Lang) -> &'static List<Weekday> {
    match lang {
        Lang::Persian => &PERSIAN_WEEKDAYS,
        Lang::English => &ENGLISH_WEEKDAYS,
    }
}

static PERSIAN_MONTHS: LazyLock<List<MonthName>> = LazyLock::new(|| months(Lang::Persian));
static ENGLISH_MONTHS: LazyLock<List<MonthName>> = LazyLock::new(|| months(Lang::English));
static PERSIAN_WEEKDAYS: LazyLock<List<Weekday>> = LazyLock::new(|| weekdays(&WEEKDAYS_FA));
static ENGLISH_WEEKDAYS: LazyLock<List<Weekday>> = LazyLock::new(|| weekdays(&WEEKDAYS_EN));

fn months(lang: Lang) -> List<MonthName> {
    let (tables, certain): ([(Calendar, Row); 3], &[u8]) = match lang {
        Lang::Persian => (
            [
                (Calendar::Gregorian, GREGORIAN_FA),
                (Calendar::Solar, SOLAR_FA),
                (Calendar::Lunar, LUNAR_FA),
            ],
            &CERTAIN_FA,
        ),
        Lang::English => (
            [
                (Calendar::Gregorian, GREGORIAN_EN),
                (Calendar::Solar, SOLAR_EN),
                (Calendar::Lunar, LUNAR_EN),
            ],
            &CERTAIN_EN,
        ),
    };
    let written = tables
        .into_iter()
        .flat_map(|(calendar, row)| (1..).zip(row).map(move |(m, name)| (name, calendar, m, true)));
    let others = OTHERS.iter().filter(|other| other.0 == lang);
    let others = others.map(|(_, name, calendar, month)| (*name, *calendar, *month, false));
    let row = |(name, calendar, month, written): (&str, Calendar, u8, bool)| {
        let certain = written && calendar == Calendar::Gregorian && certain.contains(&month);
        let needs = if certain { Needs::Nothing } else { Needs::DayOrYear };
        (letters(name), MonthName { calendar, month, needs })
    };
    let afghan = |(month, name): (u8, &str)| {
        let is_counted = COUNTED.contains(&month);
        let needs = if is_counted { Needs::DayAndYear } else { Needs::DayInFigures };
        (letters(name), MonthName { calendar: Calendar::Solar, month, needs })
    };
    let afghan = (1..).zip(AFGHAN).map(afghan);
    let afghan = afghan.filter(|_| lang == Lang::Persian);
    written.chain(others).map(row).chain(afghan).collect()
}

fn weekdays(names: &[&str]) -> List<Weekday> {
    let names = names.iter().map(|name| letters(name));
    names.zip(Weekday::ALL).collect()
}

/// The letters of a name, folded, without the spaces and marks between its parts.
fn letters(name: &str) -> String {
    let folded = fold(name);
    let letters = folded.text().chars().filter(|c| c.is_alphanumeric());
    letters.collect()
}
