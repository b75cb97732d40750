//! What a word requires beside it: "the", and "a" or "an", before an English one, the ezafe after a Persian one.

use super::{HALF_SPACE, Lang, Words};

/// Words that make a name one that takes "the" in English.
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

/// Letters whose names begin with a vowel when spoken.
const VOWEL_NAMES: [char; 12] = ['a', 'e', 'f', 'h', 'i', 'l', 'm', 'n', 'o', 'r', 's', 'x'];

/// English words before which a demonym is a noun, as in "A German was killed", folded; verbs in -ed and -ing are such
/// words too.
const NO_NOUNS: [&str; 75] = [
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "does", "do", "did", "will",
    "would", "can", "could", "may", "might", "must", "shall", "should", "says", "said", "tells",
    "told", "wins", "won", "shot", "took", "takes", "came", "comes", "went", "goes", "left", "got",
    "gets", "made", "makes", "gave", "gives", "held", "led", "fled", "died", "became", "and", "or",
    "but", "nor", "who", "whom", "whose", "which", "that", "than", "as", "at", "by", "for", "from",
    "in", "into", "of", "off", "on", "to", "with", "after", "before", "because", "if", "when",
    "while", "not",
];

/// Persian words that never depend on the name before them, so that it has no ezafe.
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

/// Whether the name takes "the" in English; abbreviations such as the UAE do.
pub(crate) fn has_article(name: &str) -> bool {
    let is_short = name.chars().all(|c| c.is_uppercase() || ['.', '-'].contains(&c));
    let words = Words::of(name, Lang::English);
    is_short || words.tokens().any(|word| WITH_ARTICLE.contains(&word))
}

/// Whether "an" stands before an English text, not "a"; `None` where its first letters do not show it.
pub(crate) fn begins_with_vowel(text: &str) -> Option<bool> {
    // "An $8 billion deal" is read as eight billion dollars.
    let text = text.trim_start_matches(['$', '€', '£']);
    let word = text.split(|c: char| !c.is_alphanumeric() && c != ',').next()?;
    let figures = word.replace(',', "");
    let first = text.chars().next()?.to_ascii_lowercase();
    let is_single = figures.chars().nth(1).is_none_or(|c| c.is_ascii_digit());
    let is_short = word.len() > 1 && word.chars().all(char::is_uppercase);
    match first {
        // F-16, M1, U-2: a single letter is read by its name.
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

/// Whether what follows begins with a word that can be a noun, or an adjective of one.
pub(crate) fn is_before_noun(after: &str) -> bool {
    if after.starts_with('-') {
        return true;
    }
    let next = next_word(after).to_ascii_lowercase();
    let is_verb = next.ends_with("ed") || next.ends_with("ing");
    !next.is_empty() && !is_verb && !NO_NOUNS.contains(&next.as_str())
}

/// The word that follows after a space; empty where there is none.
pub(crate) fn next_word(after: &str) -> &str {
    let next = after.strip_prefix(' ').unwrap_or_default();
    let end = next.find(|c: char| !c.is_alphabetic());
    &next[..end.unwrap_or(next.len())]
}

/// Whether the ezafe after a name, which is written after a long vowel but not after other letters, does not matter
/// here.
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

/// Whether the ye on a Persian name is its ezafe: after a vowel the adjective has two ye. «ایتالیای امروز», but
/// «ایتالیایی».
pub(crate) fn has_ezafe(name: &str, after: &str) -> bool {
    let rest = after.trim_start_matches(HALF_SPACE).strip_prefix('ی');
    name.ends_with(['ا', 'و'])
        && rest.is_some_and(|rest| {
            rest.starts_with(' ') && rest.trim_start().starts_with(char::is_alphabetic)
        })
}
