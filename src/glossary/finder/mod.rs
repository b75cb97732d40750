//! Where the terms of a glossary stand in a text, and which of them count.
//!
//! The text is read once (`reading`), from the beginning of each of its words, against the table of all terms
//! (`patterns`), whose letters stand in `nodes`, each under the letters up to it as one number (`trace`); most words
//! are ruled out at once, since no term begins like them (`openings`, by a `sieve`). A hit counts only at the
//! boundaries of words, broken as the term is, in `capitals` where the term needs them, with nothing attached to it but
//! an ending (`endings`), and where it is the name (`evidence`).
//!
//! Of hits that overlap the longest counts, by its letters, even if it reaches into another one; of equally long ones
//! the first. At the same place a term as the glossary lists it takes precedence over one that is derived from a listed
//! one, and all entries that have the same form there count together.

mod nodes;
mod openings;
mod sieve;
mod trace;

pub(super) mod capitals;
pub(super) mod patterns;
pub(super) mod reading;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use smallvec::SmallVec;

use crate::glossary::endings::{Written, YE_OF_PEOPLE};
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::evidence::Judge;
use crate::glossary::finder::nodes::Node;
use crate::glossary::finder::patterns::{Pattern, Patterns};
use crate::glossary::finder::reading::{Reading, Stop};
use crate::glossary::occurrence::{Ending, Mention, Mentions, Occurrence};
use crate::text::fold::{Folded, Gap};
use crate::text::{Lang, Span};

/// The terms of one language, ready to be found.
#[derive(Debug)]
pub(crate) struct Finder {
    lang: Lang,
    patterns: Patterns,
}

/// A place where the letters of a pattern stand, by number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub(crate) pattern: usize,
    pub(crate) first: usize,
    pub(crate) past: usize,
    pub(crate) ending: Ending,
}

impl Finder {
    pub(crate) fn new(entries: &[Entry], lang: Lang) -> Self {
        Self { lang, patterns: Patterns::new(entries, lang) }
    }

    /// A finder from unpacked patterns; `None` where they are not those of terms of `entries`.
    pub(crate) fn unpacked(patterns: Patterns, entries: &[Entry], lang: Lang) -> Option<Self> {
        let fits = patterns.fits(entries, lang);
        fits.then_some(Self { lang, patterns })
    }

    /// Its patterns.
    pub(crate) fn patterns(&self) -> &Patterns {
        &self.patterns
    }

    /// Where terms stand in `text`, which folds to `folded`: first those that count, in order, none overlapping
    /// another; then all.
    pub(crate) fn find(&self, text: &str, folded: &Folded) -> (Vec<Occurrence>, Mentions) {
        let reading = Reading::new(text, folded, self.lang);
        let mut judge = Judge::new(&reading, &self.patterns, self.lang);
        let mut mentions = Vec::new();
        self.read(&reading, |hit| {
            mentions.push(self.mention(&hit, folded));
            judge.take_in(hit);
        });
        (self.counting(judge, &reading), Mentions(mentions))
    }

    /// Only those that count.
    pub(crate) fn occurrences(&self, text: &str, folded: &Folded) -> Vec<Occurrence> {
        let reading = Reading::new(text, folded, self.lang);
        let mut judge = Judge::new(&reading, &self.patterns, self.lang);
        self.read(&reading, |hit| judge.take_in(hit));
        self.counting(judge, &reading)
    }

    /// All places in `text`, which folds to `folded`, where terms stand.
    pub(crate) fn mentions(&self, text: &str, folded: &Folded) -> Mentions {
        let mut mentions = Vec::new();
        let reading = Reading::new(text, folded, self.lang);
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

    fn pattern(&self, hit: &Hit) -> &Pattern {
        self.patterns.get(hit.pattern)
    }

    /// Passes to `found` every place where a term stands, at the boundaries of words, in the order in which they begin.
    fn read(&self, reading: &Reading, mut found: impl FnMut(Hit)) {
        if reading.letters.is_empty() {
            return;
        }
        let mut read_from = |first: usize, next: usize| {
            let stops = &reading.stops[next..];
            if self.patterns.openings.may_begin(reading.letters, first, stops) {
                self.read_from(reading, first, stops, &mut found);
            }
        };
        read_from(0, 0);
        // Where a term may begin, another one may have ended.
        for (stop, next) in reading.stops.iter().zip(1..) {
            if stop.begins {
                read_from(stop.past, next);
            }
        }
    }

    /// The terms that begin with the letter `first`, and end at one of the `stops` after it.
    fn read_from(
        &self,
        reading: &Reading,
        first: usize,
        stops: &[Stop],
        found: &mut impl FnMut(Hit),
    ) {
        let tracing = self.patterns.tracing();
        let (mut trace, mut read) = (tracing.start(), first);
        let mut breaks = 0;
        for stop in stops {
            for letter in &reading.letters[read..stop.past] {
                trace = tracing.with(trace, letter.ch);
            }
            read = stop.past;
            let node = self.patterns.look_up(trace);
            if let (Some(node), Some(Written { ending, is_of_peoples })) = (node, stop.written) {
                let is_written = |&pattern: &usize| {
                    self.is_written(reading, first, stop.past, pattern)
                        && (!is_of_peoples || self.may_be_people(reading, stop.past, pattern))
                };
                for pattern in self.patterns.of(node).filter(is_written) {
                    found(Hit { pattern, first, past: stop.past, ending });
                }
            }
            if !stop.is_break {
                continue;
            }
            breaks += 1;
            let is_half = || reading.letters.get(stop.past).is_some_and(|l| l.gap == Gap::Half);
            let goes_on = node.is_some_and(Node::goes_on)
                || (self.lang == Lang::Persian && (breaks == 1 || is_half()));
            if !goes_on || reading.ends_block(stop.past) {
                break;
            }
        }
    }

    /// Whether the text has the letters of the term, is broken into words where the term is, and has its capitals.
    ///
    /// In English all breaks must be the same. In Persian any break of the term may be missing, a name of one long word
    /// may be broken once («مکزیکو سیتی»), and a name that is a whole word may have half-spaces («شن‌ژن»).
    fn is_written(&self, reading: &Reading, first: usize, past: usize, pattern: usize) -> bool {
        let pattern = self.patterns.get(pattern);
        let letters = &reading.letters[first..past];
        let mut own = self.patterns.letters(pattern);
        // Where the text has breaks that the term does not have.
        let mut added: SmallVec<[(usize, Gap); 2]> = SmallVec::new();
        for (at, letter) in letters.iter().enumerate() {
            let Some((_, has_gap)) = own.next().filter(|&(ch, _)| ch == letter.ch) else {
                return false;
            };
            let is_broken = at > 0 && letter.gap != Gap::None;
            if is_broken == has_gap || (has_gap && self.lang == Lang::Persian) {
                continue;
            }
            if self.lang == Lang::English {
                return false;
            }
            added.push((at, letter.gap));
        }
        let may_be_broken = || {
            pattern.is_word
                && (may_be_parted(&added, letters.len())
                    || may_have_half_spaces(&added, letters.len())
                        && reading.end_of_word(first) == past)
        };
        own.next().is_none()
            && (added.is_empty() || may_be_broken())
            && pattern.capitals.agree(reading.text, letters)
    }

    /// Whether a pattern, which ends before the letter `past`, is the name of a people, or ends in a ye like one.
    fn may_be_people(&self, reading: &Reading, past: usize, pattern: usize) -> bool {
        match self.patterns.get(pattern).kind {
            Kind::Demonym => true,
            Kind::Country | Kind::Organisation => reading.letters[past - 1].ch == YE_OF_PEOPLE,
            _ => false,
        }
    }
}

/// Whether a name of `length` letters may have this one break.
fn may_be_parted(breaks: &[(usize, Gap)], length: usize) -> bool {
    let [(at, gap)] = *breaks else {
        return false;
    };
    let fewest = if gap == Gap::Half { PART_BY_HALF_SPACE } else { PART };
    length >= BREAKABLE && at >= fewest && length - at >= fewest
}

/// Whether a name of `length` letters may have these breaks where it is a whole word: half-spaces only.
fn may_have_half_spaces(breaks: &[(usize, Gap)], length: usize) -> bool {
    let starts = std::iter::once(0).chain(breaks.iter().map(|(at, _)| *at));
    let ends = breaks.iter().map(|(at, _)| *at).chain([length]);
    breaks.iter().all(|(_, gap)| *gap == Gap::Half)
        && starts.zip(ends).all(|(start, end)| end - start >= PART_BY_HALF_SPACE)
}

/// The fewest letters of a name that may be broken, and of each part of it where a space or a half-space breaks it.
const BREAKABLE: usize = 7;
const PART: usize = 3;
const PART_BY_HALF_SPACE: usize = 2;

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
