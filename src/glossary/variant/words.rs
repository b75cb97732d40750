//! Words that are not misspelt names, and words before names: the lists of this folder, with those by which names are
//! distinguished from ordinary words.

use std::sync::LazyLock;

use crate::glossary::evidence::word_lists::{FoldedWords, Listed, WordLists, read};
use crate::text::Lang;

static PERSIAN: LazyLock<FoldedWords> =
    LazyLock::new(|| read(include_str!("lists/no-names.fa.txt")));
static ENGLISH: LazyLock<FoldedWords> =
    LazyLock::new(|| read(include_str!("lists/no-names.en.txt")));
static BEFORE_NAMES: LazyLock<FoldedWords> =
    LazyLock::new(|| read(include_str!("lists/before-names.en.txt")));

/// Whether the word, as it folds, is not a name of the glossary, however much it looks like one.
pub(crate) fn is_everyday(word: &str, lang: Lang) -> bool {
    let lists = WordLists::of(lang).with(word);
    let others = [Listed::Everyday, Listed::Given, Listed::Titles];
    let no_names = match lang {
        Lang::Persian => &PERSIAN,
        Lang::English => &ENGLISH,
    };
    no_names.contains(word)
        || BEFORE_NAMES.contains(word)
        || others.into_iter().any(|list| lists.has(list))
}

/// Whether the word, as it folds, can stand before a name: an office, a rank.
pub(super) fn is_title(word: &[char], lang: Lang) -> bool {
    let word: String = word.iter().collect();
    let lists = WordLists::of(lang).with(&word);
    lists.has(Listed::Titles) || BEFORE_NAMES.contains(&word)
}
