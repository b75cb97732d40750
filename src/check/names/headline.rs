//! Where in a translation the names of a headline may stand.

use std::collections::BTreeSet;

use crate::align::{ReadArticle, expected_length};
use crate::check::passage::Passage;
use crate::glossary::{Glossary, Kind, Occurrence};
use crate::text::{Lang, Span};

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
    if is_reworded(source, target, headline) || is_shorter(source, target, headline) {
        with_lead(passages)
    } else {
        headline.target
    }
}

/// The translation of the headline, the first of `passages`, and that of the lead, where it follows.
pub(crate) fn with_lead(passages: &[Passage]) -> Span {
    let own = passages[0].target;
    let lead = passages.get(1).map(|lead| lead.target);
    let lead = lead.filter(|lead| lead.start >= own.start && lead.end > own.end);
    Span::new(own.start, lead.map_or(own.end, |lead| lead.end))
}

/// Whether a name of an English headline only says where somebody is from who is named after it: "Iran's Araghchi". In
/// Persian that is left to the lead.
pub(crate) fn is_of_person(
    source: &ReadArticle<'_>,
    glossary: &Glossary,
    name: &Occurrence,
) -> bool {
    /// How many words may stand before the person: "Istanbul mayor Imamoglu".
    const REACH: usize = 2;
    let (article, end) = (source.article(), name.span.end);
    let are_all = |name: &Occurrence, of: fn(Kind) -> bool| {
        name.terms.iter().all(|&id| of(glossary.entry(id).kind))
    };
    let is_place = |kind: Kind| {
        matches!(kind, Kind::Country | Kind::City | Kind::Region | Kind::Place | Kind::Demonym)
    };
    let mut names = source.names().iter().skip_while(|other| other.span.start < end);
    article.lang() == Lang::English
        && are_all(name, is_place)
        && names.next().is_some_and(|person| {
            let between = &article.text()[end..person.span.start];
            are_all(person, |kind| kind == Kind::Person)
                && between.split_whitespace().filter(|word| !word.starts_with(['\'', '’'])).count()
                    <= REACH
                && !between.contains([',', ':', ';', '.', '\n'])
        })
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
