//! How large units of measure are, so that measures in different ones can be compared.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use crate::check::measures::{
    ACRES, CELSIUS, CENTIMETRES, CUBIC_CENTIMETRES, DEGREES, FAHRENHEIT, FEET, FOOT, GALLONS,
    GIGABYTES, GIGAWATTS, GRAMS, HECTARES, IN_CELSIUS, IN_FAHRENHEIT, INCHES, KILOGRAMS,
    KILOMETRES, KILOWATTS, KNOTS, LITRES, MEGABYTES, MEGAWATTS, METRE, METRES, MILES, MILLIGRAMS,
    MILLILITRES, MILLIMETRES, OUNCES, POUNDS, STONE, TERABYTES, TONNES, YARDS, are_feet, name,
    stem,
};
use crate::check::pair::Side;
use crate::text::number::Number;
use crate::text::{HALF_SPACE, Lang, Placeable, Value, Word};

/// What a unit measures.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dimension {
    Length,
    Area,
    Volume,
    Mass,
    Power,
    Data,
    Temperature,
}

impl Dimension {
    pub(crate) const ALL: [Self; 7] = [
        Self::Length,
        Self::Area,
        Self::Volume,
        Self::Mass,
        Self::Power,
        Self::Data,
        Self::Temperature,
    ];

    /// Whether two measures of it may be one that was converted and rounded.
    pub(crate) fn are_near(self, one: f64, other: f64, is_hedged: bool) -> bool {
        let apart = (one.abs() - other.abs()).abs();
        match self {
            Self::Temperature => {
                let least = if is_hedged { 3.0 } else { 1.5 };
                let heat = one.abs().max(other.abs());
                apart <= if heat < GREAT_HEAT { least } else { heat * 0.03 }
            }
            _ => apart <= one.abs().max(other.abs()) * if is_hedged { 0.25 } else { 0.12 },
        }
    }
}

/// From this many degrees Celsius up heat is given in round figures.
const GREAT_HEAT: f64 = 100.0;

/// A unit.
pub(crate) struct Scale {
    names: &'static [&'static str],
    dimension: Dimension,
    /// How many metres, square metres, litres, kilograms, watts or bytes it is; two where countries differ.
    sizes: &'static [f64],
}

const fn scale(
    names: &'static [&'static str],
    dimension: Dimension,
    sizes: &'static [f64],
) -> Scale {
    Scale { names, dimension, sizes }
}

static SCALES: [Scale; 29] = [
    scale(METRES, Dimension::Length, &[1.0]),
    scale(KILOMETRES, Dimension::Length, &[1000.0]),
    scale(CENTIMETRES, Dimension::Length, &[0.01]),
    scale(MILLIMETRES, Dimension::Length, &[0.001]),
    scale(FEET, Dimension::Length, &[0.3048]),
    scale(INCHES, Dimension::Length, &[0.0254]),
    scale(YARDS, Dimension::Length, &[0.9144]),
    scale(MILES, Dimension::Length, &[1609.3, 1852.0]),
    scale(KNOTS, Dimension::Length, &[1852.0]),
    scale(HECTARES, Dimension::Area, &[10_000.0]),
    scale(ACRES, Dimension::Area, &[4046.9]),
    scale(LITRES, Dimension::Volume, &[1.0]),
    scale(MILLILITRES, Dimension::Volume, &[0.001]),
    scale(CUBIC_CENTIMETRES, Dimension::Volume, &[0.001]),
    scale(GALLONS, Dimension::Volume, &[3.785, 4.546]),
    scale(KILOGRAMS, Dimension::Mass, &[1.0]),
    scale(GRAMS, Dimension::Mass, &[0.001]),
    scale(MILLIGRAMS, Dimension::Mass, &[0.000_001]),
    scale(TONNES, Dimension::Mass, &[1000.0, 907.2]),
    scale(POUNDS, Dimension::Mass, &[0.4536]),
    scale(OUNCES, Dimension::Mass, &[0.02835]),
    scale(STONE, Dimension::Mass, &[6.35]),
    scale(KILOWATTS, Dimension::Power, &[1e3]),
    scale(MEGAWATTS, Dimension::Power, &[1e6]),
    scale(GIGAWATTS, Dimension::Power, &[1e9]),
    scale(MEGABYTES, Dimension::Data, &[1e6]),
    scale(GIGABYTES, Dimension::Data, &[1e9]),
    scale(TERABYTES, Dimension::Data, &[1e12]),
    scale(DEGREES, Dimension::Temperature, &[]),
];

static DEGREES_CELSIUS: Scale = scale(&[CELSIUS], Dimension::Temperature, &[]);
static DEGREES_FAHRENHEIT: Scale = scale(&[FAHRENHEIT], Dimension::Temperature, &[]);

/// The units by their names.
static BY_NAME: LazyLock<HashMap<&str, &Scale>> = LazyLock::new(|| {
    let mut by_name = HashMap::new();
    for (name, scale) in SCALES.iter().flat_map(|it| it.names.iter().map(move |name| (*name, it))) {
        by_name.entry(name).or_insert(scale);
    }
    by_name
});

/// The unit of a value.
#[derive(Clone, Copy)]
pub(crate) struct Found {
    pub(crate) scale: &'static Scale,
    /// How often it is multiplied with itself.
    power: i32,
    pub(crate) dimension: Dimension,
    /// Where it ends.
    pub(crate) end: usize,
}

impl Found {
    /// A number of the unit in the first one of its dimension, in each way in which it can be read.
    pub(crate) fn readings(&self, number: f64) -> Vec<f64> {
        let of_fahrenheit = [(number - 32.0) / 1.8, number / 1.8];
        match self.scale.names {
            [CELSIUS] => vec![number],
            [FAHRENHEIT] => of_fahrenheit.to_vec(),
            DEGREES => [&[number], of_fahrenheit.as_slice()].concat(),
            _ => {
                let litres = if self.power == 3 { 1000.0 } else { 1.0 };
                let sizes = self.scale.sizes.iter();
                sizes.map(|size| number * size.powi(self.power) * litres).collect()
            }
        }
    }

    /// Whether another unit measures the same, and is larger or smaller.
    pub(crate) fn is_of_other_size(&self, other: &Self) -> bool {
        let is_same = std::ptr::eq(self.scale, other.scale) && self.power == other.power;
        let is_size = self.dimension != Dimension::Temperature;
        self.dimension == other.dimension && is_size && !is_same
    }

    /// Whether it is a temperature, and not in Fahrenheit.
    pub(crate) fn may_be_celsius(&self) -> bool {
        self.dimension == Dimension::Temperature && self.scale.names != [FAHRENHEIT]
    }
}

impl Scale {
    /// Whether it is the pound, which counts the rest of stone.
    pub(crate) fn is_pounds(&self) -> bool {
        self.names == POUNDS
    }

    /// How large one of it is.
    pub(crate) fn size(&self) -> f64 {
        self.sizes.first().copied().unwrap_or(1.0)
    }
}

/// The measure that is written like a code: 28C, 256GB.
pub(crate) fn measure_of_code(value: &Placeable) -> Option<(Number, Found)> {
    let Value::Code(code) = &value.value else {
        return None;
    };
    let (figures, unit) = code.split_at(code.find(|c: char| !c.is_ascii_digit())?);
    let end = value.span.end;
    let found = match unit {
        "C" => temperature(&DEGREES_CELSIUS, end),
        "F" => temperature(&DEGREES_FAHRENHEIT, end),
        _ => {
            let scale = *BY_NAME.get(unit.to_ascii_lowercase().as_str())?;
            let is_certain = matches!(scale.dimension, Dimension::Power | Dimension::Data);
            is_certain.then_some(Found { scale, power: 1, dimension: scale.dimension, end })?
        }
    };
    Some((Number::read(figures)?, found))
}

/// The unit that stands directly after a value.
pub(crate) fn scale_at(side: &Side<'_>, value: &Placeable) -> Option<Found> {
    let words = side.words().words();
    let at = words.partition_point(|word| word.span.end <= value.span.end);
    let (word, rest) = words[at..].split_first()?;
    let gap = side.text.get(value.span.end..word.span.start).unwrap_or_default();
    let may_be_between = |c: char| matches!(c, ' ' | '-' | '°' | 'º' | '\u{a0}' | HALF_SPACE);
    if !gap.chars().all(may_be_between) {
        return None;
    }
    let (letters, is_attached) = name(side, word);
    let next = rest.first().map(|word| (word, stem(side, word)));
    match (letters, next) {
        ("square" | "sq", Some((unit, letters))) => to_power(letters, 2, unit),
        ("cubic", Some((unit, letters))) => to_power(letters, 3, unit),
        ("nautical", Some((unit, letters))) => to_power(letters, 1, unit),
        (_, Some((power, "مربع"))) => to_power(letters, 2, power),
        (_, Some((power, "مکعب"))) => to_power(letters, 3, power),
        (CELSIUS | FAHRENHEIT, _) => {
            let is_figures = is_attached || gap.contains(['°', 'º']) || gap == " ";
            of_capital(side, word).filter(|_| is_figures)
        }
        (name, _) if IN_CELSIUS.contains(&name) => {
            Some(temperature(&DEGREES_CELSIUS, word.span.end))
        }
        (name, _) if IN_FAHRENHEIT.contains(&name) => {
            Some(temperature(&DEGREES_FAHRENHEIT, word.span.end))
        }
        (degrees, next) if DEGREES.contains(&degrees) => {
            let named = next.and_then(|(word, letters)| {
                let of_name = |names: &[&str]| names.contains(&letters);
                match letters {
                    CELSIUS | FAHRENHEIT => of_capital(side, word),
                    _ if of_name(IN_CELSIUS) => Some(temperature(&DEGREES_CELSIUS, word.span.end)),
                    _ if of_name(IN_FAHRENHEIT) => {
                        Some(temperature(&DEGREES_FAHRENHEIT, word.span.end))
                    }
                    _ => None,
                }
            });
            named.or_else(|| match side.lang {
                Lang::Persian => Some(temperature(&DEGREES_CELSIUS, word.span.end)),
                Lang::English => to_power(degrees, 1, word),
            })
        }
        (letters, _) => {
            let run_together = [("مربع", 2), ("مکعب", 3)].into_iter().find_map(|(end, power)| {
                let unit = letters.strip_suffix(end)?;
                to_power(unit, power, word)
            });
            let is_certain = match letters {
                // Attached to figures it is written for a million too.
                METRE => !is_attached,
                FOOT => are_feet(value),
                // 5G is a network.
                "g" => is_attached && word.span.of(side.text).ends_with('g'),
                _ => true,
            };
            run_together.or_else(|| to_power(letters, 1, word).filter(|_| is_certain))
        }
    }
}

/// Whether a word is the name of a unit.
pub(crate) fn is_unit(side: &Side<'_>, word: &Word) -> bool {
    BY_NAME.contains_key(stem(side, word))
}

/// The unit with this name, or the square or cube of it, where `last` is the last word of that.
fn to_power(letters: &str, power: i32, last: &Word) -> Option<Found> {
    let scale = *BY_NAME.get(letters)?;
    let dimension = match (scale.dimension, power) {
        (dimension, 1) => dimension,
        (Dimension::Length, 2) => Dimension::Area,
        (Dimension::Length, 3) => Dimension::Volume,
        _ => return None,
    };
    Some(Found { scale, power, dimension, end: last.span.end })
}

/// The scale of a temperature that a capital letter names.
fn of_capital(side: &Side<'_>, word: &Word) -> Option<Found> {
    let text = word.span.of(side.text);
    let scale = match text.chars().last()? {
        'C' => &DEGREES_CELSIUS,
        'F' => &DEGREES_FAHRENHEIT,
        _ => return None,
    };
    Some(temperature(scale, word.span.end))
}

fn temperature(scale: &'static Scale, end: usize) -> Found {
    Found { scale, power: 1, dimension: Dimension::Temperature, end }
}
