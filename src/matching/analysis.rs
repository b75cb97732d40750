//! How much of the articles the memory already translates: their words by bands of match rates, for a quote.
//!
//! Every segment is in one band. A match of 100 takes precedence over a repetition, since it needs no translation at
//! all, and a repetition over all other matches, since what it repeats will have been translated by then.

use std::collections::HashMap;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

use serde::Serialize;

use crate::matching::rank::{Match, MatchKind, Query};
use crate::text::{HALF_SPACE, Lang, Words};

/// A range of match rates that is counted, and paid for, as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// A match of 100 whose neighbours agree too.
    Context,
    /// A match of 100.
    Exact,
    /// The segment stands earlier in the same file.
    Repetition,
    /// The segment stands in an earlier file.
    CrossFile,
    /// A match of 95 to 99.
    From95,
    /// A match of 85 to 94.
    From85,
    /// A match of 75 to 84.
    From75,
    /// A match of 50 to 74.
    From50,
    /// No match of 50 or more.
    None,
}

/// The amount of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Segments.
    pub segments: u64,
    /// Words, as [`Words`] counts them: a placeable is one.
    pub words: u64,
    /// Characters, without white space and half-spaces.
    pub characters: u64,
}

/// The price of a word of each band, in percent of a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights([u8; Band::ALL.len()]);

/// The weight of one band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The band.
    pub band: Band,
    /// The price of a word of it, in percent of a new one.
    pub percent: u8,
}

/// What there is in each band.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts([Count; Band::ALL.len()]);

/// A segment as it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The same for all repetitions of the segment.
    key: String,
    band: Band,
    count: Count,
}

/// What there is in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileCounts {
    /// What reports call the file.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// What there is in each band.
    pub counts: Counts,
}

/// What there is in files that are counted one after another.
#[derive(Clone, Debug)]
pub struct Analysis {
    files: Vec<FileCounts>,
    /// In which file, from 0, a segment was seen last.
    seen: HashMap<(Lang, String), usize>,
}

impl Band {
    /// All bands, in the order in which they are reported.
    pub const ALL: [Self; 9] = [
        Self::Context,
        Self::Exact,
        Self::Repetition,
        Self::CrossFile,
        Self::From95,
        Self::From85,
        Self::From75,
        Self::From50,
        Self::None,
    ];

    /// The lowest match rate that is in a band.
    pub const LOWEST: u8 = 50;

    /// The word for it in tables and arguments.
    pub fn name(self) -> &'static str {
        match self {
            Self::Context => "context",
            Self::Exact => "100",
            Self::Repetition => "repetition",
            Self::CrossFile => "cross-file",
            Self::From95 => "95-99",
            Self::From85 => "85-94",
            Self::From75 => "75-84",
            Self::From50 => "50-74",
            Self::None => "none",
        }
    }

    /// Its name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Context => "context match",
            Self::Exact => "100",
            Self::Repetition => "repetition",
            Self::CrossFile => "repetition across files",
            Self::From95 => "95–99",
            Self::From85 => "85–94",
            Self::From75 => "75–84",
            Self::From50 => "50–74",
            Self::None => "no match",
        }
    }

    /// The band that `name` names.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.name() == name)
    }

    /// The band of a segment that stands nowhere else, by its best match.
    fn of(best: Option<&Match>) -> Self {
        match best.map(|best| (best.kind, best.rate)) {
            Some((MatchKind::Context, _)) => Self::Context,
            Some((MatchKind::Exact, _)) => Self::Exact,
            Some((MatchKind::Fuzzy, 95..)) => Self::From95,
            Some((MatchKind::Fuzzy, 85..)) => Self::From85,
            Some((MatchKind::Fuzzy, 75..)) => Self::From75,
            Some((MatchKind::Fuzzy, Self::LOWEST..)) => Self::From50,
            _ => Self::None,
        }
    }
}

impl Counted {
    /// Counts a segment whose best match is `best`.
    pub fn of(query: &Query, best: Option<&Match>) -> Self {
        let text = query.words.text().chars();
        let characters = text.filter(|&c| !c.is_whitespace() && c != HALF_SPACE);
        Self {
            key: key(&query.words),
            band: Band::of(best),
            count: Count {
                segments: 1,
                words: query.words.len() as u64,
                characters: characters.count() as u64,
            },
        }
    }
}

/// The words and marks of a segment in order, one per line: what stands between them does not matter to a match of 100
/// either.
fn key(words: &Words) -> String {
    let mut key = String::with_capacity(words.folded().len());
    let mut push = |folded| {
        key.push_str(words.letters(folded));
        key.push('\n');
    };
    let mut marks = words.marks().iter().peekable();
    for (i, word) in words.words().iter().enumerate() {
        while let Some(mark) = marks.next_if(|mark| mark.after <= i) {
            push(&mark.folded);
        }
        push(&word.folded);
    }
    marks.for_each(|mark| push(&mark.folded));
    key
}

impl Analysis {
    /// An analysis of files, each with its name and language, in which nothing is counted yet.
    pub fn of(files: impl IntoIterator<Item = (String, Lang)>) -> Self {
        let files = files.into_iter().map(|(name, lang)| FileCounts {
            name,
            lang,
            counts: Counts::default(),
        });
        Self { files: files.collect(), seen: HashMap::new() }
    }

    /// Counts the next segment, one of the file at place `at`, from 0.
    pub fn add(&mut self, at: usize, segment: Counted) {
        let file = &mut self.files[at];
        let earlier = self.seen.insert((file.lang, segment.key), at);
        let band = match (segment.band, earlier) {
            (Band::Context | Band::Exact, _) | (_, None) => segment.band,
            (_, Some(earlier)) if earlier == at => Band::Repetition,
            (_, Some(_)) => Band::CrossFile,
        };
        file.counts.0[band as usize] += segment.count;
    }

    /// The files, in order.
    pub fn files(&self) -> &[FileCounts] {
        &self.files
    }

    /// What there is in all files together.
    pub fn total(&self) -> Counts {
        let files = self.files.iter();
        files.fold(Counts::default(), |total, file| total.with(&file.counts))
    }
}

impl Counts {
    /// What there is in one band.
    pub fn of(&self, band: Band) -> Count {
        self.0[band as usize]
    }

    /// What there is in all bands together.
    pub fn sum(&self) -> Count {
        self.0.into_iter().sum()
    }

    /// The share of all words that is in one band, in percent; 0 where there are no words.
    pub fn share(&self, band: Band) -> f64 {
        let whole = self.sum().words.max(1);
        number(self.of(band).words) / number(whole) * 100.0
    }

    /// How many new words the words of one band are equivalent to.
    pub fn weighted(&self, band: Band, weights: &Weights) -> f64 {
        number(self.of(band).words * u64::from(weights.of(band))) / 100.0
    }

    /// How many new words all words are equivalent to.
    pub fn weighted_sum(&self, weights: &Weights) -> f64 {
        let weigh = |band| self.of(band).words * u64::from(weights.of(band));
        number(Band::ALL.into_iter().map(weigh).sum()) / 100.0
    }

    fn with(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|i| self.0[i] + other.0[i]))
    }
}

/// A count as a number with a fraction: exact, since nobody has 2⁵³ words.
fn number(count: u64) -> f64 {
    count as f64
}

impl Weights {
    /// What a word of `band` costs, in percent of a new one.
    pub fn of(&self, band: Band) -> u8 {
        self.0[band as usize]
    }

    /// These weights, with another one for one band.
    #[must_use]
    pub fn with(mut self, weight: Weight) -> Self {
        self.0[weight.band as usize] = weight.percent;
        self
    }
}

impl Default for Weights {
    /// Nothing for what is already in its place, a tenth for what must only be looked at, and more the more work is
    /// left.
    fn default() -> Self {
        Self([0, 10, 10, 10, 30, 50, 70, 100, 100])
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            segments: self.segments + other.segments,
            words: self.words + other.words,
            characters: self.characters + other.characters,
        }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Self::add)
    }
}
