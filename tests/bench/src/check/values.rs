//! Faults in numbers and dates.

use fastrand::Rng;
use hamta::glossary::Glossary;
use hamta::text::{Lang, Placeable, Span, Value, placeables};

use super::faults::{Planted, any_row};
use super::news::Document;

/// The values of a text of which the other text has the same.
fn shared(text: &str, lang: Lang, other: &str, is_kind: fn(&Value) -> bool) -> Vec<Placeable> {
    let others = placeables(other, lang.other());
    let mut own = placeables(text, lang);
    own.retain(|one| is_kind(&one.value) && others.iter().any(|other| other.value == one.value));
    own
}

/// A number of two digits or more gets another digit in the place of one of its.
pub fn number(document: &Document, lang: Lang, _: &Glossary, random: &mut Rng) -> Option<Planted> {
    let (row, text, source) = any_row(document, lang, random);
    let numbers = shared(text, lang, source, |value| matches!(value, Value::Number(_)));
    let number = random.choice(&numbers)?;
    let digits: Vec<(usize, char)> =
        number.span.of(text).char_indices().filter(|(_, c)| c.is_numeric()).collect();
    let &(at, digit) = random.choice(&digits)?;
    let zero = ['0', '۰']
        .into_iter()
        .find(|&zero| (zero..=char::from_u32(zero as u32 + 9).unwrap_or(zero)).contains(&digit))?;
    let other = 1 + random.u32(..9);
    let wrong = char::from_u32(zero as u32 + other).filter(|&wrong| wrong != digit)?;
    let start = number.span.start + at;
    let span = Span::new(start, start + digit.len_utf8());
    let is_alone = text.matches(number.span.of(text)).count() == 1;
    (digits.len() >= 2 && is_alone).then(|| {
        let planted = Planted::new(document, lang, row, span, &wrong.to_string());
        Planted { what: format!("{} {}", number.span.of(text), planted.what), ..planted }
    })
}

/// A day of the week, a month or a year becomes another one.
pub fn date(document: &Document, lang: Lang, _: &Glossary, random: &mut Rng) -> Option<Planted> {
    const OTHERS: [(&str, &str); 12] = [
        ("Monday", "Thursday"),
        ("Tuesday", "Friday"),
        ("Wednesday", "Saturday"),
        ("Thursday", "Sunday"),
        ("Friday", "Monday"),
        ("Saturday", "Tuesday"),
        ("Sunday", "Wednesday"),
        ("January", "March"),
        ("June", "July"),
        ("September", "October"),
        ("October", "September"),
        ("November", "December"),
    ];
    let (row, text, source) = any_row(document, lang, random);
    let dates = shared(text, lang, source, |value| matches!(value, Value::Date(_)));
    let date = random.choice(&dates)?;
    let own = date.span.of(text);
    let years = || {
        let year = (2000..2019).find(|year| own.contains(&year.to_string()))?;
        Some((own.find(&year.to_string())?, year.to_string(), (year - 7).to_string()))
    };
    let words = || {
        let (right, wrong) = OTHERS.iter().find(|(right, _)| own.contains(right))?;
        Some((own.find(right)?, (*right).to_owned(), (*wrong).to_owned()))
    };
    let (at, right, wrong) = words().or_else(years)?;
    let start = date.span.start + at;
    let is_alone = text.matches(right.as_str()).count() == 1;
    is_alone
        .then(|| Planted::new(document, lang, row, Span::new(start, start + right.len()), &wrong))
}
