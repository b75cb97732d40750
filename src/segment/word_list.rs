//! The word lists beside this file: one word a line, sorted, `#` before a comment.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::text::Lang;

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
        Self {
            persian: entries(persian).collect(),
            english: entries(english).collect(),
        }
    }
}

/// Words that open a sentence and hardly ever stand after an abbreviation inside one.
pub(super) static OPENINGS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::read(
        include_str!("openings/fa.txt"),
        include_str!("openings/en.txt"),
    )
});

/// Words that carry on with the sentence whose quotation has just closed: verbs of saying and their like.
pub(super) static SAYING: LazyLock<WordList> =
    LazyLock::new(|| WordList::read(include_str!("saying/fa.txt"), include_str!("saying/en.txt")));

/// News agencies and papers, as datelines name them.
pub(super) static AGENCIES: LazyLock<WordList> = LazyLock::new(|| {
    WordList::read(
        include_str!("agencies/fa.txt"),
        include_str!("agencies/en.txt"),
    )
});

/// The entries of a list: its lines, without the comments.
pub(super) fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_clean() {
        for list in [
            include_str!("openings/fa.txt"),
            include_str!("openings/en.txt"),
            include_str!("saying/fa.txt"),
            include_str!("saying/en.txt"),
            include_str!("agencies/fa.txt"),
            include_str!("agencies/en.txt"),
        ] {
            let words: Vec<&str> = entries(list).collect();
            for pair in words.windows(2) {
                assert!(
                    pair[0] < pair[1],
                    "{:?} is not before {:?}",
                    pair[0],
                    pair[1]
                );
            }
            for word in words {
                assert!(!word.is_empty() && word.trim() == word, "{word:?}");
            }
        }
    }
}
