//! Numbers of two kinds of things that a translation exchanges: «۷ کشته و ۴۵ زخمی» as "forty-five killed and seven
//! injured".

use std::sync::LazyLock;

use crate::check::finding::Finding;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::list::List;
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

/// One of these things.
#[derive(Clone, Copy)]
struct Thing {
    /// The number of those that are counted side by side, and its own among them.
    together: usize,
    number: usize,
}

/// The things by their names, each of which only one has.
static BY_NAME: LazyLock<List<Thing>> = LazyLock::new(|| {
    let groups = COUNTED.iter().enumerate();
    let things = groups.flat_map(|(together, things)| {
        things.iter().enumerate().map(move |(number, names)| (names, Thing { together, number }))
    });
    things
        .flat_map(|(names, thing)| names.iter().map(move |&name| (name.to_owned(), thing)))
        .collect()
});

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
    // Most texts have one number or none, and no words are looked at.
    if [source, target].into_iter().any(|side| numbers(side).nth(1).is_none()) {
        return None;
    }
    let [theirs, ours] = [source, target].map(things);
    (0..COUNTED.len()).find_map(|together| {
        let ours = counts(target, &ours, together);
        if ours.is_empty() {
            return None;
        }
        let theirs = counts(source, &theirs, together);
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
fn counts<'a>(side: &'a Side<'_>, things: &[(Span, Thing)], together: usize) -> Vec<Count<'a>> {
    let its = things.iter().filter(|(_, thing)| thing.together == together);
    let its = its.map(|(span, thing)| Token { span: *span, meaning: Meaning::Thing(thing.number) });
    let mut tokens: Vec<Token<'_>> = its.collect();
    if tokens.is_empty() {
        return Vec::new();
    }
    tokens.extend(numbers(side));
    tokens.sort_by_key(|token| token.span.start);
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

/// The numbers of a text, in order.
fn numbers<'a>(side: &'a Side<'_>) -> impl Iterator<Item = Token<'a>> {
    side.values().iter().filter_map(|value| match &value.value {
        Value::Number(quantity) => {
            Some(Token { span: value.span, meaning: Meaning::Number(&quantity.number) })
        }
        _ => None,
    })
}

/// The things that a text names.
fn things(side: &Side<'_>) -> Vec<(Span, Thing)> {
    let words = side.words().words().iter();
    words.filter_map(|word| Some((word.span, *BY_NAME.get(side.letters(word))?))).collect()
}
