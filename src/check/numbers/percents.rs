//! Percentages that a translation has without their sign: «۴۹/۸ درصد» as "49.8".

use crate::check::numbers::asked::Asked;
use crate::check::numbers::said::Said;
use crate::check::numbers::worded;
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::text::number::{Form, Number};
use crate::text::{Placeable, Value, Word};

/// Words that make hundredths of a number somewhere before them, folded: 20 and 30 percent, 5 points.
const SIGNS: [&str; 9] =
    ["percent", "per", "pct", "percentage", "percentages", "point", "points", "درصد", "درصدی"];

/// After a number one of these makes a part of it: 60 out of 100.
const OF: [&str; 2] = ["of", "out"];

/// Words beside a number that is of a hundred, folded: "40 in every hundred", «از هر ۱۰۰ نفر ۴۰ نفر».
const EACH: [&str; 3] = ["every", "each", "هر"];
const HUNDRED: [&str; 3] = ["hundred", "100", "صد"];

/// Words before a number that is given of a hundred without saying so, folded.
const RATINGS: [&str; 2] = ["rating", "approval"];

/// What stands between the shares of two sides: 52-48, "52 to 48", «۵۲ در برابر ۴۸».
const AGAINST: [&str; 7] = ["-", "–", "to", "against", "به", "برابر", "مقابل"];
/// Before two such numbers: they are a change, not two shares.
const FROM: [&str; 2] = ["from", "از"];

/// How many words may stand between a percentage and a number that shares its sign: from 38% to 42, 14 and 12%.
const REACH: usize = 3;

/// Numbers up to this may stand there for another reason.
const SMALL: u64 = 10;

/// The percentages of the source with the numbers without a sign that stand for them in the target.
pub(crate) fn unsigned<'a>(pair: &'a Pair<'_>) -> Vec<(&'a Placeable, &'a Placeable)> {
    let (source, target) = (&pair.source, &pair.target);
    let is_worded = |value: &Placeable| {
        let said = Said::of_target(target);
        worded::says(&Asked { own: source, value, other: target, said: &said })
    };
    let lost = source.values().iter().filter_map(|placeable| {
        let Value::Percent(quantity) = &placeable.value else {
            return None;
        };
        let number = &quantity.number;
        let is_small = number.to_u64().is_some_and(|number| number <= SMALL);
        let bare = the_only(number, target).filter(|_| !is_small)?;
        let is_lost = the_only(number, source).is_some_and(|only| only == placeable)
            && is_bare(bare, target)
            && !is_worded(placeable);
        is_lost.then_some((placeable, bare))
    });
    lost.collect()
}

/// The one value of a text that has the number.
fn the_only<'a>(number: &Number, side: &'a Side<'_>) -> Option<&'a Placeable> {
    let has_it = |placeable: &&Placeable| {
        let mut numbers = placeable.value.quantities();
        numbers.any(|quantity| quantity.number == *number)
    };
    let values = side.values().iter().filter(has_it);
    only(values)
}

/// Whether a value is a number in figures that nothing around it makes a percentage.
fn is_bare(placeable: &Placeable, side: &Side<'_>) -> bool {
    let Value::Number(quantity) = &placeable.value else {
        return false;
    };
    let rest = side.words_after(placeable.span);
    let letters = rest.iter().map(|word| side.letters(word));
    let after = side.text.get(placeable.span.end..).unwrap_or_default();
    let is_part = letters.clone().next().is_some_and(|word| OF.contains(&word));
    let before = side.words_before(placeable.span).iter().rev();
    let mut before = before.take(REACH).map(|word| side.letters(word));
    let has_sign = after.contains(['%', '٪'])
        || letters.clone().any(|word| SIGNS.contains(&word))
        || before.any(|word| SIGNS.contains(&word) || RATINGS.contains(&word));
    let shares_sign = side.values().iter().any(|other| {
        let from_there = side.words_after(other.span).len();
        let between = from_there.abs_diff(rest.len()).saturating_sub(1);
        other != placeable && is_percent(&other.value) && between <= REACH
    });
    let is_share = is_part || is_of_hundred(side) || is_against(placeable, side);
    quantity.form != Form::Words && !has_sign && !shares_sign && !is_share
}

/// Whether a text counts by the hundred: "in every hundred".
fn is_of_hundred(side: &Side<'_>) -> bool {
    let is_it = |words: &[Word]| {
        EACH.contains(&side.letters(&words[0])) && HUNDRED.contains(&side.letters(&words[1]))
    };
    side.words().words().windows(2).any(is_it)
}

/// Whether a number is one of two shares of a hundred that stand against each other: 52-48.
fn is_against(placeable: &Placeable, side: &Side<'_>) -> bool {
    side.values().windows(2).any(|both| {
        let [one, other] = both else {
            return false;
        };
        let share = |placeable: &Placeable| match &placeable.value {
            Value::Number(quantity) => quantity.number.parts().1.parse::<u64>().ok(),
            _ => None,
        };
        let shares = share(one).zip(share(other));
        let is_split = shares.is_some_and(|(one, other)| one.saturating_add(other) <= 100);
        let before = side.words_before(one.span).last();
        let is_change = before.is_some_and(|word| FROM.contains(&side.letters(word)));
        let between = side.text.get(one.span.end..other.span.start);
        let between: Vec<&str> = between.unwrap_or_default().split_whitespace().collect();
        let are_joined =
            between.len() <= REACH && between.iter().any(|word| AGAINST.contains(word));
        both.contains(placeable) && is_split && !is_change && are_joined
    })
}

fn is_percent(value: &Value) -> bool {
    matches!(value, Value::Percent(_))
}
