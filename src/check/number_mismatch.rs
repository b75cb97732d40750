//! `number-mismatch`: numbers of the article that its translation lacks.
//!
//! A number may be written in figures or in words, with a magnitude or without, rounded with it, and inside a date, a time
//! or a code. Small numbers in words are not asked for, since "a couple" and "both" are right translations of two, nor are
//! measures where miles become kilometres.

use std::sync::LazyLock;

use foldhash::{HashSet, HashSetExt};

use crate::check::finding::{Finding, Severity};
use crate::check::fix::Fix;
use crate::check::measure::{are_converted, is_measured};
use crate::check::pair::{Pair, Part};
use crate::check::rule::{About, Rule};
use crate::text::date::{Date, Year};
use crate::text::list::List;
use crate::text::number::{Currency, Form, Number, Quantity, word_value};
use crate::text::{Placeable, Value, WritingOptions};

pub(super) const ABOUT: About = About {
    name: "number-mismatch",
    severity: Severity::Error,
    says: "a number of the article is not in the translation of its segment, or is a sum in another currency there",
    why: "A reader takes figures on trust. Figures and words are the same, and so is a number that is rounded where its \
          magnitude is a word. One, and numbers up to ten in words, are not asked for, nor are measures that are \
          converted; numbers inside dates are date-mismatch's.",
    fix: "Suggested where one number stands for another: the words around it may say it too.",
    example: [
        "در این انفجار ۳۲۰ نفر زخمی شدند.",
        "The explosion injured 230 people.",
        "The explosion injured 320 people.",
    ],
};

/// The largest number that is not asked for where it stands in words.
const SMALL: u64 = 10;

/// Words that say a number without being one, folded; in Persian without endings.
const NAMED: [(&str, &[u64]); 27] = [
    ("both", &[2]),
    ("couple", &[2]),
    ("pair", &[2]),
    ("twice", &[2]),
    ("double", &[2]),
    ("doubled", &[2]),
    ("twin", &[2]),
    ("fortnight", &[2, 14]),
    ("thrice", &[3]),
    ("triple", &[3]),
    ("tripled", &[3]),
    ("quarter", &[4, 15, 25]),
    ("quarters", &[45, 75]),
    ("half", &[2, 30, 50]),
    ("decade", &[10]),
    ("decades", &[20]),
    ("dozen", &[12]),
    ("century", &[100]),
    ("centuries", &[200]),
    ("جفت", &[2]),
    ("دوبار", &[2]),
    ("نیم", &[30, 50]),
    ("نصف", &[30, 50]),
    ("ربع", &[15, 25]),
    ("دهه", &[10]),
    ("قرن", &[100]),
    ("سده", &[100]),
];

/// The same, to be looked up.
static BY_NAME: LazyLock<List<&[u64]>> = LazyLock::new(|| {
    let rows = NAMED.iter();
    rows.map(|(name, numbers)| ((*name).to_owned(), *numbers))
        .collect()
});

/// The numbers of the source that the target does not say.
pub(super) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    if source.values().is_empty() || pair.is_table() {
        return Vec::new();
    }
    let mut lost = unsaid(source, target);
    if lost.is_empty() {
        return currencies(pair);
    }
    let mut added = unsaid(target, source);
    if are_converted(pair) {
        lost.retain(|value| !is_measured(source, value));
        added.retain(|value| !is_measured(target, value));
    }
    let is_exchanged = lost.len() == added.len();
    let missing = lost.iter().enumerate().map(|(i, placeable)| {
        let right = placeable
            .value
            .write(target.lang, &WritingOptions::default());
        match added.get(i).filter(|_| is_exchanged) {
            Some(wrong) => target.instead(Rule::NumberMismatch, wrong.span, Fix::suggested(right)),
            None => Finding {
                rule: Rule::NumberMismatch,
                span: target.span,
                message: format!(
                    "{} is not here; write {}",
                    source.quote(placeable.span),
                    target.lang.quote(&right)
                ),
                fix: None,
            },
        }
    });
    missing.chain(currencies(pair)).collect()
}

/// The numbers of `part` that must be said in `other`, and are not.
///
/// "In the 80s" is not a number.
fn unsaid<'a>(part: &'a Part<'_>, other: &Part<'_>) -> Vec<&'a Placeable> {
    let values = part.values().iter();
    let certain = values.filter(|value| !part.text[value.span.end..].starts_with('s'));
    let mut asked: Vec<&Placeable> = certain
        .filter(|value| quantities(&value.value).any(is_asked))
        .collect();
    if asked.is_empty() {
        return asked;
    }
    let is_unsaid = |value: &Placeable, said: &Said| {
        quantities(&value.value).any(|quantity| is_asked(quantity) && !said.has(quantity))
    };
    let mut said = Said::of(other);
    asked.retain(|value| is_unsaid(value, &said));
    // Most numbers are said as such, and no words are looked at.
    if !asked.is_empty() {
        said.add_words(other);
        asked.retain(|value| is_unsaid(value, &said));
    }
    asked
}

/// The numbers of a value; none where they are a date's, a time's or a code's.
fn quantities(value: &Value) -> impl Iterator<Item = &Quantity> {
    let [one, other] = match value {
        Value::Number(quantity)
        | Value::Percent(quantity)
        | Value::Amount(quantity, _)
        | Value::Ordinal(quantity) => [Some(quantity), None],
        Value::Range(range) => [Some(&range.low), Some(&range.high)],
        _ => [None, None],
    };
    one.into_iter().chain(other)
}

fn is_asked(quantity: &Quantity) -> bool {
    let value = quantity.number.to_u64();
    let is_small = value.is_some_and(|value| value <= SMALL);
    !(value.is_some_and(|value| value <= 1) || is_small && quantity.form == Form::Words)
}

/// All numbers that a text can be said to have.
struct Said {
    numbers: HashSet<String>,
    /// Figures of so many digits that they can be a telephone number, which each language parts in its own way.
    long: Vec<String>,
}

/// The fewest digits of a telephone number.
const TELEPHONE: usize = 7;

impl Said {
    /// The numbers among the values and figures of a text.
    fn of(part: &Part<'_>) -> Self {
        let mut said = Self {
            numbers: HashSet::new(),
            long: Vec::new(),
        };
        for placeable in part.values() {
            match &placeable.value {
                Value::Date(date) => said.add_date(date),
                value => quantities(value).for_each(|quantity| said.add(&quantity.number)),
            }
        }
        let figures = part.words().folded().split(|c: char| !c.is_ascii_digit());
        for figures in figures.filter(|figures| !figures.is_empty()) {
            if let Some(number) = Number::read(figures) {
                said.add(&number);
            }
            if figures.len() >= TELEPHONE {
                said.long.push(figures.to_owned());
            }
        }
        said
    }

    /// Adds those that words say.
    fn add_words(&mut self, part: &Part<'_>) {
        let words = part.words().words().iter();
        for word in words.map(|word| part.words().letters(&word.folded)) {
            if let Some(number) = word_value(word, part.lang) {
                self.add(&number);
            }
            let named = BY_NAME.get(word.trim_end_matches('ی'));
            for &number in named.copied().unwrap_or_default() {
                self.add(&Number::of(number));
            }
        }
    }

    fn add(&mut self, number: &Number) {
        self.numbers.insert(unsigned(number));
    }

    fn add_date(&mut self, date: &Date) {
        let year = match date.year {
            Some(Year::Year(year) | Year::Decade(year)) => Some(u64::from(year)),
            None => None,
        };
        let parts = [year, date.month.map(u64::from), date.day.map(u64::from)];
        for part in parts.into_iter().flatten() {
            self.add(&Number::of(part));
        }
    }

    /// Whether the number is there, perhaps rounded, or as a year of the other calendar.
    fn has(&self, quantity: &Quantity) -> bool {
        let number = unsigned(&quantity.number);
        let is_rounding = |said: &String| is_rounded(said, &number) || is_rounded(&number, said);
        let years = other_years(quantity);
        self.numbers.contains(&number)
            || self.numbers.iter().any(is_rounding)
            || self.long.iter().any(|figures| figures.contains(&number))
            || years.iter().any(|year| self.numbers.contains(year))
    }
}

/// The years that a number, if it is a solar or Gregorian year, can be in the other calendar.
fn other_years(quantity: &Quantity) -> Vec<String> {
    let both = |years: [u64; 2]| years.iter().map(u64::to_string).collect();
    match quantity.number.to_u64() {
        Some(year @ 1250..=1499) => both([year + 621, year + 622]),
        Some(year @ 1871..=2121) => both([year - 621, year - 622]),
        _ => Vec::new(),
    }
}

/// A number without its sign: five below zero is −5.
fn unsigned(number: &Number) -> String {
    number.to_string().trim_start_matches('-').to_owned()
}

/// The least number that is rounded.
const LEAST_ROUNDED: u64 = 100_000;

/// Whether `short` is `long` rounded to the digits that `short` has.
fn is_rounded(short: &str, long: &str) -> bool {
    let (Ok(short), Ok(long)) = (short.parse::<u64>(), long.parse::<u64>()) else {
        return false;
    };
    if short < LEAST_ROUNDED || long < LEAST_ROUNDED {
        return false;
    }
    let mut unit = 1;
    while short % (unit * 10) == 0 {
        unit *= 10;
    }
    short.abs_diff(long) <= unit / 2
}

/// The sums that are there in another currency only.
fn currencies(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let mut findings = Vec::new();
    for placeable in source.values() {
        let Some((number, currency)) = amount(&placeable.value) else {
            continue;
        };
        let sums = target.values().iter().filter_map(|there| {
            let (its_number, its_currency) = amount(&there.value)?;
            (its_number == number).then_some((there, its_currency))
        });
        let sums: Vec<_> = sums.collect();
        let Some((wrong, _)) = sums.first() else {
            continue;
        };
        if sums.iter().any(|(_, other)| may_be(currency, *other)) {
            continue;
        }
        let right = placeable
            .value
            .write(target.lang, &WritingOptions::default());
        findings.push(target.instead(Rule::NumberMismatch, wrong.span, Fix::suggested(right)));
    }
    findings
}

fn amount(value: &Value) -> Option<(&Number, Currency)> {
    match value {
        Value::Amount(quantity, currency) => Some((&quantity.number, *currency)),
        _ => None,
    }
}

/// Whether both can be the same: "dollar" alone may be that of another country.
fn may_be(a: Currency, b: Currency) -> bool {
    const DOLLARS: [&str; 4] = ["USD", "CAD", "AUD", "HKD"];
    a == b
        || [a, b]
            .iter()
            .all(|currency| DOLLARS.contains(&currency.code()))
}
