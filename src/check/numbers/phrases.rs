//! Numbers in the words of a text.

use crate::text::Lang;
use crate::text::number::{Number, word_value};

/// Whether one of some words is what is looked for, with those before and after it.
pub(crate) fn any(words: &[&str], is_it: impl Fn(&[&str], &str, &[&str]) -> bool) -> bool {
    (0..words.len()).any(|at| {
        let (before, rest) = words.split_at(at);
        rest.split_first().is_some_and(|(word, after)| is_it(before, word, after))
    })
}

/// The number that the last of some words says: one in "a day".
pub(crate) fn number(words: &[&str], lang: Lang) -> Option<u64> {
    let last = words.last()?;
    if matches!(*last, "a" | "an") {
        return Some(1);
    }
    Number::read(last).or_else(|| word_value(last, lang))?.to_u64()
}

/// The number that an ordinal says, as the lower part of a fraction: 5 for "fifth", "fifths" and «پنجم».
pub(crate) fn ordinal(word: &str, lang: Lang) -> Option<u64> {
    let word = word.strip_suffix('s').unwrap_or(word);
    let is_ordinal = match lang {
        Lang::Persian => word.ends_with('م'),
        Lang::English => word.ends_with("th") || word == "third",
    };
    word_value(word, lang).filter(|_| is_ordinal).and_then(|number| number.to_u64())
}
