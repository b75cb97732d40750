//! The word lists of this module: one word per line, compared as it is written.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::text::Lang;
use crate::text::word_list::rows;

/// A list of words, or of names of several words, for each of the two languages.
pub(super) struct WordList {
    persian: HashSet<&'static str>,
    english: HashSet<&'static str>,
}

impl WordList {
    /// Whether `word` is in the list of `lang`, as it is written there.
    pub(super) fn has(&self, word: &str, lang: Lang) -> bool {
        match lang {
            Lang::Persian => self.persian.contains(word),
            Lang::English => self.english.contains(word),
        }
    }

    fn read(persian: &'static str, english: &'static str) -> Self {
        Self { persian: rows(persian).collect(), english: rows(english).collect() }
    }
}

/// Words that open a sentence and hardly ever stand after an abbreviation inside one.
pub(super) static OPENINGS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::read(include_str!("lists/openings.fa.txt"), include_str!("lists/openings.en.txt"))
});

/// Words that carry on the sentence whose quotation has just closed: verbs of saying and the like.
pub(super) static SAYING: LazyLock<WordList> = LazyLock::new(|| {
    WordList::read(
        include_str!("lists/after-quotations.fa.txt"),
        include_str!("lists/after-quotations.en.txt"),
    )
});

/// News agencies and papers, as datelines name them.
pub(super) static AGENCIES: LazyLock<WordList> = LazyLock::new(|| {
    WordList::read(include_str!("lists/agencies.fa.txt"), include_str!("lists/agencies.en.txt"))
});
