//! Magnitudes that English writes on to figures: 2bn, 300k people, $2.5m.

use super::scan::Scanner;
use crate::text::Lang;
use crate::text::number::Magnitude;

/// Letters that are a magnitude and nothing else.
const CERTAIN: [(&str, Magnitude); 4] = [
    ("mn", Magnitude::Million),
    ("bn", Magnitude::Billion),
    ("tn", Magnitude::Trillion),
    ("trn", Magnitude::Trillion),
];

/// Letters that are metres, kilometres or the name of a part as well.
const DOUBTFUL: [(&str, Magnitude); 3] = [
    ("k", Magnitude::Thousand),
    ("m", Magnitude::Million),
    ("b", Magnitude::Billion),
];

/// What is counted in thousands and more, and has no length: before one of these a doubtful letter is a magnitude.
const COUNTED: [&str; 47] = [
    "people",
    "men",
    "women",
    "children",
    "users",
    "voters",
    "votes",
    "refugees",
    "migrants",
    "immigrants",
    "workers",
    "jobs",
    "homes",
    "houses",
    "households",
    "families",
    "barrels",
    "tonnes",
    "tons",
    "doses",
    "followers",
    "subscribers",
    "customers",
    "viewers",
    "views",
    "visitors",
    "tourists",
    "passengers",
    "pilgrims",
    "students",
    "pupils",
    "patients",
    "members",
    "residents",
    "inhabitants",
    "civilians",
    "troops",
    "soldiers",
    "iranians",
    "afghans",
    "syrians",
    "ukrainians",
    "palestinians",
    "americans",
    "dollars",
    "euros",
    "pounds",
];

impl Scanner<'_> {
    /// The magnitude that the letters at `at` certainly are, where they are written on to a figure.
    pub(super) fn suffix(&self, at: usize) -> Option<Magnitude> {
        let is_counted = self.is_word(at + 1, &COUNTED);
        let doubtful = || self.suffix_of(at, &DOUBTFUL).filter(|_| is_counted);
        self.suffix_of(at, &CERTAIN).or_else(doubtful)
    }

    /// The same after the figure of a sum of money, where no letter is doubtful.
    pub(super) fn suffix_of_sum(&self, at: usize) -> Option<Magnitude> {
        let doubtful = || self.suffix_of(at, &DOUBTFUL);
        self.suffix_of(at, &CERTAIN).or_else(doubtful)
    }

    /// Whether the letters at `at` leave open what the figure before them says: 7m.
    pub(super) fn has_doubtful_suffix(&self, at: usize) -> bool {
        self.suffix(at).is_none() && self.suffix_of(at, &DOUBTFUL).is_some()
    }

    fn suffix_of(&self, at: usize, suffixes: &[(&str, Magnitude)]) -> Option<Magnitude> {
        let is_after_figure = self.lang == Lang::English
            && at.checked_sub(1).is_some_and(|before| {
                self.token(before)
                    .is_some_and(|token| token.figure().is_some())
            });
        let token = self.token(at).filter(|token| token.is_attached())?;
        let word = token.word().filter(|_| is_after_figure)?;
        let found = suffixes.iter().find(|(suffix, _)| *suffix == word);
        found.map(|(_, magnitude)| *magnitude)
    }
}
