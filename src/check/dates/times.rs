//! Clock times of the translation that contradict those of the article: 8:45 p.m. for «ساعت ۱۹:۴۵».
//!
//! Only one time that is left over on each side is held against the other, and only one by the same clock: a local time
//! against a local time, Greenwich's against Greenwich's. What a time zone, a part of the day that one side does not
//! say, rounding, or words like "half past" may explain is allowed.

use crate::check::dates::hours;
use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::date::Time;
use crate::text::{Lang, Placeable, Span, Value, Word};

/// The only time of the target that no time of the source by the same clock can be, where one of the source is left
/// over too.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let has_time = |side: &Side<'_>| {
        let mut values = side.values().iter();
        values.any(|placeable| matches!(placeable.value, Value::Time(_)))
    };
    if !has_time(&pair.target) && !has_time(&pair.source) {
        return None;
    }
    let [source, target] = [&pair.source, &pair.target].map(Told::all);
    if let ([one], [other]) = (&*source, &*target)
        && is_another_time_of_tehran(*one, *other)
    {
        let (right, quoted) = (pair.source.quote(one.span), pair.target.quote(other.span));
        let message = format!("{right} is not {quoted}");
        return Some(pair.target.finding(Rule::DateMismatch, other.span, message));
    }
    let clocks: &[Clock] =
        if are_of_one_zone(pair, &source, &target) { &Clock::ALL } else { &[Clock::Greenwich] };
    let mut clocks = clocks.iter();
    clocks.find_map(|clock| {
        let by_clock = |times: &[Told]| {
            let times = times.iter().filter(|told| told.clock.is_same(*clock));
            times.copied().collect::<Vec<_>>()
        };
        wrong(pair, &by_clock(&source), &by_clock(&target))
    })
}

/// Whether one of two times is Tehran's, the other Greenwich's, and they are not the same: Tehran is ahead by three and
/// a half hours, and was by four and a half in the summers before 2023.
fn is_another_time_of_tehran(one: Told, other: Told) -> bool {
    const AHEAD: [u16; 2] = [3 * 60 + 30, 4 * 60 + 30];
    let (tehran, greenwich) = match (one.clock, other.clock) {
        (Clock::Tehran, Clock::Greenwich) => (one.time, other.time),
        (Clock::Greenwich, Clock::Tehran) => (other.time, one.time),
        _ => return false,
    };
    let is_certain = tehran.certain && greenwich.certain;
    is_certain && !AHEAD.iter().any(|ahead| (minutes(greenwich) + ahead) % DAY == minutes(tehran))
}

/// The finding of [`check`] among the times by one clock.
fn wrong(pair: &Pair<'_>, sources: &[Told], targets: &[Told]) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    if sources.len() != targets.len() {
        return None;
    }
    let right = the_only_without_counterpart(sources, targets, target)?;
    let wrong = the_only_without_counterpart(targets, sources, source)?;
    let is_explained = is_vague(source, right.span)
        || is_vague(target, wrong.span)
        || is_rounded(right.time, wrong.time);
    if is_explained {
        return None;
    }
    // The part of the day that the source does not say would be lost; "noon" is no time in figures.
    let is_in_figures =
        |side: &Side<'_>, told: Told| told.span.of(side.text).contains(char::is_numeric);
    let can_be_written = (right.time.certain || !wrong.time.certain)
        && is_in_figures(source, right)
        && is_in_figures(target, wrong);
    if can_be_written {
        let Time { hour, minute, .. } = right.time;
        let is_plain = wrong.span.of(target.text).bytes().all(|byte| byte.is_ascii_digit());
        let text = if is_plain && wrong.clock == Clock::Greenwich {
            format!("{hour:02}{minute:02}")
        } else {
            right.time.write(target.lang)
        };
        return Some(target.instead(Rule::DateMismatch, wrong.span, Fix::suggested(text)));
    }
    let (right, quoted) = (source.quote(right.span), target.quote(wrong.span));
    let message = format!("{right} is not {quoted}");
    Some(target.finding(Rule::DateMismatch, wrong.span, message))
}

/// A time that a text tells.
#[derive(Clone, Copy)]
struct Told {
    span: Span,
    time: Time,
    clock: Clock,
}

/// The clock by which a time is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clock {
    /// One that the text does not name.
    Unsaid,
    /// Local time.
    Local,
    Greenwich,
    Tehran,
    /// That of another place.
    Other,
}

impl Clock {
    /// Those by which times are compared.
    const ALL: [Self; 2] = [Self::Unsaid, Self::Greenwich];

    /// Whether both are the clock of the place, or both Greenwich's.
    fn is_same(self, other: Self) -> bool {
        (self == Self::Greenwich) == (other == Self::Greenwich)
    }
}

impl Told {
    /// The times of a text, the numbers that are hours, and noon and midnight; a range is none of them.
    fn all(side: &Side<'_>) -> Vec<Self> {
        let mut times = hours::told(side, false);
        times.retain(|(placeable, _)| !matches!(placeable.value, Value::Range(_)));
        let times = times.into_iter().map(|(placeable, time)| (placeable.span, time));
        let named = hours::named(side).into_iter().filter(|(span, _)| is_hour(side, *span));
        let told = |(span, time)| Self { span, time, clock: Clock::Unsaid };
        let mut told: Vec<Self> = times.chain(named).map(told).collect();
        let in_words = hours::in_words(side).into_iter().map(|(span, time)| Self {
            span,
            time,
            clock: Clock::Unsaid,
        });
        let others: Vec<Self> = in_words
            .filter(|words| !told.iter().any(|told| told.span.overlaps(words.span)))
            .collect();
        told.extend(others);
        told.sort_by_key(|told| told.span);
        for (at, clock) in clocks(side) {
            // A zone stands after its time, or before it: «به وقت تهران ساعت ۱۷:۳۰».
            let past = told.partition_point(|told| told.span.end <= at.start);
            let before = past.checked_sub(1).filter(|&before| told[before].clock == Clock::Unsaid);
            if let Some(told) = told.get_mut(before.unwrap_or(past)) {
                told.clock = clock;
            }
        }
        told
    }
}

/// Whether the name of an hour that is no part of a value means it: not in «بعد از ظهر», nor the night that «نیمه‌شب»
/// may be.
fn is_hour(side: &Side<'_>, span: Span) -> bool {
    let mut values = side.values().iter();
    let is_of_value = values.any(|placeable| placeable.span.covers(span));
    let before = side.words_before(span).last().map(|word| side.letters(word));
    let is_half = before.is_some_and(|word| matches!(word, "از" | "قبل" | "بعد" | "after"));
    let is_night = side.lang == Lang::Persian && span.of(side.text).starts_with("نیمه");
    !is_of_value && !is_half && !is_night
}

/// The time that nothing in `others`, those of `other`, can be, where there is one only.
fn the_only_without_counterpart(own: &[Told], others: &[Told], other: &Side<'_>) -> Option<Told> {
    let alone = own.iter().filter(|own| {
        !others.iter().any(|there| may_be(own.time, there.time)) && !has_hour(other, own.time)
    });
    only(alone).copied()
}

/// Whether both can be one time; seconds may be left out.
fn may_be(one: Time, other: Time) -> bool {
    let second = one.second.and(other.second);
    let [one, other] = [one, other].map(|time| Time { second: time.second.and(second), ..time });
    one.agrees(other)
}

/// Whether the hour stands in a text as a number: the 6 of "6 to 8 p.m.", which «ساعت ۶» is.
fn has_hour(side: &Side<'_>, time: Time) -> bool {
    let hours = [time.hour, time.hour % 12].map(u64::from);
    let told = hours::in_words(side);
    let is_told = |placeable: &&Placeable| told.iter().any(|(span, _)| span.covers(placeable.span));
    let bare = side.values().iter().filter(|placeable| !is_told(placeable));
    let mut numbers = bare.flat_map(|placeable| placeable.value.quantities());
    numbers.any(|quantity| {
        let number = quantity.number.to_u64();
        number.is_some_and(|number| hours.contains(&number))
    })
}

/// Words that tell minutes beside an hour, folded: half past 7, «۷ و نیم».
const MINUTES: [&str; 10] =
    ["past", "half", "quarter", "minute", "minutes", "نیم", "ونیم", "ربع", "دقیقه", "مانده"];
/// Words that do so before it: ten to 8, «پنج به هشت».
const TO: [&str; 2] = ["to", "به"];

/// The minutes of a day.
const DAY: u16 = 24 * 60;

/// How many words from a time they may stand.
const REACH: usize = 2;

/// Whether words around a time may tell its minutes.
fn is_vague(side: &Side<'_>, time: Span) -> bool {
    let mut before = side.words_before(time).iter().rev().take(REACH);
    let mut after = side.words_after(time).iter().take(REACH);
    let tells = |word: &str| MINUTES.contains(&word);
    // In "from 3 to 6 p.m." it leads to no hour.
    let ends_span = || {
        let mut ends = Told::all(side).into_iter().map(|told| told.span.end);
        ends.any(|end| {
            let between = side.text.get(end..time.start);
            between.is_some_and(|between| TO.contains(&between.trim()))
        })
    };
    before.any(|word| {
        let word = side.letters(word);
        tells(word) || TO.contains(&word) && !ends_span()
    }) || after.any(|word| tells(side.letters(word)))
}

/// The minutes from midnight to a time.
fn minutes(time: Time) -> u16 {
    u16::from(time.hour) * 60 + u16::from(time.minute)
}

/// Whether one of two times may be the other rounded to a quarter of an hour.
fn is_rounded(one: Time, other: Time) -> bool {
    const QUARTER: u16 = 15;
    let [one, other] = [one, other].map(minutes);
    let apart = one.abs_diff(other);
    let is_near = apart.min(DAY - apart) <= QUARTER / 2;
    is_near && [one, other].iter().any(|time| time % QUARTER == 0)
}

/// Whether the times of two texts that are not Greenwich's are by the same clock, as far as can be told: by one place
/// that both name, or by none, or by local time; where both tell Greenwich's too, local time need not be said.
fn are_of_one_zone(pair: &Pair<'_>, source: &[Told], target: &[Told]) -> bool {
    let has = |times: &[Told], clock| times.iter().any(|told| told.clock == clock);
    let have_both = |clock| has(source, clock) && has(target, clock);
    let is_local = |times| has(times, Clock::Local);
    if have_both(Clock::Tehran) {
        return source.len() == 1 && target.len() == 1;
    }
    if has(source, Clock::Tehran) || has(target, Clock::Tehran) {
        return false;
    }
    if has(source, Clock::Other) || has(target, Clock::Other) {
        let have_one = source.len() == 1 && target.len() == 1;
        return have_one && have_both(Clock::Other) && have_one_place(pair);
    }
    have_both(Clock::Greenwich) || is_local(source) == is_local(target)
}

/// Whether the place of the only clock that either text names is one name of the glossaries.
fn have_one_place(pair: &Pair<'_>) -> bool {
    let terms = |side: &Side<'_>| {
        let spans = clocks(side).into_iter().map(|(span, _)| side.place(span));
        let spans: Vec<Span> = spans.collect();
        let names =
            side.names.iter().filter(|name| spans.iter().any(|span| name.span.covers(*span)));
        names.flat_map(|name| name.terms.iter().map(|term| term.entry)).collect::<Vec<_>>()
    };
    let [ours, theirs] = [&pair.source, &pair.target].map(terms);
    ours.iter().any(|entry| theirs.contains(entry))
}

/// Zones by their letters, which are no words of another meaning, folded.
const ZONES: [&str; 16] = [
    "bst", "cest", "cet", "cst", "ct", "edt", "eest", "eet", "est", "et", "irst", "ist", "msk",
    "pdt", "pst", "pt",
];
pub(crate) const GREENWICH: [&str; 3] = ["gmt", "utc", "گرینویچ"];

/// The clocks that a text names, each at the word that is its zone or place.
fn clocks(side: &Side<'_>) -> Vec<(Span, Clock)> {
    let words = side.words().words();
    let clocks = words.iter().enumerate().filter_map(|(at, word)| {
        let name = zone(side, &words[..at], word, &words[at + 1..])?;
        let clock = match side.letters(name) {
            "local" | "محلی" => Clock::Local,
            "tehran" | "تهران" => Clock::Tehran,
            zone if GREENWICH.contains(&zone) => Clock::Greenwich,
            _ => Clock::Other,
        };
        Some((name.span, clock))
    });
    // "GMT time" names one clock twice.
    let mut clocks: Vec<_> = clocks.collect();
    clocks.dedup();
    clocks
}

/// The word for a zone that a word is, or the name that stands beside it: Tehran time, «به وقت تهران», «به ساعت محلی».
fn zone<'a>(
    side: &Side<'_>,
    before: &'a [Word],
    word: &'a Word,
    after: &'a [Word],
) -> Option<&'a Word> {
    let before = before.last();
    match side.letters(word) {
        "time" => before.filter(|word| {
            let is_name = word.span.of(side.text).starts_with(char::is_uppercase);
            is_name || ["local", "standard", "daylight"].contains(&side.letters(word))
        }),
        "وقت" | "ساعت" => {
            let is_by = before.is_some_and(|word| side.letters(word) == "به");
            let name = after.first().filter(|_| is_by)?;
            Some(name).filter(|it| !side.letters(it).starts_with(|c: char| c.is_ascii_digit()))
        }
        it => Some(word).filter(|_| ZONES.contains(&it) || GREENWICH.contains(&it)),
    }
}
