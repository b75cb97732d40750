//! What may have been meant by a word that no entry has.

use strsim::normalized_damerau_levenshtein;

use crate::glossary::conflict::folded;
use crate::glossary::entry::Entry;
use crate::text::ALIKE;

/// The forms of `entries` that are nearest to `form`, as they fold, the nearest first: at most `most`, each once.
pub fn near<'a>(entries: &'a [Entry], form: &str, most: usize) -> Vec<&'a str> {
    let wanted = folded(form);
    let terms = entries.iter().flat_map(|entry| entry.persian.iter().chain(&entry.english));
    let mut found: Vec<(f64, &str)> = terms
        .map(|term| (likeness(&folded(&term.text), &wanted), term.text.as_str()))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    found.dedup_by(|a, b| a.1 == b.1);
    found.into_iter().take(most).map(|(_, term)| term).collect()
}

/// How alike two folded forms are; one word of a form may be enough.
fn likeness(form: &str, wanted: &str) -> f64 {
    let of_words = form.split(' ').filter(|_| !wanted.contains(' '));
    let of_words = of_words.map(|word| normalized_damerau_levenshtein(word, wanted) * 0.95);
    of_words.fold(normalized_damerau_levenshtein(form, wanted), f64::max)
}
