//! Percentages of what is lost for what is left: "down to 5% of its volume" for «۹۵ درصد آب خود را از دست داده است».

use crate::check::numbers::asked::Asked;
use crate::check::numbers::totals::{WHOLE, thousandths};
use crate::check::pair::Side;
use crate::text::{Placeable, Value};

/// Words for what is not there any more, and for what still is, folded.
const LOST: [&str; 18] = [
    "lost",
    "lose",
    "loses",
    "losing",
    "loss",
    "empty",
    "emptied",
    "dried",
    "gone",
    "vanished",
    "shrunk",
    "shrank",
    "destroyed",
    "خالی",
    "خشک",
    "خشکیده",
    "نابود",
    "دست",
];
const LEFT: [&str; 12] = [
    "left",
    "remain",
    "remains",
    "remained",
    "remaining",
    "full",
    "intact",
    "مانده",
    "ماندهاست",
    "باقی",
    "باقیمانده",
    "پر",
];

/// Whether the text has the rest of a hundred percent, and only one of both speaks of what is lost, or of what is left.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let Asked { own, value, other, .. } = *asked;
    let Some(rest) = percent(value).and_then(|percent| (100 * WHOLE).checked_sub(percent)) else {
        return false;
    };
    let has = |side: &Side<'_>| side.values().iter().any(|value| percent(value) == Some(rest));
    has(other) && !has(own) && (have_one(asked, &LOST) || have_one(asked, &LEFT))
}

fn percent(value: &Placeable) -> Option<u64> {
    match &value.value {
        Value::Percent(quantity) => thousandths(&quantity.number),
        _ => None,
    }
}

/// Whether one of the two texts, and only that, has one of some words.
fn have_one(asked: &Asked<'_>, words: &[&str]) -> bool {
    let [own, other] = [asked.own, asked.other].map(|side| {
        let mut its = side.words().words().iter();
        its.any(|word| words.contains(&side.letters(word)))
    });
    own != other
}
