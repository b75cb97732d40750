//! What may be written on to a name in Persian or English without making another name of it.

use crate::text::Lang;

/// Persian endings on a name, joined or after a half-space: plurals, ye, possessives.
const PERSIAN: [&str; 17] = [
    "ی",
    "یی",
    "ای",
    "ها",
    "های",
    "هایی",
    "هایم",
    "هایت",
    "هایش",
    "هایمان",
    "هایتان",
    "هایشان",
    "اش",
    "مان",
    "تان",
    "شان",
    "یها",
];

/// Persian endings that only a half-space makes certain.
const PERSIAN_AFTER_HALF_SPACE: [&str; 8] = ["ام", "ات", "اند", "ایم", "اید", "را", "تر", "ترین"];

/// English endings: plurals. The possessive begins with an apostrophe, which ends the name anyway.
const ENGLISH: [&str; 2] = ["s", "es"];

/// Whether `rest`, what is written on to a name in `lang`, is one of its endings.
pub(super) fn is_ending(rest: &str, after_half_space: bool, lang: Lang) -> bool {
    match lang {
        Lang::Persian => {
            PERSIAN.contains(&rest)
                || (after_half_space && PERSIAN_AFTER_HALF_SPACE.contains(&rest))
        }
        Lang::English => ENGLISH.contains(&rest),
    }
}

/// The longest ending, in characters; no more needs to be looked at.
pub(super) const LONGEST: usize = 7;
