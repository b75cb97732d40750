//! Which numbers of a text the other one must say, and whether it does.

use crate::check::dates::{eras, listed, years};
use crate::check::numbers::asked::{Asked, is_asked};
use crate::check::numbers::not_asked::{
    ends_code, is_conversion, is_numeral_of_name, is_of_court_or_law, is_of_height, is_of_name,
    is_restated, is_type,
};
use crate::check::numbers::said::Said;
use crate::check::numbers::{
    conversions, decimals, hours, named, parts, points, remainders, scores, shared_magnitude,
    shares, stoppage, temperatures, tomans, vague, worded,
};
use crate::check::pair::Side;
use crate::text::Placeable;
use crate::text::number::Quantity;

/// Whether one thing holds of a number.
type Test = fn(&Asked<'_>) -> bool;

/// Ways in which a text may have a number as one.
const SAID_AS_NUMBER: [Test; 4] = [is_there, is_short_year, tomans::says, points::says];

/// Ways in which a text may say a number otherwise; cheap ones first.
const SAID_OTHERWISE: [Test; 15] = [
    named::says,
    shared_magnitude::says,
    worded::says,
    shares::says,
    temperatures::says,
    decimals::says,
    hours::says,
    is_relative_year,
    is_year_of_era,
    is_listed_day,
    vague::says,
    stoppage::says,
    scores::says,
    parts::says,
    remainders::says,
];

/// Why a number that is not said need not be.
const NOT_ASKED: [Test; 8] = [
    is_conversion,
    conversions::is_said_in_other_unit,
    is_restated,
    is_of_name,
    is_numeral_of_name,
    is_type,
    is_of_court_or_law,
    is_of_height,
];

impl Asked<'_> {
    fn holds(&self, any: &[Test]) -> bool {
        any.iter().any(|test| test(self))
    }
}

/// Whether each of its numbers is there, where it must be.
fn is_there(asked: &Asked<'_>) -> bool {
    are_all(asked.value, |quantity| asked.said.has(quantity))
}

/// Whether each of the numbers of a value is among the values of a text as it stands, where it must be.
fn is_value_of(side: &Side<'_>, value: &Placeable) -> bool {
    are_all(value, |quantity| {
        let mut there = side.values().iter().flat_map(|there| there.value.quantities());
        there.any(|there| there.number.unsigned() == quantity.number.unsigned())
    })
}

/// Whether something holds of each number of a value that must be said.
fn are_all(value: &Placeable, holds: impl Fn(&Quantity) -> bool) -> bool {
    value.value.quantities().filter(|quantity| is_asked(quantity)).all(holds)
}

/// Whether it is a year without its century that is there in full.
fn is_short_year(asked: &Asked<'_>) -> bool {
    asked.said.has_any(&years::shortened(asked.own, asked.value))
}

/// Whether it is a year that is said by when it is: «سال گذشته».
fn is_relative_year(asked: &Asked<'_>) -> bool {
    years::is_relative(asked.own, asked.value, asked.other)
}

/// Whether it is a year of an era that the Persian text names: «۶۹۱ قمری».
fn is_year_of_era(asked: &Asked<'_>) -> bool {
    eras::are_converted(asked.own, asked.value, asked.other)
}

/// Whether it is a day whose month stands with another one: the 24 of "June 13 to 24".
fn is_listed_day(asked: &Asked<'_>) -> bool {
    listed::has_day(asked.own, asked.value, asked.other)
}

/// The numbers of `own` that must be said in `other`, and are not.
///
/// "In the 80s" is not a number, nor is the figure after letters in T-72B3.
pub(crate) fn unsaid<'a>(
    own: &'a Side<'_>,
    other: &Side<'_>,
    said_of: fn(&Side<'_>) -> Said,
) -> Vec<&'a Placeable> {
    let asked = own.values().iter().filter(|value| value.value.quantities().any(is_asked));
    // Most numbers are values of both texts, and no more is read.
    let asked = asked.filter(|value| !is_value_of(other, value));
    let mut unsaid: Vec<&Placeable> = asked
        .filter(|value| {
            !own.text[value.span.end..].starts_with('s')
                && !ends_code(&own.text[..value.span.start])
        })
        .collect();
    if unsaid.is_empty() {
        return unsaid;
    }
    let mut said = said_of(other);
    let is_there =
        |value: &Placeable, said: &Said| Asked { own, value, other, said }.holds(&SAID_AS_NUMBER);
    unsaid.retain(|value| !is_there(value, &said));
    // Most others are said as such, and no words are looked at.
    if !unsaid.is_empty() {
        said.add_words(other);
        unsaid.retain(|value| {
            let asked = Asked { own, value, other, said: &said };
            !asked.holds(&SAID_AS_NUMBER)
                && !asked.holds(&SAID_OTHERWISE)
                && !asked.holds(&NOT_ASKED)
        });
        // Whole and decimals, each counted for itself, are asked for once.
        unsaid.dedup_by(|value, before| {
            let whole = decimals::whole(own, value);
            whole.is_some_and(|(span, _)| span.covers(before.span))
        });
    }
    unsaid
}
