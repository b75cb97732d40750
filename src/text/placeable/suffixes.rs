//! Magnitudes that English attaches to figures: 2bn, 300k people, $2.5m; 2.2 mln.

use super::scanner::Scanner;
use crate::text::Lang;
use crate::text::number::Magnitude;

/// Letters that are a magnitude and nothing else; in lower case they may stand apart from the figures.
const CERTAIN: [(&str, Magnitude); 7] = [
    ("mn", Magnitude::Million),
    ("mln", Magnitude::Million),
    ("bn", Magnitude::Billion),
    ("bln", Magnitude::Billion),
    ("tn", Magnitude::Trillion),
    ("trn", Magnitude::Trillion),
    ("trln", Magnitude::Trillion),
];

/// Letters that can also be metres, kilometres or the name of a part.
const DOUBTFUL: [(&str, Magnitude); 3] =
    [("k", Magnitude::Thousand), ("m", Magnitude::Million), ("b", Magnitude::Billion)];

/// Things that are counted in thousands and more, and have no length: before one of these a doubtful letter is a
/// magnitude.
///
/// A word of `BEFORE_COUNTED`, or one with a capital, may stand between: 7m Syrian refugees. Men and women run 100m and
/// 10k.
const COUNTED: [&str; 45] = [
    "people",
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

/// Words that can stand between a number and what it counts.
const BEFORE_COUNTED: [&str; 6] = ["more", "other", "new", "extra", "displaced", "registered"];

/// Words without a capital for things that are named by a figure and a letter: phase 2b patients.
const NAMED_SO: [&str; 12] = [
    "phase", "flight", "block", "seat", "stage", "type", "grade", "tier", "unit", "building",
    "group", "class",
];

impl Scanner<'_> {
    /// The magnitude that the letters at `at` certainly are, if they are attached to a figure.
    pub(super) fn suffix(&self, at: usize) -> Option<Magnitude> {
        let doubtful = || {
            let found = self.suffix_of(at, &DOUBTFUL);
            found.filter(|_| self.is_counted(at + 1))
        };
        self.certain_suffix(at).or_else(doubtful)
    }

    /// The same after the figure of a sum of money, where no letter is doubtful.
    pub(super) fn suffix_of_sum(&self, at: usize) -> Option<Magnitude> {
        let doubtful = || self.suffix_of(at, &DOUBTFUL);
        self.certain_suffix(at).or_else(doubtful)
    }

    /// Whether the letters at `at` leave open what the figure before them says: 7m.
    pub(super) fn has_doubtful_suffix(&self, at: usize) -> bool {
        self.suffix(at).is_none() && self.suffix_of(at, &DOUBTFUL).is_some()
    }

    /// Whether the words at `at` are counted in thousands and more; not if they have a possessive.
    fn is_counted(&self, at: usize) -> bool {
        let is_capitalized = self.token(at).is_some_and(|token| self.is_capitalized(token));
        let past = at + usize::from(is_capitalized || self.is_word(at, &BEFORE_COUNTED));
        let counted = [at, past].into_iter().find(|&at| self.is_word(at, &COUNTED));
        counted.is_some_and(|at| !self.is_mark(at + 1, '\'')) && !self.is_name(at)
    }

    /// Whether the letter before `at` is part of a name: 2b in "phase 2b patients", B in "Flight 12B passengers"; 4K is
    /// a screen.
    fn is_name(&self, at: usize) -> bool {
        let Some(figure) = at.checked_sub(2) else {
            return false;
        };
        let is_screen = self.is_word(at, &["viewers"]) && self.is_capital(at - 1);
        let is_of_billion = self.is_word(at - 1, &["b"]);
        let is_after_name = || {
            let is_capitalized = figure.checked_sub(1).is_some_and(|it| self.is_capital(it));
            self.word_before(figure).is_some_and(|word| NAMED_SO.contains(&word))
                || is_capitalized && figure > 1
                || self.is_capital(at - 1)
        };
        is_screen || is_of_billion && is_after_name()
    }

    fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| self.is_capitalized(token))
    }

    fn certain_suffix(&self, at: usize) -> Option<Magnitude> {
        let token = self.token(at)?;
        let may_stand = token.is_attached() || !self.is_capitalized(token);
        self.suffix_after_figure(at, &CERTAIN).filter(|_| may_stand)
    }

    fn suffix_of(&self, at: usize, suffixes: &[(&str, Magnitude)]) -> Option<Magnitude> {
        self.token(at).filter(|token| token.is_attached())?;
        self.suffix_after_figure(at, suffixes)
    }

    fn suffix_after_figure(&self, at: usize, suffixes: &[(&str, Magnitude)]) -> Option<Magnitude> {
        let is_after_figure = self.lang == Lang::English
            && at.checked_sub(1).is_some_and(|before| {
                self.token(before).is_some_and(|token| token.figure().is_some())
            });
        let word = self.word(at).filter(|_| is_after_figure)?;
        let found = suffixes.iter().find(|(suffix, _)| *suffix == word);
        found.map(|(_, magnitude)| *magnitude)
    }
}
