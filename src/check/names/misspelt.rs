//! Misspelt names that sound like none of the glossary: where a passage of the translation lacks a name of the article,
//! a word there that differs from it by one letter.

use std::collections::BTreeSet;

use crate::align::ReadArticle;
use crate::check::names::certain::Certain;
use crate::check::names::own_name::has_own_name;
use crate::check::passage::Passage;
use crate::glossary::{
    Consonants, Entry, Kind, Occurrence, TermId, Variant, is_everyday, opens_or_titles,
};
use crate::text::{Lang, Span, fold};

/// The fewest letters of a name that is looked for, and of a word that can be it.
const FEWEST_OF_NAME: usize = 5;
const FEWEST_OF_WORD: usize = 4;

/// The misspelt names in the English translation of an article, beside the `variants` that were found in it, those
/// among them that are other names too.
pub(crate) fn misspelt(certain: &Certain<'_>, variants: &[Variant]) -> Vec<Variant> {
    let (Some((source, passages)), Lang::English) =
        (certain.source, certain.target.article().lang())
    else {
        return Vec::new();
    };
    let sure = passages.iter().filter(|passage| !passage.pairs.is_empty());
    let mut found = Vec::new();
    for passage in sure {
        let lacking = lacking(certain, source, passage, variants);
        if lacking.is_empty() {
            continue;
        }
        for word in words(certain.target, passage.target, variants) {
            let near = near(certain, word, &lacking);
            let variant = near.map(|near| Variant {
                span: word,
                near,
                distance: 1,
                consonants: Consonants::Near,
                is_as_titled: false,
            });
            found.extend(variant.filter(|variant| !has_own_name(certain, variant)));
        }
    }
    found
}

/// The entries, by index, that a passage of the article names, where its translation has none that the name can be of.
fn lacking(
    certain: &Certain<'_>,
    source: &ReadArticle<'_>,
    passage: &Passage,
    variants: &[Variant],
) -> BTreeSet<usize> {
    let its = source.names_in(passage.source);
    if its.is_empty() {
        return BTreeSet::new();
    }
    let mentioned = certain.target.mentions().places_in(passage.target);
    let beside = variants.iter().filter(|variant| passage.target.covers(variant.span));
    let beside = beside.flat_map(|variant| &variant.near).map(|id| id.entry);
    let mut there: Vec<usize> = mentioned.map(|(_, entry)| entry).chain(beside).collect();
    there.sort_unstable();
    let is_there =
        |name: &&Occurrence| name.terms.iter().any(|id| there.binary_search(&id.entry).is_ok());
    let lacking = its.iter().filter(|name| !is_there(name)).flat_map(|name| &name.terms);
    let lacking = lacking.filter(|id| is_name(certain.glossary.entry(**id)));
    lacking.map(|id| id.entry).collect()
}

/// Whether English writes an entry with a capital of its own.
fn is_name(entry: &Entry) -> bool {
    !matches!(entry.kind, Kind::Calendar | Kind::Concept | Kind::Currency)
}

/// The words of a part of the translation that may be misspelt names: with a capital that no sentence gives them, in no
/// term, and beside no other such word, with which they would be somebody else's name.
fn words(target: &ReadArticle<'_>, part: Span, variants: &[Variant]) -> Vec<Span> {
    let text = target.article().text();
    let is_letter = |c: char| c.is_alphabetic();
    let mut words = Vec::new();
    let mut at = part.start;
    while let Some(start) = text[at..part.end].find(is_letter).map(|length| at + length) {
        let rest = &text[start..part.end];
        let length = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        at = start + length;
        words.push(Span::new(start, at));
    }
    let is_known = |word: Span| {
        target.name_at(word).is_some() || variants.iter().any(|variant| variant.span.overlaps(word))
    };
    let has_capital = |word: Span| {
        let mut letters = word.of(text).chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    let is_new = |word: Span| {
        has_capital(word)
            && !is_known(word)
            && !opens_or_titles(word.of(text))
            && !is_everyday(fold(word.of(text)).text(), Lang::English)
    };
    let is_joined = |one: Span, other: Span| text[one.end..other.start].chars().all(is_joint);
    let mut found = Vec::new();
    for (number, &word) in words.iter().enumerate() {
        let before = number.checked_sub(1).map(|before| words[before]);
        let is_after_word =
            before.is_some_and(|before| is_in_sentence(&text[before.end..word.start]));
        let is_long = word.end - word.start >= FEWEST_OF_WORD;
        if !is_long || !is_after_word || !is_new(word) {
            continue;
        }
        let after = words.get(number + 1).copied();
        let is_before_other = after.is_some_and(|after| is_joined(word, after) && is_new(after));
        let is_after_other = before.is_some_and(|before| is_joined(before, word) && is_new(before));
        if !is_before_other && !is_after_other {
            found.push(word);
        }
    }
    found
}

/// Whether a word goes on with the sentence of the one before, where this stands between them.
fn is_in_sentence(between: &str) -> bool {
    between.chars().all(|c| is_joint(c) || matches!(c, ',' | ';' | '(' | '\'' | '’'))
}

/// Whether a character stands between the words of one name.
fn is_joint(c: char) -> bool {
    c == '-' || c.is_whitespace() && c != '\n'
}

/// The terms of the entries from which a word differs by one letter; none where it can be meant for several.
fn near(certain: &Certain<'_>, word: Span, lacking: &BTreeSet<usize>) -> Option<Vec<TermId>> {
    let text = certain.target.article().text();
    let letters: Vec<char> = fold(word.of(text)).text().chars().collect();
    let is_near = |name: &str| {
        let name: Vec<char> = fold(name).text().chars().collect();
        name.len() >= FEWEST_OF_NAME && is_one_letter_off(&letters, &name)
    };
    let ids = lacking.iter().flat_map(|&entry| {
        let terms = certain.glossary.entries()[entry].english.iter().zip(0..);
        terms.filter(|(term, _)| is_near(&term.text)).map(move |(_, term)| TermId { entry, term })
    });
    let ids: Vec<TermId> = ids.collect();
    let spelling = |id: &TermId| &certain.glossary.term(*id, Lang::English).text;
    let first = spelling(ids.first()?);
    ids.iter().all(|id| spelling(id) == first).then_some(ids)
}

/// Whether two words that begin alike differ by one letter more, fewer, exchanged or moved by one place. At the end of
/// a word another letter may make another word of the same name: Kosova, Saudis.
fn is_one_letter_off(word: &[char], name: &[char]) -> bool {
    let is_same = |(a, b): &(&char, &char)| a == b;
    let shorter = word.len().min(name.len());
    let start = word.iter().zip(name).take_while(is_same).count();
    let end = word.iter().rev().zip(name.iter().rev()).take_while(is_same).count();
    let end = end.min(shorter - start);
    let rest = shorter - start - end;
    let is_moved = rest == 2 && word[start] == name[start + 1] && word[start + 1] == name[start];
    match word.len().abs_diff(name.len()) {
        _ if start == 0 => false,
        0 => is_moved || rest == 1 && end > 0,
        1 => rest == 0 && end > 0,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn differs_by_one(word: &str, name: &str, expected: bool) {
        let [word, name]: [Vec<char>; 2] = [word, name].map(|word| word.chars().collect());
        assert_eq!(is_one_letter_off(&word, &name), expected, "{word:?} {name:?}");
    }

    #[test]
    fn one_letter_differs_inside_a_word() {
        for (word, name) in [
            ("ulan", "ulsan"),
            ("genea", "geneva"),
            ("genneva", "geneva"),
            ("gemeva", "geneva"),
            ("gneeva", "geneva"),
            ("tehrna", "tehran"),
        ] {
            differs_by_one(word, name, true);
        }
        for (word, name) in [
            ("geneva", "geneva"),
            ("saudis", "saudi"),
            ("swede", "sweden"),
            ("kosova", "kosovo"),
            ("merlin", "berlin"),
            ("gena", "geneva"),
            ("taxes", "texas"),
        ] {
            differs_by_one(word, name, false);
        }
    }
}
