//! Shares in words: a fifth of a hundred, nine in ten, doubled, «از هر پنج نفر یک نفر», a quarter of a point.

use crate::check::numbers::rounded::{Hedge, hedge_behind, lets};
use crate::check::numbers::totals::{WHOLE, thousandths};
use crate::check::numbers::worded::{any, number, ordinal};
use crate::text::Lang;
use crate::text::number::Number;

/// How often more something is that was multiplied.
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

/// What a hundredth is called of which there may be a part: "a quarter of a point".
const HUNDREDTHS: [&str; 4] = ["percent", "percentage", "point", "درصد"];

/// How far from «از هر ده نفر» the number may stand that is its share.
const REACH: usize = 4;

/// A share, as so many parts of so many, with the hedge before it.
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

/// Whether words say so many of a hundred: "a fifth", or of a hundredth: "a quarter of a point".
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
pub(crate) fn has_part(words: &[&str], side: &Number, lang: Lang) -> bool {
    let side = thousandths(side).filter(|&side| side < WHOLE);
    side.is_some_and(|side| has(words, lang, |share| share.is(side, WHOLE, WHOLE / 100)))
}

/// Whether one of the shares that words say is what is looked for.
pub(crate) fn has(words: &[&str], lang: Lang, is_it: impl Fn(Share) -> bool) -> bool {
    any(words, |before, word, after| {
        let share = told(before, word, lang).map(|(above, below, before)| Share {
            above,
            below,
            hedge: hedge_behind(before),
            is_of_hundredth: is_of_hundredth(after),
        });
        share.is_some_and(&is_it) || of_each(before, word, after, lang, &is_it)
    })
}

/// The share that a word says with those before it, as its two numbers and what stands before them.
fn told<'a>(before: &'a [&'a str], word: &str, lang: Lang) -> Option<(u64, u64, &'a [&'a str])> {
    if HALF.contains(&word) {
        let before = before.strip_suffix(&["a"]).unwrap_or(before);
        return Some((1, 2, before));
    }
    if ALL.contains(&word) {
        return Some((1, 1, before));
    }
    let multiplied = MULTIPLIED.iter().find(|(name, _)| *name == word);
    if let Some((_, more)) = multiplied {
        return Some((*more, 1, before));
    }
    match (before, word) {
        (before, "برابر" | "times") => {
            let (halves, before) = halves(before, lang)?;
            Some((halves.checked_sub(2).filter(|&more| more > 0)?, 2, before))
        }
        (before, "quarter" | "quarters" | "ربع") => {
            let (above, before) = counted(before, lang).unwrap_or((1, before));
            Some((above, 4, before))
        }
        ([above @ .., "out", "of"] | [above @ .., "in" | "of"], below) => {
            of(above, number(&[below], lang)?, lang)
        }
        ([above @ .., "در"], "هزار") => of(above, 1000, lang),
        (above, below) => of(above, ordinal(below, lang)?, lang),
    }
}

/// The share of `below` of which the last of some words says the number.
fn of<'a>(words: &'a [&'a str], below: u64, lang: Lang) -> Option<(u64, u64, &'a [&'a str])> {
    let (above, before) = counted(words, lang)?;
    (above < below).then_some((above, below, before))
}

/// The number that the last of some words says, and the words before it.
fn counted<'a>(words: &'a [&'a str], lang: Lang) -> Option<(u64, &'a [&'a str])> {
    let (_, before) = words.split_last()?;
    Some((number(words, lang)?, before))
}

/// How many halves the number is that the last of some words say, and the words before it: 3 for 1.5, 5 for «دو و نیم».
fn halves<'a>(words: &'a [&'a str], lang: Lang) -> Option<(u64, &'a [&'a str])> {
    if let [whole @ .., "و", "نیم"] | [whole @ .., "and", "a", "half"] = words {
        let (whole, before) = counted(whole, lang)?;
        return Some((whole.checked_mul(2)?.checked_add(1)?, before));
    }
    let figure = words.last().copied().and_then(Number::read);
    match figure.as_ref().map(Number::parts) {
        Some((_, whole, "5")) => {
            let halves = whole.parse::<u64>().ok()?.checked_mul(2)?.checked_add(1)?;
            Some((halves, &words[..words.len() - 1]))
        }
        _ => counted(words, lang).and_then(|(n, before)| Some((n.checked_mul(2)?, before))),
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
