//! Datelines: «تهران – ایرنا –», «لندن - ایرنا:», «TEHRAN (AFP) -», «KABUL, Afghanistan —», «Oct 13 (Reuters) -».
//!
//! And the other opening that names the agency at the head of an article: «به گزارش ایرنا،».

use crate::segment::word_list::AGENCIES;
use crate::text::date::month_names;
use crate::text::{HALF_SPACE, Lang};

/// The length of the dateline that `text` begins with; at the head of a block it needs no agency in English.
pub(super) fn length(text: &str, is_head: bool, lang: Lang) -> Option<usize> {
    let is_loud = matches!(text.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z' | b'.', ..]);
    match lang {
        Lang::Persian => persian(text, place(text)?),
        Lang::English if is_loud => english(head(text), is_head),
        Lang::English if begins_with_day(text) => english(head(text), is_head),
        Lang::English => None,
    }
}

/// The length of the dateline that an article begins with, where that has no agency and a hyphen for its dash: «PARIS
/// -».
pub(super) fn bare(text: &str, lang: Lang) -> Option<usize> {
    const HYPHEN: &str = " - ";
    if lang != Lang::English || !text.starts_with(char::is_uppercase) {
        return None;
    }
    let (place, rest) = head(text).split_once(HYPHEN)?;
    let is_dateline =
        is_short(place) && begins_loud(place) && !rest.starts_with(char::is_lowercase);
    is_dateline.then(|| place.len() + HYPHEN.trim_end().len())
}

/// The length of the words at the beginning of `text` that say which agency reports: «به گزارش خبرنگار سیاسی ایرنا،».
pub(super) fn attribution(text: &str) -> Option<usize> {
    const REPORTED_BY: &str = "به گزارش ";
    let who = head(text.strip_prefix(REPORTED_BY)?);
    let end = who.find('،')?;
    let words: Vec<&str> = who[..end].split(' ').collect();
    let is_agency = |first: usize| AGENCIES.has(&words[first..].join(" "), Lang::Persian);
    (0..words.len()).any(is_agency).then_some(REPORTED_BY.len() + end)
}

/// The beginning of `text`, as long as a dateline can be.
fn head(text: &str) -> &str {
    let reach = text.char_indices().nth(LONGEST);
    &text[..reach.map_or(text.len(), |(at, _)| at)]
}

/// The longest dateline, in characters.
const LONGEST: usize = 70;

/// The length of the name of a place before a dash or bracket: one to three words, and no marks.
///
/// This is called for nearly every sentence, so it looks at bytes, and no further than three words.
fn place(text: &str) -> Option<usize> {
    const MOST_SPACES: usize = 3;
    let bytes = text.as_bytes();
    let mut spaces = 0;
    for (at, &byte) in bytes.iter().enumerate().take(2 * LONGEST) {
        let can_divide = match byte {
            b' ' => {
                spaces += 1;
                spaces > MOST_SPACES
            }
            0xD9 => bytes.get(at + 1) == Some(&0x80),
            0xE2 => bytes.get(at + 1..at + 3) != Some(&[0x80, 0x8C]),
            byte => byte.is_ascii_punctuation(),
        };
        if can_divide {
            let is_letter = |c: char| c.is_alphabetic() || matches!(c, ' ' | HALF_SPACE);
            let is_divided = text[at..].starts_with(is_divider);
            return (is_divided && at > 0 && text[..at].chars().all(is_letter)).then_some(at);
        }
    }
    None
}

/// A place, a dash or bracket, an agency, and a dash or colon: «اسلام‌آباد - ایرنا:», «تهران (ایسنا) –».
fn persian(text: &str, place: usize) -> Option<usize> {
    let text = head(text);
    // A name that is longer than a dateline ends beyond the head.
    let rest = text.get(place..)?;
    let name = rest.trim_start_matches(|c: char| is_divider(c) || c == ' ');
    let after = name.find(|c| is_divider(c) || matches!(c, ':' | '،'))?;
    let agency = name[..after].trim();
    let agency = agency.strip_prefix("خبرگزاری ").unwrap_or(agency);
    let marks = &name[after..];
    let end =
        marks.len() - marks.trim_start_matches(|c| is_divider(c) || matches!(c, ':' | ' ')).len();
    let tail = marks[..end].trim_end();
    let is_closed = tail.ends_with(|c| c == ':' || is_dash(c));
    (AGENCIES.has(agency, Lang::Persian) && is_closed)
        .then(|| text.len() - marks.len() + tail.len())
}

/// A place in capitals or a day, what it may be followed by, and a dash: «BEIJING, Jan. 5 (Xinhua) --».
fn english(text: &str, is_head: bool) -> Option<usize> {
    const DASHES: [&str; 4] = [" - ", " – ", " — ", " -- "];
    let places = DASHES.iter().filter_map(|dash| Some((text.find(dash)?, *dash)));
    let (at, dash) = places.min()?;
    let head = &text[..at];
    let is_bare = is_head && dash != " - " && is_short(head);
    let is_dated = is_head && head.rsplit_once(", ").is_some_and(|(_, day)| is_day(day));
    let goes_on = text[at + dash.len()..].starts_with(char::is_lowercase);
    let is_dateline = if begins_loud(head) {
        names_agency(head) || is_bare || is_dated
    } else {
        names_agency(head) && head.split(" (").next().is_some_and(is_day)
    };
    (is_dateline && !goes_on).then(|| at + dash.trim_end().len())
}

/// Whether `head` is as short as a place with its country.
fn is_short(head: &str) -> bool {
    const MOST_WORDS: usize = 4;
    head.split_whitespace().count() <= MOST_WORDS
}

/// Whether `text` can begin with a day and an agency: few sentences do.
fn begins_with_day(text: &str) -> bool {
    let begins_month = |first: &u8| b"JFMASOND".contains(first);
    if !text.as_bytes().first().is_some_and(begins_month) {
        return false;
    }
    let mut words = text.split(' ');
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    words.nth(1).is_some_and(is_number) && words.next().is_some_and(|word| word.starts_with('('))
}

/// Whether `text` is a month with its day: «Oct 13», «Sept. 7».
fn is_day(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(month, day)| {
        let name = month.strip_suffix('.').unwrap_or(month).to_lowercase();
        month.starts_with(char::is_uppercase)
            && month_names(Lang::English).get(&name).is_some()
            && day.len() <= 2
            && day.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether `head` up to its first comma or bracket is in capitals, three at least.
fn begins_loud(head: &str) -> bool {
    let place = head.split([',', '(']).next().unwrap_or(head);
    let letters = place.chars().filter(|c| c.is_uppercase()).count();
    letters >= 3 && !place.contains(char::is_lowercase)
}

/// Whether `head` ends with an agency in brackets.
fn names_agency(head: &str) -> bool {
    let bracketed = head.strip_suffix(')').and_then(|h| h.rsplit_once('('));
    bracketed.is_some_and(|(_, name)| AGENCIES.has(name, Lang::English))
}

fn is_divider(c: char) -> bool {
    is_dash(c) || matches!(c, '/' | '(' | ')')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | 'ـ' | '−')
}
