//! Where in a translation the names of a headline may stand.

use std::collections::BTreeSet;

use crate::align::{ReadArticle, expected_length};
use crate::check::passage::Passage;
use crate::text::Span;

/// The share of its expected length below which the translation of a headline leaves things to the lead.
const SHORTER: f64 = 0.6;

/// The place where the names of the headline, the first of `passages`, are looked for: its translation, and that of the
/// lead where the headline was reworded or shortened. A headline that only lacks a name has lost it.
pub(crate) fn place_of_names(
    source: &ReadArticle<'_>,
    target: &ReadArticle<'_>,
    passages: &[Passage],
) -> Span {
    let headline = &passages[0];
    let own = headline.target;
    let lead = passages.get(1).map(|lead| lead.target);
    let lead = lead.filter(|lead| lead.start >= own.start && lead.end > own.end);
    match lead {
        Some(lead)
            if is_reworded(source, target, headline) || is_shorter(source, target, headline) =>
        {
            Span::new(own.start, lead.end)
        }
        _ => own,
    }
}

/// Whether the translation of the headline names what that does not: Iran, where it has Shiraz.
fn is_reworded(source: &ReadArticle<'_>, target: &ReadArticle<'_>, headline: &Passage) -> bool {
    let its = source.names().iter().filter(|name| headline.source.covers(name.span));
    let its: BTreeSet<usize> = its.flat_map(|name| &name.terms).map(|id| id.entry).collect();
    let mut there = target.names().iter().filter(|name| headline.target.covers(name.span));
    there.any(|name| !name.terms.iter().any(|id| its.contains(&id.entry)))
}

/// Whether the translation of the headline says less than that.
fn is_shorter(source: &ReadArticle<'_>, target: &ReadArticle<'_>, headline: &Passage) -> bool {
    let (source, target) = (source.article(), target.article());
    let length = headline.target.of(target.text()).chars().count() as f64;
    length < SHORTER * expected_length(headline.source.of(source.text()), source.lang())
}
