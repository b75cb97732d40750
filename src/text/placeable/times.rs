//! Times of day: ساعت ۱۴:۳۰, ۱۰ صبح, 10:30 p.m., 1330 GMT.

use super::names::{Half, PARTS};
use super::scanner::{Read, Scanner, read};
use super::value::Value;
use crate::text::Lang;
use crate::text::date::Time;
use crate::text::number::Figure;

impl Half {
    fn is_after_noon(self, hour: u8) -> bool {
        match self {
            Self::Before => false,
            Self::After => true,
            Self::Noon => hour != 11,
            Self::Night => (5..12).contains(&hour),
        }
    }
}

impl Scanner<'_> {
    /// A time of day, where it is certainly one.
    pub(super) fn time(&self, at: usize) -> Option<Read<Value>> {
        let time = match self.lang {
            Lang::Persian => self.persian_time(at),
            Lang::English => self.english_time(at),
        };
        time.map(|time| time.map(Value::Time))
    }

    fn persian_time(&self, at: usize) -> Option<Read<Time>> {
        let is_said = self.is_word(at, &["ساعت"]);
        let is_duration = at > 0
            && (self.tokens[at - 1].figure().is_some() || self.number_word(at - 1).is_some());
        if is_said && is_duration {
            return None;
        }
        let figure_at = at + usize::from(is_said);
        let (mut time, mut end) = self.clock(figure_at)?;
        let is_clock = matches!(self.tokens[figure_at].figure(), Some(Figure::Clock(..)));
        if let Some(minute) = self.sixtieth(end, "دقیقه").filter(|_| is_said && !is_clock) {
            (time.minute, end) = (minute.value, minute.end);
            if let Some(second) = self.sixtieth(end, "ثانیه") {
                (time.second, end) = (Some(second.value), second.end);
            }
        }
        let half = self.name(
            end,
            3,
            |role| role.opens_name,
            |letters| {
                let part = PARTS.iter().find(|(name, _)| *name == letters);
                part.map(|(_, half)| *half)
            },
        );
        let Some(half) = half else {
            return (is_said || is_clock).then_some(Read { value: time, end });
        };
        let is_certain = match half.value {
            _ if is_said || is_clock => true,
            Half::Noon => time.hour == 12,
            Half::Night => false,
            Half::Before | Half::After => true,
        };
        let value = halved(time, half.value.is_after_noon(time.hour))?;
        is_certain.then_some(Read { value, end: half.end })
    }

    /// «و ۳۰ دقیقه», after an hour, and «و ۴۵ ثانیه», after that.
    fn sixtieth(&self, at: usize, name: &str) -> Option<Read<u8>> {
        let Some(Figure::Plain(number)) = self.token(at + 1)?.figure() else {
            return None;
        };
        let value = number.to_u64().and_then(|n| u8::try_from(n).ok()).filter(|n| *n < 60)?;
        let is_said = self.is_word(at, &["و"]) && self.is_word(at + 2, &[name]);
        is_said.then_some(Read { value, end: at + 3 })
    }

    fn english_time(&self, at: usize) -> Option<Read<Time>> {
        if let Some(time) = self.zoned(at) {
            return Some(time);
        }
        let (time, end) = self.clock(at)?;
        let is_clock = matches!(self.tokens[at].figure(), Some(Figure::Clock(..)));
        if let Some(half) = self.half(end) {
            let is_hour = (1..=12).contains(&time.hour);
            return read(halved(time, half.value)?, half.end).filter(|_| is_hour);
        }
        let is_whole = self.is_word(end, &["o"])
            && self.is_mark(end + 1, '\'')
            && self.is_word(end + 2, &["clock"]);
        match self.tokens[at].figure() {
            _ if is_whole && !is_clock => read(time, end + 3),
            Some(Figure::Clock(..)) => read(time, end),
            _ => None,
        }
    }

    /// 1330 before GMT, UTC or "local time", as agencies write it.
    fn zoned(&self, at: usize) -> Option<Read<Time>> {
        let token = self.token(at)?;
        let is_plain = matches!(token.figure()?, Figure::Plain(_)) && token.folded.len() == 4;
        let is_zone = self.is_word(at + 1, &["gmt", "utc"])
            || self.past_words(at + 1, &["local", "time"]).is_some();
        let (hour, minute) = token.folded.split_at_checked(2)?;
        let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
        let time = Time { hour, minute, second: None, certain: true };
        let is_time = is_plain && is_zone && hour < 24 && minute < 60;
        read(time, at + 1).filter(|_| is_time)
    }

    /// "a.m." or "pm": whether it is after noon.
    fn half(&self, at: usize) -> Option<Read<bool>> {
        match self.word(at)? {
            "am" => read(false, at + 1),
            "pm" => read(true, at + 1),
            half @ ("a" | "p") if self.is_mark(at + 1, '.') && self.is_word(at + 2, &["m"]) => {
                let is_closed = self.is_mark(at + 3, '.') && self.tokens[at + 3].is_attached();
                read(half == "p", at + 3 + usize::from(is_closed))
            }
            _ => None,
        }
    }

    /// The figure at `at` as a time: 14:30, 14; and 10.30 where English says which half.
    fn clock(&self, at: usize) -> Option<(Time, usize)> {
        let token = self.token(at)?;
        let (hour, minute, second) = match token.figure()? {
            Figure::Clock(hour, minute, second) => (*hour, *minute, *second),
            Figure::Plain(number) if token.folded.len() <= 2 => {
                (u8::try_from(number.to_u64()?).ok()?, 0, None)
            }
            Figure::Number(_) if self.lang == Lang::English && self.half(at + 1).is_some() => {
                let (hour, minute) = token.folded.split_once('.')?;
                let is_minute = minute.len() == 2;
                (hour.parse().ok()?, minute.parse().ok().filter(|_| is_minute)?, None)
            }
            _ => return None,
        };
        let certain = hour > 12 || hour == 0;
        let time = Time { hour, minute, second, certain };
        (hour < 24 && minute < 60).then_some((time, at + 1))
    }
}

/// A time on the twelve-hour clock in its half of the day; one on the twenty-four-hour clock as it is.
fn halved(time: Time, after_noon: bool) -> Option<Time> {
    if time.certain {
        return Some(time);
    }
    let second = time.second;
    let half = Time::of_half(time.hour, time.minute, after_noon)?;
    Some(Time { second, ..half })
}
