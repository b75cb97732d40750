//! The words by which a name is distinguished from an ordinary word, from the lists of this module.

use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};

use crate::text::list::List;
use crate::text::word_list::rows;
use crate::text::{Lang, Parts, fold};

/// A set of words, as they fold without spaces.
pub(in crate::glossary) type FoldedWords = HashSet<String>;

/// One of the lists of a language.
#[derive(Clone, Copy, Debug)]
pub(in crate::glossary) enum Listed {
    /// Words that are no names as a rule.
    Everyday,
    /// Words that mean one institution only where the text has its full name.
    Generic,
    /// Words that longer names of institutions end with.
    Bodies,
    /// Words that look like a name with an ending, and phrases in which a name is an ordinary word.
    OtherWords,
    /// Names of one word that are other words where they are broken up.
    Unbroken,
    /// Words that stand in phrases of `OtherWords`, one or more that follow each other.
    InPhrases,
    /// Words that follow a person's name and say that he said.
    Saying,
    /// Words before a person's name that are not given names: titles, offices.
    Titles,
    /// Given names.
    Given,
    /// Words with a capital at the head of a sentence that are not given names.
    Openers,
    /// Words that occur in the names of newspapers.
    Newspapers,
    /// Words that stand before a bare surname only.
    Honorifics,
    /// Words before or after the name of a place or of a month.
    Places,
    /// Words for amounts before a currency.
    Amounts,
}

/// The lists in which a word is, a bit for each.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::glossary) struct InLists(u16);

impl InLists {
    /// Whether the word is in `list`.
    pub(in crate::glossary) fn has(self, list: Listed) -> bool {
        self.0 & Self::only(list).0 != 0
    }

    fn only(list: Listed) -> Self {
        Self(1 << list as u16)
    }
}

/// The lists of one language: a word is looked up once for all of them.
#[derive(Debug)]
pub(in crate::glossary) struct WordLists(List<InLists>);

impl WordLists {
    pub(in crate::glossary) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Persian => &PERSIAN,
            Lang::English => &ENGLISH,
        }
    }

    /// The lists in which `word` is, as it folds without spaces.
    pub(in crate::glossary) fn with(&self, word: &str) -> InLists {
        self.0.get(word).copied().unwrap_or_default()
    }

    fn new(lists: &[(Listed, &'static str)]) -> Self {
        let mut words: HashMap<String, InLists> = HashMap::default();
        for &(list, text) in lists {
            let mut add = |word: String, list| {
                words.entry(word).or_default().0 |= InLists::only(list).0;
            };
            for word in read(text) {
                add(word, list);
            }
            if matches!(list, Listed::OtherWords) {
                let phrases = rows(text).filter(|row| row.contains(' '));
                for part in phrases.flat_map(parts) {
                    add(part, Listed::InPhrases);
                }
            }
        }
        Self(words.into_iter().collect())
    }
}

static PERSIAN: LazyLock<WordLists> = LazyLock::new(|| {
    WordLists::new(&[
        (Listed::Everyday, include_str!("lists/everyday.fa.txt")),
        (Listed::OtherWords, include_str!("lists/other-words.fa.txt")),
        (Listed::Unbroken, include_str!("lists/unbroken.fa.txt")),
        (Listed::Saying, include_str!("lists/saying.fa.txt")),
        (Listed::Titles, include_str!("lists/titles.fa.txt")),
        (Listed::Given, include_str!("lists/given.fa.txt")),
        (Listed::Honorifics, include_str!("lists/honorifics.fa.txt")),
        (Listed::Places, include_str!("lists/places.fa.txt")),
        (Listed::Amounts, include_str!("lists/amounts.fa.txt")),
    ])
});

static ENGLISH: LazyLock<WordLists> = LazyLock::new(|| {
    WordLists::new(&[
        (Listed::Everyday, include_str!("lists/everyday.en.txt")),
        (Listed::Generic, include_str!("lists/generic.en.txt")),
        (Listed::Bodies, include_str!("lists/bodies.en.txt")),
        (Listed::Saying, include_str!("lists/saying.en.txt")),
        (Listed::Titles, include_str!("lists/titles.en.txt")),
        (Listed::Given, include_str!("lists/given.en.txt")),
        (Listed::Openers, include_str!("lists/openers.en.txt")),
        (Listed::Newspapers, include_str!("lists/newspapers.en.txt")),
        (Listed::Honorifics, include_str!("lists/honorifics.en.txt")),
        (Listed::Places, include_str!("lists/places.en.txt")),
        (Listed::Amounts, include_str!("lists/amounts.en.txt")),
    ])
});

/// Whether an English word with a capital is one that usually opens sentences, or stands before names.
pub(crate) fn opens_or_titles(word: &str) -> bool {
    let lists = ENGLISH.with(&fold(word).squeezed());
    lists.has(Listed::Openers) || lists.has(Listed::Titles)
}

/// All words of a phrase that follow each other, with and without the ending of the last, as they fold without spaces.
fn parts(phrase: &str) -> Vec<String> {
    let words: Vec<String> = phrase.split(' ').map(|word| fold(word).squeezed()).collect();
    let mut parts = Vec::new();
    for first in 0..words.len() {
        let mut before = String::new();
        for word in &words[first..] {
            parts.push(before.clone() + &word[Parts::of(word).stem]);
            before += word;
            parts.push(before.clone());
        }
    }
    parts
}

/// The words of a list.
pub(in crate::glossary) fn read(list: &'static str) -> FoldedWords {
    rows(list).map(|word| fold(word).squeezed()).collect()
}
