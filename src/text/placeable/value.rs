//! What a placeable is, and its canonical form.

use std::fmt;

use crate::text::Span;
use crate::text::date::{Date, Time};
use crate::text::number::{Currency, Number, Quantity};

/// Something in a text that is carried over by rule, not translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeable {
    /// Where it stands in the original text.
    pub span: Span,
    /// What it says.
    pub value: Value,
}

/// What a placeable says, whatever the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(Quantity),
    /// A percentage.
    Percent(Quantity),
    /// A sum of money.
    Amount(Quantity, Currency),
    /// A range of numbers.
    Range(Range),
    /// An ordinal number.
    Ordinal(Quantity),
    /// A day, a month, a year, a weekday.
    Date(Date),
    /// 12/07/2025: the reading with the day first, and the one with the month first.
    AmbiguousDate(Date, Date),
    /// A time of day.
    Time(Time),
    /// The address of a page.
    Url(String),
    /// An e-mail address.
    Email(String),
    /// A hashtag, with its sign.
    Hashtag(String),
    /// The name of an account, with its `@`.
    Handle(String),
    /// Letters with digits: S-400; always in Latin letters, whatever the text has.
    Code(String),
    /// A word in Latin letters inside Persian.
    LatinWord(String),
}

/// Two numbers with what they count, the lower one first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The lower end.
    pub low: Quantity,
    /// The upper end.
    pub high: Quantity,
    /// What both count.
    pub unit: Unit,
}

/// What a number counts, where that is part of the placeable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Anything: the unit is not part of the placeable.
    None,
    /// Hundredths.
    Percent,
    /// Money.
    Money(Currency),
}

/// The kinds of placeables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is described at the Value of its name")]
pub enum PlaceableKind {
    Number,
    Percent,
    Amount,
    Range,
    Ordinal,
    Date,
    Time,
    Url,
    Email,
    Hashtag,
    Handle,
    Code,
    LatinWord,
}

impl Value {
    /// Its kind; an ambiguous date is a date.
    pub fn kind(&self) -> PlaceableKind {
        match self {
            Self::Number(_) => PlaceableKind::Number,
            Self::Percent(_) => PlaceableKind::Percent,
            Self::Amount(..) => PlaceableKind::Amount,
            Self::Range(_) => PlaceableKind::Range,
            Self::Ordinal(_) => PlaceableKind::Ordinal,
            Self::Date(_) | Self::AmbiguousDate(..) => PlaceableKind::Date,
            Self::Time(_) => PlaceableKind::Time,
            Self::Url(_) => PlaceableKind::Url,
            Self::Email(_) => PlaceableKind::Email,
            Self::Hashtag(_) => PlaceableKind::Hashtag,
            Self::Handle(_) => PlaceableKind::Handle,
            Self::Code(_) => PlaceableKind::Code,
            Self::LatinWord(_) => PlaceableKind::LatinWord,
        }
    }

    /// Whether both say the same: equal canonical forms, or one day in two calendars, according to [`Date::is_day_of`].
    pub fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Date(a), Self::Date(b)) if a.calendar != b.calendar => {
                a.weekday == b.weekday && a.is_day_of(b) == Some(true)
            }
            (Self::Time(a), Self::Time(b)) => a.agrees(*b),
            _ => self.to_string() == other.to_string(),
        }
    }

    /// A number with its `unit`.
    pub(super) fn counted(quantity: Quantity, unit: Unit) -> Self {
        match unit {
            Unit::None => Self::Number(quantity),
            Unit::Percent => Self::Percent(quantity),
            Unit::Money(currency) => Self::Amount(quantity, currency),
        }
    }

    /// The number, where it is one.
    pub fn number(&self) -> Option<&Number> {
        match self {
            Self::Number(q) | Self::Percent(q) | Self::Amount(q, _) | Self::Ordinal(q) => {
                Some(&q.number)
            }
            _ => None,
        }
    }

    /// The numbers of a number, a sum, a share or a range; none of a date, a time or a code.
    pub fn quantities(&self) -> impl Iterator<Item = &Quantity> {
        let [one, other] = match self {
            Self::Number(q) | Self::Percent(q) | Self::Amount(q, _) | Self::Ordinal(q) => {
                [Some(q), None]
            }
            Self::Range(range) => [Some(&range.low), Some(&range.high)],
            _ => [None, None],
        };
        one.into_iter().chain(other)
    }
}

/// The canonical form: `10000`, `12%`, `2500000000 USD`, `10..12%`, `1404-04-21 SH`, `14:30`.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) | Self::Ordinal(number) => number.fmt(f),
            Self::Percent(number) => write!(f, "{number}%"),
            Self::Amount(number, currency) => write!(f, "{number} {}", currency.code()),
            Self::Range(range) => range.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::AmbiguousDate(day_first, month_first) => write!(f, "{day_first}|{month_first}"),
            Self::Time(time) => time.fmt(f),
            Self::Url(text)
            | Self::Email(text)
            | Self::Hashtag(text)
            | Self::Handle(text)
            | Self::Code(text)
            | Self::LatinWord(text) => f.write_str(text),
        }
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.low, self.high)?;
        match self.unit {
            Unit::None => Ok(()),
            Unit::Percent => f.write_str("%"),
            Unit::Money(currency) => write!(f, " {}", currency.code()),
        }
    }
}
