//! `untranslated`: segments that were left empty, or as they were.

use crate::check::finding::Finding;
use crate::check::pair::Pair;
use crate::check::rule::{About, Rule, Severity};
use crate::segment::Segment;
use crate::text::{Lang, Span};

pub(crate) const ABOUT: About = About {
    name: "untranslated",
    severity: Severity::Error,
    says: "a segment of the translation is empty, or in the language of the article",
    why: "It was overlooked, or pasted and forgotten. What has no letters of either language asks for no translation, and in \
          Persian names may stand in Latin letters.",
    fix: "None.",
    example: ["مذاکرات پایان یافت.", "مذاکرات پایان یافت.", "The talks ended."],
};

/// The message where nothing stands.
const EMPTY: &str = "translate it; nothing stands here";

/// The finding where a segment with letters has no translation at all.
pub(crate) fn lacking(source: &str) -> Option<Finding> {
    Lang::of(source).map(|_| finding(Span::new(0, 0), EMPTY))
}

/// The most words of a text in Latin letters that can be a name or a byline in Persian.
const NAME: usize = 3;

/// A Persian text with fewer than one word in this many in Persian letters is untranslated.
const FOREIGN: usize = 5;

/// Reports a target that is empty, or in the source's language.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let message = match target.main_lang() {
        None if target.text.trim().is_empty() && source.main_lang() == Some(source.lang) => EMPTY,
        main_lang if is_foreign(target.text, main_lang, target.lang) => "translate it",
        _ => return None,
    };
    Some(finding(target.span, message))
}

/// The segments that are in no pair and in the source's language: what was left as it was need not be known again by
/// the alignment.
pub(crate) fn check_unpaired(unpaired: &[Segment<'_>], lang: Lang) -> Vec<Finding> {
    let foreign = unpaired.iter().filter(|segment| {
        segment.text.split_whitespace().count() > NAME
            && is_foreign(segment.text, Lang::of(segment.text), lang)
    });
    foreign.map(|segment| finding(segment.span, "translate it")).collect()
}

fn finding(span: Span, message: &str) -> Finding {
    Finding { rule: Rule::Untranslated, span, message: message.to_owned(), fix: None, about: None }
}

/// Whether a text of a translation into `lang`, most of whose letters are of `main_lang`, is in the other language.
fn is_foreign(text: &str, main_lang: Option<Lang>, lang: Lang) -> bool {
    main_lang == Some(lang.other()) && !keeps_names(text, lang)
}

/// Whether a Persian text has its Latin letters because it keeps names in them, or what no language translates.
fn keeps_names(text: &str, lang: Lang) -> bool {
    if lang == Lang::English {
        return false;
    }
    let words = text.split_whitespace().filter(|word| !is_code(word));
    let words: Vec<&str> = words.filter(|word| Lang::of(word).is_some()).collect();
    let own = words.iter().filter(|word| Lang::of(word) == Some(lang));
    let has_capital = |word: &&str| word.contains(char::is_uppercase);
    words.is_empty()
        || own.count() * FOREIGN > words.len()
        || words.len() <= NAME && words.iter().all(has_capital)
}

/// Whether it is an address, an account, a file, a placeholder or a tag: "t.me/bbcpersian", "{name}", "%s".
fn is_code(word: &str) -> bool {
    let word = word.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | '.' | ';' | ':' | '،'));
    let is_sign = |c: char| matches!(c, '@' | '/' | '\\' | '_' | '=' | '#' | '%' | '{' | '<' | '.');
    word.contains(is_sign)
}
