//! Shares in words: a fifth of a hundred, nine in ten, doubled, «از هر پنج نفر یک نفر», a quarter of a point.

use std::cell::LazyCell;

use crate::check::numbers::asked::Asked;
use crate::check::numbers::counted::words_of;
use crate::check::numbers::phrases::{any, number, ordinal};
use crate::check::numbers::rounded::{Hedge, hedge_behind, lets};
use crate::check::numbers::totals::{WHOLE, thousandths};
use crate::text::number::Number;
use crate::text::{Lang, Placeable, Value};

/// By how many times the original each word increases it: doubled adds one.
const MULTIPLIED: [(&str, u64); 9] = [
    ("double", 1),
    ("doubled", 1),
    ("doubling", 1),
    ("triple", 2),
    ("tripled", 2),
    ("tripling", 2),
    ("quadruple", 3),
    ("quadrupled", 3),
    ("quadrupling", 3),
];

/// Words for a half and for the whole, folded.
const HALF: [&str; 8] = ["half", "halve", "halved", "halves", "halving", "نیم", "نیمی", "نصف"];
const ALL: [&str; 17] = [
    "all",
    "every",
    "entire",
    "entirely",
    "whole",
    "wholly",
    "full",
    "fully",
    "absolutely",
    "completely",
    "totally",
    "کاملا",
    "تماما",
    "همه",
    "تمام",
    "تمامی",
    "کل",
];

/// Words for a percentage point, before which a fraction may stand: "a quarter of a point".
const HUNDREDTHS: [&str; 4] = ["percent", "percentage", "point", "درصد"];

/// How far from «از هر ده نفر» the number may stand that is its share.
const REACH: usize = 6;

/// A fraction, with the hedge before it.
#[derive(Clone, Copy)]
pub(crate) struct Share {
    above: u64,
    below: u64,
    hedge: Option<Hedge>,
    /// Whether it is one of a hundredth: «یک‌چهارم درصد».
    is_of_hundredth: bool,
}

impl Share {
    /// Whether `number` is this share of `whole`, where figures count by `one`: a share of a hundred that is not whole
    /// is rounded, and one that is stands for decimals too.
    pub(crate) fn is(self, number: u64, whole: u64, one: u64) -> bool {
        let parts = self.above.saturating_mul(whole);
        let share = parts / self.below;
        let lost = share.abs_diff(number);
        let is_rounded = match parts.is_multiple_of(self.below) {
            true => share.is_multiple_of(one) && !number.is_multiple_of(one) && lost <= one / 2,
            false if self.hedge.is_some() => lost <= one / 2,
            false => lost < one,
        };
        let is_hedged = || self.hedge.is_some_and(|hedge| lets(hedge, share, number));
        lost == 0 || is_rounded || is_hedged()
    }

    /// How much of one it is, where it is a share of a hundredth.
    pub(crate) fn of_hundredth(self, one: u64) -> Option<u64> {
        self.is_of_hundredth.then(|| self.above.saturating_mul(one) / self.below)
    }
}

/// Whether the words give this percentage as a fraction ("a fifth") or as a fraction of a point.
pub(crate) fn has_percent(words: &[&str], percent: &Number, lang: Lang) -> bool {
    thousandths(percent).is_some_and(|percent| {
        has(words, lang, |share| {
            if share.is_of_hundredth {
                share.is(percent, WHOLE, WHOLE / 100)
            } else {
                share.is(percent, 100 * WHOLE, WHOLE)
            }
        })
    })
}

/// Whether words say a number that is less than one: «نیم درجه», "three thousandths of a second".
pub(crate) fn has_part(words: &[&str], number: &Number, lang: Lang) -> bool {
    let part = thousandths(number).filter(|&part| part < WHOLE);
    part.is_some_and(|part| has(words, lang, |share| share.is(part, WHOLE, WHOLE / 100)))
}

/// Whether a value is one of the two numbers of a share that the other text says otherwise: the 4 of "1 in 4" for
/// «یک‌چهارم», and both of «از هر ۱۰ نفر ۹ نفر» for 90%.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let Some(number) = asked.value.value.number().and_then(Number::to_u64) else {
        return false;
    };
    let (own, other) = (words_of(asked.own), LazyCell::new(|| words_of(asked.other)));
    let is_same = |own: Share| {
        let is_it = |share: Share| {
            let below = own.below.saturating_mul(WHOLE);
            share.is(own.above.saturating_mul(WHOLE), below, WHOLE)
        };
        let is_percent = |value: &Placeable| match &value.value {
            Value::Percent(quantity) => thousandths(&quantity.number)
                .is_some_and(|percent| own.is(percent, 100 * WHOLE, WHOLE)),
            _ => false,
        };
        asked.other.values().iter().any(is_percent) || has(&other, asked.other.lang, is_it)
    };
    has_counted(&own, asked.own.lang, |share| {
        (share.above == number || share.below == number) && is_same(share)
    })
}

/// Whether one of the shares that words say by both their numbers is what is looked for: "nine in 10".
fn has_counted(words: &[&str], lang: Lang, is_it: impl Fn(Share) -> bool) -> bool {
    any(words, |before, word, after| match before {
        [.., "in" | "of" | "every" | "each"] => {
            share(before, word, after, lang).is_some_and(&is_it)
        }
        _ => of_each(before, word, after, lang, &is_it),
    })
}

/// Whether one of the shares that words say is what is looked for.
pub(crate) fn has(words: &[&str], lang: Lang, is_it: impl Fn(Share) -> bool) -> bool {
    any(words, |before, word, after| {
        share(before, word, after, lang).is_some_and(&is_it)
            || of_each(before, word, after, lang, &is_it)
    })
}

/// The share that a word says with those around it.
fn share(before: &[&str], word: &str, after: &[&str], lang: Lang) -> Option<Share> {
    fraction(before, word, lang).map(|fraction| Share {
        above: fraction.above,
        below: fraction.below,
        hedge: hedge_behind(fraction.before),
        is_of_hundredth: is_of_hundredth(after),
    })
}

/// A fraction in words, with the words before it.
struct Fraction<'a> {
    above: u64,
    below: u64,
    before: &'a [&'a str],
}

/// A number in words, with the words before it.
struct Counted<'a> {
    number: u64,
    before: &'a [&'a str],
}

impl Fraction<'_> {
    /// The fraction with the whole number before it: five quarters for «یک و یک‌چهارم».
    fn with_whole(self, lang: Lang) -> Self {
        let whole = match self.before {
            [whole @ .., "و" | "and"] => last_number(whole, lang),
            _ => None,
        };
        match whole {
            Some(Counted { number, before }) => {
                let above = number.saturating_mul(self.below).saturating_add(self.above);
                Self { above, before, ..self }
            }
            None => self,
        }
    }
}

/// The share that a word says with those before it.
fn fraction<'a>(before: &'a [&'a str], word: &str, lang: Lang) -> Option<Fraction<'a>> {
    if HALF.contains(&word) {
        let before = before.strip_suffix(&["a"]).unwrap_or(before);
        return Some(Fraction { above: 1, below: 2, before });
    }
    if ALL.contains(&word) {
        return Some(Fraction { above: 1, below: 1, before });
    }
    let multiplied = MULTIPLIED.iter().find(|(name, _)| *name == word);
    if let Some((_, more)) = multiplied {
        return Some(Fraction { above: *more, below: 1, before });
    }
    let times = word.strip_suffix("fold").filter(|_| lang == Lang::English);
    if let Some(times) = times.and_then(|it| number(&[it.trim_end_matches('-')], lang)) {
        return Some(Fraction { above: times.checked_sub(1)?, below: 1, before });
    }
    match (before, word) {
        (before, "برابر" | "times") => {
            let Counted { number, before } = halves(before, lang)?;
            let above = number.checked_sub(2).filter(|&more| more > 0)?;
            Some(Fraction { above, below: 2, before })
        }
        (before, "quarter" | "quarters" | "ربع") => {
            let above = last_number(before, lang).unwrap_or(Counted { number: 1, before });
            Some(Fraction { above: above.number, below: 4, before: above.before })
        }
        ([before @ .., "every" | "each"], below) => one_in(before, below, lang),
        ([.., "in" | "of"], below) => one_in(before, below, lang),
        ([above @ .., "در"], "هزار") => of(above, 1000, lang),
        (above, below) => {
            let fraction = of(above, ordinal(below, lang)?, lang)?;
            Some(fraction.with_whole(lang))
        }
    }
}

/// The share that "nine in 10", "nine out of 10" or "nine barrels in 10" is; the words end before the last number.
fn one_in<'a>(before: &'a [&'a str], below: &str, lang: Lang) -> Option<Fraction<'a>> {
    /// How many words may stand between the two: "one barrel of oil in five".
    const REACH: usize = 2;
    let above = before.strip_suffix(&["out", "of"]);
    let above = above.or_else(|| before.strip_suffix(&["in"])).or(before.strip_suffix(&["of"]))?;
    let below = number(&[below], lang)?;
    let mut ends = (0..=REACH).filter_map(|back| above.len().checked_sub(back));
    ends.find_map(|end| of(&above[..end], below, lang))
}

/// The share of `below` of which the last of some words says the number.
fn of<'a>(words: &'a [&'a str], below: u64, lang: Lang) -> Option<Fraction<'a>> {
    let Counted { number: above, before } = last_number(words, lang)?;
    (above < below).then_some(Fraction { above, below, before })
}

/// The number that the last of some words says.
fn last_number<'a>(words: &'a [&'a str], lang: Lang) -> Option<Counted<'a>> {
    let (_, before) = words.split_last()?;
    Some(Counted { number: number(words, lang)?, before })
}

/// The number at the end of the words, in halves: 3 for 1.5, 5 for «دو و نیم».
fn halves<'a>(words: &'a [&'a str], lang: Lang) -> Option<Counted<'a>> {
    if let [whole @ .., "و", "نیم"] | [whole @ .., "and", "a", "half"] = words {
        let Counted { number, before } = last_number(whole, lang)?;
        return Some(Counted { number: number.checked_mul(2)?.checked_add(1)?, before });
    }
    let figure = words.last().copied().and_then(Number::read);
    match figure.as_ref().map(Number::parts) {
        Some((_, whole, "5")) => {
            let number = whole.parse::<u64>().ok()?.checked_mul(2)?.checked_add(1)?;
            Some(Counted { number, before: &words[..words.len() - 1] })
        }
        _ => {
            let Counted { number, before } = last_number(words, lang)?;
            Some(Counted { number: number.checked_mul(2)?, before })
        }
    }
}

/// Whether one of the shares of «از هر پنج نفر», with the number before it or behind, is what is looked for.
fn of_each(
    before: &[&str],
    word: &str,
    after: &[&str],
    lang: Lang,
    is_it: impl Fn(Share) -> bool,
) -> bool {
    let is_each = word == "هر" && before.ends_with(&["از"]);
    let below = after.first().filter(|_| is_each);
    let Some(below) = below.and_then(|word| number(&[word], lang)) else {
        return false;
    };
    let ahead = after.iter().take(REACH).skip(1);
    let mut around = before.iter().rev().take(REACH).chain(ahead);
    around.any(|word| {
        let above = number(&[word], lang).filter(|above| *above < below);
        above
            .is_some_and(|above| is_it(Share { above, below, hedge: None, is_of_hundredth: false }))
    })
}

/// Whether a hundredth stands behind a share: "of a percent", «واحد درصد».
fn is_of_hundredth(after: &[&str]) -> bool {
    let after = after.strip_prefix(&["of"]).unwrap_or(after);
    let after = after.strip_prefix(&["a"]).or(after.strip_prefix(&["واحد"])).unwrap_or(after);
    after.first().is_some_and(|word| HUNDREDTHS.contains(word))
}
