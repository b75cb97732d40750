//! How dates are written in each language.

use super::names::{
    GREGORIAN_EN, GREGORIAN_FA, LUNAR_EN, LUNAR_FA, SOLAR_EN, SOLAR_FA, WEEKDAYS_EN, WEEKDAYS_FA,
};
use super::value::{Calendar, Date, Weekday, Year};
use crate::text::Lang;

/// How a date is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateStyle {
    /// The calendar that whole dates are turned into; `None` keeps each date's own.
    pub calendar: Option<Calendar>,
    /// What stands first in English.
    pub order: DateOrder,
}

/// What stands first in an English date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 12 July 2025.
    DayFirst,
    /// July 12, 2025.
    MonthFirst,
}

impl Date {
    /// The date as `lang` writes it; an incomplete date stays in its own calendar, since it cannot be converted.
    pub fn write(&self, lang: Lang, style: DateStyle) -> String {
        let calendar = style.calendar.unwrap_or(self.calendar);
        let date = self.to(calendar).unwrap_or(*self);
        match lang {
            Lang::Persian => date.persian(),
            Lang::English => date.english(style.order),
        }
    }

    fn persian(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(self.weekday.map(|day| day.name(Lang::Persian).to_owned()));
        parts.extend(self.day.map(|day| Lang::Persian.digits(&day.to_string())));
        parts.extend(self.persian_month());
        let bare = self.month.is_none();
        parts.extend(self.year.map(|year| match year {
            Year::Year(year) if bare => format!("سال {year}"),
            Year::Year(year) => year.to_string(),
            Year::Decade(year) => format!("دهه {year}"),
        }));
        let uncertain =
            self.first_year().is_some_and(|year| Calendar::of_year(year) != Some(self.calendar));
        let era = match self.calendar {
            _ if !bare || !uncertain => None,
            Calendar::Gregorian => Some("میلادی"),
            Calendar::Solar => Some("خورشیدی"),
            Calendar::Lunar => Some("قمری"),
        };
        parts.extend(era.map(str::to_owned));
        Lang::Persian.digits(&parts.join(" "))
    }

    /// The month, marked as one where it stands alone and its name is also another word: ماه مه, تیرماه.
    fn persian_month(&self) -> Option<String> {
        let name = self.month_name(Lang::Persian)?;
        let is_alone = self.day.is_none() && self.year.is_none();
        Some(match self.calendar {
            Calendar::Solar if is_alone => format!("{name}ماه"),
            Calendar::Lunar if is_alone => format!("ماه {name}"),
            Calendar::Gregorian if is_alone && ["مه", "اوت"].contains(&name) => {
                format!("ماه {name}")
            }
            _ => name.to_owned(),
        })
    }

    fn english(&self, order: DateOrder) -> String {
        let weekday = self.weekday.map(|day| day.name(Lang::English));
        let month = self.month_name(Lang::English);
        let bare = self.month.is_none();
        let year = self.year.map(|year| match (year, self.calendar.era()) {
            (Year::Year(year), Some(era)) if bare => format!("{year} {era}"),
            (Year::Year(year), _) => year.to_string(),
            (Year::Decade(year), _) => format!("the {year}s"),
        });
        let day = self.day.map(|day| day.to_string());
        let (rest, comma) = match (order, day, month) {
            (DateOrder::DayFirst, Some(day), Some(month)) => (Some(format!("{day} {month}")), ""),
            (DateOrder::MonthFirst, Some(day), Some(month)) => {
                (Some(format!("{month} {day}")), ",")
            }
            (_, _, month) => (month.map(str::to_owned), ""),
        };
        let rest = match (rest, year) {
            (Some(rest), Some(year)) => Some(format!("{rest}{comma} {year}")),
            (rest, year) => rest.or(year),
        };
        let parts: Vec<String> = weekday.map(str::to_owned).into_iter().chain(rest).collect();
        parts.join(", ")
    }

    /// Its year, or the first year of its decade.
    pub(crate) fn first_year(&self) -> Option<u16> {
        self.year.map(|(Year::Year(year) | Year::Decade(year))| year)
    }

    /// The name of its month.
    pub(crate) fn month_name(&self, lang: Lang) -> Option<&'static str> {
        let names = match (self.calendar, lang) {
            (Calendar::Gregorian, Lang::Persian) => GREGORIAN_FA,
            (Calendar::Gregorian, Lang::English) => GREGORIAN_EN,
            (Calendar::Solar, Lang::Persian) => SOLAR_FA,
            (Calendar::Solar, Lang::English) => SOLAR_EN,
            (Calendar::Lunar, Lang::Persian) => LUNAR_FA,
            (Calendar::Lunar, Lang::English) => LUNAR_EN,
        };
        let index = usize::from(self.month?).checked_sub(1)?;
        names.get(index).copied()
    }
}

impl Weekday {
    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        let names = match lang {
            Lang::Persian => WEEKDAYS_FA,
            Lang::English => WEEKDAYS_EN,
        };
        let index = Self::ALL.iter().position(|day| *day == self);
        names[index.unwrap_or(0)]
    }
}
