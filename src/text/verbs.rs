//! Persian verb forms by their letters: enough to know what «می» belongs to.

use std::sync::LazyLock;

use foldhash::{HashSet, HashSetExt};

use super::word_list::rows;

/// Personal endings of the present stem.
const PRESENT: [&str; 9] = ["م", "ی", "د", "یم", "ید", "ند", "ه", "ین", "ن"];

/// Personal endings of the past stem, and what follows a participle.
const PAST: [&str; 13] =
    ["", "م", "ی", "یم", "ید", "ند", "ه", "هام", "های", "هاست", "هایم", "هاید", "هاند"];

/// Object suffixes.
const OBJECTS: [&str; 7] = ["", "ش", "مان", "تان", "شان", "ت", "م"];

/// Forms that take no personal ending.
const WHOLE: [&str; 7] = ["توان", "بایست", "بایستی", "باید", "گن", "شه", "دونه"];

/// Past stems of verbs that form one verb with the noun before them: «رشد کرد».
const LIGHT_PAST: [&str; 9] = ["کرد", "شد", "داد", "داشت", "گرفت", "یافت", "زد", "خورد", "کشید"];

/// Their present stems, except those that are mostly other words.
const LIGHT_PRESENT: [&str; 8] = ["کن", "شو", "ده", "دار", "گیر", "یاب", "خور", "کش"];

/// The endings that news has for them.
const LIGHT_ENDINGS: [&str; 5] = ["", "د", "ند", "یم", "ید"];

/// Which part a word can be of a verb that forms one with the noun before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Light {
    /// All of it: «کرد», «می‌کند».
    Whole,
    /// Its beginning: «خواهد» before «کرد», «کرده» before «است».
    Begins,
    /// The end of one that has begun like that: «است».
    Ends,
}

/// The longest verb form, in bytes.
const LONGEST: usize = 48;

/// Where the stem of `form`, a verb after «می» or «نمی», ends; `None` where it is not a verb form.
pub(super) fn stem(form: &str) -> Option<usize> {
    if form.len() > LONGEST {
        return None;
    }
    if WHOLE.contains(&form) {
        return Some(form.len());
    }
    let bare = OBJECTS.iter().filter_map(|object| form.strip_suffix(object));
    bare.filter_map(stem_of_bare).next()
}

/// Which part `form`, a folded word, can be of a verb that forms one with the noun before it; «نزد» is another word.
pub(crate) fn light(form: &str) -> Option<Light> {
    let is_future = |bare: &str| {
        let ending = bare.strip_prefix("خواه");
        ending.is_some_and(|ending| !ending.is_empty() && LIGHT_ENDINGS.contains(&ending))
    };
    if form == "است" || form.starts_with("بود") || form.starts_with("باش") {
        return Some(Light::Ends);
    }
    let prefixes = ["نمی", "می", "ن", "ب", ""];
    let bare = prefixes.iter().filter_map(|prefix| form.strip_prefix(prefix));
    let mut found = bare.filter_map(|bare| {
        let of_past = ending(bare, &LIGHT_PAST);
        let of_present = ending(bare, &LIGHT_PRESENT).filter(|ending| !ending.is_empty());
        match of_past.or(of_present) {
            _ if is_future(bare) => Some(Light::Begins),
            _ if of_past == Some("ه") => Some(Light::Begins),
            Some(ending) if LIGHT_ENDINGS.contains(&ending) => Some(Light::Whole),
            _ => None,
        }
    });
    found.next().filter(|_| form != "نزد")
}

/// What stands in `form` after one of `stems`.
fn ending<'f>(form: &'f str, stems: &[&str]) -> Option<&'f str> {
    stems.iter().find_map(|stem| form.strip_prefix(stem))
}

fn stem_of_bare(form: &str) -> Option<usize> {
    let ends = form.char_indices().map(|(i, c)| i + c.len_utf8()).rev();
    ends.filter(|&end| end > 1).find(|&end| {
        let (stem, rest) = form.split_at(end);
        (PAST.contains(&rest) && VERBS.past.contains(stem))
            || (PRESENT.contains(&rest) && VERBS.present.contains(stem))
    })
}

/// The stems of `lists/verbs.fa.txt`.
struct Verbs {
    past: HashSet<&'static str>,
    present: HashSet<&'static str>,
}

static VERBS: LazyLock<Verbs> = LazyLock::new(|| {
    let mut verbs = Verbs { past: HashSet::new(), present: HashSet::new() };
    for line in rows(include_str!("lists/verbs.fa.txt")) {
        let (past, present) = line.split_once(' ').unwrap_or((line, ""));
        verbs.past.extend(past.split('/'));
        verbs.present.extend(present.split('/'));
    }
    verbs
});
