//! `untranslated`: segments that were left empty, or as they were.

use crate::check::finding::{Finding, Severity};
use crate::check::pair::{Pair, Part};
use crate::check::rule::{About, Rule};
use crate::text::Lang;

pub(super) const ABOUT: About = About {
    name: "untranslated",
    severity: Severity::Error,
    says: "a segment of the translation is empty, or in the language of the article",
    why: "It was overlooked, or pasted and forgotten. What has no letters of either language asks for no translation, and in \
          Persian names may stand in Latin letters.",
    example: [
        "مذاکرات پایان یافت.",
        "مذاکرات پایان یافت.",
        "The talks ended.",
    ],
};

/// The most words of a text in Latin letters that can be a name or a byline in Persian.
const NAME: usize = 3;

/// How many words of a Persian text there are to one in its own letters, where the others are no names that it keeps.
const FOREIGN: usize = 5;

/// That the target is empty, or in the source's language.
pub(super) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let message = match Lang::of(target.text) {
        None if target.text.trim().is_empty() && Lang::of(source.text) == Some(source.lang) => {
            "translate it; nothing stands here"
        }
        lang if lang == Some(source.lang) && !keeps_names(target) => "translate it",
        _ => return None,
    };
    Some(Finding {
        rule: Rule::Untranslated,
        span: target.span,
        message: message.to_owned(),
        fix: None,
    })
}

/// Whether a Persian text has so many Latin letters because it keeps names in them.
fn keeps_names(target: &Part<'_>) -> bool {
    if target.lang == Lang::English {
        return false;
    }
    let words = target.text.split_whitespace();
    let words: Vec<&str> = words.filter(|word| Lang::of(word).is_some()).collect();
    let own = words
        .iter()
        .filter(|word| Lang::of(word) == Some(target.lang));
    let is_capital = |word: &&str| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        letters.next().is_some_and(char::is_uppercase)
    };
    own.count() * FOREIGN > words.len() || words.len() <= NAME && words.iter().all(is_capital)
}
