//! `punctuation`: marks that do not pair, and marks that are lost at the end.
//!
//! What stands in other segments is looked at too, since a quotation may be longer than one.

use crate::check::finding::{Finding, Severity};
use crate::check::pair::{Pair, Side};
use crate::check::rule::{About, Rule};
use crate::text::bytes::{ByteSet, byte_set, chars_at};
use crate::text::{Lang, Span};

pub(crate) const ABOUT: About = About {
    name: "punctuation",
    severity: Severity::Warning,
    says: "a bracket or quotation mark of the translation lacks its other half, or a sentence its mark at the end",
    why: "The half that is missing is where a sentence was edited or cut. Where the marks of the article do not pair either, \
          as in a quotation of several sentences, nothing is found.",
    fix: "None.",
    example: ["او گفت: «ما می‌رویم.»", "He said: “We are leaving.", "He said: “We are leaving.”"],
};

/// What opens and what closes.
const KINDS: [[char; 2]; 5] = [['(', ')'], ['[', ']'], ['«', '»'], ['“', '”'], ['"', '"']];

/// What stands before a straight quotation mark that closes, besides letters and digits.
const ENDING: [char; 14] = ['.', ',', '!', '?', '؟', '،', '؛', '…', ')', ']', '"', '\'', '’', '%'];

/// The marks of the target that are wrong.
pub(crate) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let mut findings = Vec::new();
    let halves = unpaired(target.text);
    let is_clear =
        !halves.is_empty() && unpaired(source.text).is_empty() && !has_single_quotes(source.text);
    let halves = halves.into_iter().filter(|_| is_clear);
    let alone = halves.filter(|half| !is_paired_elsewhere(half, target));
    findings.extend(alone.min_by_key(|half| half.span).map(|half| {
        let (found, other) = (half.span.of(target.text), half.other);
        let message = format!("{found} stands alone; write {other} too, or take it out");
        target.finding(Rule::Punctuation, half.span, message)
    }));
    findings.extend(last_mark(pair));
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

/// The characters of a text that are marks, with their places.
fn halves(text: &str) -> impl DoubleEndedIterator<Item = (usize, char)> {
    let chars = chars_at(text, |byte| CAN_BE_MARK[usize::from(byte)]);
    chars.filter(|(_, c)| KINDS.as_flattened().contains(c))
}

/// The first bytes, in UTF-8, of the marks.
static CAN_BE_MARK: ByteSet = byte_set(b"()[]\"\xC2\xE2");

/// The marks of one kind among `halves` of a text; a straight quotation mark opens where a word follows it, and none
/// stands before it.
fn marks<I: DoubleEndedIterator<Item = (usize, char)>>(
    text: &str,
    halves: I,
    [open, close]: [char; 2],
) -> impl DoubleEndedIterator<Item = Mark> {
    let mark = move |(at, c): (usize, char)| {
        let before = text[..at].chars().next_back();
        let after = text[at + c.len_utf8()..].chars().next();
        let is_apart = before.is_none_or(|c| !c.is_alphanumeric() && !ENDING.contains(&c));
        let is_before_word = after.is_some_and(|c| !c.is_whitespace());
        let opens = c == open && (open != close || is_apart && is_before_word);
        Mark { at, opens }
    };
    let own = halves.filter(move |&(_, c)| c == open || c == close);
    own.map(mark)
}

/// Which marks of a text have no other half.
fn unpaired(text: &str) -> Vec<Half> {
    let mut unpaired = Vec::new();
    let halves: Vec<(usize, char)> = halves(text).collect();
    if halves.is_empty() {
        return unpaired;
    }
    for kind in KINDS {
        if !halves.iter().any(|(_, c)| kind.contains(c)) {
            continue;
        }
        let mut opened: Vec<usize> = Vec::new();
        let mut alone = Vec::new();
        for mark in marks(text, halves.iter().copied(), kind) {
            if mark.opens {
                opened.push(mark.at);
            } else if opened.pop().is_none() {
                alone.push((mark.at, false));
            }
        }
        alone.extend(opened.into_iter().map(|at| (at, true)));
        alone.retain(|(at, _)| !needs_no_other(text, *at));
        unpaired.extend(alone.into_iter().map(|(at, opens)| Half {
            span: Span::new(at, at + kind[usize::from(!opens)].len_utf8()),
            opens,
            other: kind[usize::from(opens)],
        }));
    }
    unpaired
}

/// Whether a mark has no other half anywhere: the bracket of a face, as in :), or of a list, as in a) and «الف)», and
/// in 1) at the head of the text.
fn needs_no_other(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at(at);
    if !rest.starts_with(['(', ')']) {
        return false;
    }
    let eyes = before.strip_suffix('-').unwrap_or(before);
    let word = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    let is_face = eyes.ends_with([':', ';', '=']);
    let mut letters = word.chars();
    let is_item = match (letters.next(), letters.next()) {
        (None, _) => false,
        (Some(letter), None) if letter.is_alphabetic() => true,
        _ if word == "الف" => true,
        _ => word.chars().all(char::is_numeric) && before.trim_start() == word,
    };
    is_face || is_item && rest.starts_with(')')
}

/// Whether the other half stands in a segment before or after, as in a quotation of several sentences.
fn is_paired_elsewhere(half: &Half, target: &Side<'_>) -> bool {
    let mut kinds = KINDS.into_iter().filter(|kind| kind.contains(&half.other));
    kinds.any(|kind| {
        if half.opens {
            let after = &target.article[target.span.end..];
            let mut after = marks(after, halves(after), kind);
            after.next().is_some_and(|mark| !mark.opens)
        } else {
            let before = &target.article[..target.span.start];
            let mut before = marks(before, halves(before), kind);
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

/// The mark at the end that the target lacks. A question mark may be anywhere in it; that only the target has one is no
/// fault, since many an article asks without the mark.
fn last_mark(pair: &Pair<'_>) -> Option<Finding> {
    const QUESTION: [char; 2] = ['?', '؟'];
    const STOPS: [char; 2] = ['.', '!'];
    let is_mark = |c: char| QUESTION.contains(&c) || STOPS.contains(&c);
    let end = |text: &'_ str| {
        let end = text.trim_end_matches(|c: char| !c.is_alphanumeric() && !is_mark(c));
        end.chars().next_back()
    };
    let mark = end(pair.source.text).filter(|&c| is_mark(c))?;
    let is_question = QUESTION.contains(&mark);
    let is_there = if is_question {
        pair.target.text.contains(QUESTION)
    } else {
        !pair.target.text.trim_end().ends_with(char::is_alphabetic)
    };
    if is_there || !is_question && can_be_heading(&pair.target) {
        return None;
    }
    let name = if is_question { "question mark" } else { "full stop" };
    Some(Finding {
        rule: Rule::Punctuation,
        span: pair.target.span,
        message: format!("end it with a {name}, as the article does"),
        fix: None,
        about: None,
    })
}

/// Whether a text can be a heading, which has no full stop in English, though it has in many a Persian article: a short
/// one, or one of the first two lines.
fn can_be_heading(side: &Side<'_>) -> bool {
    const FIRST_LINES: usize = 2;
    const SHORT: usize = 10;
    let is_first = || {
        let before = side.article[..side.span.start].lines();
        let before = before.filter(|line| !line.trim().is_empty());
        before.take(FIRST_LINES).count() < FIRST_LINES
    };
    side.lang == Lang::English && (side.words().len() < SHORT || is_first())
}
