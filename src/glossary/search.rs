//! Where the terms of a glossary stand in a text, and which of them count: those that are the name there (`evidence`).
//!
//! Of hits that overlap the longest counts, by its letters, even if it reaches into another one; of equally long ones
//! the first. At the same place a term as the glossary lists it takes precedence over one that is derived from a listed
//! one, and all entries that have the same form there count together.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use smallvec::SmallVec;

use crate::glossary::evidence::Judge;
use crate::glossary::finder::reading::Reading;
use crate::glossary::finder::{Finder, Hit};
use crate::glossary::occurrence::{Mention, Mentions, Occurrence};
use crate::text::Span;
use crate::text::fold::Folded;

impl Finder {
    /// Where terms stand in `text`, which folds to `folded`: first those that count, in order, none overlapping
    /// another; then all.
    pub(crate) fn find(&self, text: &str, folded: &Folded) -> (Vec<Occurrence>, Mentions) {
        let reading = Reading::new(text, folded, self.lang());
        let mut judge = Judge::new(&reading, self.patterns(), self.lang());
        let mut mentions = Vec::new();
        self.read(&reading, |hit| {
            mentions.push(self.mention(&hit, folded));
            judge.take_in(hit);
        });
        (self.counting(judge, &reading), Mentions(mentions))
    }

    /// Only those that count.
    pub(crate) fn occurrences(&self, text: &str, folded: &Folded) -> Vec<Occurrence> {
        let reading = Reading::new(text, folded, self.lang());
        let mut judge = Judge::new(&reading, self.patterns(), self.lang());
        self.read(&reading, |hit| judge.take_in(hit));
        self.counting(judge, &reading)
    }

    /// All places in `text`, which folds to `folded`, where terms stand.
    pub(crate) fn mentions(&self, text: &str, folded: &Folded) -> Mentions {
        let mut mentions = Vec::new();
        let reading = Reading::new(text, folded, self.lang());
        self.read(&reading, |hit| mentions.push(self.mention(&hit, folded)));
        Mentions(mentions)
    }

    fn mention(&self, hit: &Hit, folded: &Folded) -> Mention {
        let letters = &folded.letters()[hit.first..hit.past];
        Mention {
            span: Span::new(letters[0].span().start, letters[letters.len() - 1].span().end),
            entry: self.pattern(hit).id().entry,
        }
    }

    /// Those of the hits taken by `judge` that count.
    fn counting(&self, judge: Judge<'_>, reading: &Reading<'_>) -> Vec<Occurrence> {
        let mut hits = longest(&judge.supported(), |hit| !self.pattern(hit).is_listed);
        hits.sort_by_key(|hit| (hit.first, self.pattern(hit).status, self.pattern(hit).id()));
        let mut occurrences: Vec<Occurrence> = Vec::with_capacity(hits.len());
        for hit in hits {
            let letters = &reading.letters[hit.first..hit.past];
            let span = Span::new(letters[0].span().start, reading.end_of_name(hit.past));
            let id = self.pattern(&hit).id();
            match occurrences.last_mut() {
                Some(last) if last.span == span => last.terms.push(id),
                _ => occurrences.push(Occurrence {
                    span,
                    ending: hit.ending,
                    terms: SmallVec::from_buf([id]),
                }),
            }
        }
        occurrences
    }
}

/// The hits that remain when overlapping ones give way to the longest; both in the order in which they begin.
fn longest(hits: &[Hit], is_made: impl Fn(&Hit) -> bool) -> Vec<Hit> {
    let mut kept = Vec::with_capacity(hits.len());
    let mut rest = hits;
    while let Some(first) = rest.first() {
        let mut past = first.past;
        let overlaps = |hit: &&Hit| {
            let overlaps = hit.first < past;
            past = past.max(hit.past);
            overlaps
        };
        let (together, others) = rest.split_at(rest.iter().take_while(overlaps).count());
        match together {
            [only] => kept.push(*only),
            several => kept.extend(longest_of(several.to_vec(), &is_made)),
        }
        rest = others;
    }
    kept
}

/// The same for hits each of which overlaps another.
fn longest_of(mut hits: Vec<Hit>, is_made: impl Fn(&Hit) -> bool) -> impl Iterator<Item = Hit> {
    hits.sort_by_cached_key(|hit| {
        (Reverse(hit.past - hit.first), hit.first, is_made(hit), hit.pattern)
    });
    let mut kept: BTreeMap<usize, Vec<Hit>> = BTreeMap::new();
    for hit in hits {
        let before = kept.range(..hit.past).next_back().map(|(_, hits)| hits[0]);
        match before {
            Some(other) if (other.first, other.past) == (hit.first, hit.past) => {
                if is_made(&other) == is_made(&hit) {
                    kept.entry(hit.first).or_default().push(hit);
                }
            }
            Some(other) if other.past > hit.first => {}
            _ => kept.entry(hit.first).or_default().push(hit),
        }
    }
    kept.into_values().flatten()
}
