//! `inconsistent-name`: one name, spelt in two ways.
//!
//! No glossary is needed: which words are one name is heard, word by word, in segments that belong together. Words that
//! are spelt in two ways are one name where they stand in the same full name, or alone in a text that has one full name
//! with them at its end, or where all texts have no more than one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use foldhash::{HashMap, HashSet};
use strsim::damerau_levenshtein;

use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::renderings::{NameWord, Rendered};
use crate::check::rule::{About, Rule, Severity};
use crate::text::{Lang, fold};

pub(crate) const ABOUT: About = About {
    name: "inconsistent-name",
    severity: Severity::Warning,
    says: "a name is spelt in another way than elsewhere in the translation, or in the other translations",
    why: "A name in two spellings is two people to a reader and to a search. The spelling that the glossary has is right, or \
          else the more frequent one, or the first. Two spellings that the glossary has, endings, and people who only share a \
          part of their names are allowed, \
          and so are two spellings in one segment of what the article has once.",
    fix: "Suggested: it may be another person after all.",
    example: [
        "دارابی روز جمعه آمد.\nدارابی با ۱۲ نفر دیدار کرد.\nدارابی روز شنبه رفت.",
        "Darabi came on Friday.\nDarabi met 12 people.\nDaraby left on Saturday.",
        "Darabi came on Friday.\nDarabi met 12 people.\nDarabi left on Saturday.",
    ],
};

/// A word of a name in one of the translations.
struct Found<'a> {
    /// The number of the translation, and its text.
    number: usize,
    text: &'a str,
    word: &'a NameWord,
    /// The full name that it is part of.
    full_name: u64,
}

/// The full name that each surname means, of those that were added; none where it can be several.
#[derive(Default)]
struct FullNames(HashMap<u64, Option<u64>>);

/// The words that are spelt in another way than elsewhere, for each of the translations; in no order.
pub(crate) fn check(translations: &[Rendered<'_>]) -> Vec<Vec<Finding>> {
    let mut findings = vec![Vec::new(); translations.len()];
    for lang in Lang::ALL {
        let mut found = words_of_names(translations, lang);
        keep_contradictory(&mut found);
        found.sort_by_key(Found::name);
        for words in found.chunk_by(|one, next| one.name() == next.name()) {
            for (number, finding) in contradictions(words, lang) {
                findings[number].push(finding);
            }
        }
    }
    findings
}

/// The words of all names in the translations that are in `lang`, in the order of their places, but for surnames that
/// can be of several names.
fn words_of_names<'a>(translations: &[Rendered<'a>], lang: Lang) -> Vec<Found<'a>> {
    let its = translations.iter().enumerate();
    let its = its.filter(|(_, its)| its.renderings.lang == lang);
    let mut everywhere = FullNames::default();
    for (_, Rendered { renderings, .. }) in its.clone() {
        everywhere.add_all(&renderings.names);
    }
    let mut found = Vec::new();
    let mut here = FullNames::default();
    for (number, &Rendered { text, renderings }) in its {
        here.0.clear();
        here.add_all(&renderings.names);
        found.extend(renderings.names.iter().filter_map(|word| {
            // A text that has a full name of its own means no other.
            let known = || here.meant_by(word).or_else(|| everywhere.meant_by(word));
            let known = word.is_alone().then(known).flatten();
            Some(Found { number, text, word, full_name: known.unwrap_or(Some(word.full_name))? })
        }));
    }
    found
}

/// Drops the words of names that are spelt in one way everywhere, as nearly all are.
fn keep_contradictory(found: &mut Vec<Found<'_>>) {
    let mut spellings: HashMap<(u64, u64), u64> = HashMap::default();
    let mut contradictory: HashSet<(u64, u64)> = HashSet::default();
    for word in found.iter() {
        let first = *spellings.entry(word.name()).or_insert(word.word.spelling);
        if first != word.word.spelling {
            contradictory.insert(word.name());
        }
    }
    found.retain(|word| contradictory.contains(&word.name()));
}

impl<'a> Found<'a> {
    /// The word and the full name.
    fn name(&self) -> (u64, u64) {
        (self.word.source, self.full_name)
    }

    /// How it is spelt.
    fn spelling(&self) -> &'a str {
        self.word.span.of(self.text)
    }
}

impl FullNames {
    /// Adds the full names that end with one of these words.
    fn add_all(&mut self, words: &[NameWord]) {
        for surname in words.iter().filter(|word| word.is_surname) {
            let meant = self.0.entry(surname.source);
            let meant = meant.or_insert(Some(surname.full_name));
            if *meant != Some(surname.full_name) {
                *meant = None;
            }
        }
    }

    /// The full name that a word means which stands alone, or that it can be several; nothing where it is no surname.
    fn meant_by(&self, word: &NameWord) -> Option<Option<u64>> {
        self.0.get(&word.source).copied()
    }
}

/// The findings among the words of one name, each with the number of its translation. What a Persian text has in Latin
/// letters is held against other Latin spellings.
fn contradictions(words: &[Found<'_>], lang: Lang) -> Vec<(usize, Finding)> {
    let mut spellings: BTreeMap<String, Vec<&Found<'_>>> = BTreeMap::new();
    for found in words {
        let folded = fold(found.spelling()).text().to_owned();
        spellings.entry(folded).or_default().push(found);
    }
    let is_listed = |places: &[&Found<'_>]| places.iter().any(|found| found.word.is_listed);
    let mut findings = Vec::new();
    for script in Lang::ALL {
        let own = spellings.iter().filter(|(spelling, _)| Lang::of(spelling) == Some(script));
        let best = own
            .clone()
            .max_by_key(|(_, places)| (is_listed(places), places.len(), Reverse(first(places))));
        let Some((right, rights)) = best else {
            continue;
        };
        let wrong =
            own.filter(|(other, places)| !is_listed(places) && are_near(right, other, script));
        for found in wrong.flat_map(|(_, places)| places) {
            findings.push((found.number, finding(found, rights, lang)));
        }
    }
    findings
}

/// Where a spelling stands first.
fn first(places: &[&Found<'_>]) -> Option<(usize, usize)> {
    places.iter().map(|found| (found.number, found.word.span.start)).min()
}

/// Whether two spellings can be meant as one: few letters differ, and they are more than an ending.
fn are_near(right: &str, other: &str, lang: Lang) -> bool {
    let is_ending = |longer: &str, shorter: &str| {
        let rest = longer.strip_prefix(shorter);
        rest.is_some_and(|rest| endings(lang).contains(&rest))
    };
    let most = match right.chars().count().min(other.chars().count()) {
        0..4 => 0,
        4..6 => 1,
        _ => 2,
    };
    let is_same = right == other || is_ending(right, other) || is_ending(other, right);
    !is_same && damerau_levenshtein(right, other) <= most
}

/// What makes another word of a name: peoples, adjectives, plurals.
fn endings(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Persian => &[
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
        Lang::English => &[
            "s", "es", "n", "an", "ans", "ian", "ians", "i", "is", "ese", "ish", "ic", "ist",
            "ists", "ism", "er", "ers", "ite", "ites", "o", "a",
        ],
    }
}

/// Reports that a word is written otherwise than in the other places.
fn finding(found: &Found<'_>, rights: &[&Found<'_>], lang: Lang) -> Finding {
    let right = rights[0].spelling();
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
            lang.quote(found.spelling())
        ),
        fix: Some(Fix::suggested(right)),
        about: None,
    }
}
