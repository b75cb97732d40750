//! Persian words that contain several: number words that were run together, and a unit with an ending.

use std::cmp::Reverse;
use std::sync::LazyLock;

use foldhash::HashMap;

use crate::text::Lang;
use crate::text::list::List;
use crate::text::number::{WordClass, number_words};

/// Words that take an ending and still mean the same: ۱۲ درصدی, ۵ میلیون دلاری.
const STEMS: [&str; 12] = [
    "درصد",
    "دلار",
    "تومان",
    "ریال",
    "یورو",
    "پوند",
    "روبل",
    "یوان",
    "درهم",
    "هزار",
    "میلیون",
    "میلیارد",
];

/// Two letters that let most words be skipped.
const YE: [u8; 2] = letter('ی');
const VAV: [u8; 2] = letter('و');

/// A letter of two bytes, in UTF-8.
const fn letter(c: char) -> [u8; 2] {
    let mut bytes = [0; 2];
    c.encode_utf8(&mut bytes);
    bytes
}

/// The lengths, in characters, of the parts into which a Persian word is divided.
#[inline]
pub(super) fn parts(word: &str) -> Option<Vec<usize>> {
    let ends_with_ye = word.as_bytes().last_chunk() == Some(&YE);
    let stem = ends_with_ye.then(|| stem(word)).flatten();
    stem.or_else(|| may_be_parted(word).then(|| parted(word)).flatten())
}

/// The lengths, in characters, of a stem and its ending, one ye or two.
fn stem(word: &str) -> Option<Vec<usize>> {
    let stem = word.trim_end_matches('ی');
    let ending = (word.len() - stem.len()) / 'ی'.len_utf8();
    let is_stem = matches!(ending, 1 | 2) && STEMS.contains(&stem);
    is_stem.then(|| vec![stem.chars().count(), ending])
}

/// Whether a word begins with «و» or with a head, and has more letters than that.
#[inline]
fn may_be_parted(word: &str) -> bool {
    if word.as_bytes().first_chunk() == Some(&VAV) {
        word.len() > VAV.len()
    } else {
        word.len() > HEAD && head(word).is_some()
    }
}

/// The word that may follow the last «و» in place of a number word.
const HALF: &str = "نیم";

/// The lengths, in characters, of the number words in one word: بیستویک, پانصدهزار, یکونیم.
fn parted(word: &str) -> Option<Vec<usize>> {
    let mut parts = Vec::new();
    let mut rest = word;
    let mut has_joint = false;
    while !rest.is_empty() && parts.len() < 12 {
        let is_half = rest == HALF && word.ends_with("ونیم");
        let part = if is_half { HALF } else { longest_part(rest)? };
        let number = number_words(Lang::Persian).get(part);
        let is_magnitude = number.is_some_and(|word| matches!(word.class, WordClass::Magnitude(_)));
        has_joint |= part == "و" || is_magnitude;
        parts.push(part.chars().count());
        rest = &rest[part.len()..];
    }
    (rest.is_empty() && has_joint && parts.len() > 1).then_some(parts)
}

/// The bytes of two letters, which every Persian number word has.
const HEAD: usize = 4;

/// The Persian number words by their first two letters, the longest first.
static BY_HEAD: LazyLock<List<Vec<&str>>> = LazyLock::new(|| {
    let mut by_head: HashMap<String, Vec<&str>> = HashMap::default();
    for word in number_words(Lang::Persian).words() {
        let head = by_head.entry(word[..HEAD].to_owned()).or_default();
        head.push(word);
    }
    for words in by_head.values_mut() {
        words.sort_by_key(|word| Reverse(word.len()));
    }
    by_head.into_iter().collect()
});

/// The number words that begin with the two letters that `rest` begins with.
#[inline]
fn head(rest: &str) -> Option<&'static [&'static str]> {
    BY_HEAD.get(rest.get(..HEAD)?).map(Vec::as_slice)
}

/// The longest beginning of `rest` that is a number word or «و».
fn longest_part(rest: &str) -> Option<&str> {
    let word = head(rest).and_then(|words| words.iter().find(|word| rest.starts_with(**word)));
    word.copied().or_else(|| rest.starts_with('و').then_some("و"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The longest part, every beginning looked up.
    fn slowly(rest: &str) -> Option<&str> {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
        let mut parts = ends.map(|end| &rest[..end]);
        let is_part = |part: &&str| *part == "و" || number_words(Lang::Persian).get(part).is_some();
        parts.rfind(is_part)
    }

    #[test]
    fn the_longest_part_is_found_by_its_head() {
        let words: Vec<&str> = number_words(Lang::Persian).words().collect();
        for word in &words {
            for after in words.iter().chain(&["", "و", "ی", "x", "€"]) {
                let whole = format!("{word}{after}");
                for (at, _) in whole.char_indices() {
                    assert_eq!(longest_part(&whole[at..]), slowly(&whole[at..]), "{whole}");
                    assert_eq!(longest_part(&whole[..at]), slowly(&whole[..at]), "{whole}");
                }
            }
        }
    }
}
