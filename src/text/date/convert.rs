//! One day in another calendar, by `icu_calendar` (ICU4X).
//!
//! The solar calendar is the official one of Iran, with the true equinox at Tehran's meridian (ICU4X takes
//! the years that the 33-year rule gets wrong from the University of Tehran's tables); the lunar one is Umm al-Qura.

use icu_calendar::cal::{Hijri, Iso, Persian};
use icu_calendar::{AsCalendar, Date as IcuDate};

use super::value::{Calendar, Date, Weekday, Year};

/// The most days by which a month that begins with the sighted moon differs from one of Umm al-Qura.
const SIGHTING: i64 = 2;

impl Date {
    /// The same day in another calendar; `None` where the date is not a whole one.
    pub fn to(&self, calendar: Calendar) -> Option<Self> {
        let (year, month, day) = match calendar {
            Calendar::Gregorian => ymd(&self.iso()?),
            Calendar::Solar => ymd(&self.iso()?.to_calendar(Persian)),
            Calendar::Lunar => ymd(&self.iso()?.to_calendar(Hijri::new_umm_al_qura())),
        }?;
        Some(Self { weekday: self.weekday, ..Self::of_day(calendar, year, month, day)? })
    }

    /// Whether both dates are one day, whatever weekday they name; `None` where one of them is not a whole date.
    ///
    /// A day of the lunar calendar can be one of five days of another: which one it was depended on the sighting of the
    /// moon.
    pub fn is_day_of(&self, other: &Self) -> Option<bool> {
        let is_lunar = |date: &Self| date.calendar == Calendar::Lunar;
        let most = if is_lunar(self) == is_lunar(other) { 0 } else { SIGHTING };
        Some((self.day_number()? - other.day_number()?).abs() <= most)
    }

    /// The place of the day in the order of all days, the same in every calendar; `None` where the date is not a whole
    /// one.
    pub(crate) fn day_number(&self) -> Option<i64> {
        Some(self.iso()?.to_rata_die().to_i64_date())
    }

    /// The day of the week that the date falls on; `None` where it is not a whole one.
    pub fn falls_on(&self) -> Option<Weekday> {
        use icu_calendar::types::Weekday as Day;
        Some(match self.iso()?.weekday() {
            Day::Saturday => Weekday::Saturday,
            Day::Sunday => Weekday::Sunday,
            Day::Monday => Weekday::Monday,
            Day::Tuesday => Weekday::Tuesday,
            Day::Wednesday => Weekday::Wednesday,
            Day::Thursday => Weekday::Thursday,
            Day::Friday => Weekday::Friday,
        })
    }

    /// Whether the calendar has this day, as far as the date says.
    pub(crate) fn is_real(&self) -> bool {
        match (self.year, self.month, self.day) {
            (Some(Year::Year(_)), Some(_), Some(_)) => self.iso().is_some(),
            (_, Some(month), day) => {
                let longest = Self::longest_month(self.calendar, month);
                (1..=12).contains(&month) && day.is_none_or(|day| (1..=longest).contains(&day))
            }
            _ => true,
        }
    }

    fn iso(&self) -> Option<IcuDate<Iso>> {
        let (Some(Year::Year(year)), Some(month), Some(day)) = (self.year, self.month, self.day)
        else {
            return None;
        };
        let year = i32::from(year);
        match self.calendar {
            Calendar::Gregorian => IcuDate::try_new_iso(year, month, day).ok(),
            Calendar::Solar => {
                let date = IcuDate::try_new_persian(year, month, day).ok()?;
                Some(date.to_calendar(Iso))
            }
            Calendar::Lunar => {
                let calendar = Hijri::new_umm_al_qura();
                let date = IcuDate::try_new_hijri_with_calendar(year, month, day, calendar).ok()?;
                Some(date.to_calendar(Iso))
            }
        }
    }
}

fn ymd<C: AsCalendar>(date: &IcuDate<C>) -> Option<(u16, u8, u8)> {
    let year = u16::try_from(date.year().extended_year()).ok()?;
    Some((year, date.month().ordinal, date.day_of_month().0))
}

#[cfg(test)]
mod tests {
    use super::{Calendar, Date, Weekday};

    #[track_caller]
    fn same_day(solar: (u16, u8, u8), gregorian: (u16, u8, u8)) {
        let solar = Date::of_day(Calendar::Solar, solar.0, solar.1, solar.2).expect("a real day");
        let (y, m, d) = gregorian;
        let gregorian = Date::of_day(Calendar::Gregorian, y, m, d).expect("a real day");
        assert_eq!(solar.to(Calendar::Gregorian), Some(gregorian));
        assert_eq!(gregorian.to(Calendar::Solar), Some(solar));
    }

    #[test]
    fn known_days() {
        same_day((1404, 4, 21), (2025, 7, 12));
        same_day((1357, 11, 22), (1979, 2, 11));
        same_day((1300, 1, 1), (1921, 3, 21));
        same_day((1399, 12, 30), (2021, 3, 20));
        same_day((1403, 1, 1), (2024, 3, 20));
        same_day((1404, 1, 1), (2025, 3, 21));
        same_day((1408, 12, 30), (2030, 3, 20));
    }

    /// The leap years that the Institute of Geophysics of the University of Tehran announced or tabled.
    #[test]
    fn leap_years() {
        let leap = [
            1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362,
            1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408,
        ];
        for year in 1306..=1408 {
            let day = Date::of_day(Calendar::Solar, year, 12, 30);
            assert_eq!(day.is_some(), leap.contains(&year), "{year}");
        }
    }

    #[test]
    fn weekdays_and_the_lunar_calendar() {
        let day = Date::of_day(Calendar::Lunar, 1446, 9, 1).expect("a real day");
        let ramadan = Date::of_day(Calendar::Gregorian, 2025, 3, 1);
        assert_eq!(day.to(Calendar::Gregorian), ramadan);
        assert_eq!(day.falls_on(), Some(Weekday::Saturday));
    }

    #[test]
    fn days_of_the_sighted_moon() {
        let lunar = |y, m, d| Date::of_day(Calendar::Lunar, y, m, d).expect("a real day");
        let gregorian = |y, m, d| Date::of_day(Calendar::Gregorian, y, m, d).expect("a real day");
        assert_eq!(lunar(1447, 1, 10).is_day_of(&gregorian(2025, 7, 6)), Some(true));
        assert_eq!(gregorian(2025, 3, 31).is_day_of(&lunar(1446, 10, 1)), Some(true));
        assert_eq!(lunar(1400, 1, 1).is_day_of(&gregorian(1979, 11, 20)), Some(true));
        assert_eq!(lunar(1447, 1, 10).is_day_of(&gregorian(2025, 7, 8)), Some(false));
        assert_eq!(lunar(1447, 1, 10).is_day_of(&lunar(1447, 1, 11)), Some(false));
        let month = Date { day: None, ..lunar(1447, 1, 10) };
        assert_eq!(month.is_day_of(&gregorian(2025, 7, 6)), None);
        let solar = Date::of_day(Calendar::Solar, 1404, 4, 21).expect("a real day");
        assert_eq!(solar.is_day_of(&gregorian(2025, 7, 13)), Some(false));
    }
}
