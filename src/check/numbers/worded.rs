//! Numbers that a text says in other words than a number's: two dozen, a fifth, nine in ten.
//!
//! What is looked for goes with what is counted: "a fifth" says 20 of a hundred and nothing else.

use crate::check::numbers::counted::parted;
use crate::check::numbers::{points, totals};
use crate::check::pair::Part;
use crate::text::number::{Number, word_value};
use crate::text::{Lang, Placeable, Value};

/// How much more of a hundred something is that was multiplied.
const MULTIPLIED: [(&str, u64); 6] = [
    ("double", 100),
    ("doubled", 100),
    ("doubling", 100),
    ("triple", 200),
    ("tripled", 200),
    ("tripling", 200),
];

/// Whether `other` says a value of `part` in other words.
pub(crate) fn is_said(part: &Part<'_>, placeable: &Placeable, other: &Part<'_>) -> bool {
    let lang = other.lang;
    let words = other.words().words().iter();
    let words = words.map(|word| other.letters(word));
    let words: Vec<&str> = match lang {
        Lang::Persian => words.flat_map(parted).collect(),
        Lang::English => words.collect(),
    };
    match &placeable.value {
        Value::Percent(quantity) => {
            let (_, whole, decimals) = quantity.number.parts();
            let hundredths = hundredths(&quantity.number);
            // A third is 33 or 33.3.
            let is_third = matches!(whole, "33" | "66" | "67");
            let is_part = hundredths.is_some_and(|it| {
                has_part(&words, it, true, lang) || has_thousandth(&words, it, lang)
            });
            let whole = whole.parse().ok();
            let whole = whole.filter(|_| is_third || decimals.is_empty());
            is_part || whole.is_some_and(|whole| has_share(&words, whole, lang))
        }
        Value::Number(quantity) => {
            let number = quantity.number.to_u64();
            let of = number.and_then(|number| round(part, placeable, number));
            of.is_some_and(|of| has_round(other, of))
                || hundredths(&quantity.number).is_some_and(|it| has_part(&words, it, false, lang))
                || totals::is_said(part, placeable, other)
                || points::otherwise(part, placeable).iter().any(|percent| {
                    let hundredths = hundredths(&percent.number);
                    hundredths.is_some_and(|it| has_part(&words, it, true, lang))
                })
        }
        Value::Ordinal(quantity) => {
            let number = quantity.number.to_u64();
            let of = number.and_then(|number| round(part, placeable, number));
            of.is_some_and(|of| has_round(other, of))
        }
        _ => false,
    }
}

/// How far from «از هر ده نفر» the number may stand that is its share.
const REACH: usize = 4;

/// Whether words say so many of a hundred: a fifth, nine in ten, doubled.
fn has_share(words: &[&str], percent: u64, lang: Lang) -> bool {
    let is_share = |above: u64, below: u64| {
        let hundredths = above.saturating_mul(100);
        let is_rounded = || [hundredths / below, hundredths.div_ceil(below)].contains(&percent);
        above < below && below <= 10 && is_rounded()
    };
    any(words, |before, word, after| {
        let is_multiplied = || MULTIPLIED.contains(&(word, percent));
        let times = match before {
            [whole @ .., "و", "نیم"] => {
                number(whole, lang).map(|whole| whole.saturating_mul(2).saturating_add(1))
            }
            before => halves(before, lang),
        };
        // In halves.
        let times = times.filter(|times| word == "برابر" && *times > 2);
        let is_of_each = |below: u64| {
            let around = before
                .iter()
                .rev()
                .take(REACH)
                .chain(after.iter().take(REACH).skip(1));
            let mut above = around.filter_map(|word| number(&[word], lang));
            above.any(|above| is_share(above, below))
        };
        let (above, below) = match before {
            [above @ .., "out", "of"] | [above @ .., "in"] => (above, number(&[word], lang)),
            above => (above, ordinal(word, lang)),
        };
        let share = number(above, lang).zip(below);
        is_multiplied()
            || times.is_some_and(|times| (times - 2).saturating_mul(50) == percent)
            || word == "هر"
                && before.ends_with(&["از"])
                && after
                    .first()
                    .and_then(|word| number(&[word], lang))
                    .is_some_and(is_of_each)
            || share.is_some_and(|(above, below)| is_share(above, below))
    })
}

/// The hundredths of a number that is less than one.
fn hundredths(number: &Number) -> Option<u64> {
    let (_, whole, decimals) = number.parts();
    let is_part = whole == "0" && !decimals.is_empty();
    format!("{decimals:0<2}")
        .parse()
        .ok()
        .filter(|_| is_part && decimals.len() <= 2)
}

/// Whether words say so many hundredths of one, or of a hundredth: a quarter of a percent, «نیم درجه».
fn has_part(words: &[&str], hundredths: u64, is_percent: bool, lang: Lang) -> bool {
    any(words, |before, word, after| {
        let is_of_percent = matches!(
            after,
            ["درصد", ..] | ["واحد", "درصد", ..] | ["of", "a", "percent" | "percentage", ..]
        );
        let part = match word {
            "نیم" | "نصف" | "half" => Some((1, Some(2))),
            "quarter" | "quarters" => number(before, lang).map(|above| (above, Some(4))),
            word => number(before, lang).map(|above| (above, ordinal(word, lang))),
        };
        let is_part =
            |above: u64, below: u64| above.saturating_mul(100) == below.saturating_mul(hundredths);
        (is_of_percent || !is_percent)
            && part.is_some_and(|(above, below)| below.is_some_and(|below| is_part(above, below)))
    })
}

/// Whether words say so many hundredths of a hundredth by the thousand: «سه در هزار».
fn has_thousandth(words: &[&str], hundredths: u64, lang: Lang) -> bool {
    any(words, |before, word, _| match before {
        [before @ .., "در"] if word == "هزار" => {
            number(before, lang).is_some_and(|it| it.saturating_mul(10) == hundredths)
        }
        _ => false,
    })
}

/// How many teams play in the round of a cup that a number names: 16 for "last 16" and «یک‌هشتم نهایی».
fn round(part: &Part<'_>, placeable: &Placeable, number: u64) -> Option<u64> {
    let before = part.words_before(placeable.span).iter();
    let before: Vec<&str> = before.map(|word| part.letters(word)).collect();
    let next = part.words_after(placeable.span).first();
    match part.lang {
        Lang::English => {
            matches!(before.as_slice(), [.., "last"] | [.., "round", "of"]).then_some(number)
        }
        Lang::Persian => {
            let is_final = next.is_some_and(|word| is_final(part.letters(word)));
            is_final.then(|| number.saturating_mul(2))
        }
    }
}

/// Whether a text names the round in which so many teams play.
fn has_round(part: &Part<'_>, teams: u64) -> bool {
    let words = part.words().words().iter();
    let words: Vec<&str> = words.map(|word| part.letters(word)).collect();
    any(&words, |before, word, after| match part.lang {
        Lang::English => {
            matches!(before, [.., "last"] | [.., "round", "of"])
                && number(&[word], part.lang) == Some(teams)
        }
        Lang::Persian => {
            let below = match word.strip_prefix("1/") {
                Some(figure) => number(&[figure], part.lang),
                None => parted(word)
                    .last()
                    .and_then(|word| ordinal(word, part.lang)),
            };
            below.is_some_and(|below| below.saturating_mul(2) == teams)
                && after.first().is_some_and(|word| is_final(word))
        }
    })
}

fn is_final(word: &str) -> bool {
    matches!(word, "نهایی" | "پایانی")
}

/// How many halves the number is that the last of some words says: 3 for 1.5.
fn halves(words: &[&str], lang: Lang) -> Option<u64> {
    let figure = words.last().copied().and_then(Number::read);
    match figure.as_ref().map(Number::parts) {
        Some((_, whole, "5")) => whole.parse::<u64>().ok()?.checked_mul(2)?.checked_add(1),
        _ => number(words, lang)?.checked_mul(2),
    }
}

/// Whether one of some words is what is looked for, with those before and after it.
pub(crate) fn any(words: &[&str], is_it: impl Fn(&[&str], &str, &[&str]) -> bool) -> bool {
    (0..words.len()).any(|at| {
        let (before, rest) = words.split_at(at);
        rest.split_first()
            .is_some_and(|(word, after)| is_it(before, word, after))
    })
}

/// The number that the last of some words says: one in "a day".
pub(crate) fn number(words: &[&str], lang: Lang) -> Option<u64> {
    let last = words.last()?;
    if matches!(*last, "a" | "an") {
        return Some(1);
    }
    Number::read(last)
        .or_else(|| word_value(last, lang))?
        .to_u64()
}

/// The number that an ordinal says, as the lower part of a fraction: 5 for "fifth", "fifths" and «پنجم».
fn ordinal(word: &str, lang: Lang) -> Option<u64> {
    let word = word.strip_suffix('s').unwrap_or(word);
    let is_ordinal = match lang {
        Lang::Persian => word.ends_with('م'),
        Lang::English => word.ends_with("th") || word == "third",
    };
    word_value(word, lang)
        .filter(|_| is_ordinal)
        .and_then(|number| number.to_u64())
}
