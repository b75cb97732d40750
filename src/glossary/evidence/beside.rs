//! What stands beside a name and is evidence for it.

use std::ops::Range;

use crate::glossary::entry::Kind;
use crate::glossary::evidence::Judged;
use crate::glossary::evidence::word_lists::{InLists, Listed, WordLists};
use crate::glossary::finder::Hit;
use crate::glossary::finder::reading::Reading;
use crate::glossary::particles::is_article;
use crate::text::fold::Gap;

/// The signs after which a sentence begins.
const BEFORE_SENTENCE: [char; 7] = ['.', '!', '?', ':', '"', '\'', '('];

/// The words that are in lower case even in headlines, and what follows an apostrophe.
const SMALL_IN_HEADLINES: [&str; 22] = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or",
    "over", "s", "t", "the", "to", "up", "via", "with",
];

/// Nouns after the name of a person, before which "the" is no evidence against the person (the Bush administration).
const OF_PERSON: [&str; 24] = [
    "administration",
    "administrations",
    "adviser",
    "advisers",
    "aide",
    "aides",
    "brothers",
    "cabinet",
    "camp",
    "campaign",
    "doctrine",
    "dynasty",
    "era",
    "family",
    "foundation",
    "government",
    "ministry",
    "plan",
    "presidency",
    "regime",
    "team",
    "trial",
    "white",
    "years",
];

/// Terms in capitals that are English words: where everything is in capitals, theirs are no evidence.
const IN_CAPITALS: [&str; 8] = ["car", "ice", "salt", "start", "swift", "try", "us", "who"];

/// How many letters on either side of a name show whether it stands in a headline.
const NEAR: usize = 60;

/// A text with its certain names.
pub(super) struct Beside<'a> {
    reading: &'a Reading<'a>,
    lists: &'static WordLists,
    /// The groups of the certain names that begin at each letter, and of those that end before each, and at the end of
    /// the text.
    begin: Vec<Groups>,
    end: Vec<Groups>,
}

/// A word, and the numbers of its letters.
pub(super) struct Word<'a> {
    pub(super) place: Range<usize>,
    pub(super) letters: &'a str,
    /// The lists in which it is.
    pub(super) lists: InLists,
}

/// Some groups, a bit for each.
type Groups = u8;

/// Kinds that can stand in one enumeration, and for which the same words are evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Group {
    Person,
    Place,
    Demonym,
    Institution,
    Currency,
    Calendar,
    Concept,
}

impl Group {
    pub(super) fn of(kind: Kind) -> Self {
        match kind {
            Kind::Person => Self::Person,
            Kind::Country | Kind::City | Kind::Region | Kind::Place => Self::Place,
            Kind::Demonym => Self::Demonym,
            Kind::Organisation | Kind::Agreement | Kind::Event => Self::Institution,
            Kind::Currency => Self::Currency,
            Kind::Calendar => Self::Calendar,
            Kind::Language | Kind::Concept => Self::Concept,
        }
    }

    /// Whether English writes it without a capital, or with one although it is not a proper name: dollar, Sunday.
    pub(super) fn is_concept(self) -> bool {
        matches!(self, Self::Currency | Self::Calendar | Self::Concept)
    }

    fn bit(self) -> Groups {
        1 << self as u8
    }
}

impl<'a> Beside<'a> {
    pub(super) fn new(reading: &'a Reading<'a>, lists: &'static WordLists) -> Self {
        Self {
            reading,
            lists,
            begin: vec![0; reading.letters.len() + 1],
            end: vec![0; reading.letters.len() + 1],
        }
    }

    /// Adds a name that is certain.
    pub(super) fn add_certain(&mut self, hit: &Hit, kind: Kind) {
        self.begin[hit.first] |= Group::of(kind).bit();
        self.end[hit.past] |= Group::of(kind).bit();
    }

    /// Whether what stands beside an everyday word shows that it is a name of this kind.
    pub(super) fn speaks_for(&self, judged: &Judged) -> bool {
        let hit = &judged.hit;
        let end = self.reading.end_of_word(hit.past - 1).max(hit.past);
        let before = judged.before.as_ref();
        let after = || self.reading.word_after(end).map(|place| self.word(place));
        let before_is = |list| before.is_some_and(|word| word.lists.has(list));
        let is_after_number = || before.is_some_and(|word| is_number(word.letters));
        let group = Group::of(judged.pattern.kind);
        let by_word = match group {
            Group::Person => {
                before_is(Listed::Titles)
                    || after().is_some_and(|word| word.lists.has(Listed::Saying))
            }
            Group::Place => before_is(Listed::Places),
            // Posts stand on X.
            Group::Institution => {
                before_is(Listed::Places) || before.is_some_and(|word| word.letters == "on")
            }
            Group::Calendar => {
                before_is(Listed::Places)
                    || is_after_number()
                    || after().is_some_and(|word| is_number(word.letters))
            }
            Group::Currency => before_is(Listed::Amounts) || is_after_number(),
            Group::Demonym | Group::Concept => false,
        };
        by_word || self.is_listed(hit.first, end, group)
    }

    /// The word before the letter `first` in the same sentence; a full stop between them ends it, except after initials
    /// and titles (J. Lee, Gen. Lee).
    pub(super) fn before(&self, first: usize) -> Option<Word<'a>> {
        let place = self.reading.word_before(first)?;
        let end = place.end;
        let word = self.word(place);
        let is_next = end == first || word.place.len() == 1 || word.lists.has(Listed::Titles);
        is_next.then_some(word)
    }

    fn word(&self, place: Range<usize>) -> Word<'a> {
        let letters = self.reading.word(&place);
        Word { place, letters, lists: self.lists.with(letters) }
    }

    /// Whether a comma or «و» joins it to a certain name of its group.
    fn is_listed(&self, first: usize, end: usize, group: Group) -> bool {
        let joins = |range: Range<usize>| {
            let letters = self.reading.squeezed(range.start, range.end);
            matches!(&*letters, "," | "و" | "and")
        };
        let before = [1, 3].into_iter().any(|length| {
            first >= length
                && joins(first - length..first)
                && self.end[first - length] & group.bit() != 0
        });
        let after = [1, 3].into_iter().any(|length| {
            end + length <= self.reading.letters.len()
                && joins(end..end + length)
                && self.begin[end + length] & group.bit() != 0
        });
        before || after
    }

    /// Whether the word at `first` is the first one of a sentence or heading.
    pub(super) fn begins_sentence(&self, first: usize) -> bool {
        first == 0
            || self.reading.ends_block(first)
            || BEFORE_SENTENCE.contains(&self.reading.letters[first - 1].ch)
    }

    /// Whether a word with a capital stands before the name inside a sentence, or with a hyphen, and is neither a title
    /// nor the end of a name: Mike Lee.
    pub(super) fn is_after_capital(&self, judged: &Judged) -> bool {
        let (letters, first) = (self.reading.letters, judged.hit.first);
        let hyphen = first >= 2 && letters[first - 1].ch == '-' && letters[first].gap == Gap::None;
        if hyphen {
            let place = self.reading.word_ending(first - 1);
            let word = place.map(|place| self.word(place));
            return word.is_some_and(|word| self.may_be_given(&word));
        }
        judged.before.as_ref().is_some_and(|word| {
            // A full stop separates an initial from the name; a letter without one is the article: A Houthi official.
            let is_initial = word.place.len() == 1 && word.place.end < judged.hit.first;
            let is_certain =
                is_initial || word.letters != "a" && !self.begins_sentence(word.place.start);
            is_certain && self.may_be_given(word)
        })
    }

    /// Whether the first word of the sentence stands before the name and is not one that usually opens sentences:
    /// Heather Johnson, but not When Johnson, Leaving Johnson.
    pub(super) fn is_after_opening_name(&self, judged: &Judged) -> bool {
        judged.before.as_ref().is_some_and(|word| {
            self.begins_sentence(word.place.start)
                && !word.lists.has(Listed::Openers)
                && !word.letters.ends_with("ing")
                && !word.letters.ends_with("ly")
                && self.may_be_given(word)
        })
    }

    /// Whether a word has a capital, and is neither a title, nor the Arabic article, nor the end of a name.
    fn may_be_given(&self, word: &Word) -> bool {
        self.has_capital(word.place.start)
            && !is_article(word.letters)
            && !word.lists.has(Listed::Titles)
            && !self.is_named(word.place.end)
    }

    /// Whether a place or a people stands right before the name: the Scottish Sun.
    pub(super) fn is_after_place(&self, judged: &Judged) -> bool {
        let places = Group::Place.bit() | Group::Demonym.bit();
        judged.before.is_some() && self.end[judged.hit.first] & places != 0
    }

    /// Whether the letter `i` is a capital.
    pub(super) fn has_capital(&self, i: usize) -> bool {
        let letter = self.reading.letters[i].span().of(self.reading.text);
        letter.starts_with(char::is_uppercase)
    }

    /// Whether a word with a capital follows that is neither a title, nor a word that sentences open with, nor the
    /// beginning of a certain name.
    pub(super) fn is_before_capital(&self, hit: &Hit) -> bool {
        self.capital_after(hit).is_some_and(|word| {
            !word.lists.has(Listed::Titles)
                && !word.lists.has(Listed::Openers)
                && self.begin[word.place.start] == 0
        })
    }

    /// Whether it is the name of a people in some entry.
    pub(super) fn is_people(&self, hit: &Hit) -> bool {
        self.end[hit.past] & Group::Demonym.bit() != 0
    }

    /// Whether a word that occurs in the names of newspapers follows: the Irish Times.
    pub(super) fn is_of_newspaper(&self, hit: &Hit) -> bool {
        let after = self.capital_after(hit);
        after.is_some_and(|word| word.lists.has(Listed::Newspapers))
    }

    /// Whether "the" stands before a name, and no noun that can belong to a person after it: the Moon.
    pub(super) fn is_thing(&self, judged: &Judged) -> bool {
        let after = self.reading.word_after(judged.hit.past);
        let is_of_person = || after.is_some_and(|at| OF_PERSON.contains(&self.reading.word(&at)));
        judged.word_before() == Some("the") && !is_of_person()
    }

    /// Whether a term in capitals is a word among others in capitals: JOIN US TODAY.
    pub(super) fn is_word_in_capitals(&self, hit: &Hit, before: Option<&Word<'_>>) -> bool {
        let letters = self.reading.squeezed(hit.first, hit.past);
        if !IN_CAPITALS.contains(&&*letters) || before.is_some_and(|word| word.letters == "the") {
            return false;
        }
        let near = self.near(hit);
        let has_others = near.clone().any(|i| {
            let is_own = (hit.first..hit.past).contains(&i);
            !is_own && self.has_capital(i)
        });
        let letter = |i: usize| self.reading.letters[i].span().of(self.reading.text);
        let is_small = |i: usize| letter(i).starts_with(char::is_lowercase);
        has_others && !near.into_iter().any(is_small)
    }

    /// The letters near it in its block.
    fn near(&self, hit: &Hit) -> Range<usize> {
        let ends_block = |&i: &usize| self.reading.ends_block(i);
        let first = hit.first.saturating_sub(NEAR);
        let past = (hit.past + NEAR).min(self.reading.letters.len());
        let first = (first..=hit.first).rev().find(ends_block).unwrap_or(first);
        let past = (hit.past..past).find(ends_block).unwrap_or(past);
        first..past
    }

    /// Whether all words near it in its block have capitals.
    pub(super) fn is_in_headline(&self, hit: &Hit) -> bool {
        let mut words = self
            .near(hit)
            .filter(|&i| self.reading.begins(i) && self.reading.letters[i].ch.is_alphabetic());
        words.all(|i| {
            let word = self.reading.word(&(i..self.reading.end_of_word(i)));
            self.has_capital(i) || SMALL_IN_HEADLINES.contains(&word)
        })
    }

    /// The word with a capital that follows.
    fn capital_after(&self, hit: &Hit) -> Option<Word<'a>> {
        let place = self.reading.word_after(hit.past)?;
        let has_capital = self.has_capital(place.start);
        has_capital.then(|| self.word(place))
    }

    /// Whether a certain name of something other than a person ends before the letter `end`: Russia, Putin's.
    fn is_named(&self, end: usize) -> bool {
        self.end[end] & !Group::Person.bit() != 0
    }
}

/// Whether a word is a number in figures.
pub(super) fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}
