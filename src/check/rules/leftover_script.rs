//! `leftover-script`: words of a translation that stayed in the script of the article, or are in a third one.
//!
//! Names and abbreviations in Latin letters are usual in Persian, and terms in their own script in brackets everywhere.

use crate::check::finding::Finding;
use crate::check::pair::{Pair, Side};
use crate::check::rule::{About, Rule, Severity};
use crate::text::bytes::chars_at;
use crate::text::{Lang, Span, Value};

pub(crate) const ABOUT: About = About {
    name: "leftover-script",
    severity: Severity::Error,
    says: "words of the translation are in another script than its own",
    why: "They were overlooked, or a keyboard was left in the other language. What stands in brackets, hashtags and \
          addresses of the article, and what it has as well in a third script is allowed, and in Persian so are names and \
          terms in Latin letters: up to four words that do not stand so in the article, have capitals or are in quotation marks.",
    fix: "None.",
    example: [
        "او از وزیر خارجه تشکر کرد.",
        "He thanked the وزیر خارجه.",
        "He thanked the foreign minister.",
    ],
};

/// The fewest letters that are a word.
const SHORTEST: usize = 2;

/// The fewest words in a row in Latin letters that are no name, with the fewest of them without a capital.
const PHRASE: [usize; 2] = [5, 4];

/// The fewest in a row, all without a capital, where the article has the same.
const OF_ARTICLE: usize = 2;

/// The words in a script that is not the target's; none where `untranslated` finds the whole.
pub(crate) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let target = &pair.target;
    if target.main_lang() == Some(target.lang.other()) {
        return Vec::new();
    }
    let runs = runs(target).into_iter();
    runs.filter(|run| is_left_over(*run, pair))
        .map(|run| {
            let message = format!("translate {}", target.quote(run.span));
            target.finding(Rule::LeftoverScript, run.span, message)
        })
        .collect()
}

/// Words in a row of one script.
#[derive(Clone, Copy)]
struct Run {
    span: Span,
    /// The language of the script; `None` for a third one.
    lang: Option<Lang>,
}

/// The runs of letters that are not the target's own, with the spaces between them.
fn runs(target: &Side<'_>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (start, c) in other_letters(target.text, target.lang) {
        let lang = Lang::of_letter(c);
        let span = Span::new(start, start + c.len_utf8());
        match runs.last_mut() {
            Some(run) if run.lang == lang && joins(&target.text[run.span.end..start]) => {
                run.span.end = span.end;
            }
            _ => runs.push(Run { span, lang }),
        }
    }
    runs
}

/// The letters of a text that are not those of `lang`, with their places. Where that is English they are beyond ASCII.
fn other_letters(text: &str, lang: Lang) -> impl Iterator<Item = (usize, char)> {
    let chars = chars_at(text, move |byte| match lang {
        Lang::English => byte >= 0xC0,
        Lang::Persian => byte >= 0xC0 || byte.is_ascii_alphabetic(),
    });
    chars.filter(move |(_, c)| Lang::of_letter(*c) != Some(lang) && c.is_alphabetic())
}

/// Whether what stands between two letters parts no phrase.
fn joins(between: &str) -> bool {
    between.chars().all(|c| {
        matches!(c, ' ' | '\'')
            || !c.is_alphanumeric() && !c.is_ascii_punctuation() && !c.is_whitespace()
    })
}

fn is_left_over(run: Run, pair: &Pair<'_>) -> bool {
    let text = run.span.of(pair.target.text);
    if is_gloss(run.span, pair.target.text) || is_of_web(run.span, pair) {
        return false;
    }
    match run.lang {
        Some(Lang::Persian) => text.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST,
        Some(Lang::English) => {
            let words: Vec<&str> = text.split_whitespace().collect();
            let small = words.iter().filter(|word| word.starts_with(char::is_lowercase));
            let (count, small) = (words.len(), small.count());
            let is_of_article =
                || pair.source.text.contains(text) && !is_quoted(run.span, pair.target.text);
            count >= PHRASE[0] && small >= PHRASE[1]
                || count >= OF_ARTICLE && small == count && is_of_article()
                || count == 1 && is_word_of_article(run.span, pair)
        }
        None => text.chars().count() >= SHORTEST && !pair.source.text.contains(text),
    }
}

/// Whether a span is one English word in small letters that the article has too, and no unit, name or quotation.
fn is_word_of_article(span: Span, pair: &Pair<'_>) -> bool {
    const SHORTEST: usize = 3;
    const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];
    let text = pair.target.text;
    let word = span.of(text);
    let is_small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    if word.len() < SHORTEST || !is_small || !word.contains(VOWELS) {
        return false;
    }
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let is_counted = before.trim_end().ends_with(char::is_numeric);
    let is_apart = (before.is_empty() || before.ends_with(' '))
        && (after.is_empty() || after.starts_with([' ', '،', '؛', '.', '؟']));
    let places = pair.source.words().words().iter().map(|word| word.span);
    let mut places = places.filter(|place| place.of(pair.source.text) == word);
    let is_named = |place: Span| {
        let place = pair.source.place(place);
        pair.source.names.iter().any(|name| name.span.covers(place))
    };
    let is_quoted = |place: Span| is_quoted(place, pair.source.text);
    !is_counted && is_apart && places.any(|place| !is_named(place) && !is_quoted(place))
}

/// Whether the span is of an address, a hashtag or an account that the article has letter by letter.
fn is_of_web(span: Span, pair: &Pair<'_>) -> bool {
    let mut values = pair.target.values().iter();
    values.any(|placeable| {
        let is_kept = matches!(
            placeable.value,
            Value::Url(_) | Value::Email(_) | Value::Hashtag(_) | Value::Handle(_)
        );
        is_kept
            && placeable.span.covers(span)
            && pair.source.text.contains(placeable.span.of(pair.target.text))
    })
}

/// Whether the span stands between quotation marks.
fn is_quoted(span: Span, text: &str) -> bool {
    let is_mark = |c: char| matches!(c, '«' | '»' | '"' | '“' | '”' | '‘' | '’' | '\'');
    text[..span.start].ends_with(is_mark) && text[span.end..].starts_with(is_mark)
}

/// Whether the span stands in brackets, and between marks there: (به یونانی: Ελλάδα, Elláda).
fn is_gloss(span: Span, text: &str) -> bool {
    const OPENING: [char; 2] = ['(', '['];
    const CLOSING: [char; 2] = [')', ']'];
    /// The most letters of a gloss before the span, and after it.
    const LONGEST: usize = 200;
    let is_bracket = |c: &char| OPENING.contains(c) || CLOSING.contains(c);
    let is_mark = |c: char| is_bracket(&c) || ":;,/؛،".contains(c);
    let before = text[..span.start].trim_end();
    let after = text[span.end..].trim_start();
    let opening = || before.chars().rev().take(LONGEST).find(is_bracket);
    let closing = || after.chars().take(LONGEST).find(is_bracket);
    before.ends_with(is_mark)
        && after.starts_with(is_mark)
        && opening().is_some_and(|bracket| OPENING.contains(&bracket))
        && closing().is_some_and(|bracket| CLOSING.contains(&bracket))
}
