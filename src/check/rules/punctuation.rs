//! `punctuation`: marks that do not pair, marks that are lost at the end, and in Persian those of English.
//!
//! What stands in other segments is looked at too, since a quotation may be longer than one.

use std::cell::LazyCell;

use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::pair::{Pair, Side};
use crate::check::rule::{About, Rule, Severity};
use crate::text::bytes::chars_at;
use crate::text::words::without_possessive;
use crate::text::{Lang, Span};

pub(crate) const ABOUT: About = About {
    name: "punctuation",
    severity: Severity::Warning,
    says: "a bracket or quotation mark of the translation lacks its other half, a sentence its mark at the end, or a Persian \
           word has a mark of English after it, or a space before its mark",
    why: "The half that is missing is where a sentence was edited or cut. Where the marks of the article do not pair either, \
          as in a quotation of several sentences, nothing is found.",
    fix: "Safe for the marks after Persian words, none for the others.",
    example: ["او گفت: «ما می‌رویم.»", "He said: “We are leaving.", "He said: “We are leaving.”"],
};

/// The marks that open, with those that close.
const KINDS: [[char; 2]; 5] = [['(', ')'], ['[', ']'], ['«', '»'], ['“', '”'], ['"', '"']];

/// Characters before a straight quotation mark that closes, besides letters and digits.
const ENDING: [char; 14] = ['.', ',', '!', '?', '؟', '،', '؛', '…', ')', ']', '"', '\'', '’', '%'];

/// The marks of the target that are wrong.
pub(crate) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let mut findings = Vec::new();
    let halves = unpaired(target.text);
    let is_clear =
        !halves.is_empty() && unpaired(source.text).is_empty() && !has_single_quotes(source.text);
    let halves = halves.into_iter().filter(|_| is_clear);
    let is_paired = |half: &Half| is_paired_elsewhere(half, target) || goes_on(half, pair);
    let alone = halves.filter(|half| !is_paired(half));
    findings.extend(alone.min_by_key(|half| half.span).map(|half| {
        let (found, other) = (half.span.of(target.text), half.other);
        let message = format!("{found} stands alone; write {other} too, or take it out");
        target.finding(Rule::Punctuation, half.span, message)
    }));
    findings.extend(last_mark(pair));
    if target.lang == Lang::Persian {
        findings.extend(in_persian(target));
    }
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
    chars_at(text, can_be_mark).filter(|(_, c)| KINDS.as_flattened().contains(c))
}

/// Whether a byte is the first, in UTF-8, of a mark.
#[inline]
fn can_be_mark(byte: u8) -> bool {
    let is_in_ascii = (byte == b'(') | (byte == b')') | (byte == b'[') | (byte == b']');
    is_in_ascii | (byte == b'"') | (byte == 0xC2) | (byte == 0xE2)
}

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

/// Which marks of a text have no other half: of each kind the first that opens and the first that closes.
fn unpaired(text: &str) -> Vec<Half> {
    let mut unpaired = Vec::new();
    let halves: Vec<(usize, char)> = halves(text).collect();
    if halves.is_empty() {
        return unpaired;
    }
    let has_list = LazyCell::new(|| has_list(text));
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
        alone.retain(|(at, _)| !needs_no_other(text, *at, || *has_list));
        // Whether others are paired in another segment is the same for all.
        alone.dedup_by_key(|(_, opens)| *opens);
        unpaired.extend(alone.into_iter().map(|(at, opens)| Half {
            span: Span::new(at, at + kind[usize::from(!opens)].len_utf8()),
            opens,
            other: kind[usize::from(opens)],
        }));
    }
    unpaired
}

/// Whether a mark has no other half anywhere: the bracket of a face, as in :), or of an item of a list; or the mark of
/// inches and seconds, after a figure.
fn needs_no_other(text: &str, at: usize, has_list: impl Fn() -> bool) -> bool {
    let (before, rest) = text.split_at(at);
    let is_face = || {
        let eyes = before.strip_suffix('-').unwrap_or(before);
        eyes.ends_with([':', ';', '='])
    };
    match rest.chars().next() {
        Some('(') => is_face(),
        Some(')') => is_face() || is_item(before, has_list),
        Some('"') => before.ends_with(char::is_numeric),
        _ => false,
    }
}

/// Whether a text before a closing bracket ends with what begins an item of a list: "a", «الف», or a number at the head
/// of the text, or anywhere in one that `has_list`.
fn is_item(before: &str, has_list: impl Fn() -> bool) -> bool {
    /// One more than the longest such word has.
    const REACH: usize = 4;
    let last = before.char_indices().rev().take(REACH);
    let word = last.take_while(|(_, c)| !c.is_whitespace()).last();
    let Some(word) = word.map(|(start, _)| &before[start..]) else {
        return false;
    };
    let is_letter = word.chars().count() == 1 && word.starts_with(char::is_alphabetic);
    let is_number = word.chars().all(char::is_numeric);
    let is_head = || before.trim_start() == word;
    is_letter || word == "الف" || is_number && (is_head() || has_list())
}

/// Whether a text has the first and the second item of a list: "1) the talks, 2) the war".
fn has_list(text: &str) -> bool {
    const FIRST: [&str; 2] = ["1)", "۱)"];
    const SECOND: [&str; 2] = ["2)", "۲)"];
    let has = |items: [&str; 2]| text.split_whitespace().any(|word| items.contains(&word));
    has(FIRST) && has(SECOND)
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

/// Whether the next line begins with the same mark, as in a quotation of several paragraphs of which only the last is
/// closed: the article has no mark there, or in English the next paragraph is part of the quotation as a whole.
fn goes_on(half: &Half, pair: &Pair<'_>) -> bool {
    let (source, target) = (&pair.source, &pair.target);
    let mark = half.span.of(target.text);
    if !half.opens || matches!(half.other, ')' | ']') {
        return false;
    }
    let after = target.article[target.span.end..].split_once('\n');
    let next = after.and_then(|(rest, after)| {
        let is_open = !rest.contains(mark) && !rest.contains(half.other);
        after.lines().find(|line| !line.trim().is_empty()).filter(|_| is_open)
    });
    let Some(next) = next.and_then(|next| next.trim_start().strip_prefix(mark)) else {
        return false;
    };
    let inside = next.trim_end().strip_suffix(half.other).unwrap_or(next);
    let is_whole = target.lang == Lang::English && !inside.contains(half.other);
    is_whole || halves(source.text).next().is_none()
}

/// Whether single quotation marks stand before or after a word: they cannot be told from apostrophes.
fn has_single_quotes(text: &str) -> bool {
    let is_single = |c: char| ['\'', '‘', '’', '`'].contains(&c);
    let mut words = text.split_whitespace();
    words.any(|word| word.starts_with(is_single) || word.ends_with(is_single))
}

/// The mark at the end that the target lacks. A question mark may be anywhere in it, and must be there only where the
/// target surely asks; that only the target has one is no fault, since many an article asks without the mark.
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
    let needs_none = || {
        if is_question {
            pair.is_headline || !asks(&pair.target)
        } else {
            can_be_heading(&pair.target)
        }
    };
    if is_there || needs_none() {
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

/// Words of sentences that tell of a question, folded: "What is unclear is whether". In English they stand in it.
const TELLING: [&str; 18] = [
    "asked",
    "asks",
    "clear",
    "if",
    "question",
    "unclear",
    "unknown",
    "whether",
    "wondered",
    "پرسش",
    "پرسید",
    "پرسیدند",
    "پرسیده",
    "روشن",
    "سوال",
    "مشخص",
    "معلوم",
    "میپرسد",
];
/// Words that ask in English, and verbs that stand before their subject where somebody does.
const ASKING: [&str; 8] = ["how", "what", "when", "where", "which", "who", "whom", "why"];
const VERBS: [&str; 19] = [
    "are", "aren't", "can", "can't", "could", "did", "didn't", "do", "does", "doesn't", "has",
    "have", "is", "isn't", "should", "was", "were", "will", "would",
];

/// Whether a text asks in its own words. In English the order of the words tells it, at the beginning of the text or of
/// what somebody says in it: "Will he go", “Why is he there”.
fn asks(side: &Side<'_>) -> bool {
    const OPENING: [char; 6] = ['.', '!', ':', '"', '“', '‘'];
    let words = side.words().words();
    let letters = side.all_letters();
    let tells = |from: usize| letters[from..].iter().any(|word| TELLING.contains(word));
    let opens = |at: usize| {
        let before = at.checked_sub(1).map_or(0, |before| words[before].span.end);
        at == 0 || side.text[before..words[at].span.start].contains(OPENING)
    };
    let is_verb = |word: &&str| VERBS.contains(word);
    let is_asked = |at: &usize| {
        let asking = letters[*at];
        let is_with_verb = || {
            let stem = without_possessive(asking);
            let is_joined = stem != asking && ASKING.contains(&stem);
            is_joined || ASKING.contains(&asking) && letters.get(at + 1).is_some_and(is_verb)
        };
        opens(*at) && (is_verb(&asking) || is_with_verb()) && !tells(*at)
    };
    match side.lang {
        Lang::Persian => !tells(0),
        Lang::English => (0..words.len()).any(|at| is_asked(&at)),
    }
}

/// Marks of English, and what Persian writes for them.
const OF_ENGLISH: [(char, char); 3] = [(',', '،'), (';', '؛'), ('?', '؟')];

/// The marks after Persian words that are those of English, have a space before them, or none after them.
fn in_persian(target: &Side<'_>) -> Vec<Finding> {
    const MARKS: [char; 9] = [',', ';', '?', '،', '؛', '؟', '.', ':', '!'];
    let marks = target.text.match_indices(MARKS);
    marks.filter_map(|(at, mark)| after_word(target, at, mark)).collect()
}

/// Reports a mark at `at` after a Persian word, if it is wrong.
fn after_word(target: &Side<'_>, at: usize, text: &str) -> Option<Finding> {
    let mark = text.chars().next()?;
    let is_letter = |c: char| Lang::of_letter(c) == Some(Lang::Persian);
    let before = target.text[..at].trim_end_matches(' ');
    let after = &target.text[at + text.len()..];
    if !before.ends_with(is_letter) {
        return None;
    }
    let right = OF_ENGLISH.iter().find(|(english, _)| *english == mark);
    let right = right.map_or(mark, |(_, persian)| *persian);
    let parts_words = !matches!(mark, '.' | ':' | '!');
    let is_parted = |start: usize, end: usize| target.is_parted(Span::new(start, end));
    let end = at + text.len();
    let is_run_on = parts_words && after.starts_with(is_letter) && !is_parted(end, end);
    let ends = after.is_empty() || after.starts_with(char::is_whitespace);
    // The colon before a word has its space on the wrong side: «گفت :برو».
    let is_moved = mark == ':' && before.len() < at && after.starts_with(is_letter);
    let is_closed = after.starts_with(['»', ')']) && (parts_words || before.len() < at);
    let goes_on = is_run_on || is_moved || is_closed || parts_words && after.starts_with('!');
    // ". . ." is left out.
    let is_ellipsis = after.trim_start().starts_with('.');
    let is_wrong = right != mark || before.len() < at || is_run_on;
    if !is_wrong || !(ends || goes_on) || is_ellipsis || is_parted(before.len(), at) {
        return None;
    }
    let span = Span::new(before.len(), end);
    let space = if is_run_on || is_moved { " " } else { "" };
    let fix = Fix::safe(format!("{right}{space}"));
    if right == mark && before.len() == at {
        let message = format!("put a space after {}", target.quote(span));
        return Some(Finding {
            fix: Some(fix),
            ..target.finding(Rule::Punctuation, span, message)
        });
    }
    Some(target.instead(Rule::Punctuation, span, fix))
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
