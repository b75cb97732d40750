//! Measures in units of another size: two days for 48 hours, «یک تن و ۲۰۰ کیلوگرم» for 1.2 tonnes, seven and a half
//! years for 7 years and 6 months, and behind a hedge nearly two hours for 1 hour and 57 minutes.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};
use smallvec::smallvec;

use crate::check::measures::{
    CENTIMETRES, CENTURIES, CUBIC_CENTIMETRES, DAYS, DECADES, GIGAWATTS, GRAMS, HECTARES, HOURS,
    KILOGRAMS, KILOMETRES, KILOWATTS, LITRES, MEGAWATTS, METRES, MILLIGRAMS, MILLILITRES,
    MILLIMETRES, MINUTES, MONTHS, SECONDS, SQUARE_KILOMETRES, SQUARE_METRES, TONNES, WEEKS, YEARS,
    name, stem_of,
};
use crate::check::numbers::asked::Asked;
use crate::check::numbers::counted::parted;
use crate::check::numbers::rounded::{Hedge, hedge_behind, lets};
use crate::check::pair::Side;
use crate::text::number::{Number, word_value};
use crate::text::{Lang, Placeable, Span, Value, WordKind};

/// Quarters of an hour.
const QUARTERS: &[&str] = &["ربع"];

/// Parts of a year, of which one or some are counted from its beginning: "the first three quarters", «نیمه دوم».
const QUARTERS_OF_YEAR: &[&str] = &["quarter", "quarters", "فصل"];
const HALVES_OF_YEAR: &[&str] = &["half", "نیمه", "نیمسال"];

/// Which of them is meant, before it in English and behind it in Persian.
const WHICH: [&str; 18] = [
    "first",
    "second",
    "third",
    "fourth",
    "last",
    "final",
    "current",
    "this",
    "previous",
    "اول",
    "نخست",
    "دوم",
    "سوم",
    "چهارم",
    "آخر",
    "پایانی",
    "جاری",
    "گذشته",
];

/// A larger unit, a smaller one, and how many of the smaller make the larger.
const STEPS: [(&[&str], &[&str], u64); 29] = [
    (MINUTES, SECONDS, 60),
    (QUARTERS, MINUTES, 15),
    (HOURS, QUARTERS, 4),
    (HOURS, MINUTES, 60),
    (HOURS, SECONDS, 3600),
    (DAYS, HOURS, 24),
    (WEEKS, DAYS, 7),
    (MONTHS, DAYS, 30),
    (YEARS, DAYS, 365),
    (YEARS, WEEKS, 52),
    (YEARS, MONTHS, 12),
    (QUARTERS_OF_YEAR, MONTHS, 3),
    (HALVES_OF_YEAR, MONTHS, 6),
    (DECADES, YEARS, 10),
    (CENTURIES, YEARS, 100),
    (CENTIMETRES, MILLIMETRES, 10),
    (METRES, MILLIMETRES, 1000),
    (METRES, CENTIMETRES, 100),
    (KILOMETRES, METRES, 1000),
    (GRAMS, MILLIGRAMS, 1000),
    (KILOGRAMS, GRAMS, 1000),
    (TONNES, GRAMS, 1_000_000),
    (TONNES, KILOGRAMS, 1000),
    (LITRES, MILLILITRES, 1000),
    (LITRES, CUBIC_CENTIMETRES, 1000),
    (SQUARE_KILOMETRES, HECTARES, 100),
    (HECTARES, SQUARE_METRES, 10_000),
    (MEGAWATTS, KILOWATTS, 1000),
    (GIGAWATTS, MEGAWATTS, 1000),
];

/// Words for one unit that need no number, before it in English and behind it in Persian: "over the past year".
const ONE: [&str; 9] =
    ["past", "last", "next", "coming", "previous", "whole", "گذشته", "اخیر", "آینده"];

/// What makes one measure of two, where the second counts the rest of the first in a smaller unit.
const JOINTS: [&str; 7] = ["", "and", "و", ",", "،", ", and", "-and-"];

/// One, in the parts in which [`thousandths`] counts.
pub(crate) const WHOLE: u64 = 1000;
const HALF: u64 = WHOLE / 2;
const QUARTER: u64 = WHOLE / 4;

/// A number with its unit, or several that are one.
#[derive(Clone, Copy)]
struct Measure {
    /// In thousandths of the unit.
    number: u64,
    unit: &'static [&'static str],
    /// The number and the unit of the first of several.
    first: (u64, &'static [&'static str]),
    hedge: Option<Hedge>,
    span: Span,
}

/// Whether the text has the measure that a value is, or belongs to, in units of another size, or about it in larger
/// ones.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let mut own = measures(asked.own);
    own.retain(|it| it.span.covers(asked.value.span));
    if own.is_empty() {
        return false;
    }
    let there = measures(asked.other);
    own.iter().any(|own| there.iter().any(|there| own.is_said_by(there)))
}

impl Measure {
    /// Whether another one is the same, or rounds it to a larger unit; "more than three hours" may be any minutes more.
    fn is_said_by(&self, other: &Self) -> bool {
        if let Some(each) = each(other.unit, self.unit) {
            let there = other.number.saturating_mul(each);
            let most = most_days(other.unit, self.unit).unwrap_or(each);
            let most = (other.number / WHOLE).saturating_mul(most * WHOLE);
            let is_more = || self.first == (other.number, other.unit);
            return (there..=there.max(most)).contains(&self.number)
                || matches!(other.hedge, Some(Hedge::Down)) && is_more()
                || other.hedge.is_some_and(|hedge| lets(hedge, there, self.number));
        }
        match each(self.unit, other.unit) {
            Some(each) => {
                let own = self.number.saturating_mul(each);
                own == other.number || self.hedge.is_some_and(|it| lets(it, own, other.number))
            }
            None => self.unit == other.unit && self.is_or_nears(other),
        }
    }

    /// Whether another one in this unit is the same, or says it by halves behind a hedge: "nearly 3½ tons".
    fn is_or_nears(&self, other: &Self) -> bool {
        let is_half = other.number % WHOLE == HALF;
        let lost = self.number.abs_diff(other.number);
        let is_hedged = || other.hedge.is_some_and(|it| lets(it, other.number, self.number));
        lost == 0 || is_half && lost < QUARTER && is_hedged()
    }

    /// Both as one, in the unit of the second, where that is the smaller one.
    fn and(&self, rest: &Self) -> Option<Self> {
        let number = self.number.checked_mul(each(self.unit, rest.unit)?)?;
        Some(Self {
            number: number.checked_add(rest.number)?,
            unit: rest.unit,
            first: self.first,
            hedge: self.hedge,
            span: Span::new(self.span.start, rest.span.end),
        })
    }
}

/// How many of the smaller unit the larger one is.
fn each(larger: &[&str], smaller: &[&str]) -> Option<u64> {
    let mut steps = STEPS.iter();
    let step = steps.find(|(above, below, _)| *above == larger && *below == smaller)?;
    Some(step.2)
}

/// How many days there are at the most in a month or a year, which the table has at the fewest.
fn most_days(larger: &[&str], smaller: &[&str]) -> Option<u64> {
    match (larger, smaller) {
        (MONTHS, DAYS) => Some(31),
        (YEARS, DAYS) => Some(366),
        _ => None,
    }
}

/// The units of the table by their names.
static UNITS: LazyLock<HashMap<&str, &[&str]>> = LazyLock::new(|| {
    let units = STEPS.iter().flat_map(|(larger, smaller, _)| [*larger, *smaller]);
    let mut by_name = HashMap::new();
    for (name, unit) in units.flat_map(|unit| unit.iter().map(move |name| (*name, unit))) {
        by_name.entry(name).or_insert(unit);
    }
    by_name
});

/// The unit that a word names.
fn unit(letters: &str, lang: Lang) -> Option<&'static [&'static str]> {
    UNITS.get(stem_of(letters, lang)).copied()
}

/// The unit of area that is called a square of one of length.
fn squared(unit: &[&str]) -> Option<&'static [&'static str]> {
    match unit {
        METRES => Some(SQUARE_METRES),
        KILOMETRES => Some(SQUARE_KILOMETRES),
        _ => None,
    }
}

/// The measures of a text: each by itself, and with those that go on with it.
fn measures(side: &Side<'_>) -> Vec<Measure> {
    let pieces = pieces(side);
    let letters: Vec<&str> = pieces.iter().map(|piece| piece.letters).collect();
    let places = 0..pieces.len();
    let single = places.filter_map(|at| measure(side, &pieces, &letters, at));
    let single: Vec<Measure> = single.collect();
    let mut measures = Vec::with_capacity(single.len());
    for (at, first) in single.iter().enumerate() {
        measures.push(*first);
        let mut sum = *first;
        for next in &single[at + 1..] {
            let between = side.text.get(sum.span.end..next.span.start);
            let is_joined = between.is_some_and(|it| JOINTS.contains(&it.trim()));
            let Some(more) = sum.and(next).filter(|_| is_joined) else {
                break;
            };
            sum = more;
            measures.push(sum);
        }
    }
    measures
}

/// A word, or part of one that a number begins: «سه» and «ماهه», "23.4" and "kg".
struct Piece<'a> {
    letters: &'a str,
    /// That of the word.
    span: Span,
    is_word: bool,
}

fn pieces<'a>(side: &'a Side<'_>) -> Vec<Piece<'a>> {
    let mut pieces = Vec::with_capacity(side.words().len());
    for word in side.words().words() {
        let letters = side.letters(word);
        let (name, is_on_figures) = name(side, word);
        let is_unit = is_on_figures && !name.is_empty();
        let figures = is_unit.then(|| letters.find(name)).flatten();
        let is_value = matches!(word.kind, WordKind::Placeable(_));
        let letters = match figures.filter(|_| !is_value) {
            Some(at) => smallvec![&letters[..at], &letters[at..]],
            None if side.lang == Lang::Persian && !is_value => parted(letters),
            None => smallvec![letters],
        };
        let is_word = letters.len() == 1;
        pieces.extend(letters.into_iter().map(|letters| Piece {
            letters,
            span: word.span,
            is_word,
        }));
    }
    pieces
}

/// The measure whose unit one of the pieces names, of which these are the letters.
fn measure(side: &Side<'_>, pieces: &[Piece<'_>], letters: &[&str], at: usize) -> Option<Measure> {
    let (before, after) = (&letters[..at], &letters[at + 1..]);
    let unit = unit(letters[at], side.lang)?;
    let (unit, before, after) = match (before, after) {
        ([before @ .., "square"], _) => (squared(unit)?, before, after),
        (_, ["مربع", after @ ..]) => (squared(unit)?, before, after),
        _ => (unit, before, after),
    };
    let is_one = || after.first().is_some_and(|word| ONE.contains(word));
    let Count { thousandths, words } = match unit {
        QUARTERS_OF_YEAR | HALVES_OF_YEAR => parts_of_year(before, after, side.lang)?,
        _ => count(side, &pieces[..before.len()], before)
            .or_else(|| (side.lang == Lang::Persian && is_one()).then_some(Count::one_in(0)))?,
    };
    let (more, words_behind) = match after {
        ["and", "a", "half", ..] => (HALF, 3),
        ["and", "a", "quarter", ..] => (QUARTER, 3),
        ["و", "نیم" | "نیمه", ..] => (HALF, 2),
        ["و", "ربع", ..] => (QUARTER, 2),
        _ => (0, 0),
    };
    let first = before.len() - words;
    let last = letters.len() - after.len() - 1 + words_behind;
    let number = thousandths.checked_add(more)?;
    Some(Measure {
        number,
        unit,
        first: (number, unit),
        hedge: hedge_behind(&before[..first]),
        span: Span::new(pieces[first].span.start, pieces[last].span.end),
    })
}

/// How many of a unit some words say.
#[derive(Clone, Copy)]
struct Count {
    thousandths: u64,
    /// How many words before the unit say it.
    words: usize,
}

impl Count {
    /// One, as that many words say.
    fn one_in(words: usize) -> Self {
        Self { thousandths: WHOLE, words }
    }

    /// The count with a part of one more.
    fn and(self, part: u64) -> Option<Self> {
        let thousandths = self.thousandths.checked_add(part)?;
        Some(Self { thousandths, ..self })
    }

    /// As many quarters.
    fn quarters(self) -> Self {
        Self { thousandths: self.thousandths / WHOLE * QUARTER, ..self }
    }
}

/// How many parts of a year are meant: "first three", «سه … نخست».
fn parts_of_year(before: &[&str], after: &[&str], lang: Lang) -> Option<Count> {
    let is_which = |word: Option<&&str>| word.is_some_and(|word| WHICH.contains(word));
    let (last, rest) = before.split_last()?;
    let number = word_value(last, lang).or_else(|| Number::read(last));
    let number = number.as_ref().and_then(thousandths);
    let count = |words| number.map(|thousandths| Count { thousandths, words });
    match lang {
        Lang::English if is_which(Some(last)) => Some(Count::one_in(1)),
        Lang::English => count(2).filter(|_| is_which(rest.last())),
        Lang::Persian if is_which(after.first()) => count(1).or(Some(Count::one_in(0))),
        Lang::Persian => None,
    }
}

/// How many of a unit the words before it say.
fn count(side: &Side<'_>, pieces: &[Piece<'_>], before: &[&str]) -> Option<Count> {
    let number = |back: usize| {
        let count = number(side, &pieces[..pieces.len() - back])?;
        Some(Count { words: count.words + back, ..count })
    };
    let more = |back: usize, more: u64| number(back)?.and(more);
    match before {
        [.., "and", "a", "half"] => more(3, HALF),
        [.., "and", "a", "quarter"] => more(3, QUARTER),
        [.., "and", "three", "quarter" | "quarters"] => more(3, HALF + QUARTER),
        [.., "و", "نیم"] => more(2, HALF),
        [.., "و", "ربع"] => more(2, QUARTER),
        [.., "½"] => more(1, HALF),
        [.., "¼"] => more(1, QUARTER),
        [.., "¾"] => more(1, HALF + QUARTER),
        [.., "half", "a" | "an"] => Some(Count { thousandths: HALF, words: 2 }),
        [.., "half" | "نیم"] => Some(Count { thousandths: HALF, words: 1 }),
        [.., "quarter" | "quarters", "of", "a" | "an"] => number(3).map(Count::quarters),
        [.., "ربع"] => Some(number(1).unwrap_or(Count::one_in(1)).quarters()),
        [.., word] if ONE.contains(word) && side.lang == Lang::English => Some(Count::one_in(1)),
        _ => number(0),
    }
}

/// The number that the last of some pieces say.
fn number(side: &Side<'_>, pieces: &[Piece<'_>]) -> Option<Count> {
    let last = pieces.last()?;
    if matches!(last.letters, "a" | "an") {
        return Some(Count::one_in(1));
    }
    let is_its = |value: &&Placeable| last.is_word && value.span.end == last.span.end;
    let (number, words) = match side.values().iter().find(is_its) {
        Some(value) => {
            let Value::Number(quantity) = &value.value else {
                return None;
            };
            let first = pieces.partition_point(|piece| piece.span.start < value.span.start);
            (quantity.number.clone(), pieces.len() - first)
        }
        None => {
            let in_word = || word_value(last.letters, side.lang);
            (Number::read(last.letters).or_else(in_word)?, 1)
        }
    };
    Some(Count { thousandths: thousandths(&number)?, words })
}

/// A number in thousandths, where it has no smaller parts.
pub(crate) fn thousandths(number: &Number) -> Option<u64> {
    number.times_ten_to(3).to_u64()
}
