//! The names that a scan looks for: of months, weekdays, eras, parts of the day, currencies and Latin letters.

use std::sync::LazyLock;

use crate::text::date::{Calendar, Weekday, month_names, weekday_names};
use crate::text::list::List;
use crate::text::number::CURRENCY_NAMES;
use crate::text::{Lang, fold};

/// The words after a Persian date that name its calendar, by their letters.
pub(super) const ERAS: [(&str, Calendar); 8] = [
    ("میلادی", Calendar::Gregorian),
    ("شمسی", Calendar::Solar),
    ("خورشیدی", Calendar::Solar),
    ("هجریشمسی", Calendar::Solar),
    ("هجریخورشیدی", Calendar::Solar),
    ("قمری", Calendar::Lunar),
    ("هجریقمری", Calendar::Lunar),
    ("هجری", Calendar::Solar),
];

/// The abbreviated English weekdays: read only before a date.
pub(super) const SHORT_WEEKDAYS: [(&str, Weekday); 10] = [
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("tues", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("thur", Weekday::Thursday),
    ("thurs", Weekday::Thursday),
    ("fri", Weekday::Friday),
];

/// The parts of the day that make an hour certain, alone or only after «ساعت».
pub(super) const PARTS: [(&str, Half); 9] = [
    ("صبح", Half::Before),
    ("بامداد", Half::Before),
    ("قبلازظهر", Half::Before),
    ("عصر", Half::After),
    ("بعدازظهر", Half::After),
    ("بعدظهر", Half::After),
    ("ظهر", Half::Noon),
    ("شب", Half::Night),
    ("نیمهشب", Half::Night),
];

/// A half of the day, or a part that lies in both.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Before,
    After,
    /// 11 before noon; 12, 1, 2 after it.
    Noon,
    /// 6 to 11 in the evening; 12 to 5 after midnight.
    Night,
}

/// The names of Latin letters by which Persian writes codes: اس-۴۰۰, اف-۱۶, میگ-۲۹.
pub(super) const CODE_LETTERS: [(&str, &str); 19] = [
    ("اس", "S"),
    ("اف", "F"),
    ("بی", "B"),
    ("سی", "C"),
    ("تی", "T"),
    ("جی", "G"),
    ("ام", "M"),
    ("یو", "U"),
    ("آر", "R"),
    ("پی", "P"),
    ("کا", "K"),
    ("ایکس", "X"),
    ("سو", "Su"),
    ("سوخو", "Su"),
    ("میگ", "MiG"),
    ("توپولف", "Tu"),
    ("ایلوشین", "Il"),
    ("کووید", "COVID"),
    ("کوید", "COVID"),
];

/// The same by the folded names.
static BY_NAME: LazyLock<List<&str>> = LazyLock::new(|| {
    let rows = CODE_LETTERS.iter();
    rows.map(|(name, letters)| (fold(name).text().to_owned(), *letters)).collect()
});

/// The Latin letters that a Persian word names, folded: F for «اف».
pub(super) fn latin_letters(name: &str) -> Option<&'static str> {
    BY_NAME.get(name).copied()
}

/// The folded names of Latin letters with which Persian codes begin.
pub(super) fn code_letters() -> impl Iterator<Item = &'static str> {
    BY_NAME.words()
}

/// The letters of every name that is looked for.
pub(super) fn names(lang: Lang) -> Vec<String> {
    let currencies = CURRENCY_NAMES.iter().filter(|row| row.0 == lang);
    let currencies = currencies.map(|(_, name, _)| fold(name).squeezed());
    let others = ERAS.iter().map(|era| era.0);
    let others = others.chain(PARTS.iter().map(|part| part.0));
    let mut names = months(lang);
    names.extend(weekdays(lang));
    names.extend(currencies.chain(others.map(str::to_owned)));
    names
}

/// The letters of every name of a month.
pub(super) fn months(lang: Lang) -> Vec<String> {
    let months = month_names(lang).words();
    let months = months.flat_map(|name| [name.to_owned(), format!("{name}ماه")]);
    months.collect()
}

/// The letters of every name of a weekday.
pub(super) fn weekdays(lang: Lang) -> Vec<String> {
    let short = SHORT_WEEKDAYS.iter().map(|day| day.0);
    let days = weekday_names(lang).words().chain(short);
    days.map(str::to_owned).collect()
}

/// Every beginning of a word, and the whole word.
pub(super) fn openings(word: &str) -> impl Iterator<Item = &str> {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.map(|end| &word[..end])
}
