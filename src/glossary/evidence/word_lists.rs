//! The words by which a name is told from a word, from the lists beside this file.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::text::{Lang, fold};

/// A set of words, as they fold without spaces.
pub(in crate::glossary) type Words = HashSet<String>;

/// The lists of one language.
#[derive(Debug)]
pub(in crate::glossary) struct WordLists {
    /// Words that are no names as a rule.
    pub(in crate::glossary) everyday: Words,
    /// Words that mean one institution only where the text has its full name.
    pub(super) generic: Words,
    /// Words that longer names of institutions end with.
    pub(super) bodies: Words,
    /// Words that look like a name with an ending.
    pub(super) other_words: Words,
    /// Words that follow a person's name and say that he said.
    pub(super) saying: Words,
    /// Words before a person's name that are no given name: titles, offices.
    pub(in crate::glossary) titles: Words,
    /// Given names.
    pub(in crate::glossary) given: Words,
    /// Words with a capital at the head of a sentence that are no given name.
    pub(super) openers: Words,
    /// Words that newspapers are called by.
    pub(super) newspapers: Words,
    /// Words that stand before a bare surname only.
    pub(super) honorifics: Words,
    /// Words before or after the name of a place or of a month.
    pub(super) places: Words,
    /// Words of number before a currency.
    pub(super) amounts: Words,
}

impl WordLists {
    pub(in crate::glossary) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Persian => &PERSIAN,
            Lang::English => &ENGLISH,
        }
    }
}

static PERSIAN: LazyLock<WordLists> = LazyLock::new(|| WordLists {
    everyday: read(include_str!("everyday.fa.txt")),
    generic: Words::default(),
    bodies: Words::default(),
    other_words: read(include_str!("other-words.fa.txt")),
    saying: read(include_str!("saying.fa.txt")),
    titles: read(include_str!("titles.fa.txt")),
    given: read(include_str!("given.fa.txt")),
    openers: Words::default(),
    newspapers: Words::default(),
    honorifics: read(include_str!("honorifics.fa.txt")),
    places: read(include_str!("places.fa.txt")),
    amounts: read(include_str!("amounts.fa.txt")),
});

static ENGLISH: LazyLock<WordLists> = LazyLock::new(|| WordLists {
    everyday: read(include_str!("everyday.en.txt")),
    generic: read(include_str!("generic.en.txt")),
    bodies: read(include_str!("bodies.en.txt")),
    other_words: Words::default(),
    saying: read(include_str!("saying.en.txt")),
    titles: read(include_str!("titles.en.txt")),
    given: read(include_str!("given.en.txt")),
    openers: read(include_str!("openers.en.txt")),
    newspapers: read(include_str!("newspapers.en.txt")),
    honorifics: read(include_str!("honorifics.en.txt")),
    places: read(include_str!("places.en.txt")),
    amounts: read(include_str!("amounts.en.txt")),
});

/// The words of a list, one a line; lines that begin with `#` say what it is.
pub(in crate::glossary) fn read(list: &str) -> Words {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|word| fold(word).letters().iter().map(|l| l.ch).collect())
        .collect()
}
