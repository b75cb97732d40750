//! Days that share a month: «۵ و ۶ سپتامبر», «۵ و ۶ و ۱۰ سپتامبر», September 5 and 6, «۲۱ تا ۲۳ تیر ۱۴۰۴», 2–4 October.
//!
//! Each of them is a date of its own, at the place of its day. Persian has the month after the last day, English also
//! before the first one; the year stands after the last one.

use super::scanner::{Read, Scanner, read};
use super::tokens::Token;
use crate::text::Lang;
use crate::text::date::{Date, MonthName};
use crate::text::number::Quantity;

/// The words and marks before the last day of several.
const JOINTS: [&str; 8] = ["و", "یا", "تا", "الی", "and", "or", "to", "through"];

/// The most days in a list.
const MOST: usize = 6;

/// Words that can follow "September 5 and 6"; any other word may be what is counted: "6 soldiers".
const GOES_ON: [&str; 22] = [
    "in", "at", "for", "with", "by", "to", "from", "when", "while", "as", "after", "before",
    "during", "and", "or", "but", "the", "amid", "between", "this", "last", "next",
];

/// One of several days, and where it begins.
struct Listed {
    at: usize,
    day: Read<u8>,
}

impl Scanner<'_> {
    /// The date of the day at `at`, whose month stands with another day.
    ///
    /// `place` is the ordinal at `at`.
    pub(super) fn sharing_month(
        &self,
        at: usize,
        place: Option<&Read<Quantity>>,
    ) -> Option<Read<Date>> {
        self.before_month(at, place).or_else(|| self.after_month(at))
    }

    /// A day before the month: ۵ in «۵ و ۶ سپتامبر ۲۰۲۵», 5 in "5 and 6 September 2025".
    pub(super) fn before_month(
        &self,
        at: usize,
        place: Option<&Read<Quantity>>,
    ) -> Option<Read<Date>> {
        let days = self.days(at, place)?;
        let (first, last) = (days.first()?, days.last()?);
        let place = self.place_at(last.at);
        let date = self.day_and_month(last.at, place.as_ref(), None)?;
        on_day(date.value, first.day.value, first.day.end)
    }

    /// A day after the month: 6 in "September 5 and 6, 2025".
    fn after_month(&self, at: usize) -> Option<Read<Date>> {
        let before = at.checked_sub(1).filter(|_| self.lang == Lang::English)?;
        let is_dashed = self.is_dash(before);
        if !self.is_word(before, &JOINTS) && !self.is_mark(before, ',') && !is_dashed {
            return None;
        }
        let starts = (at.saturating_sub(3 * MOST)..before).rev();
        let mut months = starts.filter_map(|start| self.month(start));
        let (month, days) = months.find_map(|month| Some((month, self.days_after(&month)?)))?;
        let mut listed = days.iter().skip(1);
        let day = listed.find(|listed| listed.at == at)?.day;
        let last = days.last()?;
        let dated = self.with_last_year(&month, last);
        if dated.is_none() && !is_dashed && !self.goes_on(last.day.end) {
            return None;
        }
        let date = dated.unwrap_or_else(|| undated(&month, last));
        let end = if at == last.at { date.end } else { day.end };
        on_day(date.value, day.value, end)
    }

    /// The date that begins with `month`, with the year that stands after the last day: of September 5 in "September 5
    /// and 6, 2025".
    pub(super) fn with_shared_year(&self, month: &Read<MonthName>, date: Read<Date>) -> Read<Date> {
        let is_open = self.lang == Lang::English && date.value.year.is_none();
        let days = is_open.then(|| self.days_after(month)).flatten();
        let last = days.as_ref().and_then(|days| days.last());
        let dated = last.and_then(|last| self.with_last_year(month, last));
        date.map(|date| Date { year: dated.map_or(date.year, |dated| dated.value.year), ..date })
    }

    /// The days that are listed after a month.
    fn days_after(&self, month: &Read<MonthName>) -> Option<Vec<Listed>> {
        self.days(month.end, self.place_at(month.end).as_ref())
    }

    /// The last day, where a year stands after it.
    fn with_last_year(&self, month: &Read<MonthName>, last: &Listed) -> Option<Read<Date>> {
        self.with_year(undated(month, last).value, last.day.end)
    }

    /// Two days or more from `at` on, each after the one before, with a joint before the last and commas or joints
    /// before the others.
    ///
    /// `place` is the ordinal at `at`.
    fn days(&self, at: usize, place: Option<&Read<Quantity>>) -> Option<Vec<Listed>> {
        let day = self.day(at, place)?;
        let mut joint = self.joint(day.end)?;
        let mut days = vec![Listed { at, day }];
        while days.len() < MOST {
            let at = joint.end;
            let day = self.day(at, self.place_at(at).as_ref())?;
            let is_later = days.last().is_some_and(|last| last.day.value < day.value);
            if !is_later {
                return None;
            }
            days.push(Listed { at, day });
            let next = self.joint(day.end);
            // In Persian «و» may stand between any two of them.
            let goes_on = self.lang == Lang::Persian && next.is_some_and(|next| next.value);
            if joint.value && !goes_on {
                return Some(days);
            }
            joint = next?;
        }
        None
    }

    /// The end of what stands between two days at `at`, and whether the last day follows it.
    fn joint(&self, at: usize) -> Option<Read<bool>> {
        if self.is_dash(at) {
            return read(true, at + 1);
        }
        let past = self.past_mark(at, ',');
        if self.is_word(past, &JOINTS) {
            read(true, past + 1)
        } else {
            read(false, past).filter(|_| past > at)
        }
    }

    /// Whether a dash stands at `at` with nothing around it.
    fn is_dash(&self, at: usize) -> bool {
        let is_attached = |at| self.token(at).is_some_and(Token::is_attached);
        self.is_mark(at, '-') && is_attached(at) && is_attached(at + 1)
    }

    /// Whether what stands at `at` is not something counted by the day before it.
    fn goes_on(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else {
            return true;
        };
        match token.mark() {
            Some('-') => !token.is_attached(),
            Some(mark) => matches!(mark, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '"' | '\''),
            None => self.is_word(at, &GOES_ON),
        }
    }
}

fn undated(month: &Read<MonthName>, last: &Listed) -> Read<Date> {
    let value = Date {
        month: Some(month.value.month),
        day: Some(last.day.value),
        ..Date::of(month.value.calendar)
    };
    Read { value, end: last.day.end }
}

/// The same date on another day of the month.
fn on_day(date: Date, day: u8, end: usize) -> Option<Read<Date>> {
    let date = Date { day: Some(day), ..date };
    read(date, end).filter(|_| date.is_real())
}
