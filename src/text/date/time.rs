//! A time of day, and how each language writes it.

use std::fmt;

use crate::text::Lang;

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// The second, where it is said.
    pub second: Option<u8>,
    /// Whether the half of the day is certain: "10:30" alone can be before noon or after it.
    pub certain: bool,
}

impl Time {
    /// The time at `hour`, 12 or 1 to 11, of the half of the day before or after noon.
    pub(crate) fn of_half(hour: u8, minute: u8, after_noon: bool) -> Option<Self> {
        let hour = match hour {
            13.. => return None,
            12 => 0,
            hour => hour,
        };
        Some(Self {
            hour: if after_noon { hour + 12 } else { hour },
            minute,
            second: None,
            certain: true,
        })
    }

    /// Whether both can be the same time: 7:00, of which the half is not certain, and 19:00.
    pub(crate) fn agrees(self, other: Self) -> bool {
        let half = |time: Self| (time.hour % 12, time.minute, time.second);
        let is_certain = self.certain && other.certain;
        half(self) == half(other) && (!is_certain || self.hour == other.hour)
    }

    /// The time as `lang` writes it: 2:30 p.m.; ساعت ۱۴:۳۰.
    pub fn write(self, lang: Lang) -> String {
        match lang {
            Lang::Persian => self.persian(),
            Lang::English => self.english(),
        }
    }

    fn english(self) -> String {
        if !self.certain {
            return self.shown();
        }
        let half = if self.hour < 12 { "a.m." } else { "p.m." };
        let hour = match self.hour % 12 {
            0 => 12,
            hour => hour,
        };
        match (self.minute, self.second) {
            (0, None) => format!("{hour} {half}"),
            (minute, None) => format!("{hour}:{minute:02} {half}"),
            (minute, Some(second)) => format!("{hour}:{minute:02}:{second:02} {half}"),
        }
    }

    /// The canonical form with its hour as people write it: 7:05, but 00:05.
    fn shown(self) -> String {
        let canonical = self.to_string();
        match canonical.strip_prefix('0') {
            Some(shown) if self.hour > 0 => shown.to_owned(),
            _ => canonical,
        }
    }

    fn persian(self) -> String {
        let part = match self.hour {
            _ if !self.certain => "",
            1..=11 => " صبح",
            12 => " ظهر",
            _ => "",
        };
        let time = match (self.minute, self.second) {
            (0, None) => self.hour.to_string(),
            _ => self.shown(),
        };
        format!("ساعت {}{part}", Lang::Persian.digits(&time))
    }
}

/// Hours and minutes, and seconds where they are said: `14:30`.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        match self.second {
            Some(second) => write!(f, ":{second:02}"),
            None => Ok(()),
        }
    }
}
