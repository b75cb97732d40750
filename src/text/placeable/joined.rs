//! Persian words that are several: number words that were run together, and a unit with an ending.

use std::sync::LazyLock;

use super::names::openings;
use crate::text::Lang;
use crate::text::list::List;
use crate::text::number::{WordClass, number_words};

/// Words that take an ending and are still what they were: ۱۲ درصدی, ۵ میلیون دلاری.
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

/// Two letters by which most words are passed over.
const YE: [u8; 2] = letter('ی');
const VAV: [u8; 2] = letter('و');

/// A letter of two bytes, in UTF-8.
const fn letter(c: char) -> [u8; 2] {
    let mut bytes = [0; 2];
    c.encode_utf8(&mut bytes);
    bytes
}

/// The lengths, in characters, of the parts that a Persian word is taken apart in.
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

/// Whether a word has more than two letters and begins as a number word does, or begins with «و»: few do.
#[inline]
fn may_be_parted(word: &str) -> bool {
    let (two, rest) = word
        .split_at_checked(2 * 'و'.len_utf8())
        .unwrap_or_default();
    let begins_with_vav = word.as_bytes().first_chunk() == Some(&VAV);
    begins_with_vav || !rest.is_empty() && OPENINGS.contains(two)
}

/// The lengths, in characters, of the number words in one word: بیستویک, پانصدهزار.
fn parted(word: &str) -> Option<Vec<usize>> {
    let mut parts = Vec::new();
    let mut rest = word;
    let mut has_joint = false;
    while !rest.is_empty() && parts.len() < 12 {
        let part = longest_part(rest)?;
        let number = number_words(Lang::Persian).get(part);
        let is_magnitude = number.is_some_and(|word| matches!(word.class, WordClass::Magnitude(_)));
        has_joint |= part == "و" || is_magnitude;
        parts.push(part.chars().count());
        rest = &rest[part.len()..];
    }
    (rest.is_empty() && has_joint && parts.len() > 1).then_some(parts)
}

/// What a Persian number word begins with, or «و».
static OPENINGS: LazyLock<List<()>> = LazyLock::new(|| {
    let words = number_words(Lang::Persian).words();
    let openings = words.chain(["و"]).flat_map(openings);
    openings.map(|opening| (opening.to_owned(), ())).collect()
});

/// The longest beginning of `rest` that is a number word or «و».
fn longest_part(rest: &str) -> Option<&str> {
    let bounds = rest.char_indices().map(|(at, c)| at + c.len_utf8());
    let parts = bounds.map(|end| &rest[..end]);
    parts
        .take_while(|part| OPENINGS.contains(part))
        .filter(|part| *part == "و" || number_words(Lang::Persian).contains(part))
        .last()
}
