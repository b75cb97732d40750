//! `inconsistent-name`: one name, spelt in two ways.
//!
//! No glossary is needed: which words are one name is heard, word by word, in segments that belong together. Words
//! that are spelt in two ways are one name where they stand in the same full name, or alone in a text that has one full name
//! with them at its end, or where all texts have no more than one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use foldhash::HashMap;
use strsim::damerau_levenshtein;

use crate::check::evidence::{NameWord, Translation};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::Fix;
use crate::check::rule::{About, Rule};
use crate::text::{Lang, fold};

pub(super) const ABOUT: About = About {
    name: "inconsistent-name",
    severity: Severity::Warning,
    says: "a name is spelt in another way than elsewhere in the translation, or in the other translations",
    why: "A name in two spellings is two people to a reader and to a search. The spelling that the glossary has is right, or \
          else the more frequent one, or the first. Two spellings that the glossary has, endings, and people who only share a \
          part of their names are let pass.",
    fix: "Suggested: it may be another person after all.",
    example: [
        "دارابی روز جمعه آمد.\nدارابی با ۱۲ نفر دیدار کرد.\nدارابی روز شنبه رفت.",
        "Darabi came on Friday.\nDarabi met 12 people.\nDaraby left on Saturday.",
        "Darabi came on Friday.\nDarabi met 12 people.\nDarabi left on Saturday.",
    ],
};

/// What makes another word of a name: peoples, adjectives, plurals.
const ENDINGS: [&[&str]; 2] = [
    &[
        "ی",
        "ای",
        "یی",
        "ها",
        "های",
        "هایی",
        "ان",
        "یان",
        "یها",
        "ایها",
        "یهای",
        "ایهای",
        "م",
        "ش",
        "ند",
        "ست",
        "را",
        "و",
    ],
    &[
        "s", "es", "n", "an", "ans", "ian", "ians", "i", "is", "ese", "ish", "ic", "ist", "ists",
        "ism", "er", "ers", "ite", "ites", "o", "a",
    ],
];

/// A word of a name in one of the translations.
struct Found<'a> {
    /// The number of the translation.
    number: usize,
    word: &'a NameWord,
    /// How it is spelt there.
    spelling: &'a str,
}

/// The full names that end with one surname.
#[derive(Default)]
struct FullNames<'a> {
    /// Those in each translation.
    here: HashMap<usize, BTreeSet<&'a str>>,
    everywhere: BTreeSet<&'a str>,
}

/// The words that are spelt in another way than elsewhere, for each of the translations; in no order.
pub(super) fn check(translations: &[Translation<'_>]) -> Vec<Vec<Finding>> {
    let mut findings = vec![Vec::new(); translations.len()];
    for lang in Lang::ALL {
        for words in names(translations, lang) {
            for (number, finding) in contradictions(&words, lang) {
                findings[number].push(finding);
            }
        }
    }
    findings
}

/// All words of one name together, in the order of their places; the names in no order.
fn names<'a>(translations: &[Translation<'a>], lang: Lang) -> impl Iterator<Item = Vec<Found<'a>>> {
    let mut full_names: HashMap<&str, FullNames<'_>> = HashMap::default();
    let words = || {
        let its = translations.iter().enumerate();
        let its = its.filter(move |(_, its)| its.evidence.lang == lang);
        its.flat_map(|(number, its)| its.evidence.names.iter().map(move |word| (number, word)))
    };
    for (number, word) in words() {
        let is_surname = word.own.start > 0 && word.own.end == word.full_name.len();
        if is_surname {
            let full_names = full_names.entry(word.source()).or_default();
            full_names.add(number, &word.full_name);
        }
    }
    let mut names: HashMap<_, Vec<Found<'_>>> = HashMap::default();
    for (number, word) in words() {
        let is_alone = word.own.len() == word.full_name.len();
        let full_name = match full_names.get(word.source()) {
            Some(known) if is_alone => match known.meant_in(number) {
                Some(full_name) => full_name,
                None => continue,
            },
            _ => word.full_name.as_str(),
        };
        let found = Found {
            number,
            word,
            spelling: word.span.of(translations[number].text),
        };
        let key = (word.source(), full_name);
        names.entry(key).or_default().push(found);
    }
    names.into_values()
}

impl<'a> FullNames<'a> {
    fn add(&mut self, number: usize, full_name: &'a str) {
        self.here.entry(number).or_default().insert(full_name);
        self.everywhere.insert(full_name);
    }

    /// The full name that the surname alone means in a translation; none where it can be several.
    fn meant_in(&self, number: usize) -> Option<&'a str> {
        let possible = self.here.get(&number).unwrap_or(&self.everywhere);
        match possible.len() {
            1 => possible.first().copied(),
            _ => None,
        }
    }
}

/// The findings among the words of one name, each with the number of its translation.
fn contradictions(words: &[Found<'_>], lang: Lang) -> Vec<(usize, Finding)> {
    if words
        .windows(2)
        .all(|two| two[0].spelling == two[1].spelling)
    {
        return Vec::new();
    }
    let mut spellings: BTreeMap<String, Vec<&Found<'_>>> = BTreeMap::new();
    for found in words {
        let folded = fold(found.spelling).text().to_owned();
        spellings.entry(folded).or_default().push(found);
    }
    let is_listed = |places: &[&Found<'_>]| places.iter().any(|found| found.word.is_listed);
    let best = spellings
        .iter()
        .max_by_key(|(_, places)| (is_listed(places), places.len(), Reverse(first(places))));
    let Some((right, rights)) = best else {
        return Vec::new();
    };
    let wrong = spellings
        .iter()
        .filter(|(spelling, places)| !is_listed(places) && are_near(right, spelling, lang));
    wrong
        .flat_map(|(_, places)| places)
        .map(|found| (found.number, finding(found, rights, lang)))
        .collect()
}

/// Where a spelling stands first.
fn first(places: &[&Found<'_>]) -> Option<(usize, usize)> {
    places
        .iter()
        .map(|found| (found.number, found.word.span.start))
        .min()
}

/// Whether two spellings can be meant as one: few letters differ, and they are more than an ending.
fn are_near(right: &str, other: &str, lang: Lang) -> bool {
    let endings = match lang {
        Lang::Persian => ENDINGS[0],
        Lang::English => ENDINGS[1],
    };
    let is_ending = |longer: &str, shorter: &str| {
        let rest = longer.strip_prefix(shorter);
        rest.is_some_and(|rest| endings.contains(&rest))
    };
    let most = match right.chars().count().min(other.chars().count()) {
        0..4 => 0,
        4..6 => 1,
        _ => 2,
    };
    let is_same = right == other || is_ending(right, other) || is_ending(other, right);
    !is_same && damerau_levenshtein(right, other) <= most
}

/// That a word is to be written as the other places have it.
fn finding(found: &Found<'_>, rights: &[&Found<'_>], lang: Lang) -> Finding {
    let right = rights[0].spelling;
    let places = match rights.len() {
        1 => "1 other place".to_owned(),
        count => format!("{count} other places"),
    };
    Finding {
        rule: Rule::InconsistentName,
        span: found.word.span,
        message: format!(
            "write {}, as in {places}, not {}",
            lang.quote(right),
            lang.quote(found.spelling)
        ),
        fix: Some(Fix::suggested(right)),
    }
}
