//! `punctuation`: marks that do not pair, and questions that are none any more.
//!
//! What stands in other segments is looked at too, since a quotation may be longer than one.

use crate::check::finding::{Finding, Severity};
use crate::check::pair::{Pair, Part};
use crate::check::rule::{About, Rule};
use crate::text::Span;

pub(super) const ABOUT: About = About {
    name: "punctuation",
    severity: Severity::Warning,
    says: "a bracket or quotation mark of the translation lacks its other half, or a question its mark",
    why: "The half that is missing is where a sentence was mended or cut. Where the marks of the article do not pair either, \
          as in a quotation of several sentences, nothing is found.",
    fix: "None.",
    example: [
        "او گفت: «ما می‌رویم.»",
        "He said: “We are leaving.",
        "He said: “We are leaving.”",
    ],
};

/// What opens and what closes.
const KINDS: [[char; 2]; 5] = [['(', ')'], ['[', ']'], ['«', '»'], ['“', '”'], ['"', '"']];

/// What stands before a straight quotation mark that closes, besides letters and digits.
const ENDING: [char; 14] = [
    '.', ',', '!', '?', '؟', '،', '؛', '…', ')', ']', '"', '\'', '’', '%',
];

/// The marks of the target that are wrong.
pub(super) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let mut findings = Vec::new();
    let is_clear = unpaired(source.text).is_empty() && !has_single_quotes(source.text);
    let unpaired = unpaired(target.text).into_iter().filter(|_| is_clear);
    let alone = unpaired.filter(|half| !is_paired_elsewhere(half, target));
    findings.extend(alone.min_by_key(|half| half.span).map(|half| Finding {
        rule: Rule::Punctuation,
        span: target.place(half.span),
        message: format!(
            "{} stands alone; write {} too, or take it out",
            half.span.of(target.text),
            half.other
        ),
        fix: None,
    }));
    findings.extend(question(pair));
    findings
}

/// A mark without its other half.
struct Half {
    span: Span,
    opens: bool,
    /// The other half.
    other: char,
}

/// A mark that opens or closes.
struct Mark {
    at: usize,
    opens: bool,
}

/// The marks of one kind; a straight quotation mark opens where a word follows it, and none stands before it.
fn marks(text: &str, [open, close]: [char; 2]) -> impl DoubleEndedIterator<Item = Mark> {
    let found = text
        .char_indices()
        .filter(move |&(_, c)| c == open || c == close);
    let mark = move |(at, c): (usize, char)| {
        let before = text[..at].chars().next_back();
        let after = text[at + c.len_utf8()..].chars().next();
        let is_apart = before.is_none_or(|c| !c.is_alphanumeric() && !ENDING.contains(&c));
        let is_before_word = after.is_some_and(|c| !c.is_whitespace());
        let opens = c == open && (open != close || is_apart && is_before_word);
        Mark { at, opens }
    };
    found.map(mark)
}

/// Which marks of a text have no other half.
fn unpaired(text: &str) -> Vec<Half> {
    let mut unpaired = Vec::new();
    for kind in KINDS {
        let mut opened: Vec<usize> = Vec::new();
        let mut alone = Vec::new();
        for mark in marks(text, kind) {
            if mark.opens {
                opened.push(mark.at);
            } else if opened.pop().is_none() {
                alone.push((mark.at, false));
            }
        }
        alone.extend(opened.into_iter().map(|at| (at, true)));
        unpaired.extend(alone.into_iter().map(|(at, opens)| Half {
            span: Span::new(at, at + kind[usize::from(!opens)].len_utf8()),
            opens,
            other: kind[usize::from(opens)],
        }));
    }
    unpaired
}

/// Whether the other half stands in a segment before or after, as in a quotation of several sentences.
fn is_paired_elsewhere(half: &Half, target: &Part<'_>) -> bool {
    let mut kinds = KINDS.into_iter().filter(|kind| kind.contains(&half.other));
    kinds.any(|kind| {
        if half.opens {
            let mut after = marks(&target.article[target.span.end..], kind);
            after.next().is_some_and(|mark| !mark.opens)
        } else {
            let mut before = marks(&target.article[..target.span.start], kind);
            before.next_back().is_some_and(|mark| mark.opens)
        }
    })
}

/// Whether single quotation marks stand before or after a word: they cannot be told from apostrophes.
fn has_single_quotes(text: &str) -> bool {
    let is_single = |c: char| ['\'', '‘', '’', '`'].contains(&c);
    let mut words = text.split_whitespace();
    words.any(|word| word.starts_with(is_single) || word.ends_with(is_single))
}

/// A question of the source that is none in the target. The other way is no fault: many an article asks without the mark.
fn question(pair: &Pair<'_>) -> Option<Finding> {
    const MARKS: [char; 2] = ['?', '؟'];
    let source = pair.source.text;
    let end = source.trim_end_matches(|c: char| !c.is_alphanumeric() && !MARKS.contains(&c));
    let is_lost = end.ends_with(MARKS) && !pair.target.text.contains(MARKS);
    is_lost.then(|| Finding {
        rule: Rule::Punctuation,
        span: pair.target.span,
        message: "end it with a question mark, as the article does".to_owned(),
        fix: None,
    })
}
