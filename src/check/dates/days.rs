//! Which days a date in part can be, and whether they are those of one in another calendar.

use std::ops::RangeInclusive;

use crate::check::dates::years::{LATER, LUNAR};
use crate::text::date::{Calendar, Date, Year};

/// Sample years for a date that names none: within four years every offset between the calendars occurs.
const SOLAR_SAMPLE: RangeInclusive<u16> = 1400..=1403;
const GREGORIAN_SAMPLE: RangeInclusive<u16> = 2020..=2025;

/// Whether two dates, solar and Gregorian, can be one day; `None` where they say too little in common.
pub(crate) fn can_meet(one: &Date, other: &Date) -> Option<bool> {
    let have_years = one.year.is_some() && other.year.is_some();
    let have_months = one.month.is_some() && other.month.is_some();
    let is_lunar = [one.calendar, other.calendar].contains(&Calendar::Lunar);
    if is_lunar || !(have_years || have_months) {
        return None;
    }
    let [ones, others] = [(one, other), (other, one)].map(|(date, beside)| {
        let span = |date: &Date, years| {
            let [first, last] = ends(date, years)?;
            Some([first.day_number()?, last.day_number()?])
        };
        let spans = years(date, beside).into_iter();
        let spans = spans.filter_map(|years| span(date, years));
        let lunar = may_be_lunar(date).zip(date.year);
        let lunar = lunar.and_then(|(lunar, year)| span(&lunar, own_years(year)));
        spans.chain(lunar).collect::<Vec<_>>()
    });
    if ones.is_empty() || others.is_empty() {
        return None;
    }
    let meet = |[first, last]: &[i64; 2], [start, end]: &[i64; 2]| first <= end && start <= last;
    Some(ones.iter().any(|one| others.iter().any(|other| meet(one, other))))
}

/// The lunar year that a bare year of the solar calendar can be, which is so far off: «حج سال ۱۴۴۶».
fn may_be_lunar(date: &Date) -> Option<Date> {
    let is_far = matches!(date.year, Some(Year::Year(year)) if LUNAR.contains(&year.into()));
    let is_bare = date.calendar == Calendar::Solar && date.month.is_none();
    (is_far && is_bare).then_some(Date { calendar: Calendar::Lunar, ..*date })
}

/// The months in which a date with a year begins and ends, by `calendar`; `None` where one of the two calendars is
/// lunar.
pub(crate) fn months(date: &Date, calendar: Calendar) -> Option<[Date; 2]> {
    if [date.calendar, calendar].contains(&Calendar::Lunar) {
        return None;
    }
    let [first, last] = ends(date, own_years(date.year?))?;
    let month = |day: Date| {
        let day = day.to(calendar)?;
        Some(Date { day: None, weekday: None, ..day })
    };
    Some([month(first)?, month(last)?])
}

/// The first and the last year of one, or of a decade.
fn own_years(year: Year) -> [u16; 2] {
    match year {
        Year::Year(year) => [year, year],
        Year::Decade(year) => [year, year.saturating_add(9)],
    }
}

/// The years in which a date can be: those that it names, or else those of the other one, or else any.
fn years(date: &Date, other: &Date) -> Vec<[u16; 2]> {
    let is_solar = date.calendar == Calendar::Solar;
    match (date.year, other.year) {
        (Some(year), _) => vec![own_years(year)],
        (None, Some(year)) => {
            let [first, last] = own_years(year);
            let years = if is_solar {
                first.saturating_sub(LATER[1])..=last.saturating_sub(LATER[0])
            } else {
                first.saturating_add(LATER[0])..=last.saturating_add(LATER[1])
            };
            years.map(|year| [year, year]).collect()
        }
        (None, None) => {
            let years = if is_solar { SOLAR_SAMPLE } else { GREGORIAN_SAMPLE };
            years.map(|year| [year, year]).collect()
        }
    }
}

/// The first and the last day of a date, in the first and last of these years; `None` where there is no such day.
fn ends(date: &Date, [first, last]: [u16; 2]) -> Option<[Date; 2]> {
    let day = |year, month, day| Date::of_day(date.calendar, year, month, day);
    match (date.month, date.day) {
        (Some(month), Some(its)) => Some([day(first, month, its)?, day(last, month, its)?]),
        (None, Some(_)) => None,
        (month, None) => {
            let [start, end] = month.map_or([1, 12], |month| [month, month]);
            let mut longest = (28..=31).rev();
            let last = longest.find_map(|its| day(last, end, its))?;
            Some([day(first, start, 1)?, last])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(calendar: Calendar, year: Option<u16>, month: Option<u8>, day: Option<u8>) -> Date {
        let year = year.map(Year::Year);
        Date { year, month, day, ..Date::of(calendar) }
    }

    #[test]
    fn years_and_months_meet_where_their_days_do() {
        let solar = |year, month, day| date(Calendar::Solar, year, month, day);
        let gregorian = |year, month, day| date(Calendar::Gregorian, year, month, day);
        let meet = |one: Date, other: Date, expected: Option<bool>| {
            assert_eq!(can_meet(&one, &other), expected, "{one} {other}");
            assert_eq!(can_meet(&other, &one), expected, "{other} {one}");
        };
        let year = solar(Some(1403), None, None);
        meet(year, gregorian(Some(2024), None, None), Some(true));
        meet(year, gregorian(Some(2025), None, None), Some(true));
        meet(year, gregorian(Some(2023), None, None), Some(false));
        meet(year, gregorian(None, Some(6), None), None);
        let dey = solar(Some(1401), Some(10), None);
        meet(dey, gregorian(Some(2022), Some(12), None), Some(true));
        meet(dey, gregorian(Some(2023), Some(1), None), Some(true));
        meet(dey, gregorian(Some(2022), Some(11), None), Some(false));
        meet(dey, gregorian(None, Some(1), None), Some(true));
        let day = solar(None, Some(3), Some(29));
        meet(day, gregorian(None, Some(6), Some(18)), Some(true));
        meet(day, gregorian(None, Some(6), Some(19)), Some(true));
        meet(day, gregorian(None, Some(1), Some(3)), Some(false));
        meet(day, gregorian(Some(2024), Some(6), None), Some(true));
        meet(solar(None, Some(12), Some(30)), gregorian(None, Some(3), Some(20)), Some(true));
        let decade = Date { year: Some(Year::Decade(1980)), ..Date::of(Calendar::Gregorian) };
        meet(decade, solar(Some(1364), None, None), Some(true));
        meet(decade, solar(Some(1357), None, None), Some(false));
        let pilgrimage = solar(Some(1446), None, None);
        meet(pilgrimage, gregorian(Some(2025), None, None), Some(true));
        meet(pilgrimage, gregorian(Some(2021), None, None), Some(false));
        let lunar = date(Calendar::Lunar, Some(1446), None, None);
        meet(lunar, gregorian(Some(2024), None, None), None);
    }

    #[test]
    fn a_year_goes_from_one_month_to_another() {
        let year = date(Calendar::Solar, Some(1403), None, None);
        let [first, last] = months(&year, Calendar::Gregorian).expect("it has days");
        assert_eq!([first.to_string(), last.to_string()], ["2024-03", "2025-03"]);
    }
}
