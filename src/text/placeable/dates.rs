//! Dates: ۲۱ تیر ۱۴۰۴, ژوئن ۲۰۲۴, شنبه, July 12, 2025, 2025-07-12, سال ۱۴۰۳, the 1990s.

use super::names::{ERAS, SHORT_WEEKDAYS};
use super::scanner::{Read, Scanner, read};
use super::tokens::Token;
use super::value::Value;
use crate::text::Lang;
use crate::text::date::{
    Calendar, Date, MonthName, Needs, Weekday, Year, month_names, weekday_names,
};
use crate::text::fold::Gap;
use crate::text::number::{Figure, Quantity};

/// After one of these, what looks like a day is a part of the month: «نیمه اول اکتبر».
const PARTS_OF_MONTHS: [&str; 4] = ["نیمه", "نیم", "هفته", "دهه"];

/// Words after which a weekday is the name of a paper: The Sunday Times.
const PAPERS: [&str; 7] = ["times", "telegraph", "mirror", "mail", "express", "herald", "post"];

/// The numbers that are taken for years after one of a few words.
const YEARS: std::ops::RangeInclusive<u16> = 1500..=2199;

impl Scanner<'_> {
    /// A date, whole or in part, where it is certainly one.
    ///
    /// `place` is the ordinal at `at`.
    pub(super) fn date(&self, at: usize, place: Option<&Read<Quantity>>) -> Option<Read<Value>> {
        if let Some(date) = self.numeric(at) {
            return Some(date);
        }
        let date = match self.weekday(at) {
            Some(day) => self.with_weekday(&day),
            None => self.undated(at, place),
        };
        date.map(|date| date.map(Value::Date))
    }

    /// 2025-07-12, ۱۴۰۴/۰۴/۲۱, ۱۴۴۶/۹/۱ قمری; 12/07/2025, which can be one of two days.
    fn numeric(&self, at: usize) -> Option<Read<Value>> {
        let figure = self.token(at)?.figure()?;
        let (Figure::YearFirst(year, ..) | Figure::YearLast(.., year)) = *figure else {
            return None;
        };
        let era = self.era(at + 1).filter(|era| has_year(era.value, year));
        let (calendar, end) = match era {
            Some(era) => (era.value, era.end),
            None => (Calendar::of_year(year)?, at + 1),
        };
        let value = match *figure {
            Figure::YearFirst(_, month, day) => {
                Value::Date(Date::of_day(calendar, year, month, day)?)
            }
            Figure::YearLast(first, second, _) => year_last(first, second, calendar, year)?,
            _ => return None,
        };
        read(value, end)
    }

    /// The weekday with the date after it, or alone if it is not abbreviated.
    fn with_weekday(&self, day: &Read<(Weekday, bool)>) -> Option<Read<Date>> {
        let (weekday, is_short) = day.value;
        let next = if is_short { self.past_mark(day.end, '.') } else { day.end };
        let day_at = self.past_mark(next, ',');
        let (place, month) = (self.place_at(day_at), self.month(day_at));
        let date = self.day_and_month(day_at, place.as_ref(), month);
        let date = date.map(|date| date.map(|date| Date { weekday: Some(weekday), ..date }));
        let alone = Date { weekday: Some(weekday), ..Date::of(Calendar::Gregorian) };
        let is_plural =
            self.is_word(day.end, &["ها", "های", "هایی"]) || self.is_word(day.end, &PAPERS);
        date.or_else(|| read(alone, day.end).filter(|_| !is_short && !is_plural))
    }

    /// The weekday at `at`, and whether it is abbreviated.
    pub(super) fn weekday(&self, at: usize) -> Option<Read<(Weekday, bool)>> {
        self.token(at).filter(|first| first.role.opens_weekday && self.may_be_name(first))?;
        let known = |letters: &str| {
            let whole = weekday_names(self.lang).get(letters);
            let short = || SHORT_WEEKDAYS.iter().find(|(short, _)| *short == letters);
            match (whole, self.lang) {
                (Some(day), _) => Some((*day, false)),
                (None, Lang::English) => short().map(|(_, day)| (*day, true)),
                (None, Lang::Persian) => None,
            }
        };
        self.name(at, 3, |role| role.opens_weekday, known)
    }

    /// Whether a token can begin the name of a month or weekday, which has a capital in English.
    fn may_be_name(&self, first: &Token<'_>) -> bool {
        self.lang == Lang::Persian || self.is_capitalized(first)
    }

    fn undated(&self, at: usize, place: Option<&Read<Quantity>>) -> Option<Read<Date>> {
        let month = self.month(at);
        let date = self.day_and_month(at, place, month);
        let date = match (&month, date) {
            (Some(month), Some(date)) => Some(self.with_shared_year(month, date)),
            (_, date) => date,
        };
        date.or_else(|| self.sharing_month(at, place))
            .or_else(|| self.month_and_year(at, month?))
            .or_else(|| self.decade(at))
            .or_else(|| self.year_alone(at))
    }

    /// ۲۱ تیر ۱۴۰۴; سوم خرداد; 12 July 2025; July 12, 2025.
    ///
    /// `place` is the ordinal at `at`, `month` the month there.
    pub(super) fn day_and_month(
        &self,
        at: usize,
        place: Option<&Read<Quantity>>,
        month: Option<Read<MonthName>>,
    ) -> Option<Read<Date>> {
        let (day, month) = match self.day(at, place) {
            Some(day) => {
                let month_at = match self.lang {
                    Lang::English => day.end + usize::from(self.is_word(day.end, &["of"])),
                    Lang::Persian => day.end,
                };
                (day.value, self.month(month_at)?)
            }
            None if self.lang == Lang::English => {
                let month = month?;
                let day = self.day(month.end, self.place_at(month.end).as_ref())?;
                (day.value, Read { end: day.end, ..month })
            }
            None => return None,
        };
        let date = Date {
            month: Some(month.value.month),
            day: Some(day),
            ..Date::of(month.value.calendar)
        };
        let is_may = self.lang == Lang::Persian && self.is_verb_prefix(month.end - 1);
        let dated = self.with_year(date, month.end);
        let may_be_alone = match month.value.needs {
            Needs::Nothing | Needs::DayOrYear => !is_may,
            Needs::DayInFigures => self.is_day_in_figures(at, month.end),
            Needs::DayAndYear => self.is_certain_day(at, month.end),
        };
        let date = dated.or_else(|| read(date, month.end).filter(|_| may_be_alone))?;
        date.value.is_real().then_some(date)
    }

    /// Whether a day in figures stands at `at`, up to `end`, and its month is not part of a compound: «۱۷ سنبله», but
    /// not «۵ حمل‌ونقل».
    fn is_day_in_figures(&self, at: usize, end: usize) -> bool {
        let is_figure = self.token(at).is_some_and(|day| day.figure().is_some());
        let is_compound = self.token(end).is_some_and(|next| next.gap == Gap::Half)
            || self.past_words(end, &["و", "نقل"]).is_some();
        is_figure && !is_compound || self.is_certain_day(at, end)
    }

    /// Whether a day certainly stands at `at`, up to `end`, whatever else the name of its month can mean: «روز ۱۶
    /// میزان», «(۱۶ میزان)», «۱۵ سرطان (۶ جولای)», «یکشنبه، ۱۶ میزان», «۱۶ میزان سال جاری».
    fn is_certain_day(&self, at: usize, end: usize) -> bool {
        let past_comma = at - usize::from(at > 0 && self.is_mark(at - 1, ','));
        let is_weekday =
            self.word_before(past_comma).is_some_and(|day| day.ends_with("شنبه") || day == "جمعه");
        let is_said = is_weekday
            || matches!(self.word_before(at), Some("روز" | "مورخ" | "تاریخ"))
            || self.is_word(end, &["سال", "ماه", "امسال"]);
        let is_alone = at > 0 && self.is_mark(at - 1, '(') && self.is_mark(end, ')');
        let is_glossed = self.is_mark(end, '(')
            && self.day(end + 1, None).is_some_and(|day| {
                let month = self.month(day.end);
                month.is_some_and(|month| month.value.calendar == Calendar::Gregorian)
            });
        is_said || is_alone || is_glossed
    }

    /// Whether «می» at `at` can be the beginning of a verb: a Persian word follows it.
    fn is_verb_prefix(&self, at: usize) -> bool {
        self.is_word(at, &["می"])
            && self.word(at + 1).is_some_and(|word| !["سال", "ماه"].contains(&word))
    }

    /// ژوئن ۲۰۲۴, «تیرماه», June 2024; ژوئن alone, where the word has no other meaning.
    fn month_and_year(&self, at: usize, month: Read<MonthName>) -> Option<Read<Date>> {
        let date = Date { month: Some(month.value.month), ..Date::of(month.value.calendar) };
        if matches!(month.value.needs, Needs::DayInFigures | Needs::DayAndYear) {
            return None;
        }
        if let Some(dated) = self.with_year(date, month.end) {
            return Some(dated);
        }
        let is_said = self.lang == Lang::Persian
            && (self.is_word(at, &["ماه"]) || self.tokens[month.end - 1].folded.ends_with("ماه"))
            && !self.is_verb_prefix(month.end - 1);
        let certain =
            month.value.needs == Needs::Nothing || is_said || self.is_placed_month(at, &month);
        certain.then_some(Read { value: date, end: month.end })
    }

    /// The date with the year at `at`.
    pub(super) fn with_year(&self, date: Date, at: usize) -> Option<Read<Date>> {
        let year_at = match self.lang {
            Lang::Persian => at + usize::from(self.is_word(at, &["سال"])),
            Lang::English => self.past_mark(at, ','),
        };
        let year = self.year(year_at)?;
        let fits = has_year(date.calendar, year);
        let value = Date { year: Some(Year::Year(year)), ..date };
        let end = match self.era(year_at + 1) {
            Some(era) if self.lang == Lang::Persian => era.end,
            _ => year_at + 1,
        };
        (fits && value.is_real()).then_some(Read { value, end })
    }

    /// دهه ۱۹۹۰; 1990s, the 1990s.
    fn decade(&self, at: usize) -> Option<Read<Date>> {
        let year_at = at + usize::from(self.is_word(at, &["the", "دهه"]));
        let is_said = match self.lang {
            Lang::Persian => year_at > at,
            Lang::English => {
                let ending = self.token(year_at + 1).filter(|token| token.is_attached());
                ending.is_some_and(|ending| ending.word() == Some("s"))
            }
        };
        let year = self.year(year_at).filter(|year| is_said && year % 10 == 0)?;
        let mut end = year_at + 1 + usize::from(self.lang == Lang::English);
        let mut calendar = Calendar::of_year(year).unwrap_or(Calendar::Gregorian);
        if let Some(era) = self.era(end) {
            (calendar, end) = (era.value, era.end);
        }
        read(Date { year: Some(Year::Decade(year)), ..Date::of(calendar) }, end)
    }

    /// سال ۱۴۰۳; the year in "in 2024"; 1403 SH.
    fn year_alone(&self, at: usize) -> Option<Read<Date>> {
        let is_said = self.is_word(at, &["سال"]) && self.lang == Lang::Persian;
        let year_at = at + usize::from(is_said);
        let year = self.year(year_at)?;
        let before = self.word_before(at).unwrap_or("");
        let placed = ["in", "since", "until", "during", "early", "late"];
        let is_placed =
            self.lang == Lang::English && placed.contains(&before) && YEARS.contains(&year);
        let (calendar, end) = match self.era(year_at + 1) {
            Some(era) if is_said || self.lang == Lang::English => (era.value, era.end),
            _ if is_said || is_placed => (Calendar::of_year(year)?, year_at + 1),
            _ => return None,
        };
        read(Date { year: Some(Year::Year(year)), ..Date::of(calendar) }, end)
    }

    /// The calendar that the words at `at` name: میلادی, SH.
    fn era(&self, at: usize) -> Option<Read<Calendar>> {
        if self.lang == Lang::Persian {
            let era = |letters: &str| ERAS.iter().find(|(name, _)| *name == letters);
            return Some(
                self.name(at, 2, |role| role.opens_name, era)?.map(|(_, calendar)| *calendar),
            );
        }
        let calendar = match self.original(self.token(at)?) {
            "SH" => Calendar::Solar,
            "AH" => Calendar::Lunar,
            _ => return None,
        };
        read(calendar, at + 1)
    }

    /// A figure of four digits, which can be a year; three digits, as the lunar calendar could have, are not taken for
    /// one.
    fn year(&self, at: usize) -> Option<u16> {
        let token = self.token(at)?;
        let Figure::Plain(number) = token.figure()? else {
            return None;
        };
        let year = u16::try_from(number.to_u64()?).ok()?;
        (token.folded.len() == 4 && (1000..3000).contains(&year)).then_some(year)
    }

    /// The day of a month: 21, ۲۱ام, سوم, twelfth; `place` is the ordinal at `at`.
    pub(super) fn day(&self, at: usize, place: Option<&Read<Quantity>>) -> Option<Read<u8>> {
        let token = self.token(at)?;
        let is_part = self.word_before(at).is_some_and(|word| PARTS_OF_MONTHS.contains(&word));
        let day = match token.figure() {
            _ if is_part => None,
            _ if self.lang == Lang::Persian && token.word() == Some("اول") => read(1, at + 1),
            Some(Figure::Plain(number)) if token.folded.len() <= 2 => {
                let end = place.map_or(at + 1, |place| place.end);
                read(number.to_u64()?, end)
            }
            Some(_) => None,
            None => {
                let place = place?;
                read(place.value.number.to_u64()?, place.end)
            }
        }?;
        let value = u8::try_from(day.value).ok().filter(|day| (1..=31).contains(day))?;
        read(value, day.end)
    }

    /// The name of a month at `at`, with «ماه» or the point of an abbreviation after it.
    pub(super) fn month(&self, at: usize) -> Option<Read<MonthName>> {
        let first = self.token(at).filter(|first| self.may_be_name(first))?;
        let is_persian = self.lang == Lang::Persian;
        let month_at = at + usize::from(is_persian && first.word() == Some("ماه"));
        let known = |letters: &str| {
            let stem = letters.strip_suffix("ماه").filter(|_| is_persian);
            let names = month_names(self.lang);
            names.get(letters).or_else(|| names.get(stem?)).copied()
        };
        let mut month = self.name(month_at, 4, |role| role.opens_month, known)?;
        let is_verb = self.token(month.end).is_some_and(|next| next.gap == Gap::Half)
            && self.is_word(month.end - 1, &["می"]);
        if is_verb {
            return None;
        }
        let is_short = !is_persian && self.tokens[month.end - 1].folded.len() <= 4;
        let has_point =
            self.token(month.end).is_some_and(|t| t.is_attached() && t.mark() == Some('.'));
        let goes_on = self.token(month.end + 1).is_some_and(|next| next.figure().is_some());
        month.end += usize::from(is_short && has_point && goes_on);
        Some(month)
    }
}

/// Whether news mentions such a year in this calendar.
fn has_year(calendar: Calendar, year: u16) -> bool {
    match calendar {
        Calendar::Gregorian => year >= 1500,
        Calendar::Solar => (1200..1500).contains(&year),
        Calendar::Lunar => (1..1500).contains(&year),
    }
}

/// 12/07/2025 as one date, or as two possible ones.
fn year_last(first: u8, second: u8, calendar: Calendar, year: u16) -> Option<Value> {
    let day_first = Date::of_day(calendar, year, second, first);
    let month_first = Date::of_day(calendar, year, first, second);
    match (day_first, month_first) {
        (Some(date), _) if calendar != Calendar::Gregorian => Some(Value::Date(date)),
        (Some(a), Some(b)) if a != b => Some(Value::AmbiguousDate(a, b)),
        (Some(date), _) | (None, Some(date)) => Some(Value::Date(date)),
        (None, None) => None,
    }
}
