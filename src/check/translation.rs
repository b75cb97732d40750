//! An article and its translation, as the rules look at them.

use crate::align::ReadArticle;
use crate::check::pair::{Lead, Pair};
use crate::check::passage::{Passage, headline};
use crate::glossary::{Glossary, Mentions};
use crate::text::Lang;

/// An article and its translation, read, and what belongs together in them.
#[derive(Clone, Copy)]
pub struct Translation<'a> {
    /// The article.
    pub source: &'a ReadArticle<'a>,
    /// Its translation.
    pub target: &'a ReadArticle<'a>,
    /// The passages of both, in order.
    pub passages: &'a [Passage],
}

impl<'a> Translation<'a> {
    /// The segments that belong together.
    pub(super) fn pairs(&self) -> Vec<Pair<'a>> {
        let headline = headline(self.source.article(), self.passages);
        let of_headline = headline.map_or(0, |passage| passage.pairs.len());
        let pairs = self.passages.iter().flat_map(|passage| &passage.pairs);
        let lead = self.passages.get(1).map(|passage| Lead { target: self.target, passage });
        let credits = self.source.article().credits();
        let pairs = pairs.zip(0..).map(|(&counterparts, number)| {
            let is_headline = number < of_headline;
            Pair {
                is_headline,
                is_credit: credits.iter().any(|credit| credit.covers(counterparts.source)),
                lead: lead.filter(|_| is_headline),
                ..Pair::new(self.source, self.target, counterparts)
            }
        });
        pairs.collect()
    }

    /// The names that a Persian translation has in Latin letters; none of an English one.
    pub(super) fn in_latin(&self, glossary: &Glossary) -> Mentions {
        let (target, folded) = (self.target.article(), self.target.folded());
        match target.lang() {
            Lang::Persian => glossary.mentions(target.text(), folded, Lang::English),
            Lang::English => Mentions::default(),
        }
    }
}
