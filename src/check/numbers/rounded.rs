//! Numbers that a text rounds: 33 for 33.29, and behind "nearly" 200 for 197.

use std::cmp::Ordering;

use crate::check::pair::Side;
use crate::text::Placeable;

/// Which way a number was rounded, by the words before it.
#[derive(Clone, Copy)]
pub(crate) enum Hedge {
    /// Nearly.
    Up,
    /// More than.
    Down,
    /// Well over: by up to half.
    FarDown,
    /// About.
    Either,
}

/// The words before a number that was rounded, folded; of two that fit the first one is meant.
const HEDGES: &[(&[&str], Hedge)] = &[
    (&["no", "fewer", "than"], Hedge::Down),
    (&["no", "less", "than"], Hedge::Down),
    (&["no", "more", "than"], Hedge::Up),
    (&["well", "over"], Hedge::FarDown),
    (&["well", "above"], Hedge::FarDown),
    (&["well", "beyond"], Hedge::FarDown),
    (&["far", "more", "than"], Hedge::FarDown),
    (&["بسیار", "بیش", "از"], Hedge::FarDown),
    (&["خیلی", "بیش", "از"], Hedge::FarDown),
    (&["بسیار", "بیشتر", "از"], Hedge::FarDown),
    (&["خیلی", "بیشتر", "از"], Hedge::FarDown),
    (&["nearly"], Hedge::Up),
    (&["almost"], Hedge::Up),
    (&["not", "quite"], Hedge::Up),
    (&["just", "short", "of"], Hedge::Up),
    (&["under"], Hedge::Up),
    (&["below"], Hedge::Up),
    (&["less", "than"], Hedge::Up),
    (&["fewer", "than"], Hedge::Up),
    (&["close", "to"], Hedge::Up),
    (&["close", "on"], Hedge::Up),
    (&["up", "to"], Hedge::Up),
    (&["as", "many", "as"], Hedge::Up),
    (&["as", "much", "as"], Hedge::Up),
    (&["near"], Hedge::Up),
    (&["nears"], Hedge::Up),
    (&["neared"], Hedge::Up),
    (&["nearing"], Hedge::Up),
    (&["approaching"], Hedge::Up),
    (&["approaches"], Hedge::Up),
    (&["approached"], Hedge::Up),
    (&["at", "least"], Hedge::Down),
    (&["more", "than"], Hedge::Down),
    (&["over"], Hedge::Down),
    (&["above"], Hedge::Down),
    (&["beyond"], Hedge::Down),
    (&["broke", "through"], Hedge::Down),
    (&["upward", "of"], Hedge::Down),
    (&["upwards", "of"], Hedge::Down),
    (&["excess", "of"], Hedge::Down),
    (&["about"], Hedge::Either),
    (&["around"], Hedge::Either),
    (&["some"], Hedge::Either),
    (&["roughly"], Hedge::Either),
    (&["approximately"], Hedge::Either),
    (&["estimated"], Hedge::Either),
    (&["estimated", "at"], Hedge::Either),
    (&["neighborhood", "of"], Hedge::Either),
    (&["neighbourhood", "of"], Hedge::Either),
    (&["نزدیک"], Hedge::Up),
    (&["نزدیک", "به"], Hedge::Up),
    (&["به", "مرز"], Hedge::Up),
    (&["آستانه"], Hedge::Up),
    (&["قریب"], Hedge::Up),
    (&["قریب", "به"], Hedge::Up),
    (&["کمتر", "از"], Hedge::Up),
    (&["زیر"], Hedge::Up),
    (&["حداکثر"], Hedge::Up),
    (&["بیش", "از"], Hedge::Down),
    (&["بیشتر", "از"], Hedge::Down),
    (&["افزون", "بر"], Hedge::Down),
    (&["افزون", "از"], Hedge::Down),
    (&["فراتر", "از"], Hedge::Down),
    (&["بالغ", "بر"], Hedge::Down),
    (&["متجاوز", "از"], Hedge::Down),
    (&["بالای"], Hedge::Down),
    (&["دستکم"], Hedge::Down),
    (&["دست", "کم"], Hedge::Down),
    (&["حداقل"], Hedge::Down),
    (&["لااقل"], Hedge::Down),
    (&["حدود"], Hedge::Either),
    (&["حدودا"], Hedge::Either),
    (&["تقریبا"], Hedge::Either),
    (&["حوالی"], Hedge::Either),
    (&["حول", "و", "حوش"], Hedge::Either),
];

/// Verbs before a number that is less than the true one, and their endings.
const EXCEED: [&str; 7] = ["pass", "top", "topp", "exceed", "surpass", "cross", "breach"];
const ENDINGS: [&str; 4] = ["s", "es", "ed", "ing"];
/// Those of them that are nothing else without an ending.
const INFINITIVES: [&str; 2] = ["exceed", "surpass"];

/// Words before "past" where it is no preposition of a number: "the past 10 years", "half past".
const BEFORE_PAST: [&str; 20] = [
    "the", "a", "in", "over", "of", "for", "during", "since", "from", "all", "these", "this",
    "his", "her", "its", "their", "half", "quarter", "minutes", "and",
];

/// The most words of one.
const LONGEST: usize = 3;

/// What stands behind a number that was rounded.
const ON_TO_IT: [(&str, Hedge); 7] = [
    ("+ ", Hedge::Down),
    ("-plus", Hedge::Down),
    ("-odd", Hedge::Down),
    (" or more", Hedge::Down),
    (" and counting", Hedge::Down),
    (" and rising", Hedge::Down),
    (" or so", Hedge::Either),
];

/// Persian verbs and their parts behind «از» and a number that is less than the true one, folded: «از ۵۰ هزار نفر
/// گذشت».
const PASSED: [&str; 10] =
    ["گذشت", "گذشته", "گذشتند", "گذشتن", "میگذرد", "بگذرد", "فراتر", "عبور", "بیشتر", "بالاتر"];

/// How many words behind a number one of them may stand.
const REACH: usize = 3;

/// Which way a value is rounded, as the words directly before it say, or Persian ones behind it.
pub(crate) fn hedge(side: &Side<'_>, placeable: &Placeable) -> Option<Hedge> {
    let before = side.words_before(placeable.span);
    let last = side.letters_of(&before[before.len().saturating_sub(LONGEST)..]);
    hedge_behind(&last).or_else(|| behind(side, placeable, &last))
}

/// Which way a number is rounded, as the last of the words before it say.
pub(crate) fn hedge_behind(words: &[&str]) -> Option<Hedge> {
    let words = match words {
        [words @ .., "the"] => words,
        words => words,
    };
    let mut hedges = HEDGES.iter();
    let hedge = hedges.find_map(|(hedge, kind)| words.ends_with(hedge).then_some(*kind));
    hedge.or_else(|| is_exceeded(words).then_some(Hedge::Down))
}

/// Whether the last of some words says that the number after them was passed: "soared past", "topping".
fn is_exceeded(words: &[&str]) -> bool {
    match words {
        [.., before, "past"] => !BEFORE_PAST.contains(before),
        [.., verb] => {
            let mut stems = EXCEED.iter().filter_map(|stem| verb.strip_prefix(stem));
            INFINITIVES.contains(verb) || stems.any(|ending| ENDINGS.contains(&ending))
        }
        [] => false,
    }
}

/// After a hedge, a share or duration may be off by one part in this many: 14 months are more than a year, and 28
/// percent more than a quarter.
const MOST_HEDGED: u64 = 7;

/// Whether a share or a time behind a hedge may stand for an exact one: near, and on the side that the hedge says.
pub(crate) fn lets(hedge: Hedge, short: u64, long: u64) -> bool {
    let is_its_way = match short.cmp(&long) {
        Ordering::Greater => matches!(hedge, Hedge::Up | Hedge::Either),
        Ordering::Less => !matches!(hedge, Hedge::Up),
        Ordering::Equal => true,
    };
    is_its_way && short.abs_diff(long) <= long / MOST_HEDGED
}

/// Which way a value is rounded, as what stands behind it says: 200-plus, "200 or so", «از مرز ۵۰ هزار گذشت», «۵۰ هزار
/// و اندی».
fn behind(side: &Side<'_>, placeable: &Placeable, before: &[&str]) -> Option<Hedge> {
    let text = &side.text[placeable.span.end..];
    let mut on_to_it = ON_TO_IT.iter();
    let on_to_it = on_to_it.find_map(|(end, hedge)| text.starts_with(end).then_some(*hedge));
    let after = side.words_after(placeable.span).iter().take(REACH);
    let after = side.letters_of(after);
    let is_from = matches!(before, [.., "از"] | [.., "از", "مرز"]);
    let has = |both: [&str; 2]| after.windows(2).any(|words| words == both);
    let is_passed = after.starts_with(&["و", "اندی"])
        || has(["یا", "بیشتر"])
        || has(["به", "بالا"])
        || has(["را", "رد"])
        || is_from && after.iter().any(|it| PASSED.contains(it));
    on_to_it.or(is_passed.then_some(Hedge::Down))
}

/// Whether a `value` of the article is in its translation, rounded there.
pub(crate) fn is_rounded_in(target: &Side<'_>, value: &Placeable) -> bool {
    numbers(value).all(|long| has_rounded(target, long))
}

/// Whether a translation has a number, rounded or not.
pub(crate) fn has_rounded(target: &Side<'_>, long: &str) -> bool {
    target.values().iter().any(|there| {
        let hedge = hedge(target, there);
        numbers(there).any(|short| short == long || is_rounded(short, long, hedge))
    })
}

/// Whether a `value` of a translation is one of the article, rounded.
pub(crate) fn rounds([source, target]: [&Side<'_>; 2], value: &Placeable) -> bool {
    let hedge = hedge(target, value);
    numbers(value).all(|short| {
        let mut there = source.values().iter().flat_map(numbers);
        there.any(|long| short == long || is_rounded(short, long, hedge))
    })
}

fn numbers(placeable: &Placeable) -> impl Iterator<Item = &str> {
    placeable.value.quantities().map(|quantity| quantity.number.unsigned())
}

/// The least number that is rounded without a hedge.
const LEAST_ROUNDED: u128 = 100_000;
/// The least number whose decimals may be cut off.
const LEAST_CUT: u128 = 100;
/// Rounding may take one part in this many from a number.
const MOST_LOST: u128 = 10;

/// Whether `short` is `long` rounded to the digits that `short` has, which are fewer: to fewer decimals, from 100,000
/// up, or behind a hedge.
pub(crate) fn is_rounded(short: &str, long: &str, hedge: Option<Hedge>) -> bool {
    let [fewer, more] = [short, long].map(decimals);
    let places = fewer.max(more);
    let (Some(small), Some(large)) = (scaled(short, places), scaled(long, places)) else {
        return false;
    };
    let ten_to = |places: usize| u32::try_from(places).ok().and_then(|n| 10_u128.checked_pow(n));
    let (Some(one), Some(step), Some(unit)) =
        (ten_to(places), ten_to(places - fewer), ten_to(zeros(small)))
    else {
        return false;
    };
    let lost = small.abs_diff(large);
    let is_near = match hedge {
        Some(Hedge::FarDown) => lost <= small / 2,
        _ => lost <= large / MOST_LOST,
    };
    let is_large = || small / one >= LEAST_ROUNDED && large / one >= LEAST_ROUNDED;
    let has_fewer_digits = || zeros(small) > zeros(large);
    let is_nearest = || fewer < more && lost <= step / 2;
    // Market reports cut the decimals of an index: 6,886 for 6,886.68.
    let is_cut =
        || fewer == 0 && more > 0 && small / one >= LEAST_CUT && small == large / one * one;
    let is_hedged = || match hedge {
        Some(Hedge::Up) => small > large && lost < unit,
        Some(Hedge::Down | Hedge::FarDown) => small < large && lost < unit,
        Some(Hedge::Either) => lost <= unit / 2,
        None => lost <= unit / 2 && is_large(),
    };
    is_near && (is_nearest() || is_cut() || has_fewer_digits() && is_hedged())
}

fn decimals(number: &str) -> usize {
    number.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

/// A number times ten to the power of `places`, which are as many as its decimals or more.
fn scaled(number: &str, places: usize) -> Option<u128> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    format!("{whole}{decimals:0<places$}").parse().ok()
}

/// How many zeros a number ends with.
fn zeros(number: u128) -> usize {
    let digits = number.to_string();
    digits.len() - digits.trim_end_matches('0').len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rounded_number_loses_digits_and_little_else() {
        assert!(is_rounded("2500000", "2512000", None));
        assert!(is_rounded("1000000", "1049000", None));
        assert!(!is_rounded("1000000", "1499999", None));
        assert!(!is_rounded("10000000", "6000000", None));
        assert!(!is_rounded("2512000", "2500000", None));
        assert!(!is_rounded("10000000000000000000", "9", None));
        assert!(is_rounded("10000000000000000000", "9900000000000000001", None));
        assert!(!is_rounded("200", "197", None));
    }

    #[test]
    fn decimals_are_rounded_to_the_nearest() {
        assert!(is_rounded("33.3", "33.29", None));
        assert!(is_rounded("33", "33.29", None));
        assert!(is_rounded("54", "53.7", None));
        assert!(!is_rounded("53", "53.7", None));
        assert!(!is_rounded("33.9", "33.29", None));
        assert!(!is_rounded("33.92", "33.29", None));
        assert!(!is_rounded("33.29", "33.3", None));
        assert!(!is_rounded("2", "1.7", None));
        assert!(!is_rounded("60", "57.8", None));
    }

    #[test]
    fn behind_a_hedge_digits_are_lost_in_its_direction() {
        assert!(is_rounded("200", "197", Some(Hedge::Up)));
        assert!(!is_rounded("200", "204", Some(Hedge::Up)));
        assert!(is_rounded("200", "204", Some(Hedge::Down)));
        assert!(is_rounded("53", "53.7", Some(Hedge::Down)));
        assert!(is_rounded("200", "204", Some(Hedge::Either)));
        assert!(!is_rounded("200", "260", Some(Hedge::Either)));
        assert!(!is_rounded("200", "230", Some(Hedge::Down)));
        assert!(!is_rounded("204", "200", Some(Hedge::Down)));
        assert!(!is_rounded("0", "0.3", Some(Hedge::Down)));
        assert!(!is_rounded("0", "0", Some(Hedge::Either)));
        assert!(is_rounded("1000000", "1350000", Some(Hedge::FarDown)));
        assert!(!is_rounded("1000000", "1350000", Some(Hedge::Down)));
        assert!(!is_rounded("1000000", "1650000", Some(Hedge::FarDown)));
    }
}
