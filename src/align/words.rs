//! Common words and their usual translations: `words.tsv`, with one meaning per line.

use std::borrow::Cow;
use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use crate::text::{Lang, fold};

/// The meanings of each word, by the number of their line.
type Meanings = HashMap<Cow<'static, str>, Vec<u16>>;

/// No word has more meanings.
pub(super) const MOST_MEANINGS: usize = 15;

static PERSIAN: LazyLock<Meanings> = LazyLock::new(|| meanings(0));
static ENGLISH: LazyLock<Meanings> = LazyLock::new(|| meanings(1));

/// The words of one column.
fn meanings(column: usize) -> Meanings {
    let list = include_str!("words.tsv");
    let mut meanings = Meanings::with_capacity(2 * list.lines().count());
    for (number, line) in (0..).zip(list.lines()) {
        for form in line.split('\t').nth(column).unwrap_or_default().split('|') {
            meanings.entry(folded(form)).or_default().push(number);
        }
    }
    meanings
}

/// A word as it folds; small Latin letters fold to themselves.
fn folded(word: &'static str) -> Cow<'static, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(fold(word).text().to_owned())
    }
}

/// The meanings of a word, given as it folds and without a possessive; none where it is not known.
pub(super) fn meanings_of(word: &str, lang: Lang) -> &'static [u16] {
    let known = match lang {
        Lang::Persian => PERSIAN.get(word),
        Lang::English => ENGLISH.get(word).or_else(|| of_base_form(word)),
    };
    known.map_or(&[], Vec::as_slice)
}

/// Whether a word, given as it folds and without a possessive, is one of the common ones.
pub(super) fn is_common(word: &str, lang: Lang) -> bool {
    !meanings_of(word, lang).is_empty()
}

/// The meanings of the first word that an English one may be a regular form of.
fn of_base_form(word: &str) -> Option<&'static Vec<u16>> {
    /// What is taken from the end, and what replaces it.
    const ENDINGS: &[(&str, &str)] = &[
        ("ies", "y"),
        ("ied", "y"),
        ("s", ""),
        ("es", ""),
        ("ed", ""),
        ("d", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
        ("er", ""),
        ("est", ""),
    ];
    let mut cut = ENDINGS.iter().filter_map(|(ending, other)| {
        let stem = word.strip_suffix(ending)?;
        match (stem.len(), *other) {
            (..2, _) => None,
            (_, "") => ENGLISH.get(stem),
            _ => ENGLISH.get(format!("{stem}{other}").as_str()),
        }
    });
    let mut doubled = ["ed", "ing"].into_iter().filter_map(|ending| {
        let stem = word.strip_suffix(ending)?;
        let last = stem.chars().next_back()?;
        let one = stem.strip_suffix(last)?;
        let is_doubled = one.len() >= 2 && one.ends_with(last);
        is_doubled.then(|| ENGLISH.get(one)).flatten()
    });
    cut.next().or_else(|| doubled.next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_has_more_meanings_than_there_is_room_for() {
        let meanings = PERSIAN.values().chain(ENGLISH.values());
        let most = meanings.map(Vec::len).max();
        assert!(most.is_some_and(|most| (1..=MOST_MEANINGS).contains(&most)));
    }
}
