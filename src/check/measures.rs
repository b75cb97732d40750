//! Units of measure, with their names in both languages: folded, in Persian without the endings of adjectives.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use crate::check::pair::Side;
use crate::text::{Lang, Placeable, Word};

/// A unit.
#[derive(PartialEq, Eq)]
pub(crate) struct Unit {
    pub(crate) names: &'static [&'static str],
    /// What it measures; `Other` where units are loosely exchanged.
    pub(crate) kind: Kind,
    /// The system that alone uses it, if one does.
    pub(crate) system: Option<System>,
}

/// What units measure.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Time,
    Length,
    /// How much of something: weight and what is filled.
    Bulk,
    Other,
}

/// The units of English-speaking countries, and those of all others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum System {
    Imperial,
    Metric,
}

pub(crate) const SECONDS: &[&str] = &["second", "seconds", "ثانیه"];
pub(crate) const MINUTES: &[&str] = &["minute", "minutes", "دقیقه"];
pub(crate) const HOURS: &[&str] = &["hour", "hours", "ساعت", "ساعته"];
pub(crate) const DAYS: &[&str] = &["day", "days", "روز", "روزه", "شبانهروز"];
pub(crate) const WEEKS: &[&str] = &["week", "weeks", "هفته"];
pub(crate) const MONTHS: &[&str] = &["month", "months", "ماه", "ماهه"];
pub(crate) const YEARS: &[&str] = &["year", "years", "سال", "ساله"];
pub(crate) const DECADES: &[&str] = &["decade", "decades", "دهه"];
pub(crate) const CENTURIES: &[&str] = &["century", "centuries", "قرن", "سده"];

/// Written directly after figures it may also mean a million.
pub(crate) const METRE: &str = "m";

pub(crate) const METRES: &[&str] = &[METRE, "metre", "metres", "meter", "meters", "متر"];
pub(crate) const KILOMETRES: &[&str] =
    &["kilometre", "kilometres", "kilometer", "kilometers", "km", "kph", "کیلومتر"];
pub(crate) const CENTIMETRES: &[&str] =
    &["centimetre", "centimetres", "centimeter", "centimeters", "cm", "سانت", "سانتیمتر"];
pub(crate) const MILLIMETRES: &[&str] =
    &["millimetre", "millimetres", "millimeter", "millimeters", "mm", "میلیمتر"];
pub(crate) const KILOGRAMS: &[&str] =
    &["kilo", "kilos", "kilogram", "kilograms", "kg", "کیلو", "کیلوگرم"];
pub(crate) const GRAMS: &[&str] = &["gram", "grams", "g", "گرم"];
pub(crate) const MILLIGRAMS: &[&str] = &["milligram", "milligrams", "mg", "میلیگرم"];
pub(crate) const TONNES: &[&str] = &["ton", "tons", "tonne", "tonnes", "تن"];

pub(crate) const LITRES: &[&str] = &["litre", "litres", "liter", "liters", "لیتر"];
pub(crate) const MILLILITRES: &[&str] =
    &["millilitre", "millilitres", "milliliter", "milliliters", "ml", "میلیلیتر"];

/// «سی‌سی» without what seems to be the ending of an adjective.
pub(crate) const CUBIC_CENTIMETRES: &[&str] = &["cc", "سیس"];

pub(crate) const HECTARES: &[&str] = &["hectare", "hectares", "هکتار"];
/// Found by the word for a square beside a unit of length.
pub(crate) const SQUARE_METRES: &[&str] = &["sqm", "m2"];
pub(crate) const SQUARE_KILOMETRES: &[&str] = &["sqkm", "km2"];

pub(crate) const KILOWATTS: &[&str] = &["kilowatt", "kilowatts", "kw", "کیلووات"];
pub(crate) const MEGAWATTS: &[&str] = &["megawatt", "megawatts", "mw", "مگاوات"];
pub(crate) const GIGAWATTS: &[&str] = &["gigawatt", "gigawatts", "gw", "گیگاوات"];

/// The hundredth part of a currency's unit.
pub(crate) const CENTS: &[&str] = &["cent", "cents", "penny", "pence", "سنت", "پنی"];

/// That of a body as well; see [`are_feet`].
pub(crate) const FOOT: &str = "پا";

pub(crate) const FEET: &[&str] = &["foot", "feet", "ft", "فوت", FOOT];
pub(crate) const INCHES: &[&str] = &["inch", "inches", "اینچ"];
pub(crate) const MILES: &[&str] = &["mile", "miles", "mi", "mph", "مایل"];
pub(crate) const YARDS: &[&str] = &["yard", "yards", "یارد"];
pub(crate) const KNOTS: &[&str] = &["knot", "knots"];
pub(crate) const POUNDS: &[&str] = &["pound", "pounds", "lb", "lbs", "پوند"];
pub(crate) const OUNCES: &[&str] = &["ounce", "ounces", "oz", "اونس"];
pub(crate) const STONE: &[&str] = &["stone"];
pub(crate) const GALLONS: &[&str] = &["gallon", "gallons", "گالن"];
pub(crate) const ACRES: &[&str] = &["acre", "acres"];

pub(crate) const MEGABYTES: &[&str] = &["megabyte", "megabytes", "mb", "مگابایت"];
pub(crate) const GIGABYTES: &[&str] = &["gigabyte", "gigabytes", "gb", "گیگابایت"];
pub(crate) const TERABYTES: &[&str] = &["terabyte", "terabytes", "tb", "ترابایت"];

/// Words for degrees, which may be of either scale, or of an angle.
pub(crate) const DEGREES: &[&str] = &["degree", "degrees", "درجه"];

/// Temperatures, as capitals after figures.
pub(crate) const FAHRENHEIT: &str = "f";
pub(crate) const CELSIUS: &str = "c";

/// Their scales, by capital or name.
pub(crate) const IN_FAHRENHEIT: &[&str] = &[FAHRENHEIT, "fahrenheit", "فارنهایت"];
pub(crate) const IN_CELSIUS: &[&str] = &[CELSIUS, "celsius", "سانتیگراد", "سلسیوس"];

/// All of them. A hundred yards may be called a hundred metres, so that the two are not compared.
static UNITS: [Unit; 32] = [
    time(SECONDS),
    time(MINUTES),
    time(HOURS),
    time(DAYS),
    time(WEEKS),
    time(MONTHS),
    time(YEARS),
    time(DECADES),
    time(CENTURIES),
    imperial(Kind::Length, FEET),
    imperial(Kind::Length, INCHES),
    imperial(Kind::Length, MILES),
    imperial(Kind::Other, YARDS),
    imperial(Kind::Bulk, POUNDS),
    imperial(Kind::Bulk, OUNCES),
    imperial(Kind::Other, KNOTS),
    imperial(Kind::Bulk, &["pint", "pints"]),
    imperial(Kind::Bulk, STONE),
    imperial(Kind::Bulk, GALLONS),
    imperial(Kind::Other, ACRES),
    imperial(Kind::Other, IN_FAHRENHEIT),
    metric(Kind::Length, METRES),
    metric(Kind::Length, KILOMETRES),
    metric(Kind::Length, CENTIMETRES),
    metric(Kind::Length, MILLIMETRES),
    metric(Kind::Bulk, KILOGRAMS),
    metric(Kind::Bulk, LITRES),
    metric(Kind::Other, HECTARES),
    metric(Kind::Other, IN_CELSIUS),
    both(Kind::Bulk, GRAMS),
    both(Kind::Bulk, TONNES),
    both(Kind::Bulk, &["barrel", "barrels", "بشکه"]),
];

/// The units by their names, each of which only one has.
static BY_NAME: LazyLock<HashMap<&str, &Unit>> = LazyLock::new(|| {
    let mut by_name = HashMap::new();
    for unit in &UNITS {
        by_name.extend(unit.names.iter().map(|name| (*name, unit)));
    }
    by_name
});

/// The unit with this name.
pub(crate) fn unit_named(name: &str) -> Option<&'static Unit> {
    BY_NAME.get(name).copied()
}

const fn time(names: &'static [&'static str]) -> Unit {
    both(Kind::Time, names)
}

const fn both(kind: Kind, names: &'static [&'static str]) -> Unit {
    Unit { names, kind, system: None }
}

const fn imperial(kind: Kind, names: &'static [&'static str]) -> Unit {
    Unit { names, kind, system: Some(System::Imperial) }
}

const fn metric(kind: Kind, names: &'static [&'static str]) -> Unit {
    Unit { names, kind, system: Some(System::Metric) }
}

/// What a word can be as the name of a unit, without the figures on to which it may be written, and whether it has
/// them: 37km.
pub(crate) fn name<'a>(side: &'a Side<'_>, word: &Word) -> (&'a str, bool) {
    let stem = stem(side, word);
    let name = stem.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    (name, name.len() < stem.len())
}

/// A word without the ye that makes an adjective of a Persian unit: «کیلومتری», «کیلویی», «دقیقه‌ای».
pub(crate) fn stem<'a>(side: &'a Side<'_>, word: &Word) -> &'a str {
    stem_of(side.letters(word), side.lang)
}

/// The same of its letters.
pub(crate) fn stem_of(letters: &str, lang: Lang) -> &str {
    match lang {
        Lang::Persian => {
            letters.strip_suffix("ای").unwrap_or_else(|| letters.trim_end_matches('ی'))
        }
        Lang::English => letters,
    }
}

/// Whether a Persian word for feet after a number is that of the unit: nobody has more than four.
pub(crate) fn are_feet(value: &Placeable) -> bool {
    const MOST: u64 = 4;
    let number = value.value.quantities().last().map(|it| it.number.to_u64());
    number.is_some_and(|number| number.is_none_or(|number| number > MOST))
}

/// The word after a value, without its ending.
pub(crate) fn unit_behind<'a>(side: &'a Side<'_>, placeable: &Placeable) -> Option<&'a str> {
    let word = side.words_after(placeable.span).first()?;
    Some(stem(side, word))
}
