//! Numbers of a day that a translation gives for a week: «روزانه ۳۰ هزار نفر» as "30,000 people a week".

use crate::check::finding::Finding;
use crate::check::numbers::other_unit::is_single;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::number::Number;
use crate::text::{Span, Value, WordKind};

/// A time for which numbers are given, by its words in both languages, folded.
struct Time {
    /// After "a" and "every", «در» and «هر».
    nouns: [&'static str; 2],
    /// Alone before or after a number.
    adverbs: &'static [&'static str],
    /// Alone before a number.
    before: &'static str,
    /// How all words begin that may say it.
    stems: &'static [&'static str],
}

const TIMES: [Time; 5] = [
    Time {
        nouns: ["hour", "ساعت"],
        adverbs: &["hourly"],
        before: "ساعتی",
        stems: &["hour", "ساعت"],
    },
    Time {
        nouns: ["day", "روز"],
        adverbs: &["daily", "روزانه"],
        before: "روزی",
        stems: &["day", "dai", "روز", "شبانهروز"],
    },
    Time {
        nouns: ["week", "هفته"],
        adverbs: &["weekly", "هفتگی"],
        before: "هفتهای",
        stems: &["week", "هفت"],
    },
    Time {
        nouns: ["month", "ماه"],
        adverbs: &["monthly", "ماهانه", "ماهیانه"],
        before: "ماهی",
        stems: &["month", "ماه"],
    },
    Time {
        nouns: ["year", "سال"],
        adverbs: &["yearly", "annually", "سالانه", "سالیانه"],
        before: "سالی",
        stems: &["year", "annu", "سال"],
    },
];

/// What stands before such a noun, folded.
const EACH: [&str; 7] = ["a", "an", "per", "each", "every", "در", "هر"];

/// What stands after it where it is another time, folded: "a year ago", «در سال گذشته».
const NOT_BEFORE: [&str; 13] = [
    "ago",
    "earlier",
    "later",
    "after",
    "before",
    "old",
    "of",
    "گذشته",
    "جاری",
    "آینده",
    "اخیر",
    "بعد",
    "پیش",
];

/// How many words may stand between a number and its time.
const REACH: usize = 3;

/// A number that is given for a time.
struct Rate<'a> {
    number: &'a Number,
    time: &'static Time,
    /// That of the number.
    span: Span,
}

/// The number that stands once on each side, for one time here and for another there, where neither side has the
/// other's.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let ours = rates(target);
    if ours.is_empty() {
        return None;
    }
    let theirs = rates(source);
    theirs.iter().find_map(|right| {
        let wrong = ours.iter().find(|wrong| wrong.number == right.number)?;
        let are_apart = !names(target, right.time) && !names(source, wrong.time);
        (are_apart && is_single(pair, right.number)).then(|| {
            let [right, wrong_time] = [right, wrong].map(|rate| rate.time.nouns[0]);
            let quoted = target.quote(wrong.span);
            let message =
                format!("{quoted} is per {right} in the article, and per {wrong_time} here");
            target.finding(Rule::NumberMismatch, wrong.span, message)
        })
    })
}

/// Whether a text has a word for a time.
fn names(side: &Side<'_>, time: &Time) -> bool {
    let mut words = side.words().words().iter();
    words.any(|word| time.stems.iter().any(|stem| side.letters(word).starts_with(stem)))
}

fn rates<'a>(side: &'a Side<'_>) -> Vec<Rate<'a>> {
    let values = side.values().iter().filter_map(|value| {
        let number = match &value.value {
            Value::Number(it) | Value::Amount(it, _) => &it.number,
            _ => return None,
        };
        Some(Rate { number, time: time_of(side, value.span)?, span: value.span })
    });
    values.collect()
}

/// The time for which a number is given.
fn time_of(side: &Side<'_>, number: Span) -> Option<&'static Time> {
    let before = side.words_before(number);
    let before = side.letters_of(&before[before.len().saturating_sub(2)..]);
    let is_before = |time: &&Time| match before.as_slice() {
        [each, noun] if EACH.contains(each) && time.nouns.contains(noun) => true,
        [.., word] => time.adverbs.contains(word) || time.before == *word,
        [] => false,
    };
    let after = side.words_after(number).iter();
    let after: Vec<&str> = after
        .take(REACH + 3)
        .map_while(|word| match word.kind {
            WordKind::Placeable(_) => None,
            _ => Some(side.letters(word)),
        })
        .collect();
    let is_after = |time: &&Time| {
        (0..after.len().min(REACH + 1)).any(|at| match &after[at..] {
            [each, noun, next @ ..] if EACH.contains(each) && time.nouns.contains(noun) => {
                !next.first().is_some_and(|next| NOT_BEFORE.contains(next))
            }
            [word, ..] => time.adverbs.contains(word),
            [] => false,
        })
    };
    TIMES.iter().find(is_before).or_else(|| TIMES.iter().find(is_after))
}
