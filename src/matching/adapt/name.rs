//! A name in the place of another name, where the sentence around it lets that be.

use super::gender::tells_man_from_woman;
use super::quantity::capitalized_like;
use crate::glossary::{Entry, Kind};
use crate::text::{Lang, Span, Words, fold};

/// Words that make a name one that English has "the" before.
const WITH_ARTICLE: [&str; 22] = [
    "united",
    "states",
    "kingdom",
    "republic",
    "federation",
    "union",
    "emirates",
    "netherlands",
    "philippines",
    "maldives",
    "bahamas",
    "comoros",
    "seychelles",
    "gambia",
    "vatican",
    "islands",
    "isle",
    "emirate",
    "empire",
    "regime",
    "authority",
    "territories",
];

/// Last words of names that either all have "the" before them, or none has.
const ALIKE: [&str; 37] = [
    "Sea",
    "River",
    "Ocean",
    "Islands",
    "Canal",
    "Dam",
    "Strait",
    "Island",
    "Square",
    "Prison",
    "province",
    "Ministry",
    "Department",
    "Organization",
    "Organisation",
    "Party",
    "Council",
    "Commission",
    "Committee",
    "Union",
    "Movement",
    "Association",
    "Administration",
    "Fund",
    "Front",
    "Forces",
    "Force",
    "Army",
    "Fleet",
    "Guard",
    "Court",
    "Treaty",
    "Convention",
    "Protocol",
    "Accords",
    "War",
    "Revolution",
];

/// Persian words before which nothing is owned by the name that they follow, so that it has no ezafe.
const PERSIAN_LINKS: [&str; 28] = [
    "و",
    "در",
    "به",
    "از",
    "با",
    "را",
    "که",
    "تا",
    "بر",
    "برای",
    "نیز",
    "هم",
    "است",
    "بود",
    "شد",
    "روز",
    "طی",
    "درباره",
    "علیه",
    "میان",
    "بین",
    "پس",
    "پیش",
    "بدون",
    "یا",
    "اما",
    "گفت",
    "اعلام",
];

/// English words before which a demonym is a noun, as in "A German was killed", folded; verbs in -ed and -ing are such words too.
const NO_NOUNS: [&str; 75] = [
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "does", "do", "did", "will",
    "would", "can", "could", "may", "might", "must", "shall", "should", "says", "said", "tells",
    "told", "wins", "won", "shot", "took", "takes", "came", "comes", "went", "goes", "left", "got",
    "gets", "made", "makes", "gave", "gives", "held", "led", "fled", "died", "became", "and", "or",
    "but", "nor", "who", "whom", "whose", "which", "that", "than", "as", "at", "by", "for", "from",
    "in", "into", "of", "off", "on", "to", "with", "after", "before", "because", "if", "when",
    "while", "not",
];

/// Whether names of the two entries can stand in each other's place in `target` at all.
pub(super) fn can_be_exchanged(old: &Entry, new: &Entry, target: &str, lang: Lang) -> bool {
    let (Some(was), Some(text)) = (old.preferred(lang), new.preferred(lang)) else {
        return false;
    };
    old.kind == new.kind
        && match (old.kind, lang) {
            (Kind::Person, _) => !tells_man_from_woman(target, lang),
            (_, Lang::Persian) | (Kind::City | Kind::Demonym, _) => true,
            (Kind::Country, _) => has_article(was) == has_article(text),
            _ => has_article_alike(was, text),
        }
}

/// The preferred form of `new`, where the preferred form of `old` stands at `place` and nothing hangs on its letters.
pub(super) fn exchanged(
    old: &Entry,
    new: &Entry,
    place: Span,
    target: &str,
    lang: Lang,
) -> Option<String> {
    let (was, text) = (old.preferred(lang)?, new.preferred(lang)?);
    let (before, after) = (&target[..place.start], &target[place.end..]);
    let is_free = match lang {
        Lang::English => {
            let has_the = has_the_before(before);
            place.of(target) == was
                && has_plain_possessive(after)
                && !(has_the && text.starts_with("The "))
                && (old.kind != Kind::Country || has_the == has_article(text))
                && (old.kind != Kind::Demonym || suits_as_demonym(was, text, after))
        }
        Lang::Persian => {
            fold(place.of(target)).text() == fold(was).text() && has_no_ezafe(was, text, after)
        }
    };
    is_free.then(|| text_after(before, was, text)).flatten()
}

/// The name as it stands after `before`, with a capital at the head of the target; `None` where a small letter may not be right.
fn text_after(before: &str, was: &str, text: &str) -> Option<String> {
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | ')' | '-');
    if !text.starts_with(char::is_lowercase) || before.trim_end().ends_with(goes_on) {
        return Some(text.to_owned());
    }
    let is_head = !before.contains(char::is_alphanumeric);
    is_head.then(|| capitalized_like(was, text.to_owned()))
}

/// Whether the word before a name is "the".
fn has_the_before(before: &str) -> bool {
    word_before(before).eq_ignore_ascii_case("the")
}

/// The word at the end of what stands `before` a place, but for white space; empty where a mark is there.
pub(super) fn word_before(before: &str) -> &str {
    let before = before.trim_end();
    &before[before.trim_end_matches(char::is_alphanumeric).len()..]
}

/// Whether one demonym can stand for the other: a German can be no French, but German troops can be French ones.
fn suits_as_demonym(was: &str, text: &str, after: &str) -> bool {
    let is_noun_too = |name: &str| ["an", "ese", "i"].iter().any(|end| name.ends_with(end));
    is_noun_too(was) && is_noun_too(text) || is_before_noun(after)
}

/// Whether what follows begins with a word that can be a noun, or an adjective of one.
pub(super) fn is_before_noun(after: &str) -> bool {
    if after.starts_with('-') {
        return true;
    }
    let next = after.strip_prefix(' ').unwrap_or_default();
    let next = next.split(|c: char| !c.is_alphabetic()).next();
    next.is_some_and(|next| {
        let next = next.to_ascii_lowercase();
        let is_verb = next.ends_with("ed") || next.ends_with("ing");
        !next.is_empty() && !is_verb && !NO_NOUNS.contains(&next.as_str())
    })
}

/// Whether what follows a name in English would follow any other: nothing of its own, or "'s".
fn has_plain_possessive(after: &str) -> bool {
    match after.strip_prefix(['\'', '’']) {
        Some(rest) => rest
            .strip_prefix('s')
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)),
        None => true,
    }
}

/// Whether the ezafe after a name, written after a long vowel and not after other letters, does not come into it.
pub(crate) fn has_no_ezafe(was: &str, text: &str, after: &str) -> bool {
    let ends_in_vowel = |name: &str| name.ends_with(['ا', 'و']);
    if !ends_in_vowel(text) || ends_in_vowel(was) {
        return true;
    }
    let next = after.split_whitespace().next().unwrap_or_default();
    let is_word = next.starts_with(char::is_alphanumeric) && after.starts_with(' ');
    let words = Words::of(next, Lang::Persian);
    let first = words.tokens().next();
    !is_word || first.is_some_and(|word| PERSIAN_LINKS.contains(&word))
}

/// Whether English has "the" before the name; abbreviations have it, as the UAE.
pub(crate) fn has_article(name: &str) -> bool {
    let is_short = name
        .chars()
        .all(|c| c.is_uppercase() || ['.', '-'].contains(&c));
    let words = Words::of(name, Lang::English);
    is_short || words.tokens().any(|word| WITH_ARTICLE.contains(&word))
}

/// Whether "the" certainly stands before both names or before neither: before Hamas, the Kremlin, Deutsche Bank or the World Bank
/// only the name itself can tell.
fn has_article_alike(was: &str, text: &str) -> bool {
    let [was, text] = [was, text].map(|name| name.rsplit_once(' '));
    let (Some((of_was, last)), Some((of_text, other))) = (was, text) else {
        return false;
    };
    let has_of = |name: &str| name.contains(" of ");
    let has_the = |name: &str| name.starts_with("The ");
    last == other
        && ALIKE.contains(&last)
        && has_of(of_was) == has_of(of_text)
        && has_the(of_was) == has_the(of_text)
}

/// Letters whose names begin with a vowel, as it is spoken.
const VOWEL_NAMES: [char; 12] = ['a', 'e', 'f', 'h', 'i', 'l', 'm', 'n', 'o', 'r', 's', 'x'];

/// Whether "an" stands before an English text, not "a"; `None` where its first letters do not tell.
pub(crate) fn begins_with_vowel(text: &str) -> Option<bool> {
    // "An $8 billion deal" is read as eight billion dollars.
    let text = text.trim_start_matches(['$', '€', '£']);
    let word = text
        .split(|c: char| !c.is_alphanumeric() && c != ',')
        .next()?;
    let figures = word.replace(',', "");
    let first = text.chars().next()?.to_ascii_lowercase();
    let is_single = figures.chars().nth(1).is_none_or(|c| c.is_ascii_digit());
    let is_short = word.len() > 1 && word.chars().all(char::is_uppercase);
    match first {
        // F-16, M1, U-2: a letter by itself is called by its name.
        _ if is_single && figures.starts_with(char::is_alphabetic) => {
            Some(VOWEL_NAMES.contains(&first))
        }
        '0'..='9' => {
            let letters = figures.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = figures.len() - letters.len();
            let is_eleven = figures.starts_with("11") || figures.starts_with("18");
            match digits {
                // 1812 is eighteen hundred and twelve, or one thousand.
                4 if is_eleven && !word.contains(',') => None,
                _ => Some(figures.starts_with('8') || is_eleven && digits % 3 == 2),
            }
        }
        _ if is_short => None,
        'u' | 'h' => None,
        'e' if word.to_ascii_lowercase().starts_with("eu") => None,
        'o' if word.eq_ignore_ascii_case("one") => Some(false),
        'a' | 'e' | 'i' | 'o' => Some(true),
        'b'..='z' => Some(false),
        _ => None,
    }
}
