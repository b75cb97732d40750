//! A name in place of another name, where the sentence around it allows that.

use super::gender::tells_man_from_woman;
use super::quantity::capitalized_like;
use crate::glossary::{Entry, Kind};
use crate::text::grammar::{has_article, has_no_ezafe, is_before_noun};
use crate::text::{Lang, Span, fold};

/// Last words of names: either all names that end with a given one have "the" before them, or none has.
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

/// Whether names of the two entries can replace each other in `target` at all.
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

/// The preferred form of `new`, where the preferred form of `old` stands at `place` and nothing depends on its letters.
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

/// The name as it stands after `before`, with a capital at the head of the target; `None` where a small letter may not
/// be right.
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

/// The word at the end of what stands `before` a place, without white space; empty where a mark is there.
pub(super) fn word_before(before: &str) -> &str {
    let before = before.trim_end();
    &before[before.trim_end_matches(char::is_alphanumeric).len()..]
}

/// Whether one demonym can stand for the other: a German cannot be "a French", but German troops can be French ones.
fn suits_as_demonym(was: &str, text: &str, after: &str) -> bool {
    let is_noun_too = |name: &str| ["an", "ese", "i"].iter().any(|end| name.ends_with(end));
    is_noun_too(was) && is_noun_too(text) || is_before_noun(after)
}

/// Whether what follows a name in English could follow any other: nothing attached, or "'s".
fn has_plain_possessive(after: &str) -> bool {
    match after.strip_prefix(['\'', '’']) {
        Some(rest) => {
            rest.strip_prefix('s').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        }
        None => true,
    }
}

/// Whether "the" certainly stands before both names or before neither: before Hamas, the Kremlin, Deutsche Bank or the
/// World Bank only the name itself can tell.
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
