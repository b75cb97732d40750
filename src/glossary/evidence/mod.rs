//! Which of the places where a term is written are the name, and which are an ordinary word or somebody else's name.
//!
//! Most names are like no other word and always count. These are looked at:
//!
//! 1. **Everyday words.** A name of one word that is in `everyday` (کرد, روحانی, May), and any name of one letter (X),
//!    in Persian of two (بن, ری), counts only beside evidence: a title, a given name or a verb of saying beside a
//!    person; what kind of place it is before a place; a number beside a month or currency; another name of the kind
//!    beside it (مصر، اردن و مالی); or, anywhere in the text, another term of the entry, or a longer name that ends
//!    with it (حسن روحانی). In English a capital is evidence, but not at the head of a sentence, nor after "the" for a
//!    person (the Moon, but the Bush administration); `generic` words (Parliament) need the full name, if the entry has
//!    one.
//! 2. **A word that looks like a name with an ending** (`other-words`: ریاضی, خمینی) is never the name. Nor is a word
//!    in a phrase of that list («قطر ۲ متر»), «چین» at the end of a compound (زمینه‌چینی), a name that must stand in
//!    one piece (`whole`) where it is broken (نفت‌وگاز), or in English a word like US in a sentence of capitals: JOIN
//!    US.
//! 3. **Others of the same name.** A person's name of one word, where the entry has longer ones, does not count after
//!    somebody else's given name: Mike Lee is not Lee Jae-myung. Given names are those in `given` and the first words
//!    of the persons of the glossary, except articles and the like (al, van); in English also any word with a capital
//!    inside a sentence, except the `titles`. Where that is seen once, or another entry's full name has the word, and
//!    the text has no full name of the entry, the bare surname (Lee said) belongs to that other person too. Any other
//!    name of one word can be a surname after Mr (`honorifics`), and in English after a given name of the list: Johnny
//!    English; then all such words of the text are that person's, except places. A name that is also a given name
//!    (Chad, Blair) does not count in English before a word with a capital, nor in Persian without evidence for it: a
//!    place at the head of a sentence, a person anywhere.
//! 4. **Parts of longer names** that the glossary does not have, in English. A word with a capital beside a name is no
//!    part of it if it is a title, a word that usually opens sentences, or another name. A concept (a currency) does
//!    not count where it has a capital without need (the surname Yuan), or before a word with a capital; nor does a day
//!    or month there, or a person whose name is an everyday word (Sunday Times, Brown University), nor, after such a
//!    word, a month whose name is one (Jane May). An institution that is one of the `bodies` is another one after a
//!    word with a capital (Trades Union Congress), and one with a name common among `newspapers` also before such a
//!    word (Independent Schools) and after a place or a people (the Scottish Sun); the people or the place does not
//!    count there either. In a headline, where all words have capitals, a word before an institution is no evidence.
//! 5. **Weights.** "Pound" after a bare number is a weight.
//!
//! The lists are short and our own: words met in news, to which an editor may add. A word belongs in `everyday` if in
//! news it is more often a word than a name.

mod beside;
mod others;
mod phrases;
pub(super) mod word_lists;

use std::borrow::Cow;

use foldhash::{HashSet, HashSetExt};

use crate::glossary::entry::Kind;
use crate::glossary::evidence::beside::{Beside, Word, is_number};
use crate::glossary::evidence::phrases::Phrases;
use crate::glossary::evidence::word_lists::{InLists, Listed, WordLists};
use crate::glossary::finder::Hit;
use crate::glossary::finder::patterns::{Pattern, Patterns};
use crate::glossary::finder::reading::Reading;
use crate::glossary::occurrence::Ending;
use crate::text::Lang;

/// Names of up to this many letters are everyday words, whether they are in the list or not.
const fn longest_short(lang: Lang) -> usize {
    match lang {
        Lang::Persian => 2,
        Lang::English => 1,
    }
}

/// The currency that is also a weight.
const WEIGHT: &str = "pound";

/// A hit, and what is known of it.
struct Judged<'a> {
    hit: Hit,
    pattern: &'a Pattern,
    /// Its letters, without spaces.
    letters: Cow<'a, str>,
    /// The lists that these are in.
    lists: InLists,
    /// The word before it in the same sentence.
    before: Option<Word<'a>>,
    is_everyday: bool,
    /// Whether it stands where somebody else's surname does; known once all certain names are.
    is_surname_of_other: bool,
}

impl<'a> Judged<'a> {
    /// The letters of the word before it in the same sentence.
    fn word_before(&self) -> Option<&'a str> {
        self.before.as_ref().map(|word| word.letters)
    }
}

/// Some entries, by index: all are added first, and looked up after that.
#[derive(Default)]
struct Known(Vec<usize>);

impl Known {
    fn add(&mut self, entry: usize) {
        self.0.push(entry);
    }

    /// Makes it ready for look-ups, once all are added.
    fn settle(&mut self) {
        self.0.sort_unstable();
    }

    fn has(&self, entry: usize) -> bool {
        self.0.binary_search(&entry).is_ok()
    }
}

/// Takes the hits of a text and decides which are the name.
pub(super) struct Judge<'a> {
    reading: &'a Reading<'a>,
    patterns: &'a Patterns,
    lang: Lang,
    lists: &'static WordLists,
    beside: Beside<'a>,
    /// The hits that were taken.
    hits: Vec<Judged<'a>>,
    /// The entries that have a term in the text which is like no other word.
    certain: Known,
    /// The entries that have a term of several words in the text.
    in_full: Known,
    /// The last and the first words of the persons who are named in full: in Korean and Chinese the surname comes
    /// first.
    surnames: HashSet<&'a str>,
}

/// The most letters of an Arabic article with its hyphen.
const LONGEST_ARTICLE: usize = 4;

/// A text has about one hit in this many letters.
const LETTERS_A_HIT: usize = 40;

impl<'a> Judge<'a> {
    pub(super) fn new(reading: &'a Reading<'a>, patterns: &'a Patterns, lang: Lang) -> Self {
        let lists = WordLists::of(lang);
        Self {
            reading,
            patterns,
            lang,
            lists,
            beside: Beside::new(reading, lists),
            hits: Vec::with_capacity(reading.letters.len() / LETTERS_A_HIT),
            certain: Known::default(),
            in_full: Known::default(),
            surnames: HashSet::new(),
        }
    }

    /// Takes a hit and, if it is like no other word, what it says of others; hits must come in the order in which they
    /// begin.
    pub(super) fn take_in(&mut self, hit: Hit) {
        let (reading, pattern) = (self.reading, self.patterns.get(hit.pattern));
        let letters = reading.squeezed(hit.first, hit.past);
        let lists = self.lists.with(&letters);
        let before = self.beside.before(hit.first);
        if self.is_other_word(&hit, lists, pattern, before.as_ref()) {
            return;
        }
        let is_everyday = self.is_everyday(&hit, lists, pattern);
        if !is_everyday {
            self.certain.add(pattern.id().entry);
            self.beside.add_certain(&hit, pattern.kind);
            if !pattern.is_word {
                self.in_full.add(pattern.id().entry);
            }
            if !pattern.is_word && pattern.kind == Kind::Person {
                let last = (hit.first..hit.past).rev().find(|&i| reading.begins(i));
                let last = last.unwrap_or(hit.first);
                self.surnames.insert(reading.word(&(last..hit.past)));
                // Korean and Chinese surnames come first.
                let end = reading.end_of_word(hit.first).min(hit.past);
                self.surnames.insert(reading.word(&(hit.first..end)));
            }
        }
        self.hits.push(Judged {
            before,
            hit,
            pattern,
            letters,
            lists,
            is_everyday,
            is_surname_of_other: false,
        });
    }

    /// The hits that are the name.
    pub(super) fn supported(mut self) -> Vec<Hit> {
        self.certain.settle();
        self.in_full.settle();
        let mut hits = std::mem::take(&mut self.hits);
        // From left to right, so that in an enumeration each name is evidence for the next one.
        for hit in hits.iter().filter(|hit| hit.is_everyday) {
            if self.is_name(hit) {
                self.beside.add_certain(&hit.hit, hit.pattern.kind);
            }
        }
        for i in 0..hits.len() {
            // A part of a longer name belongs to the owner of that: Houthi in al-Houthi.
            let is_of_other = self.is_surname_of_other(&hits[i])
                && longer(&hits[..i], &hits[i]).is_none_or(|longer| longer.is_surname_of_other);
            hits[i].is_surname_of_other = is_of_other;
        }
        let others = self.names_of_others(&hits);
        let is_name = |hit: &Judged| {
            self.is_name(hit) && !self.is_of_other(hit, &others) && !self.is_part(hit)
        };
        hits.retain(is_name);
        hits.into_iter().map(|hit| hit.hit).collect()
    }

    fn is_everyday(&self, hit: &Hit, lists: InLists, pattern: &Pattern) -> bool {
        let is_short = hit.past - hit.first <= longest_short(self.lang);
        pattern.is_word && (is_short || lists.has(Listed::Everyday) || is_generic(lists, pattern))
    }

    /// Rule 2.
    fn is_other_word(
        &self,
        hit: &Hit,
        lists: InLists,
        pattern: &Pattern,
        before: Option<&Word<'_>>,
    ) -> bool {
        if hit.ending != Ending::None && pattern.is_word {
            let end = self.reading.end_of_word(hit.first);
            let word = self.reading.word(&(hit.first..end));
            if self.lists.with(word).has(Listed::OtherWords) {
                return true;
            }
        }
        match self.lang {
            Lang::English => self.beside.is_word_in_capitals(hit, before),
            Lang::Persian => {
                let phrases = Phrases { reading: self.reading, lists: self.lists };
                let is_broken =
                    lists.has(Listed::Unbroken) && self.reading.is_broken(hit.first, hit.past);
                let may_be_in_phrase = lists.has(Listed::InPhrases);
                is_broken
                    || may_be_in_phrase && (phrases.has_compound(hit) || phrases.has(hit, before))
            }
        }
    }

    /// Rule 1.
    fn is_name(&self, judged: &Judged) -> bool {
        let Judged { hit, pattern, .. } = judged;
        let letters = &*judged.letters;
        if !judged.is_everyday {
            return true;
        }
        let is_in_text = self.certain.has(pattern.id().entry)
            || (pattern.kind == Kind::Person && self.surnames.contains(letters));
        if is_in_text || is_generic(judged.lists, pattern) {
            return is_in_text;
        }
        if letters == WEIGHT && judged.word_before().is_some_and(is_number) {
            return false;
        }
        match self.lang {
            Lang::English => {
                let is_capital_evidence = hit.past - hit.first > longest_short(self.lang)
                    && !self.beside.begins_sentence(hit.first);
                let is_thing = pattern.kind == Kind::Person && self.beside.is_thing(judged);
                !is_thing && (is_capital_evidence || self.beside.speaks_for(judged))
            }
            Lang::Persian => {
                let is_after_given = pattern.kind == Kind::Person && self.is_after_given(judged);
                is_after_given || self.beside.speaks_for(judged)
            }
        }
    }
}

/// The name of the same entry that ends with `judged` and begins before it, in the order in which they begin.
fn longer<'a, 'b>(before: &'b [Judged<'a>], judged: &Judged) -> Option<&'b Judged<'a>> {
    let is_longer = |other: &&Judged| {
        other.hit.first < judged.hit.first
            && other.hit.past == judged.hit.past
            && other.pattern.id().entry == judged.pattern.id().entry
    };
    let near = before.iter().rev();
    let mut near = near.take_while(|other| other.hit.first + LONGEST_ARTICLE >= judged.hit.first);
    near.find(is_longer)
}

/// Whether a term in these lists is a generic word, and the entry means one institution: it has a longer name.
fn is_generic(lists: InLists, pattern: &Pattern) -> bool {
    pattern.is_short_form && lists.has(Listed::Generic)
}
