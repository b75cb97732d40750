//! Years as each language counts and shortens them: «آبان ۹۸» is in 1398, which is November 2019, and «دهه ۶۰» the 1980s.

use std::ops::RangeInclusive;

use crate::check::pair::Part;
use crate::text::number::Quantity;
use crate::text::{Lang, Placeable, Value};

/// A solar year begins in the Gregorian one that is so much later, and ends in the next.
pub(super) const LATER: [u16; 2] = [621, 622];
/// The century that solar years are shortened in.
const CENTURY: u64 = 1300;
/// What is left of them; smaller ones would be taken for days.
const SHORT: RangeInclusive<u64> = 30..=99;
/// What is left of a decade.
const SHORT_DECADES: RangeInclusive<u64> = 10..=99;

/// What a number, if it is a year, can be in the other calendar: a solar one perhaps in two figures.
pub(super) fn elsewhere(quantity: &Quantity) -> Vec<u64> {
    let both = LATER.map(u64::from);
    match quantity.number.to_u64() {
        Some(year @ 1250..=1499) => both.map(|later| year + later).to_vec(),
        Some(year @ 1871..=2121) => {
            let solar = both.map(|later| year - later);
            let short = solar.map(|year| year.saturating_sub(CENTURY));
            let short = short.into_iter().filter(|year| SHORT.contains(year));
            solar.into_iter().chain(short).collect()
        }
        _ => Vec::new(),
    }
}

/// The years that a number of two figures can be in Persian; after «دهه» the first ones of decades.
pub(super) fn shortened(part: &Part<'_>, placeable: &Placeable) -> Vec<u64> {
    let number = match &placeable.value {
        Value::Number(quantity) if part.lang == Lang::Persian => quantity.number.to_u64(),
        _ => None,
    };
    let [later, latest] = LATER.map(u64::from);
    match number {
        // The 1360s began in the 1980s; those of the Gregorian calendar are shortened too.
        Some(year) if SHORT_DECADES.contains(&year) && is_decade(part, placeable) => {
            vec![CENTURY + year, CENTURY + year + later - 1, 1900 + year]
        }
        Some(year) if SHORT.contains(&year) => [0, later, latest]
            .map(|later| CENTURY + year + later)
            .to_vec(),
        _ => Vec::new(),
    }
}

/// Whether the word before a number says that it is that of a decade.
fn is_decade(part: &Part<'_>, placeable: &Placeable) -> bool {
    let words = part.words().words();
    let before = words.partition_point(|word| word.span.end <= placeable.span.start);
    let last = words[..before].last();
    last.is_some_and(|word| part.words().letters(&word.folded) == "دهه")
}
