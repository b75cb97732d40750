//! Words that are no misspelt name, and titles: the lists beside this file, with those by which names are told from words.

use std::sync::LazyLock;

use crate::glossary::evidence::word_lists::{WordList, WordLists, Words, read};
use crate::text::Lang;

static EVERYDAY: LazyLock<Words> = LazyLock::new(|| read(include_str!("everyday.txt")));
static TITLES: LazyLock<Words> = LazyLock::new(|| read(include_str!("titles.txt")));

/// Whether the word, as it folds, is no name of the glossary, however much it looks like one.
pub(super) fn is_everyday(word: &[char], lang: Lang) -> bool {
    let word: String = word.iter().collect();
    let lists = WordLists::of(lang).with(&word);
    let others = [WordList::Everyday, WordList::Given, WordList::Titles];
    EVERYDAY.contains(&word)
        || TITLES.contains(&word)
        || others.into_iter().any(|list| lists.has(list))
}

/// Whether the word, as it folds, is said before a name: an office, a rank.
pub(super) fn is_title(word: &[char], lang: Lang) -> bool {
    let word: String = word.iter().collect();
    let lists = WordLists::of(lang).with(&word);
    lists.has(WordList::Titles) || TITLES.contains(&word)
}
