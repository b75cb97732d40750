//! How a placeable is written in either language.

use super::value::{Range, Unit, Value};
use crate::text::Lang;
use crate::text::date::{Date, DateOrder, DateStyle, Year};
use crate::text::number::{Currency, Form, Number, Quantity, ordinal_words};

/// The choices that depend on house style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WritingOptions {
    /// The calendar and the order of dates.
    pub dates: DateStyle,
    /// English has ordinals up to this one in words (third), others in figures (21st).
    pub english_words_up_to: u64,
}

/// Each date in its own calendar, 12 July 2025; ordinals in words up to ninth (as AP has it).
impl Default for WritingOptions {
    fn default() -> Self {
        let dates = DateStyle { calendar: None, order: DateOrder::DayFirst };
        Self { dates, english_words_up_to: 9 }
    }
}

/// The first ordinal; «یکم» is also "a little", and «اول» "at first".
const FIRST: &str = "نخستین";

/// Persian writes ordinals up to this one in words.
const PERSIAN_WORDS_UP_TO: u64 = 100;

impl Value {
    /// The value as `lang` writes it: ۱۰٬۰۰۰ or 10,000; ۲٫۵ میلیارد دلار or $2.5 billion.
    ///
    /// Addresses, tags and Latin words stay as they are, and so do codes that Persian has no way of writing.
    pub fn write(&self, lang: Lang, options: &WritingOptions) -> String {
        match self {
            Self::Number(number) => number.write(lang),
            Self::Percent(number) => counted(number, Unit::Percent, lang),
            Self::Amount(number, currency) => counted(number, Unit::Money(*currency), lang),
            Self::Range(range) => range.write(lang),
            Self::Ordinal(number) => ordinal(&number.number, lang, options),
            Self::Date(date) => date.write(lang, options.dates),
            Self::AmbiguousDate(day_first, _) => lang.digits(&numeric(day_first)),
            Self::Time(time) => time.write(lang),
            Self::Code(code) if lang == Lang::Persian => {
                Self::persian_code(code).unwrap_or_else(|| code.clone())
            }
            Self::Url(text)
            | Self::Email(text)
            | Self::Hashtag(text)
            | Self::Handle(text)
            | Self::Code(text)
            | Self::LatinWord(text) => text.clone(),
        }
    }
}

/// A number with its unit: ۱۲ درصد, 12%, $5 million, 500 rubles.
fn counted(number: &Quantity, unit: Unit, lang: Lang) -> String {
    let figures = number.in_figures();
    match (unit, lang) {
        (Unit::None, _) => number.write(lang),
        (Unit::Percent, Lang::Persian) => format!("{} درصد", figures.write(lang)),
        (Unit::Percent, Lang::English) => match figures.form {
            Form::Scaled(_) => format!("{} percent", figures.write(lang)),
            _ => format!("{}%", figures.write(lang)),
        },
        (Unit::Money(currency), _) => money(&figures, currency, lang),
    }
}

/// A sum in figures: −$5 million, 500 rubles.
fn money(number: &Quantity, currency: Currency, lang: Lang) -> String {
    let Some(symbol) = symbol(currency, lang) else {
        let is_one = number.number == Number::of(1);
        return format!("{} {}", number.write(lang), currency.name(lang, !is_one));
    };
    match number.number.parts().0 {
        "" => format!("{symbol}{}", number.write(lang)),
        _ => format!("−{symbol}{}", number.negated().write(lang)),
    }
}

/// The sign that stands before a sum in `lang`.
fn symbol(currency: Currency, lang: Lang) -> Option<&'static str> {
    currency.sign().filter(|_| lang == Lang::English)
}

impl Range {
    /// ۱۰ تا ۱۲ درصد; 10–12%; $20–30 million; $500,000 to $2 million.
    fn write(&self, lang: Lang) -> String {
        let is_words = [&self.low, &self.high].iter().any(|q| q.form == Form::Words);
        let (low, high) = if is_words && self.unit != Unit::None {
            (self.low.in_figures(), self.high.in_figures())
        } else {
            (self.low.clone(), self.high.clone())
        };
        let is_dashed = low.form == high.form && !is_words;
        let joint = match lang {
            Lang::Persian => " تا ",
            Lang::English if is_dashed => "–",
            Lang::English => " to ",
        };
        let whole = counted(&high, self.unit, lang);
        let symbol = match self.unit {
            Unit::Money(currency) => symbol(currency, lang).unwrap_or_default(),
            Unit::None | Unit::Percent => "",
        };
        let high = whole.strip_prefix(symbol).unwrap_or(&whole);
        let magnitude = if low.form == self.high.form { self.magnitude(lang) } else { "" };
        let low = low.write(lang);
        let low = low.strip_suffix(magnitude).unwrap_or(&low).trim_end();
        let high_symbol = if is_dashed { "" } else { symbol };
        format!("{symbol}{low}{joint}{high_symbol}{high}")
    }

    /// The magnitude that both ends have, in words.
    fn magnitude(&self, lang: Lang) -> &'static str {
        match self.high.form {
            Form::Scaled(magnitude) => magnitude.name(lang),
            _ => "",
        }
    }
}

/// سوم, third; بیست و یکم, 21st.
fn ordinal(number: &Number, lang: Lang, options: &WritingOptions) -> String {
    let limit = match lang {
        Lang::Persian => PERSIAN_WORDS_UP_TO,
        Lang::English => options.english_words_up_to,
    };
    let is_small = number.to_u64().is_some_and(|n| n <= limit);
    if lang == Lang::Persian && *number == Number::of(1) {
        return FIRST.to_owned();
    }
    let words = is_small.then(|| ordinal_words(number, lang)).flatten();
    words.unwrap_or_else(|| {
        let figures = number.write(lang);
        match lang {
            Lang::Persian => format!("{figures}ام"),
            Lang::English => format!("{figures}{}", english_ending(&number.to_string())),
        }
    })
}

pub(super) fn english_ending(digits: &str) -> &'static str {
    let teen = digits.len() > 1 && digits.as_bytes()[digits.len() - 2] == b'1';
    match digits.chars().next_back() {
        Some('1') if !teen => "st",
        Some('2') if !teen => "nd",
        Some('3') if !teen => "rd",
        _ => "th",
    }
}

/// The figures of an ambiguous date, in the order in which they stood.
fn numeric(date: &Date) -> String {
    let parts = (date.day.unwrap_or(0), date.month.unwrap_or(0), date.year);
    let (day, month, year) = parts;
    match year {
        Some(Year::Year(year)) => format!("{day:02}/{month:02}/{year}"),
        _ => format!("{day:02}/{month:02}"),
    }
}
