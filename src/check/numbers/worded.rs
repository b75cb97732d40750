//! Numbers that a text says in other words than a number's: two dozen, the round of 16.
//!
//! Each form is tried only on values of its kind: "a fifth" can be 20 percent, never 20 people.

use crate::check::numbers::asked::Asked;
use crate::check::numbers::counted::{parted, words_of};
use crate::check::numbers::phrases::{any, number, ordinal};
use crate::check::numbers::{derived, points, shares, totals};
use crate::check::pair::Side;
use crate::text::number::Number;
use crate::text::{Lang, Placeable, Value};

/// Whether the text says a value in other words.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let Asked { own: side, value: placeable, other, .. } = *asked;
    let lang = other.lang;
    let words = words_of(other);
    let is_worded = match &placeable.value {
        Value::Percent(quantity) => {
            shares::has_percent(&words, &quantity.number, lang)
                || has_times(other, &quantity.number)
        }
        Value::Number(quantity) => {
            let number = quantity.number.to_u64();
            let of = number.and_then(|number| round(side, placeable, number));
            of.is_some_and(|of| has_round(other, of))
                || number.is_some_and(|number| is_century(side, placeable, number, other))
                || shares::has_part(&words, &quantity.number, lang)
                || totals::says(asked)
                || points::otherwise(side, placeable)
                    .iter()
                    .any(|percent| shares::has_percent(&words, &percent.number, lang))
        }
        Value::Ordinal(quantity) => {
            let number = quantity.number.to_u64();
            let of = number.and_then(|number| round(side, placeable, number));
            of.is_some_and(|of| has_round(other, of))
                || number.is_some_and(|number| is_century(side, placeable, number, other))
        }
        _ => false,
    };
    is_worded || derived::says(asked, &words)
}

/// Whether a text gives a percentage of more than a hundred by the times: "1.2 times GDP" for 120%.
fn has_times(side: &Side<'_>, percent: &Number) -> bool {
    let times = percent.over_ten_to(2);
    percent.to_u64() > Some(100)
        && side.values().iter().any(|value| {
            let unit = side.words_after(value.span).first();
            value.value.number() == Some(&times)
                && unit.is_some_and(|word| matches!(side.letters(word), "times" | "برابر"))
        })
}

/// Whether a number is that of a Persian century which the other text has by its first year: "the 1600s" for «قرن
/// هفدهم».
fn is_century(side: &Side<'_>, placeable: &Placeable, number: u64, other: &Side<'_>) -> bool {
    let before = side.words_before(placeable.span).last();
    let is_its = before.is_some_and(|word| matches!(side.letters(word), "قرن" | "سده"));
    let first = number.saturating_sub(1).saturating_mul(100);
    is_its && other.text.contains(&format!("{first}s"))
}

/// How many teams play in the round of a cup that a number names: 16 for "last 16" and «یک‌هشتم نهایی».
fn round(side: &Side<'_>, placeable: &Placeable, number: u64) -> Option<u64> {
    let before = side.letters_of(side.words_before(placeable.span));
    let next = side.words_after(placeable.span).first();
    match side.lang {
        Lang::English => {
            matches!(before.as_slice(), [.., "last"] | [.., "round", "of"]).then_some(number)
        }
        Lang::Persian => {
            let is_final = next.is_some_and(|word| is_final(side.letters(word)));
            is_final.then(|| number.saturating_mul(2))
        }
    }
}

/// Whether a text names the round in which so many teams play.
fn has_round(side: &Side<'_>, teams: u64) -> bool {
    let words = side.all_letters();
    any(&words, |before, word, after| match side.lang {
        Lang::English => {
            matches!(before, [.., "last"] | [.., "round", "of"])
                && number(&[word], side.lang) == Some(teams)
        }
        Lang::Persian => {
            let below = match word.strip_prefix("1/") {
                Some(figure) => number(&[figure], side.lang),
                None => parted(word).last().and_then(|word| ordinal(word, side.lang)),
            };
            below.is_some_and(|below| below.saturating_mul(2) == teams)
                && after.first().is_some_and(|word| is_final(word))
        }
    })
}

fn is_final(word: &str) -> bool {
    matches!(word, "نهایی" | "پایانی")
}
