//! Numbers of two kinds of things that a translation exchanges: «۷ کشته و ۴۵ زخمی» as "forty-five killed and seven
//! injured".

use crate::check::finding::Finding;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::number::Number;
use crate::text::{Span, Value};

/// What is counted side by side, by its names in both languages, folded.
const COUNTED: [&[&[&str]]; 3] = [
    &[
        &[
            "killed",
            "kills",
            "killing",
            "dead",
            "died",
            "deaths",
            "کشته",
            "کشتهاند",
            "کشتهها",
            "کشتهشدن",
            "کشت",
            "کشتند",
            "جانباخته",
            "جانباختهاند",
            "جانباختند",
        ],
        &[
            "injured",
            "injures",
            "injuring",
            "injuries",
            "wounded",
            "wounding",
            "hurt",
            "زخمی",
            "زخمیها",
            "مجروح",
            "مجروحان",
            "مصدوم",
            "مصدومان",
        ],
    ],
    &[&["gold", "golds", "طلا"], &["silver", "silvers", "نقره"], &["bronze", "bronzes", "برنز"]],
    &[&["man", "men", "مرد", "مردان"], &["woman", "women", "زن", "زنان"]],
];

/// A number or one of the things that are counted, in the order of a text.
struct Token<'a> {
    span: Span,
    meaning: Meaning<'a>,
}

enum Meaning<'a> {
    Number(&'a Number),
    /// The index of its names.
    Thing(usize),
}

/// How many of a thing a text has.
struct Count<'a> {
    number: &'a Number,
    thing: usize,
    span: Span,
}

/// The same things with the same numbers as the article has, but each with that of another.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    COUNTED.iter().find_map(|things| {
        let ours = counts(target, things);
        if ours.is_empty() {
            return None;
        }
        let theirs = counts(source, things);
        let has = |wanted: &Count<'_>| {
            ours.iter().any(|it| it.thing == wanted.thing && it.number == wanted.number)
        };
        let has_number = |wanted: &Count<'_>| ours.iter().any(|it| it.number == wanted.number);
        let has_thing = |wanted: &Count<'_>| ours.iter().any(|it| it.thing == wanted.thing);
        let are_same =
            theirs.len() == ours.len() && theirs.iter().all(|it| has_number(it) && has_thing(it));
        (are_same && !theirs.iter().all(has)).then(|| {
            let (right, wrong) = (whole(&theirs), whole(&ours));
            let (right, quoted) = (source.quote(right), target.quote(wrong));
            target.finding(Rule::NumberMismatch, wrong, format!("{right} is not {quoted}"))
        })
    })
}

/// From the first of the counts to the last.
fn whole(counts: &[Count<'_>]) -> Span {
    let start = counts.iter().map(|it| it.span.start).min();
    let end = counts.iter().map(|it| it.span.end).max();
    Span::new(start.unwrap_or_default(), end.unwrap_or_default())
}

/// How many of each of some things a text has; none where that is not certain: numbers and things must take turns, and
/// each thing must be there once.
fn counts<'a>(side: &'a Side<'_>, things: &[&[&str]]) -> Vec<Count<'a>> {
    let tokens = tokens(side, things);
    let is_thing = |token: &Token<'_>| matches!(token.meaning, Meaning::Thing(_));
    let (Some(first), Some(last)) =
        (tokens.iter().position(is_thing), tokens.iter().rposition(is_thing))
    else {
        return Vec::new();
    };
    // Each number stands before its thing where one stands before the first, and else after it.
    let turns = match first.checked_sub(1) {
        Some(start) => &tokens[start..=last],
        None => &tokens[..tokens.len().min(last + 2)],
    };
    let counts = turns.chunks(2).map(count).collect::<Option<Vec<Count<'_>>>>();
    let counts = counts.unwrap_or_default();
    let is_once =
        |it: &Count<'_>| counts.iter().filter(|other| other.thing == it.thing).count() == 1;
    if counts.len() > 1 && counts.iter().all(is_once) { counts } else { Vec::new() }
}

/// A number with a thing beside it, in either order.
fn count<'a>(both: &[Token<'a>]) -> Option<Count<'a>> {
    let [one, other] = both else {
        return None;
    };
    let (number, thing) = match (&one.meaning, &other.meaning) {
        (Meaning::Number(number), Meaning::Thing(thing)) => (number, thing),
        (Meaning::Thing(thing), Meaning::Number(number)) => (number, thing),
        _ => return None,
    };
    Some(Count { number, thing: *thing, span: Span::new(one.span.start, other.span.end) })
}

fn tokens<'a>(side: &'a Side<'_>, things: &[&[&str]]) -> Vec<Token<'a>> {
    let numbers = side.values().iter().filter_map(|value| match &value.value {
        Value::Number(quantity) => {
            Some(Token { span: value.span, meaning: Meaning::Number(&quantity.number) })
        }
        _ => None,
    });
    let mut tokens: Vec<Token<'_>> = numbers.collect();
    // Most texts have one or none, and no words are looked at.
    if tokens.len() < 2 {
        return Vec::new();
    }
    tokens.extend(side.words().words().iter().filter_map(|word| {
        let letters = side.letters(word);
        let thing = things.iter().position(|names| names.contains(&letters))?;
        Some(Token { span: word.span, meaning: Meaning::Thing(thing) })
    }));
    tokens.sort_by_key(|token| token.span.start);
    tokens
}
