//! Numbers that follow from others of the same text: 74 of 80 as "all but six of the 80", 18 of 36 as half of them, and
//! from 18th to 20th as "two places".

use crate::check::measures::stem;
use crate::check::numbers::asked::Asked;
use crate::check::numbers::phrases::{any, number};
use crate::check::numbers::rounded::has_rounded;
use crate::check::numbers::shared_magnitude::with_magnitudes;
use crate::check::numbers::shares;
use crate::check::numbers::totals::{WHOLE, thousandths};
use crate::check::only::only;
use crate::check::pair::Side;
use crate::text::number::Number;
use crate::text::{Lang, Placeable, Value};

/// What a difference is counted in, folded, in Persian without endings.
const STEPS: [&str; 11] = [
    "place",
    "places",
    "spot",
    "spots",
    "point",
    "points",
    "percentage",
    "پله",
    "رتبه",
    "واحد",
    "امتیاز",
];

/// What stands behind a difference without a noun, or with one between, folded.
const MORE: [&str; 8] = ["more", "fewer", "less", "clear", "ahead", "behind", "بیشتر", "کمتر"];

/// Whether a value follows from the numbers of the text, of which these are the words.
pub(crate) fn says(asked: &Asked<'_>, words: &[&str]) -> bool {
    let Asked { own: side, value: placeable, other, .. } = *asked;
    let there = numbers(other);
    let elsewhere = with_magnitudes(side).into_iter();
    let mut elsewhere = elsewhere.filter(|(span, _)| *span == placeable.span);
    let shared = elsewhere.next().and_then(|(_, shared)| thousandths(&shared.number));
    let lacking = placeable
        .value
        .quantities()
        .filter_map(|quantity| thousandths(&quantity.number))
        .filter(|number| !there.contains(number));
    let Some(number) = only(lacking) else {
        return false;
    };
    let wanted = shared.unwrap_or(number);
    let own = numbers(side);
    let is_range = matches!(placeable.value, Value::Range(_));
    let both: Vec<u64> = there.iter().copied().filter(|number| own.contains(number)).collect();
    !both.is_empty()
        && (is_rest(side, placeable, wanted, &both, &there)
            || has_rest(words, other.lang, |rest| {
                both.iter().any(|all| all.checked_sub(rest) == Some(wanted))
            })
            || is_share(words, other.lang, wanted, &both)
            || !is_range
                && (is_difference(side, placeable, wanted, &both, &there)
                    || has_difference(other, words, |step| {
                        // A step that both texts have is none to the end that one of them lacks.
                        !own.contains(&step) && both.iter().any(|it| it.abs_diff(wanted) == step)
                    })))
}

/// All numbers of a text, in thousandths.
fn numbers(side: &Side<'_>) -> Vec<u64> {
    let quantities = side.values().iter().flat_map(|value| value.value.quantities());
    quantities.filter_map(|quantity| thousandths(&quantity.number)).collect()
}

/// Whether the words give `wanted` as a share of a number that both texts have: "half of the 36"; or by which it grew
/// or fell to that: "doubled to 36".
fn is_share(words: &[&str], lang: Lang, wanted: u64, both: &[u64]) -> bool {
    shares::has(words, lang, |share| {
        both.iter().any(|&whole| {
            let are_whole = [wanted, whole].iter().all(|it| it.is_multiple_of(WHOLE));
            let one = if are_whole { WHOLE } else { WHOLE / 10 };
            wanted < whole && share.is(wanted, whole, one)
                || share.is(whole.abs_diff(wanted), wanted, one)
        })
    })
}

/// Whether words say how many are left out of all, and it is that: "all but six", «به‌جز شش نفر».
fn has_rest(words: &[&str], lang: Lang, is_it: impl Fn(u64) -> bool) -> bool {
    any(words, |before, word, _| {
        let rest = number(&[word], lang).filter(|_| is_all_but(before));
        rest.is_some_and(|rest| is_it(rest.saturating_mul(WHOLE)))
    })
}

/// Whether a value is such a rest, and `there` has what is left of one of `both`.
fn is_rest(
    side: &Side<'_>,
    placeable: &Placeable,
    wanted: u64,
    both: &[u64],
    there: &[u64],
) -> bool {
    let before = side.letters_of(side.words_before(placeable.span));
    let mut left = both.iter().filter_map(|all| all.checked_sub(wanted));
    is_all_but(&before) && left.any(|left| there.contains(&left))
}

fn is_all_but(before: &[&str]) -> bool {
    matches!(before, [.., "all", "but"] | [.., "جز" | "بجز" | "بهجز"])
}

/// Whether a text says how far two numbers are apart, and it is that: "two places", "a tenth of a point".
fn has_difference(side: &Side<'_>, words: &[&str], is_it: impl Fn(u64) -> bool) -> bool {
    let mut steps = side.values().iter().filter(|value| is_step(side, value));
    let in_figures = steps.any(|step| {
        let number = step.value.number().and_then(thousandths);
        number.is_some_and(&is_it)
    });
    let in_words = || {
        any(words, |before, word, _| {
            let step = number(before, side.lang).filter(|_| MORE.contains(&word));
            step.is_some_and(|step| is_it(step.saturating_mul(WHOLE)))
        })
    };
    in_figures
        || in_words()
        || shares::has(words, side.lang, |share| share.of_hundredth(WHOLE).is_some_and(&is_it))
}

/// Whether a value is such a difference, and `there` has two numbers so far apart.
fn is_difference(
    side: &Side<'_>,
    placeable: &Placeable,
    wanted: u64,
    both: &[u64],
    there: &[u64],
) -> bool {
    let mut pairs = both.iter().flat_map(|one| there.iter().map(|other| one.abs_diff(*other)));
    is_step(side, placeable) && pairs.any(|apart| apart == wanted)
}

fn is_step(side: &Side<'_>, placeable: &Placeable) -> bool {
    let words = side.words_after(placeable.span);
    let mut after = words[..words.len().min(2)].iter().map(|word| stem(side, word));
    after.next().is_some_and(|unit| STEPS.contains(&unit) || MORE.contains(&unit))
        || after.next().is_some_and(|more| MORE.contains(&more))
}

/// Whether a headline has the sum of the two numbers that it lacks, perhaps rounded: "nearly 650 drones and missiles"
/// for 595 of these and 48 of those.
pub(crate) fn has_sum(target: &Side<'_>, lost: &[&Placeable]) -> bool {
    let number = |placeable: &Placeable| match &placeable.value {
        Value::Number(quantity) => quantity.number.to_u64(),
        _ => None,
    };
    let [one, other] = lost else {
        return false;
    };
    let sum = number(one).zip(number(other));
    let sum = sum.and_then(|(one, other)| one.checked_add(other));
    sum.is_some_and(|sum| has_rounded(target, &Number::of(sum).to_string()))
}
