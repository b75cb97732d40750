//! What a run of digits with marks between them is: a number, a range, a day, a time of day.
//!
//! Looks at nothing but the run itself. Where a run can be two things, the result says so or is `None`: a value that is
//! not certain is no value.

use super::value::Number;

/// What a run of digits and marks says by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Figure {
    /// Digits alone; may be a day, a year or an hour.
    Plain(Number),
    /// Digits with grouping or a decimal point.
    Number(Number),
    /// A decimal fraction only if what follows says so: ۳/۵ and ۳,۵.
    Perhaps(Number),
    /// Two numbers, the smaller one first, with a dash between them.
    Range(Number, Number),
    /// 2025-07-12, ۱۴۰۴/۰۴/۲۱: year, month, day.
    YearFirst(u16, u8, u8),
    /// 12/07/2025: two numbers up to 31, and the year.
    YearLast(u8, u8, u16),
    /// 14:30, 14:30:05.
    Clock(u8, u8, Option<u8>),
    /// None of these.
    Other,
}

impl Figure {
    /// Reads a run: its parts in ASCII digits, and the folded marks between them.
    ///
    /// `None` where the run as a whole means nothing, but its parts may mean something.
    pub(crate) fn read(parts: &[&str], marks: &[char]) -> Option<Self> {
        let first = marks.first().copied();
        let alike = marks.iter().all(|mark| Some(*mark) == first);
        match first {
            None => Number::of_digits(parts[0], "").map(Self::Plain),
            Some(',') if alike => commas(parts),
            Some('.') if alike => points(parts),
            Some('/') if alike => slashes(parts),
            Some('-') if alike => dashes(parts),
            Some(':') if alike => Some(clock(parts).unwrap_or(Self::Other)),
            _ => mixed(parts, marks),
        }
    }

    /// The same in Persian with a full stop for a mark, which may stand between groups before three digits: ۱۲.۵۰۰.
    ///
    /// Decimals do not end in a zero.
    pub(crate) fn read_pointed(parts: &[&str], marks: &[char]) -> Option<Self> {
        match (parts, marks) {
            ([whole, decimals], ['.']) if are_groups(parts) && !whole.starts_with('0') => {
                if decimals.ends_with('0') {
                    Number::of_digits(&parts.concat(), "").map(Self::Number)
                } else {
                    Number::of_digits(whole, decimals).map(Self::Perhaps)
                }
            }
            _ => Self::read(parts, marks),
        }
    }

    /// The number, where the figure is certainly one.
    pub(crate) fn number(&self) -> Option<&Number> {
        match self {
            Self::Plain(number) | Self::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// 10,000; or 3,5, a decimal comma; or a list without spaces.
fn commas(parts: &[&str]) -> Option<Figure> {
    match parts {
        _ if are_groups(parts) => Number::of_digits(&parts.concat(), "").map(Figure::Number),
        [whole, decimals] => Number::of_digits(whole, decimals).map(Figure::Perhaps),
        _ => None,
    }
}

/// 3.5; 1.500.000, grouped; 12.07.2025.
fn points(parts: &[&str]) -> Option<Figure> {
    match parts {
        [whole, decimals] => Number::of_digits(whole, decimals).map(Figure::Number),
        _ if are_groups(parts) => Number::of_digits(&parts.concat(), "").map(Figure::Number),
        _ => Some(year_last(parts).unwrap_or(Figure::Other)),
    }
}

/// ۱۴۰۴/۰۴/۲۱; 12/07/2025; ۳/۵, a decimal slash or a fraction.
fn slashes(parts: &[&str]) -> Option<Figure> {
    if let [whole, decimals] = parts {
        return Number::of_digits(whole, decimals).map(Figure::Perhaps);
    }
    let date = year_first(parts).or_else(|| year_last(parts));
    Some(date.unwrap_or(Figure::Other))
}

/// 10-12; 2018-19, two years, and 19-2018, as right-to-left text often has it; 2025-07-12; but 3-1, a score, is not a
/// range.
fn dashes(parts: &[&str]) -> Option<Figure> {
    let [low, high] = parts else {
        let date = year_first(parts).or_else(|| year_last(parts));
        return Some(date.unwrap_or(Figure::Other));
    };
    if low.len() == 2 && high.len() == 4 && **low > high[2..] {
        return dashes(&[high, low]);
    }
    let is_year = low.len() == 4 && high.len() == 2;
    let full = if is_year && low[2..] < **high {
        format!("{}{high}", &low[..2])
    } else {
        (*high).to_owned()
    };
    let is_code = |digits: &str| digits.len() > 4 || (digits.len() > 1 && digits.starts_with('0'));
    if is_code(low) || is_code(high) {
        return Some(Figure::Other);
    }
    range(&Number::of_digits(low, "")?, &Number::of_digits(&full, "")?)
}

/// Grouping with a decimal point, and ranges of numbers with either.
fn mixed(parts: &[&str], marks: &[char]) -> Option<Figure> {
    if let Some(dash) = marks.iter().position(|mark| *mark == '-') {
        let low = Figure::read(&parts[..=dash], &marks[..dash])?;
        let high = Figure::read(&parts[dash + 1..], &marks[dash + 1..])?;
        return range(low.number()?, high.number()?);
    }
    let (decimals, whole) = parts.split_last()?;
    let (point, commas) = marks.split_last()?;
    let is_grouped = *point == '.' && commas.iter().all(|mark| *mark == ',') && are_groups(whole);
    let number = is_grouped.then(|| Number::of_digits(&whole.concat(), decimals));
    Some(number.flatten().map_or(Figure::Other, Figure::Number))
}

fn range(low: &Number, high: &Number) -> Option<Figure> {
    low.is_below(high).then(|| Figure::Range(low.clone(), high.clone()))
}

/// Whether the parts are groups of three digits, the first perhaps shorter.
fn are_groups(parts: &[&str]) -> bool {
    let (first, rest) = (parts[0].len(), &parts[1..]);
    (1..=3).contains(&first) && !rest.is_empty() && rest.iter().all(|group| group.len() == 3)
}

fn year_first(parts: &[&str]) -> Option<Figure> {
    let [year, month, day] = parts else {
        return None;
    };
    let (month, day) = (short(month)?, short(day)?);
    let is_date = year.len() == 4 && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then_some(Figure::YearFirst(year.parse().ok()?, month, day))
}

fn year_last(parts: &[&str]) -> Option<Figure> {
    let [first, second, year] = parts else {
        return None;
    };
    let (first, second) = (short(first)?, short(second)?);
    let is_date = year.len() == 4
        && (1..=31).contains(&first.max(second))
        && (1..=12).contains(&first.min(second));
    is_date.then_some(Figure::YearLast(first, second, year.parse().ok()?))
}

fn clock(parts: &[&str]) -> Option<Figure> {
    let (hour, minute, second) = match parts {
        [hour, minute] => (hour, minute, None),
        [hour, minute, second] => (hour, minute, Some(second)),
        _ => return None,
    };
    let sixtieth = |digits: &str| short(digits).filter(|n| digits.len() == 2 && *n < 60);
    let hour = short(hour).filter(|hour| *hour < 24)?;
    let second = match second {
        Some(second) => Some(sixtieth(second)?),
        None => None,
    };
    Some(Figure::Clock(hour, sixtieth(minute)?, second))
}

/// A number of one or two digits.
fn short(digits: &str) -> Option<u8> {
    let is_short = digits.len() <= 2;
    is_short.then(|| digits.parse().ok()).flatten()
}
