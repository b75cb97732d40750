//! Names that are somebody else's, or parts of longer names: rules 3 and 4.

use std::borrow::Cow;

use foldhash::HashSet;

use crate::glossary::entry::Kind;
use crate::glossary::evidence::beside::{Group, Word};
use crate::glossary::evidence::word_lists::Listed;
use crate::glossary::evidence::{Judge, Judged};
use crate::glossary::finder::capitals::Capitals;
use crate::glossary::occurrence::Ending;
use crate::text::Lang;

impl<'a> Judge<'a> {
    /// Whether a given name stands before it.
    pub(super) fn is_after_given(&self, judged: &Judged) -> bool {
        let word = judged.before.as_ref();
        word.is_some_and(|word| self.is_given(word))
    }

    /// Whether a word is a given name.
    fn is_given(&self, word: &Word<'_>) -> bool {
        !word.lists.has(Listed::Titles)
            && (word.lists.has(Listed::Given) || self.patterns.is_given_name(word.letters))
    }

    /// The names of one word that the text gives to somebody else (rule 3).
    pub(super) fn names_of_others(&self, hits: &[Judged<'a>]) -> HashSet<Cow<'a, str>> {
        let others = hits.iter().filter(|judged| judged.is_surname_of_other);
        others
            .filter(|judged| self.can_be_of_other(judged))
            .map(|judged| judged.letters.clone())
            .collect()
    }

    /// Whether a name is somebody else's (rule 3).
    pub(super) fn is_of_other(&self, judged: &Judged, others: &HashSet<Cow<str>>) -> bool {
        if judged.is_surname_of_other || self.is_as_given(judged) {
            return true;
        }
        let letters = &*judged.letters;
        self.can_be_of_other(judged)
            && match Group::of(judged.pattern.kind) {
                Group::Person => others.contains(letters) || self.surnames.contains(letters),
                // Jack London writes about London, but Johnny English is the same man as English.
                Group::Place if !self.beside.is_people(&judged.hit) => false,
                _ => others.contains(letters),
            }
    }

    /// Whether it can be the name of somebody else: one word, and the text has no longer name of the entry.
    fn can_be_of_other(&self, judged: &Judged) -> bool {
        let pattern = judged.pattern;
        let is_word = match pattern.kind {
            Kind::Person => pattern.is_short_form,
            _ => pattern.is_word,
        };
        is_word && !self.in_full.has(pattern.id().entry)
    }

    /// Whether it stands where somebody else's surname does.
    pub(super) fn is_surname_of_other(&self, judged: &Judged) -> bool {
        let Judged { hit, pattern, .. } = judged;
        let is_english = self.lang == Lang::English;
        if pattern.kind == Kind::Person {
            let is_of_other = || {
                self.is_after_given(judged)
                    || (is_english && self.beside.is_after_capital(judged))
                    || (is_english
                        && self.beside.is_after_opening_name(judged)
                        && !self.in_full.has(pattern.id().entry))
            };
            return pattern.is_short_form && is_of_other();
        }
        let is_surname = |word: &Word<'_>| {
            word.lists.has(Listed::Honorifics) || (is_english && word.lists.has(Listed::Given))
        };
        let is_alone = pattern.is_word && hit.ending == Ending::None;
        (is_alone && judged.before.as_ref().is_some_and(is_surname))
            || (self.is_concept_with_capital(judged)
                && pattern.capitals == Capitals::Any
                && !self.beside.is_after_capital(judged))
    }

    /// Whether a place, or a person's bare name, stands where a given name does.
    fn is_as_given(&self, judged: &Judged) -> bool {
        let Judged { hit, pattern, .. } = judged;
        let letters = &*judged.letters;
        let is_listed = judged.lists.has(Listed::Given);
        let is_silent = || !self.beside.speaks_for(judged);
        match (self.lang, Group::of(pattern.kind)) {
            (Lang::English, Group::Place | Group::Demonym) => {
                is_listed && self.beside.is_before_capital(hit)
            }
            (Lang::English, Group::Person) => {
                (is_listed || self.patterns.is_given_name(letters))
                    && pattern.is_word
                    && self.beside.is_before_capital(hit)
            }
            (Lang::Persian, Group::Place) => {
                is_listed && self.beside.begins_sentence(hit.first) && is_silent()
            }
            (Lang::Persian, Group::Person) => {
                let is_in_full = self.surnames.contains(letters);
                is_listed && pattern.is_word && !is_in_full && is_silent()
            }
            _ => false,
        }
    }

    /// Whether an English name of one word is a part of a longer one (rule 4).
    pub(super) fn is_part(&self, judged: &Judged) -> bool {
        let Judged { hit, pattern, .. } = judged;
        if !pattern.is_word || !self.beside.has_capital(hit.first) {
            return false;
        }
        match Group::of(pattern.kind) {
            Group::Place | Group::Demonym => self.beside.is_of_newspaper(hit),
            Group::Person => {
                let is_in_full = self.in_full.has(pattern.id().entry);
                let is_everyday = judged.lists.has(Listed::Everyday);
                is_everyday && !is_in_full && self.beside.is_before_capital(hit)
            }
            Group::Institution => {
                let is_newspaper = judged.lists.has(Listed::Newspapers);
                let is_body = judged.lists.has(Listed::Bodies);
                let is_after_capital = self.beside.is_after_capital(judged)
                    || self.beside.is_after_opening_name(judged);
                (is_newspaper || is_body) && is_after_capital && !self.beside.is_in_headline(hit)
                    || is_newspaper
                        && (self.beside.is_before_capital(hit)
                            || self.beside.is_after_place(judged))
            }
            Group::Calendar => {
                let is_everyday = judged.lists.has(Listed::Everyday);
                is_everyday && self.beside.is_after_capital(judged)
                    || self.beside.is_before_capital(hit) && !self.beside.speaks_for(judged)
            }
            Group::Concept | Group::Currency => {
                self.is_concept_with_capital(judged) && self.beside.is_before_capital(hit)
            }
        }
    }

    /// Whether an English concept of one word has a capital inside a sentence.
    fn is_concept_with_capital(&self, judged: &Judged) -> bool {
        let Judged { hit, pattern, .. } = judged;
        pattern.is_word
            && Group::of(pattern.kind).is_concept()
            && self.beside.has_capital(hit.first)
            && !self.beside.begins_sentence(hit.first)
    }
}
