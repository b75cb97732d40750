//! Which of the places where a term is written are the name, and which are a word or another's name.
//!
//! Most names are like no other word; nothing is asked of them. These are looked at:
//!
//! 1. **Everyday words.** A name of one word that is in `everyday` (کرد, روحانی, May), and in Persian any name of one or two
//!    letters (بن, ری), counts only beside evidence: a title, a given name or a verb of saying beside a person; what kind
//!    of place it is before a place; a number beside a month; another name of the kind beside it (مصر، اردن و مالی); or,
//!    anywhere in the text, another term of the entry, or a longer name that ends with it (حسن روحانی). In English a
//!    capital is evidence, but not at the head of a sentence; `generic` words (Parliament) need the full name.
//! 2. **A word that looks like a name with an ending** (`other-words`: ریاضی, خمینی) is never the name.
//! 3. **Surnames.** A person's name of one word, where the entry has longer ones, does not count after somebody else's given
//!    name: Mike Lee is no Lee Jae-myung. Given names are those in `given` and the first words of the persons of the
//!    glossary; in English any word with a capital inside a sentence, but for the `titles`. Where that is seen once, and the text
//!    has no full name of the entry, its bare surname (Lee said) is the other one's too. Any other English name of one word can
//!    be a surname too, after a given name of the list: Johnny English.
//! 4. **Parts of longer names.** An English concept (a day, a currency) is none where it has a capital that it needs not
//!    (the surname Yuan), or where a word with a capital follows that is no title: the Sunday Times.
//!
//! The lists are short, and ours: words met in news, to which an editor may add. A word belongs in `everyday` if in news it is more
//! often a word than a name.

mod beside;
pub(super) mod word_lists;

use foldhash::{HashSet, HashSetExt};

use crate::glossary::capitals::Capitals;
use crate::glossary::entry::Kind;
use crate::glossary::evidence::beside::Beside;
use crate::glossary::evidence::word_lists::WordLists;
use crate::glossary::finder::Hit;
use crate::glossary::occurrence::Ending;
use crate::glossary::patterns::{Pattern, Patterns};
use crate::glossary::reading::Reading;
use crate::text::Lang;

/// Persian names of so many letters are everyday words, whether they are in the list or not.
const SHORT: usize = 2;

/// The hits that are the name.
pub(super) fn supported(
    hits: Vec<Hit>,
    reading: &Reading<'_>,
    patterns: &Patterns,
    lang: Lang,
) -> Vec<Hit> {
    let mut judge = Judge::new(reading, patterns, lang);
    let mut hits: Vec<Judged> = hits.into_iter().map(|hit| judge.take_in(hit)).collect();
    // From left to right, so that in a list each name speaks for the next one.
    for hit in hits.iter().filter(|hit| hit.is_everyday) {
        if judge.is_name(hit) {
            let kind = patterns.get(hit.hit.pattern).kind;
            judge.beside.add_certain(&hit.hit, kind);
        }
    }
    for hit in &mut hits {
        hit.is_after_given_name = judge.is_after_given_name(&hit.hit);
    }
    let others = judge.surnames_of_others(&hits);
    hits.into_iter()
        .filter(|hit| judge.is_name(hit) && !judge.is_of_other(hit, &others))
        .map(|hit| hit.hit)
        .collect()
}

/// A hit, and what is known of it.
struct Judged {
    hit: Hit,
    is_everyday: bool,
    /// Whether it can be a surname, and stands after a given name; known once all certain names are.
    is_after_given_name: bool,
}

struct Judge<'a> {
    reading: &'a Reading<'a>,
    patterns: &'a Patterns,
    lang: Lang,
    lists: &'static WordLists,
    beside: Beside<'a>,
    /// The entries that have a term in the text which is like no other word.
    certain: HashSet<usize>,
    /// The entries that have a term of several words in the text.
    in_full: HashSet<usize>,
    /// The last words of the persons who are named in full.
    surnames: HashSet<&'a str>,
}

impl<'a> Judge<'a> {
    fn new(reading: &'a Reading<'a>, patterns: &'a Patterns, lang: Lang) -> Self {
        let lists = WordLists::of(lang);
        Self {
            reading,
            patterns,
            lang,
            lists,
            beside: Beside::new(reading, lists),
            certain: HashSet::new(),
            in_full: HashSet::new(),
            surnames: HashSet::new(),
        }
    }

    /// Takes in a hit, and where it is like no other word what it says of others.
    fn take_in(&mut self, hit: Hit) -> Judged {
        let (reading, pattern) = (self.reading, self.patterns.get(hit.pattern));
        let is_everyday = self.is_everyday(&hit, pattern);
        if !is_everyday {
            self.certain.insert(pattern.id.entry);
            self.beside.add_certain(&hit, pattern.kind);
            if !pattern.is_word {
                self.in_full.insert(pattern.id.entry);
            }
            if !pattern.is_word && pattern.kind == Kind::Person {
                let last = (hit.first..hit.past).rev().find(|&i| reading.begins(i));
                let last = last.unwrap_or(hit.first);
                self.surnames.insert(reading.squeezed(last, hit.past));
                // Korean and Chinese surnames come first.
                let end = reading.end_of_word(hit.first).min(hit.past);
                self.surnames.insert(reading.squeezed(hit.first, end));
            }
        }
        Judged {
            hit,
            is_everyday,
            is_after_given_name: false,
        }
    }

    fn is_everyday(&self, hit: &Hit, pattern: &Pattern) -> bool {
        let letters = self.reading.squeezed(hit.first, hit.past);
        let is_short = self.lang == Lang::Persian && hit.past - hit.first <= SHORT;
        pattern.is_word
            && (is_short || self.lists.everyday.contains(letters) || self.is_generic(letters))
    }

    fn is_generic(&self, letters: &str) -> bool {
        self.lists.generic.contains(letters)
    }

    /// Rules 1 and 2.
    fn is_name(&self, judged: &Judged) -> bool {
        let hit = &judged.hit;
        let pattern = self.patterns.get(hit.pattern);
        if hit.ending != Ending::None && pattern.is_word {
            let end = self.reading.end_of_word(hit.first);
            if self
                .lists
                .other_words
                .contains(self.reading.squeezed(hit.first, end))
            {
                return false;
            }
        }
        if !judged.is_everyday {
            return true;
        }
        let letters = self.reading.squeezed(hit.first, hit.past);
        let is_in_text = self.certain.contains(&pattern.id.entry)
            || (pattern.kind == Kind::Person && self.surnames.contains(letters));
        if is_in_text || self.is_generic(letters) {
            return is_in_text;
        }
        match self.lang {
            Lang::English => {
                !self.beside.begins_sentence(hit.first) || self.beside.speaks_for(hit, pattern.kind)
            }
            Lang::Persian => {
                self.beside.speaks_for(hit, pattern.kind) || self.is_given(hit, pattern)
            }
        }
    }

    /// Whether a person's everyday name stands after a given name.
    fn is_given(&self, hit: &Hit, pattern: &Pattern) -> bool {
        pattern.kind == Kind::Person && self.given_before(hit)
    }

    fn given_before(&self, hit: &Hit) -> bool {
        let word = self.reading.word_before(hit.first);
        let word = word.map(|word| self.reading.squeezed(word.start, word.end));
        word.is_some_and(|word| {
            (self.lists.given.contains(word) || self.patterns.is_given_name(word))
                && !self.lists.titles.contains(word)
        })
    }

    /// The surnames that stand in the text after the given name of somebody else (rule 3).
    fn surnames_of_others(&self, hits: &[Judged]) -> HashSet<&'a str> {
        let after_given = hits.iter().filter(|judged| judged.is_after_given_name);
        let of_others = after_given.map(|judged| &judged.hit);
        let of_others = of_others.filter(|hit| self.can_be_of_other(hit));
        of_others
            .map(|hit| self.reading.squeezed(hit.first, hit.past))
            .collect()
    }

    fn can_be_of_other(&self, hit: &Hit) -> bool {
        let pattern = self.patterns.get(hit.pattern);
        self.can_be_surname(pattern) && !self.in_full.contains(&pattern.id.entry)
    }

    /// Whether the name can be somebody's surname: any English name of one word can.
    fn can_be_surname(&self, pattern: &Pattern) -> bool {
        let is_other_name = pattern.kind != Kind::Person && self.lang == Lang::English;
        pattern.is_surname || (pattern.is_word && is_other_name)
    }

    fn is_of_other(&self, judged: &Judged, others: &HashSet<&str>) -> bool {
        let hit = &judged.hit;
        let pattern = self.patterns.get(hit.pattern);
        let letters = self.reading.squeezed(hit.first, hit.past);
        self.can_be_surname(pattern)
            && (judged.is_after_given_name
                || (self.is_concept_with_capital(hit, pattern)
                    && self.beside.is_before_capital(hit))
                || (self.can_be_of_other(hit) && others.contains(letters)))
    }

    /// Whether it can be a surname, and stands after a given name.
    fn is_after_given_name(&self, hit: &Hit) -> bool {
        let pattern = self.patterns.get(hit.pattern);
        if !self.can_be_surname(pattern) {
            return false;
        }
        if pattern.kind == Kind::Person {
            let is_english = self.lang == Lang::English;
            return self.given_before(hit)
                || (is_english && self.beside.is_after_capital(hit.first));
        }
        let word = self.reading.word_before(hit.first);
        let word = word.map(|word| self.reading.squeezed(word.start, word.end));
        word.is_some_and(|word| self.lists.given.contains(word))
            || (self.is_concept_with_capital(hit, pattern)
                && pattern.capitals == Capitals::Any
                && !self.beside.is_after_capital(hit.first))
    }

    /// Whether an English concept of one word has a capital inside a sentence.
    fn is_concept_with_capital(&self, hit: &Hit, pattern: &Pattern) -> bool {
        let is_proper = matches!(
            pattern.kind,
            Kind::Person
                | Kind::Country
                | Kind::City
                | Kind::Region
                | Kind::Place
                | Kind::Demonym
                | Kind::Organisation
                | Kind::Agreement
                | Kind::Event
        );
        !is_proper && !self.beside.begins_sentence(hit.first) && self.beside.has_capital(hit.first)
    }
}
