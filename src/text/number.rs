//! Numbers written in digits, and the value by which two of them are compared.

use std::fmt;

/// The value of a number: its digits without grouping, leading zeros or empty decimals.
///
/// Two numbers are the same where their values are: `۱۰٬۰۰۰`, `10,000` and `10000.0`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number(String);

impl Number {
    /// Reads a folded token; `None` where it is anything but digits with grouping and a decimal point.
    pub fn read(folded: &str) -> Option<Self> {
        let (whole, decimals) = folded.split_once('.').unwrap_or((folded, ""));
        let whole = ungrouped(whole)?;
        if !decimals.bytes().all(|b| b.is_ascii_digit()) {
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
        if group.len() != 3 || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    let is_number = !first.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then_some(digits)
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
        for text in [
            "", ",", "1,5", "1234,567", "1.2.3", "f16", ".5", "1,", "1,,000",
        ] {
            reads(text, None);
        }
    }
}
