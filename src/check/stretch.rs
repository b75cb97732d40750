//! Stretches of two texts of which no segment surely belongs to another: what both say is compared as a whole.
//!
//! Three sentences that became one, or that changed places, are no sure pairs. Where their stretch has the numbers and
//! dates of the article, all except one, and another stands in the place of that, it is wrong.

use crate::check::finding::Finding;
use crate::check::moved::Moved;
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::check::rules::{date_mismatch, number_mismatch};
use crate::check::translation::Translation;
use crate::text::{Placeable, Value};

/// The fewest numbers and dates by which two stretches can be known to say the same.
const FEWEST: usize = 4;

/// The only number or date of each stretch that is another than the article's.
pub(super) fn check(translation: &Translation<'_>, moved: &Moved<'_>) -> Vec<Finding> {
    let Translation { source, target, passages } = *translation;
    let stretches = passages.iter().flat_map(|passage| &passage.unsure);
    let found = stretches.filter_map(|stretch| {
        let pair = Pair::new(source, target, *stretch);
        if [&pair.source, &pair.target].into_iter().any(|side| count(side) < FEWEST) {
            return None;
        }
        let numbers = number_mismatch::check(&pair, moved);
        let finding = only(numbers.into_iter().chain(date_mismatch::check(&pair)))?;
        finding.fix.is_some().then_some(finding)
    });
    found.collect()
}

/// How many numbers, dates and times a text has.
fn count(side: &Side<'_>) -> usize {
    let is_time = |placeable: &&Placeable| matches!(placeable.value, Value::Time(_));
    side.facts().count() + side.values().iter().filter(is_time).count()
}
