//! Persian verb forms by their letters: enough to know what «می» belongs to.

use std::sync::LazyLock;

use foldhash::{HashSet, HashSetExt};

use super::word_list::rows;

/// Personal endings of the present stem.
const PRESENT: [&str; 9] = ["م", "ی", "د", "یم", "ید", "ند", "ه", "ین", "ن"];

/// Personal endings of the past stem, and what follows a participle.
const PAST: [&str; 13] = [
    "", "م", "ی", "یم", "ید", "ند", "ه", "هام", "های", "هاست", "هایم", "هاید", "هاند",
];

/// Whom the verb is done to, written on to it.
const OBJECTS: [&str; 7] = ["", "ش", "مان", "تان", "شان", "ت", "م"];

/// Forms that take no personal ending.
const WHOLE: [&str; 7] = ["توان", "بایست", "بایستی", "باید", "گن", "شه", "دونه"];

/// The longest verb form, in bytes.
const LONGEST: usize = 48;

/// Where the stem of `form`, a verb after «می» or «نمی», ends; `None` where it is no verb form.
pub(super) fn stem(form: &str) -> Option<usize> {
    if form.len() > LONGEST {
        return None;
    }
    if WHOLE.contains(&form) {
        return Some(form.len());
    }
    let bare = OBJECTS
        .iter()
        .filter_map(|object| form.strip_suffix(object));
    bare.filter_map(stem_of_bare).next()
}

fn stem_of_bare(form: &str) -> Option<usize> {
    let ends = form.char_indices().map(|(i, c)| i + c.len_utf8()).rev();
    ends.filter(|&end| end > 1).find(|&end| {
        let (stem, rest) = form.split_at(end);
        (PAST.contains(&rest) && VERBS.past.contains(stem))
            || (PRESENT.contains(&rest) && VERBS.present.contains(stem))
    })
}

/// The stems of `verbs.txt`.
struct Verbs {
    past: HashSet<&'static str>,
    present: HashSet<&'static str>,
}

static VERBS: LazyLock<Verbs> = LazyLock::new(|| {
    let mut verbs = Verbs {
        past: HashSet::new(),
        present: HashSet::new(),
    };
    for line in rows(include_str!("verbs.txt")) {
        let (past, present) = line.split_once(' ').unwrap_or((line, ""));
        verbs.past.extend(past.split('/'));
        verbs.present.extend(present.split('/'));
    }
    verbs
});
