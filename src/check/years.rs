//! Years as each language counts and shortens them: «آبان ۹۸» is in 1398, which is November 2019, and «دهه ۶۰» the 1980s.

use std::ops::RangeInclusive;

use crate::check::pair::Part;
use crate::text::number::Quantity;
use crate::text::{Lang, Placeable, Value};

/// So much later a solar year begins, and ends, by the Gregorian calendar.
const LATER: [u64; 2] = [621, 622];
/// The century that solar years are shortened in.
const CENTURY: u64 = 1300;
/// What is left of them; smaller ones would be taken for days.
const SHORT: RangeInclusive<u64> = 30..=99;
/// What is left of a decade.
const SHORT_DECADES: RangeInclusive<u64> = 10..=99;

/// What a number, if it is a year, can be in the other calendar: a solar one perhaps in two figures.
pub(super) fn elsewhere(quantity: &Quantity) -> Vec<u64> {
    match quantity.number.to_u64() {
        Some(year @ 1250..=1499) => LATER.map(|later| year + later).to_vec(),
        Some(year @ 1871..=2121) => {
            let solar = LATER.map(|later| year - later);
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
    let solar = |year: u64| [0, LATER[0], LATER[1]].map(|later| CENTURY + year + later);
    match number {
        // The 1360s began in the 1980s; those of the Gregorian calendar are shortened too.
        Some(year) if SHORT_DECADES.contains(&year) && is_decade(part, placeable) => {
            vec![CENTURY + year, CENTURY + year + LATER[0] - 1, 1900 + year]
        }
        Some(year) if SHORT.contains(&year) => solar(year).to_vec(),
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
