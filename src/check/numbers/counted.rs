//! Persian words that a number begins: «صددلاری», «سه‌روزه», «یک‌پنجم».

use smallvec::{SmallVec, smallvec};

use crate::check::pair::Side;
use crate::text::Lang;
use crate::text::number::word_value;

/// The ends of words that a number or a magnitude begins, folded.
pub(crate) const COUNTED: [&str; 15] = [
    "ساله",
    "سالگی",
    "سالگیاش",
    "سالگیام",
    "نفره",
    "نفری",
    "دلاری",
    "تومانی",
    "ریالی",
    "یورویی",
    "تنی",
    "متری",
    "کیلومتری",
    "صفحهای",
    "تایی",
];

/// Units of time that a number can stand before in one word, without the endings of adjectives.
const TIMES: [&str; 10] =
    ["دقیقه", "ساعت", "ساعته", "روز", "روزه", "هفته", "ماه", "ماهه", "سال", "دهه"];

/// A half more, at the end of such a word: «یک‌سال‌ونیمه».
const HALVES: [&str; 2] = ["ونیمه", "ونیم"];

/// The last letters of what such a number counts, an adjective or the lower part of a fraction among them; most other
/// words have another one.
const LAST: [char; 7] = ['ه', 'ی', 'ش', 'م', 'ت', 'ز', 'ل'];

/// The words of a text, where a Persian one that a number begins is parted.
pub(crate) fn words_of<'a>(side: &'a Side<'_>) -> Vec<&'a str> {
    let letters = side.words().words().iter().map(|word| side.letters(word));
    match side.lang {
        Lang::Persian => letters.flat_map(parted).collect(),
        Lang::English => letters.collect(),
    }
}

/// The words that a folded Persian word is made of, where a number begins it; the word itself where none does.
pub(crate) fn parted(word: &str) -> SmallVec<[&str; 4]> {
    let Some((number, rest)) = number_and_rest(word) else {
        return smallvec![word];
    };
    let half = HALVES.iter().find_map(|half| rest.strip_suffix(half));
    match half {
        Some(unit) => smallvec![number, unit, "و", "نیم"],
        None => smallvec![number, rest],
    }
}

/// The number at the front of a word, and what is counted.
pub(crate) fn number_and_rest(word: &str) -> Option<(&str, &str)> {
    if !word.ends_with(LAST) {
        return None;
    }
    let mut places = word.char_indices().skip(2);
    places.find_map(|(at, _)| {
        let (number, rest) = word.split_at(at);
        let is_number = is_counted(rest) && word_value(number, Lang::Persian).is_some();
        is_number.then_some((number, rest))
    })
}

/// Whether it is a unit, or the lower part of a fraction.
fn is_counted(rest: &str) -> bool {
    let is_share = || rest.ends_with('م') && word_value(rest, Lang::Persian).is_some();
    let unit = HALVES.iter().find_map(|half| rest.strip_suffix(half));
    let unit = unit.unwrap_or(rest);
    let stem = unit.strip_suffix("ای").unwrap_or(unit);
    COUNTED.contains(&rest) || TIMES.contains(&stem) || is_share()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_counted_ends_with_one_of_the_last_letters() {
        let mut counted = COUNTED.iter().chain(&TIMES).chain(&HALVES);
        assert!(counted.all(|rest| rest.ends_with(LAST)));
    }

    #[test]
    fn a_number_is_parted_from_what_it_counts() {
        for (word, parts) in [
            ("صدساله", &["صد", "ساله"] as &[_]),
            ("سیصدصفحهای", &["سیصد", "صفحهای"]),
            ("دوهفتهای", &["دو", "هفتهای"]),
            ("یکپنجم", &["یک", "پنجم"]),
            ("دوسوم", &["دو", "سوم"]),
            ("یکسالونیمه", &["یک", "سال", "و", "نیم"]),
            ("دویستم", &["دویستم"]),
            ("سیزدهم", &["سیزدهم"]),
            ("دوستم", &["دوستم"]),
            ("روزه", &["روزه"]),
            ("", &[""]),
        ] {
            assert_eq!(parted(word).as_slice(), parts, "{word}");
        }
    }
}
