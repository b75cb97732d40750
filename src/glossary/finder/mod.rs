//! Where the letters of terms stand in a text as terms do.
//!
//! The text is read once (`reading`), from the beginning of each of its words, against the table of all terms
//! (`patterns`), whose letters stand in `nodes`, each under the letters up to it as one number (`trace`); most words
//! are ruled out at once, since no term begins like them (`openings`, by a `sieve`). A hit is at the boundaries of
//! words, broken as the term is, in `capitals` where the term needs them, with nothing attached to it but an ending
//! (`endings`).

mod nodes;
mod openings;
mod sieve;
mod trace;

pub(super) mod capitals;
pub(super) mod patterns;
pub(super) mod reading;

use smallvec::SmallVec;

use crate::glossary::endings::{Written, YE_OF_PEOPLE};
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::finder::nodes::Node;
use crate::glossary::finder::patterns::{Pattern, Patterns};
use crate::glossary::finder::reading::{Reading, Stop};
use crate::glossary::occurrence::Ending;
use crate::text::Lang;
use crate::text::fold::Gap;

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

    /// The language of the terms.
    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    /// Its patterns.
    pub(crate) fn patterns(&self) -> &Patterns {
        &self.patterns
    }

    /// The pattern whose letters stand there.
    pub(super) fn pattern(&self, hit: &Hit) -> &Pattern {
        self.patterns.get(hit.pattern)
    }

    /// Passes to `found` every place where a term stands, at the boundaries of words, in the order in which they begin.
    pub(super) fn read(&self, reading: &Reading, mut found: impl FnMut(Hit)) {
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
