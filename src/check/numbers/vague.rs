//! Numbers that a text says vaguely: "more than two dozen" for 26, "in her 30s" of a woman of 37, and in a headline
//! "thousands".

use crate::check::measures::{YEARS, unit_behind};
use crate::check::numbers::asked::Asked;
use crate::check::numbers::phrases::{any, number};
use crate::check::numbers::rounded::{Hedge, hedge_behind};
use crate::check::pair::Side;
use crate::text::number::word_value;
use crate::text::{HALF_SPACE, Lang, Placeable, Value};

const DOZEN: u64 = 12;

/// How far from a number of dozens one may be that is about or nearly that.
const NEAR: u64 = 4;

/// Whether the text says a number by the dozen or an age roughly.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let Asked { own: side, value: placeable, other, .. } = *asked;
    let Value::Number(quantity) = &placeable.value else {
        return false;
    };
    quantity.number.to_u64().is_some_and(|number| {
        let words = other.all_letters();
        has_dozens(&words, number, other.lang)
            || number == OF_AGE && is_under(side, placeable) && has_minors(&words)
            || is_age(side, placeable)
                && ages(other) < ages(side)
                && has_age(&words, number, other.lang)
    })
}

/// Whether words say a number by the dozen, perhaps behind a hedge.
fn has_dozens(words: &[&str], wanted: u64, lang: Lang) -> bool {
    any(words, |before, word, after| {
        if word != "dozen" {
            return false;
        }
        let (said, before) = match before {
            [before @ .., "half", "a"] => (Some(DOZEN / 2), before),
            [before @ .., "the" | "another"] => (Some(DOZEN), before),
            _ => (
                number(before, lang).map(|dozens| dozens.saturating_mul(DOZEN)),
                before.split_last().map_or(before, |(_, before)| before),
            ),
        };
        let more = if after.starts_with(&["and", "a", "half"]) { DOZEN / 2 } else { 0 };
        let hedge = hedge_behind(before);
        said.is_some_and(|said| {
            let said = said.saturating_add(more);
            let past = said.saturating_add(DOZEN);
            match hedge {
                None => said.abs_diff(wanted) <= 1,
                Some(Hedge::Up) => wanted <= said && said - wanted <= NEAR,
                Some(Hedge::Down | Hedge::FarDown) => (said..past).contains(&wanted),
                Some(Hedge::Either) => said.abs_diff(wanted) <= NEAR,
            }
        })
    })
}

/// The age below which somebody is a minor, and words for minors, folded.
const OF_AGE: u64 = 18;
const MINORS: [&str; 16] = [
    "minor",
    "minors",
    "child",
    "children",
    "underage",
    "under-age",
    "juvenile",
    "juveniles",
    "کودک",
    "کودکان",
    "کودکی",
    "خردسال",
    "خردسالان",
    "نوجوان",
    "نوجوانان",
    "نابالغ",
];

/// Whether the word before a value says that all below it are meant: «زیر ۱۸ سال», "under 18".
fn is_under(side: &Side<'_>, placeable: &Placeable) -> bool {
    let before = side.words_before(placeable.span);
    let before = side.letters_of(&before[before.len().saturating_sub(2)..]);
    matches!(
        before.as_slice(),
        [.., "زیر" | "under" | "below"] | ["کمتر", "از"] | ["younger", "than"]
    )
}

fn has_minors(words: &[&str]) -> bool {
    words.iter().any(|word| MINORS.contains(word))
}

/// Whether a value is the age of somebody.
fn is_age(side: &Side<'_>, placeable: &Placeable) -> bool {
    let after = side.text[placeable.span.end..].trim_start_matches([' ', HALF_SPACE]);
    let unit = unit_behind(side, placeable);
    after.starts_with("سال") || unit.is_some_and(|unit| YEARS.contains(&unit))
}

/// How many ages a text has as numbers: where both have as many, one of them stands for another.
fn ages(side: &Side<'_>) -> usize {
    let values = side.values().iter();
    values.filter(|value| is_age(side, value)).count()
}

/// The decades of a life in words.
const DECADES: [&str; 8] =
    ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

/// What says that somebody is in his teens, folded.
const TEENS: [&str; 9] = [
    "teen",
    "teens",
    "teenage",
    "teenaged",
    "teenager",
    "teenagers",
    "نوجوان",
    "نوجوانی",
    "نوجوانان",
];

/// How many words before "50s" it may stand whose they are.
const REACH: usize = 3;

/// Whether words give an age of that decade: "in her late 30s", «سی و چند ساله», "teenager".
fn has_age(words: &[&str], age: u64, lang: Lang) -> bool {
    let decade = age / 10 * 10;
    any(words, |before, word, after| {
        let mut names = (2..).zip(DECADES);
        let is_decade = word.strip_suffix('s').is_some_and(|figures| {
            let figures = figures.strip_prefix("mid-").unwrap_or(figures);
            figures == decade.to_string()
        }) || names.any(|(tens, name)| name == word && tens * 10 == decade);
        let mut whose = before.iter().rev().take(REACH);
        let is_somebodys = whose.any(|word| matches!(*word, "his" | "her" | "their"));
        let is_and_some = || matches!(after, ["و", "چند" | "اندی", ..]);
        is_decade && is_somebodys
            || (13..=19).contains(&age) && TEENS.contains(&word)
            || lang == Lang::Persian && is_and_some() && number(&[word], lang) == Some(decade)
    })
}

/// Vague counts, folded, each with the smallest number it may stand for.
const COUNTS: [(&str, u64); 13] = [
    ("tens", 10),
    ("dozens", DOZEN),
    ("scores", 20),
    ("hundreds", 100),
    ("thousands", 1_000),
    ("millions", 1_000_000),
    ("billions", 1_000_000_000),
    ("دهها", 10),
    ("صدها", 100),
    ("هزارها", 1_000),
    ("هزاران", 1_000),
    ("میلیونها", 1_000_000),
    ("میلیاردها", 1_000_000_000),
];

/// Numbers this many times larger are not called by it any more.
const MOST: u64 = 50;

/// Whether a headline gives a number as "dozens" or "tens of thousands".
pub(crate) fn is_in_headline(target: &Side<'_>, placeable: &Placeable) -> bool {
    let wanted = match &placeable.value {
        Value::Number(quantity) | Value::Amount(quantity, _) => quantity.number.to_u64(),
        _ => None,
    };
    let words = target.all_letters();
    let count = |word: &str| COUNTS.iter().find(|(name, _)| *name == word).map(|(_, count)| *count);
    any(&words, |before, word, after| {
        let is_second = matches!(before, [.., first, "of"] if count(first).is_some());
        let Some(first) = count(word).filter(|_| !is_second) else {
            return false;
        };
        let second = match after {
            ["of", word, ..] => count(word),
            [word, ..] if target.lang == Lang::Persian => {
                word_value(word, Lang::Persian).and_then(|it| it.to_u64())
            }
            _ => None,
        };
        let least = first.saturating_mul(second.filter(|it| *it >= 1_000).unwrap_or(1));
        let range = least.saturating_mul(2)..least.saturating_mul(MOST);
        wanted.is_some_and(|wanted| range.contains(&wanted))
    })
}
