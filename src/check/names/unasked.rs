//! Names of an article that ask for nothing, by what stands beside them there: they belong to another name or word, or
//! to a sum.

use crate::align::ReadArticle;
use crate::glossary::{Glossary, Kind, Occurrence, is_with_article, opens_or_titles};
use crate::text::number::currency_of_symbol;
use crate::text::{HALF_SPACE, Lang, Span};

/// What is called after persons in Persian, as it stands before their names.
const CALLED_AFTER_PERSONS: [&str; 18] = [
    "بزرگراه",
    "بلوار",
    "بیمارستان",
    "خیابان",
    "دانشگاه",
    "دبیرستان",
    "درمانگاه",
    "سالن",
    "شهرک",
    "فرهنگسرای",
    "مجتمع",
    "مدرسه",
    "مسجد",
    "میدان",
    "ورزشگاه",
    "پالایشگاه",
    "پتروشیمی",
    "کوچه",
];

/// Those of them that are called after anything.
const STREETS: [&str; 5] = ["بزرگراه", "بلوار", "خیابان", "میدان", "کوچه"];

/// Words that make the opposite of a Persian name, which another word can say: «غیرایرانی» is foreign.
const OPPOSITES: [&str; 1] = ["غیر"];

/// What makes a time zone of a place: the hour may be given by another one.
const TIME_OF: &str = "به وقت ";
const TIME: &str = " time";

/// Peoples by whose calendar an English text gives a year or month, and what stands after them there: "the Iranian
/// month of Aban" is «آبان».
const OF_CALENDARS: [&str; 4] = ["Afghan", "Iran's", "Iranian", "Persian"];
const CALENDARS: [&str; 5] = [" New Year", " calendar", " month", " new year", " year"];

/// What makes a phrase of "time" that names no zone.
const AGAIN: [&str; 2] = [" and again", " after time"];

/// First halves of compounds, which are also short names of peoples: Franco-Lebanese.
const HALVES: [&str; 14] = [
    "Afro", "Anglo", "Austro", "Euro", "Franco", "Graeco", "Greco", "Hispano", "Indo", "Italo",
    "Russo", "Serbo", "Sino", "Turco",
];

/// The country of a sum, and what stands after it there: "4 U.S. cents".
const OF_SUMS: [&str; 2] = ["U.S.", "US"];
const SUMS: [&str; 2] = [" cent", " dollar"];

/// The fewest letters of a place of which there can be several: "two Berlins", but no Lars.
const FEWEST_OF_SEVERAL: usize = 5;

/// What stands between words and their initials.
const BEFORE_INITIALS: [&str; 5] = [" (", ", or ", ", or the ", ", known as ", ", known as the "];

/// The longest initials that are looked at.
const MOST_INITIALS: usize = 6;

/// Whether a `name` of an article asks for nothing.
pub(crate) fn is_unasked(source: &ReadArticle<'_>, glossary: &Glossary, name: &Occurrence) -> bool {
    let article = source.article();
    let text = article.text();
    let before = &text[..name.span.start];
    let after = &text[name.span.end..];
    let words = name.span.of(text);
    let are_all = |kind: Kind| name.terms.iter().all(|&id| glossary.entry(id).kind == kind);
    let are_places = || {
        let mut entries = name.terms.iter().map(|&id| glossary.entry(id));
        entries.all(|entry| matches!(entry.kind, Kind::City | Kind::Place | Kind::Region))
    };
    let is_of_other = || match article.lang() {
        Lang::Persian => {
            is_opposite(before)
                || before.ends_with(TIME_OF)
                || is_after(before, &STREETS)
                || are_all(Kind::Person) && is_after(before, &CALLED_AFTER_PERSONS)
        }
        Lang::English => {
            is_before_article(words, after)
                || is_of_time(after)
                || is_half_of_compound(before, words, after)
                || is_of_other_text(words, after)
                || begins_so(words, after, &OF_CALENDARS, &CALENDARS)
                || begins_so(words, after, &OF_SUMS, &SUMS)
                || are_places() && is_in_surname(before, words, after)
                || are_all(Kind::Organisation) && are_of_city(words, after)
                || are_all(Kind::Organisation) && is_surname(source, name.span)
        }
    };
    is_before_sum(after) || is_of_other()
}

/// Whether the article says what a name is the initials of, and that is no form of its entry: the "Integrated Food
/// Security Phase Classification, or IPC" is no committee.
pub(crate) fn are_initials_of_other(source: &ReadArticle<'_>, name: &Occurrence) -> bool {
    let (text, initials) = (source.article().text(), name.span.of(source.article().text()));
    let are_initials = (2..=MOST_INITIALS).contains(&initials.len())
        && initials.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_own = |entry: usize| name.terms.iter().any(|id| id.entry == entry);
    let mut places = text.match_indices(initials).filter(|_| are_initials);
    places.any(|(at, _)| {
        let before = BEFORE_INITIALS.iter().find_map(|joint| text[..at].strip_suffix(joint));
        let words = before.and_then(|before| words_with(initials, before));
        words.is_some_and(|words| {
            !source.mentions().places_in(words).any(|(_, entry)| is_own(entry))
        })
    })
}

/// The words at the end of a text that have these initials, in order, among others with capitals.
fn words_with(initials: &str, text: &str) -> Option<Span> {
    const LONGEST_SMALL: usize = 3;
    let mut wanted = initials.chars().rev().peekable();
    let mut start = text.len();
    for word in text.rsplit(' ') {
        start -= word.len();
        let is_small = word.starts_with(char::is_lowercase);
        match wanted.next_if(|initial| word.starts_with(*initial)) {
            Some(_) if wanted.peek().is_none() => return Some(Span::new(start, text.len())),
            None if start + word.len() == text.len() => return None,
            None if is_small && word.len() > LONGEST_SMALL => return None,
            _ => start = start.checked_sub(1)?,
        }
    }
    None
}

/// Whether a name belongs to the sign of a currency: US$5, HK$5.
fn is_before_sum(after: &str) -> bool {
    let sign = after.chars().next();
    sign.is_some_and(|sign| currency_of_symbol("", sign).is_some())
}

/// Whether a name goes on with the Arabic article of another word: Shabab Al-Ahli is no al-Shabab.
fn is_before_article(name: &str, after: &str) -> bool {
    let next = after.strip_prefix(' ').and_then(|rest| rest.split_whitespace().next());
    !name.contains(' ') && next.is_some_and(is_with_article)
}

/// Whether a name is the first half of a compound, as in Franco-Lebanese, or follows such a half, as in Greco-Roman.
fn is_half_of_compound(before: &str, name: &str, after: &str) -> bool {
    let goes_on =
        || after.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let follows = |half: &&str| before.strip_suffix('-').is_some_and(|it| it.ends_with(*half));
    HALVES.contains(&name) && goes_on() || HALVES.iter().any(follows)
}

/// Whether a name is that of a time zone: "8 p.m. Moscow time", but not "Washington timed its attack", nor "left Tehran
/// time and again".
fn is_of_time(after: &str) -> bool {
    after.strip_prefix(TIME).is_some_and(|rest| {
        !rest.starts_with(char::is_alphanumeric) && !AGAIN.iter().any(|it| rest.starts_with(it))
    })
}

/// Whether a numbered part of a text is one of another text: no Article 5 of the constitution is NATO's.
fn is_of_other_text(name: &str, after: &str) -> bool {
    name.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(" of ")
}

/// Whether a name is one of some, and one of the openings stands after it.
fn begins_so(name: &str, after: &str, names: &[&str], openings: &[&str]) -> bool {
    names.contains(&name) && openings.iter().any(|opening| after.starts_with(opening))
}

/// Whether the name of a place is a part of a person's: with the article of Arabic before it, as in Al-Sabah, or short
/// or before another name and with an s, as in Lars Klingbeil and Niles Crane.
fn is_in_surname(before: &str, name: &str, after: &str) -> bool {
    let is_one = !name.contains([' ', '-']);
    let is_before_name = |rest: &str| {
        let rest = rest.strip_prefix(' ').unwrap_or_default();
        rest.starts_with(char::is_uppercase)
    };
    let has_s = after
        .strip_prefix('s')
        .is_some_and(|rest| name.chars().count() < FEWEST_OF_SEVERAL || is_before_name(rest));
    is_one && (before.ends_with("al-") || before.ends_with("Al-") || has_s)
}

/// Whether a name is the people of a city and no newspaper: New Yorkers.
fn are_of_city(name: &str, after: &str) -> bool {
    name.ends_with("er") && after.starts_with('s')
}

/// Whether one word follows two words with capitals, which are no terms and no titles, and so is a surname: Ahmad
/// Mohammadnejad Javan is no newspaper.
fn is_surname(source: &ReadArticle<'_>, name: Span) -> bool {
    let text = source.article().text();
    if name.of(text).contains(' ') {
        return false;
    }
    let mut words = text[..name.start].rsplit(' ');
    let is_joined = words.next() == Some("");
    let mut at = name.start;
    let given = words.take(2).filter(|word| {
        at -= word.len() + 1;
        let span = Span::new(at, at + word.len());
        let is_name = word.chars().all(|c| c.is_alphabetic() || c == '-')
            && word.starts_with(char::is_uppercase)
            && word.contains(char::is_lowercase);
        is_name && !opens_or_titles(word) && !source.names().iter().any(|n| n.span.overlaps(span))
    });
    is_joined && given.count() == 2
}

/// Whether one of `words` stands right before a name, with an ezafe or without.
fn is_after(before: &str, words: &[&str]) -> bool {
    let Some(before) = before.strip_suffix(' ') else {
        return false;
    };
    let word = before.rsplit([' ', '\n', '(']).next().unwrap_or(before);
    words.contains(&word)
}

/// Whether what stands before a name makes its opposite.
fn is_opposite(before: &str) -> bool {
    let joined = before.trim_end_matches([' ', HALF_SPACE]);
    let word = joined.rsplit([' ', '\n', HALF_SPACE]).next().unwrap_or(joined);
    OPPOSITES.contains(&word)
}
