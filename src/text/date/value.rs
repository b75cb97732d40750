//! A date as far as a text gives it, and its canonical form.

use std::fmt;

/// A date, whole or in part: what the text does not say is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The calendar that the year, month and day are counted in.
    pub calendar: Calendar,
    /// The year or decade.
    pub year: Option<Year>,
    /// The month, from 1.
    pub month: Option<u8>,
    /// The day of the month, from 1.
    pub day: Option<u8>,
    /// The day of the week that the text names.
    pub weekday: Option<Weekday>,
}

/// A year or a decade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Year {
    /// One year.
    Year(u16),
    /// Ten years, by the first of them.
    Decade(u16),
}

/// One of the three calendars of Iranian news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// میلادی.
    Gregorian,
    /// هجری خورشیدی, the official calendar of Iran.
    Solar,
    /// هجری قمری. Days are those of the Umm al-Qura calendar; Iran goes by the sighted moon, and before 1420 the
    /// official calendar was another one, so that a day of it can be one or two days off.
    Lunar,
}

/// A day of the week; the Iranian week begins on Saturday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weekday {
    /// شنبه.
    Saturday,
    /// یکشنبه.
    Sunday,
    /// دوشنبه.
    Monday,
    /// سه‌شنبه.
    Tuesday,
    /// چهارشنبه.
    Wednesday,
    /// پنجشنبه.
    Thursday,
    /// جمعه.
    Friday,
}

impl Weekday {
    /// All of them, Saturday first.
    pub const ALL: [Self; 7] = [
        Self::Saturday,
        Self::Sunday,
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
    ];
}

impl Date {
    /// A date of which only the calendar is known yet.
    pub fn of(calendar: Calendar) -> Self {
        Self { calendar, year: None, month: None, day: None, weekday: None }
    }

    /// A whole date; `None` where the calendar has no such day.
    pub fn of_day(calendar: Calendar, year: u16, month: u8, day: u8) -> Option<Self> {
        let date = Self {
            year: Some(Year::Year(year)),
            month: Some(month),
            day: Some(day),
            ..Self::of(calendar)
        };
        date.is_real().then_some(date)
    }

    /// The most days that the month can have.
    pub(crate) fn longest_month(calendar: Calendar, month: u8) -> u8 {
        match (calendar, month) {
            (Calendar::Gregorian, 2) => 29,
            (Calendar::Gregorian, 4 | 6 | 9 | 11) | (Calendar::Lunar, _) => 30,
            (Calendar::Solar, 7..) => 30,
            _ => 31,
        }
    }
}

/// Year, month and day by ISO 8601, `X` for what is not said (EDTF); the weekday before it; `SH` or `AH`
/// after it where the calendar is not the Gregorian one: `Sat 1404-04-21 SH`, `2024-06`, `XXXX-07-12`, `199X`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        parts.extend(self.weekday.map(|day| format!("{day:?}")[..3].to_owned()));
        let year = match self.year {
            Some(Year::Year(year)) => format!("{year:04}"),
            Some(Year::Decade(year)) => format!("{:03}X", year / 10),
            None => "XXXX".to_owned(),
        };
        match (self.month, self.day) {
            (Some(month), Some(day)) => parts.push(format!("{year}-{month:02}-{day:02}")),
            (Some(month), None) => parts.push(format!("{year}-{month:02}")),
            (None, _) if self.year.is_some() => parts.push(year),
            (None, _) => return f.write_str(&parts.concat()),
        }
        parts.extend(self.calendar.era().map(str::to_owned));
        f.write_str(&parts.join(" "))
    }
}

impl Calendar {
    /// What stands after a year of this calendar in a canonical form; nothing for the Gregorian one.
    pub fn era(self) -> Option<&'static str> {
        match self {
            Self::Gregorian => None,
            Self::Solar => Some("SH"),
            Self::Lunar => Some("AH"),
        }
    }

    /// The calendar that a year belongs to if nothing else is said: 1404 is solar, 2025 Gregorian.
    pub(crate) fn of_year(year: u16) -> Option<Self> {
        match year {
            1250..=1499 => Some(Self::Solar),
            1500..=2200 => Some(Self::Gregorian),
            _ => None,
        }
    }
}
