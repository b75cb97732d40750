//! The value of a number, exact, and the value by which two of them are compared.

use std::fmt;

/// The value of a number: its digits without grouping, leading zeros or empty decimals.
///
/// Two numbers are the same if their values are: `۱۰٬۰۰۰`, `10,000` and `10000.0`. The digits are kept as they are, so
/// that a number of any length is exact; a minus stands before a negative one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number(String);

impl Number {
    /// Reads a folded token; `None` where it is anything but digits with grouping and a decimal point.
    pub fn read(folded: &str) -> Option<Self> {
        if !folded.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let (whole, decimals) = folded.split_once('.').unwrap_or((folded, ""));
        Self::of_digits(&ungrouped(whole)?, decimals)
    }

    /// The number with these digits before and after its point; `None` where one is not an ASCII digit.
    pub(crate) fn of_digits(whole: &str, decimals: &str) -> Option<Self> {
        let mut digits = whole.bytes().chain(decimals.bytes());
        if whole.is_empty() || !digits.all(|b| b.is_ascii_digit()) {
            return None;
        }
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            digits => digits,
        };
        Some(match decimals.trim_end_matches('0') {
            "" => Self(whole.to_owned()),
            decimals => Self(format!("{whole}.{decimals}")),
        })
    }

    /// The whole number `n`.
    pub fn of(n: u64) -> Self {
        Self(n.to_string())
    }

    /// The number with the other sign; zero has none.
    #[must_use]
    pub fn negated(&self) -> Self {
        match self.0.strip_prefix('-') {
            Some(positive) => Self(positive.to_owned()),
            None if self.0 == "0" => self.clone(),
            None => Self(format!("-{}", self.0)),
        }
    }

    /// Its digits without the sign: five below zero is −5.
    pub(crate) fn unsigned(&self) -> &str {
        self.0.trim_start_matches('-')
    }

    /// The number multiplied by ten to the power of `places`.
    #[must_use]
    pub fn times_ten_to(&self, places: usize) -> Self {
        if places == 0 {
            return self.clone();
        }
        let (sign, whole, decimals) = self.parts();
        let missing = places.saturating_sub(decimals.len());
        let (moved, left) = decimals.split_at(places.min(decimals.len()));
        let whole = format!("{whole}{moved}{}", "0".repeat(missing));
        self.with_digits(sign, &whole, left)
    }

    /// The number divided by ten to the power of `places`.
    #[must_use]
    pub fn over_ten_to(&self, places: usize) -> Self {
        let (sign, whole, decimals) = self.parts();
        let padded = format!("{}{whole}", "0".repeat(places));
        let (left, moved) = padded.split_at(padded.len() - places);
        self.with_digits(sign, &format!("0{left}"), &format!("{moved}{decimals}"))
    }

    /// The number as a machine integer, where it is a whole one, not negative, that fits.
    pub fn to_u64(&self) -> Option<u64> {
        self.0.parse().ok()
    }

    /// Whether the number has no decimals.
    pub fn is_whole(&self) -> bool {
        !self.0.contains('.')
    }

    /// Whether the number is smaller than `other`; both must not be negative.
    pub(crate) fn is_below(&self, other: &Self) -> bool {
        let ((_, whole, decimals), (_, other_whole, other_decimals)) =
            (self.parts(), other.parts());
        (whole.len(), whole, decimals) < (other_whole.len(), other_whole, other_decimals)
    }

    /// The sign, the digits before the point and those after it.
    pub(crate) fn parts(&self) -> (&str, &str, &str) {
        let (sign, digits) = self.0.split_at(usize::from(self.0.starts_with('-')));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        (sign, whole, decimals)
    }

    fn with_digits(&self, sign: &str, whole: &str, decimals: &str) -> Self {
        match Self::of_digits(whole, decimals) {
            Some(number) if sign.is_empty() => number,
            Some(number) => number.negated(),
            None => self.clone(),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The digits of a whole number, without the commas between its groups of three.
fn ungrouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 || first.is_empty() {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[track_caller]
    fn reads(folded: &str, value: Option<&str>) {
        let number = Number::read(folded).map(|n| n.to_string());
        assert_eq!(number.as_deref(), value, "{folded}");
    }

    #[test]
    fn values() {
        reads("10,000", Some("10000"));
        reads("10000", Some("10000"));
        reads("007", Some("7"));
        reads("0", Some("0"));
        reads("3.50", Some("3.5"));
        reads("1,234.0", Some("1234"));
    }

    #[test]
    fn not_numbers() {
        for text in ["", ",", "1,5", "1234,567", "1.2.3", "f16", ".5", "1,", "1,,000", "-5"] {
            reads(text, None);
        }
    }

    #[test]
    fn powers_of_ten() {
        let number = Number::of_digits("2", "55").expect("digits");
        assert_eq!(number.times_ten_to(1).to_string(), "25.5");
        assert_eq!(number.times_ten_to(6).to_string(), "2550000");
        assert_eq!(number.negated().over_ten_to(2).to_string(), "-0.0255");
        assert_eq!(Number::of(0).negated().times_ten_to(3).to_string(), "0");
    }
}
