//! How numbers are written in each language.

use super::quantity::{Form, Magnitude, Quantity};
use super::value::Number;
use super::words::{HUNDREDS, MAGNITUDES, SMALL, TENS, ordinals};
use crate::text::Lang;

/// Above this, nobody writes a number in words.
const LARGEST_IN_WORDS: u64 = 999_999_999_999_999;

impl Quantity {
    /// The quantity as `lang` writes it: ۱۰٬۰۰۰, 2.5 million, twenty-one.
    pub fn write(&self, lang: Lang) -> String {
        match self.form {
            Form::Words => words(&self.number, lang).unwrap_or_else(|| self.number.write(lang)),
            Form::Scaled(magnitude) => self.scaled(magnitude, lang),
            Form::Figures => self.number.grouped_from(5, lang),
            Form::Grouped => self.number.write(lang),
        }
    }

    /// The same number in figures, with a magnitude where that is how news writes it.
    #[must_use]
    pub fn in_figures(&self) -> Self {
        let form = match self.form {
            Form::Words => natural_form(&self.number),
            form => form,
        };
        let number = self.number.clone();
        Self { number, form }
    }

    /// English has no "10 thousand" in figures.
    fn scaled(&self, magnitude: Magnitude, lang: Lang) -> String {
        if lang == Lang::English && magnitude == Magnitude::Thousand {
            return self.number.write(lang);
        }
        let scaled = self.number.over_ten_to(magnitude.zeros());
        let figures = match lang {
            Lang::Persian if scaled == Number::of(1) => "یک".to_owned(),
            _ => scaled.write(lang),
        };
        format!("{figures} {}", magnitude.name(lang))
    }
}

impl Magnitude {
    /// The word for it.
    pub fn name(self, lang: Lang) -> &'static str {
        let row = MAGNITUDES.iter().find(|row| row.0 == self);
        row.map_or("", |(_, persian, english)| match lang {
            Lang::Persian => persian,
            Lang::English => english,
        })
    }
}

impl Number {
    /// The number in the figures of `lang`, its digits grouped in threes.
    pub fn write(&self, lang: Lang) -> String {
        self.grouped_from(4, lang)
    }

    /// The number in figures, grouped where it has at least `least` digits before the point.
    fn grouped_from(&self, least: usize, lang: Lang) -> String {
        let (sign, whole, decimals) = self.parts();
        let is_grouped = whole.len() >= least;
        let (comma, point, minus) = match lang {
            Lang::Persian => ('٬', '٫', "منفی "),
            Lang::English => (',', '.', "−"),
        };
        let mut out = String::from(if sign.is_empty() { "" } else { minus });
        for (i, digit) in whole.chars().enumerate() {
            if is_grouped && i > 0 && (whole.len() - i).is_multiple_of(3) {
                out.push(comma);
            }
            out.push(lang.digit(digit));
        }
        if !decimals.is_empty() {
            out.push(point);
            out.extend(decimals.chars().map(|digit| lang.digit(digit)));
        }
        out
    }
}

impl Lang {
    /// The ASCII digit as this language writes it; any other character as it is.
    pub fn digit(self, digit: char) -> char {
        match (self, digit.to_digit(10)) {
            (Self::Persian, Some(n)) => char::from_u32(0x6F0 + n).unwrap_or(digit),
            _ => digit,
        }
    }

    /// `text` with its ASCII digits as this language writes them.
    pub fn digits(self, text: &str) -> String {
        text.chars().map(|c| self.digit(c)).collect()
    }
}

/// The form in which news writes a number in figures: 2,500,000 is 2.5 million.
pub(crate) fn natural_form(number: &Number) -> Form {
    let magnitudes = Magnitude::ALL.into_iter().rev();
    magnitudes
        .filter(|magnitude| *magnitude > Magnitude::Thousand)
        .find(|magnitude| {
            let scaled = number.over_ten_to(magnitude.zeros());
            let (_, whole, decimals) = scaled.parts();
            whole != "0" && decimals.len() <= 2
        })
        .map_or(Form::Figures, Form::Scaled)
}

/// The ordinal in words, where it is a small one: third; سوم.
pub(crate) fn ordinal_words(number: &Number, lang: Lang) -> Option<String> {
    let cardinal = words(number, lang)?;
    let start = cardinal.rfind([' ', '-']).map_or(0, |i| i + 1);
    let (before, last) = cardinal.split_at(start);
    let ordinals = ordinals(lang, last);
    ordinals.first().map(|ordinal| format!("{before}{ordinal}"))
}

/// The cardinal in words; `None` for decimals, negative numbers and very large ones.
fn words(number: &Number, lang: Lang) -> Option<String> {
    let value = number.to_u64().filter(|n| *n <= LARGEST_IN_WORDS)?;
    if value == 0 {
        return Some(word(SMALL[0], lang).to_owned());
    }
    let mut groups = Vec::new();
    let mut rest = value;
    for magnitude in Magnitude::ALL.into_iter().rev() {
        let size = 10_u64.pow(u32::try_from(magnitude.zeros()).ok()?);
        if rest >= size {
            groups.push(format!("{} {}", group(rest / size, lang), magnitude.name(lang)));
            rest %= size;
        }
    }
    if rest > 0 {
        groups.push(group(rest, lang));
    }
    let needs_and = lang == Lang::Persian || (rest > 0 && rest < 100);
    Some(match (groups.split_last(), lang) {
        (_, Lang::Persian) => groups.join(" و "),
        (Some((last, before)), _) if needs_and && !before.is_empty() => {
            format!("{} and {last}", before.join(" "))
        }
        _ => groups.join(" "),
    })
}

/// A number below 1000 in words.
fn group(value: u64, lang: Lang) -> String {
    let index = |n: u64| usize::try_from(n).unwrap_or(0);
    let (hundreds, rest) = (index(value / 100), index(value % 100));
    let hundred = match lang {
        _ if hundreds == 0 => None,
        Lang::Persian => Some(HUNDREDS[hundreds - 1].to_owned()),
        Lang::English => Some(format!("{} hundred", SMALL[hundreds].1)),
    };
    let rest = (rest > 0).then(|| below_hundred(rest, lang));
    let and = match lang {
        Lang::Persian => " و ",
        Lang::English => " and ",
    };
    let parts: Vec<String> = hundred.into_iter().chain(rest).collect();
    parts.join(and)
}

fn below_hundred(value: usize, lang: Lang) -> String {
    if value < 20 {
        return word(SMALL[value], lang).to_owned();
    }
    let ten = word(TENS[value / 10 - 2], lang);
    match (value % 10, lang) {
        (0, _) => ten.to_owned(),
        (unit, Lang::Persian) => format!("{ten} و {}", SMALL[unit].0),
        (unit, Lang::English) => format!("{ten}-{}", SMALL[unit].1),
    }
}

fn word(pair: (&'static str, &'static str), lang: Lang) -> &'static str {
    match lang {
        Lang::Persian => pair.0,
        Lang::English => pair.1,
    }
}
