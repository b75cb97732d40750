//! Where in a translation the names of a headline may stand.

use crate::check::passage::Passage;
use crate::text::Span;

/// The place where the names of the headline, the first of `passages`, are looked for: its translation and that of the
/// lead, which has what a headline leaves out in the other language ("Iran's Araghchi says", «عراقچی:»).
pub(crate) fn place_of_names(passages: &[Passage]) -> Span {
    let own = passages[0].target;
    let lead = passages.get(1).map(|lead| lead.target);
    let lead = lead.filter(|lead| lead.start >= own.start && lead.end > own.end);
    Span::new(own.start, lead.map_or(own.end, |lead| lead.end))
}
