//! Numbers and times that English news alone writes in words: seven people, twice, noon.

use crate::text::date::Time;
use crate::text::grammar::next_word;
use crate::text::number::{Form, Number, Quantity};

/// Numbers from this one on are in figures.
const IN_FIGURES: u64 = 10;

/// Words that can follow "five times" where "twice" could stand; "more" is not one of them.
const AFTER_TIMES: [&str; 18] = [
    "", "a", "an", "and", "as", "at", "before", "but", "by", "during", "each", "for", "in", "last",
    "on", "since", "the", "this",
];

/// Words in lower case after which figures count what follows them, besides verbs that end with -ed.
const BEFORE_COUNTS: [&str; 27] = [
    "some",
    "about",
    "around",
    "nearly",
    "almost",
    "roughly",
    "over",
    "than",
    "least",
    "another",
    "approximately",
    "killing",
    "wounding",
    "with",
    "saw",
    "met",
    "sent",
    "held",
    "won",
    "lost",
    "took",
    "built",
    "bought",
    "sold",
    "found",
    "has",
    "had",
];

/// Words for people, as they stand after a number.
const PEOPLE: [&str; 13] = [
    "people",
    "men",
    "women",
    "children",
    "civilians",
    "soldiers",
    "troops",
    "students",
    "workers",
    "prisoners",
    "refugees",
    "residents",
    "others",
];

/// Whether a number in figures becomes one that is written in words before what is counted: 90 people, but seven
/// people.
pub(super) fn falls_into_words(was: &Quantity, new: &Quantity) -> bool {
    let is_counted = matches!(was.form, Form::Figures | Form::Grouped);
    let size = |quantity: &Quantity| quantity.number.to_u64();
    is_counted
        && size(was).is_some_and(|n| n >= IN_FIGURES)
        && size(new).is_some_and(|n| (1..IN_FIGURES).contains(&n))
}

/// Whether figures after `word` count what stands after them.
pub(super) fn is_before_count(word: &str) -> bool {
    let is_verb = word.ends_with("ed") && word.starts_with(char::is_lowercase);
    is_verb || BEFORE_COUNTS.contains(&word.to_ascii_lowercase().as_str())
}

/// Whether `word` means people.
pub(super) fn are_people(word: &str) -> bool {
    PEOPLE.contains(&word)
}

/// Whether a number is in figures that count nothing, since they would have a comma.
pub(super) fn is_year_or_code(was: &Quantity) -> bool {
    was.form == Form::Figures && was.number.to_u64().is_some_and(|n| n >= 1000)
}

/// The apostrophe alone after `name`, where `after` has one followed by an s: France's, Laos'.
pub(super) fn genitive<'a>(name: &str, after: &'a str) -> Option<&'a str> {
    let (mark, rest) = after.split_at(after.chars().next()?.len_utf8());
    let rest = rest.strip_prefix('s')?;
    let is_genitive = matches!(mark, "'" | "’") && !rest.starts_with(char::is_alphanumeric);
    (is_genitive && name.ends_with('s')).then_some(mark)
}

/// How much of `after` goes with the number `new` where both are one word: "twice" for "two times".
pub(super) fn twice(new: &Quantity, after: &str) -> Option<usize> {
    let rest = after.strip_prefix(" times")?;
    let is_word = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    let is_alone = is_word && AFTER_TIMES.contains(&next_word(rest));
    (is_alone && new.number == Number::of(2)).then(|| after.len() - rest.len())
}

/// Noon or midnight, which are not called 12 o'clock.
pub(super) fn middle_of_day(time: Time) -> Option<&'static str> {
    match (time.hour, time.minute, time.second) {
        _ if !time.certain => None,
        (0, 0, None) => Some("midnight"),
        (12, 0, None) => Some("noon"),
        _ => None,
    }
}
