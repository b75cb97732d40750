//! Words that say a number without being one: "a fortnight" for 14 days, "tenfold", «ربع» for 15 minutes.

use std::sync::LazyLock;

use crate::check::measures::{CENTS, DAYS, HOURS, MINUTES, WEEKS, YEARS, unit_behind};
use crate::check::numbers::asked::{Asked, is_asked};
use crate::check::numbers::phrases;
use crate::text::list::List;
use crate::text::number::Quantity;
use crate::text::placeable::Unit;
use crate::text::{Lang, Value};

/// What the number that a word says must count.
#[derive(Clone, Copy)]
enum Counts {
    Anything,
    Percent,
    /// A unit of measure, by its names.
    Of(&'static [&'static str]),
    /// The parts of one: four, where a text has a quarter in figures.
    Parts,
}

/// The words, folded, in Persian without endings, with each number that they say.
const NAMED: [(&str, &[(u64, Counts)]); 28] = [
    ("both", &[(2, Counts::Anything)]),
    ("couple", &[(2, Counts::Anything)]),
    ("pair", &[(2, Counts::Anything)]),
    ("twice", &[(2, Counts::Anything)]),
    ("double", &[(2, Counts::Anything)]),
    ("doubled", &[(2, Counts::Anything)]),
    ("twin", &[(2, Counts::Anything)]),
    ("fortnight", &[(2, Counts::Of(WEEKS)), (14, Counts::Of(DAYS)), (15, Counts::Of(DAYS))]),
    ("thrice", &[(3, Counts::Anything)]),
    ("triple", &[(3, Counts::Anything)]),
    ("tripled", &[(3, Counts::Anything)]),
    (
        "quarter",
        &[
            (4, Counts::Parts),
            (15, Counts::Of(MINUTES)),
            (25, Counts::Percent),
            (25, Counts::Of(CENTS)),
        ],
    ),
    ("quarters", &[(45, Counts::Of(MINUTES)), (75, Counts::Percent)]),
    (
        "half",
        &[
            (2, Counts::Parts),
            (30, Counts::Of(MINUTES)),
            (50, Counts::Percent),
            (50, Counts::Of(CENTS)),
        ],
    ),
    ("decade", &[(10, Counts::Of(YEARS))]),
    ("decades", &[(20, Counts::Of(YEARS))]),
    ("century", &[(100, Counts::Of(YEARS))]),
    ("centuries", &[(200, Counts::Of(YEARS))]),
    ("جفت", &[(2, Counts::Anything)]),
    ("دوبار", &[(2, Counts::Anything)]),
    ("نیم", &[(30, Counts::Of(MINUTES)), (50, Counts::Percent), (50, Counts::Of(CENTS))]),
    ("نصف", &[(30, Counts::Of(MINUTES)), (50, Counts::Percent)]),
    ("ربع", &[(15, Counts::Of(MINUTES)), (25, Counts::Percent)]),
    ("دهه", &[(10, Counts::Of(YEARS))]),
    ("قرن", &[(100, Counts::Of(YEARS))]),
    ("سده", &[(100, Counts::Of(YEARS))]),
    ("شبانهروز", &[(24, Counts::Of(HOURS))]),
    ("صددرصد", &[(100, Counts::Percent)]),
];

/// [`NAMED`], to be looked up.
static BY_NAME: LazyLock<List<&[(u64, Counts)]>> = LazyLock::new(|| {
    let rows = NAMED.iter();
    rows.map(|(name, numbers)| ((*name).to_owned(), *numbers)).collect()
});

/// Whether the text says each number of a value as such, or by a word that says it of what the value counts.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let other = asked.other;
    let letters = other.words().words().iter().map(|word| other.letters(word));
    let named: Vec<(u64, Counts)> = letters.flat_map(|word| numbers(word, other.lang)).collect();
    let is_named = |quantity: &Quantity| {
        let number = quantity.number.to_u64();
        named.iter().any(|(named, counts)| number == Some(*named) && is_of(asked, *counts))
    };
    let mut numbers = asked.value.value.quantities().filter(|quantity| is_asked(quantity));
    !named.is_empty() && numbers.all(|number| asked.said.has(number) || is_named(number))
}

/// The numbers that a word says, with what they count.
fn numbers(word: &str, lang: Lang) -> Vec<(u64, Counts)> {
    if let Some(named) = BY_NAME.get(word.trim_end_matches('ی')) {
        return named.to_vec();
    }
    let times = word.strip_suffix("fold").filter(|_| lang == Lang::English);
    let times = times.and_then(|times| phrases::number(&[times.trim_end_matches('-')], lang));
    times.map(|times| (times, Counts::Anything)).into_iter().collect()
}

/// Whether a value counts what a word says so many of.
fn is_of(asked: &Asked<'_>, counts: Counts) -> bool {
    let value = &asked.value.value;
    match counts {
        Counts::Anything => true,
        Counts::Percent => match value {
            Value::Percent(_) => true,
            Value::Range(range) => range.unit == Unit::Percent,
            _ => false,
        },
        Counts::Of(unit) => {
            unit_behind(asked.own, asked.value).is_some_and(|name| unit.contains(&name))
        }
        Counts::Parts => asked.own.text[..asked.value.span.start].ends_with(['/', '⁄']),
    }
}
