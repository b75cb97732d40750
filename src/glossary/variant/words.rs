//! Words that are no misspelt name, and titles: the lists beside this file, with those by which names are told from
//! words.

use std::sync::LazyLock;

use crate::glossary::evidence::word_lists::{FoldedWords, Listed, WordLists, read};
use crate::text::Lang;

static EVERYDAY: LazyLock<FoldedWords> = LazyLock::new(|| read(include_str!("everyday.txt")));
static TITLES: LazyLock<FoldedWords> = LazyLock::new(|| read(include_str!("titles.txt")));

/// Whether the word, as it folds, is no name of the glossary, however much it looks like one.
pub(super) fn is_everyday(word: &[char], lang: Lang) -> bool {
    let word: String = word.iter().collect();
    let lists = WordLists::of(lang).with(&word);
    let others = [Listed::Everyday, Listed::Given, Listed::Titles];
    EVERYDAY.contains(&word)
        || TITLES.contains(&word)
        || others.into_iter().any(|list| lists.has(list))
}

/// Whether the word, as it folds, is said before a name: an office, a rank.
pub(super) fn is_title(word: &[char], lang: Lang) -> bool {
    let word: String = word.iter().collect();
    let lists = WordLists::of(lang).with(&word);
    lists.has(Listed::Titles) || TITLES.contains(&word)
}
