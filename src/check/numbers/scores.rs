//! Scores that a translation has otherwise: 7-6 as «۷ بر ۵».

use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::numbers::asked::Asked;
use crate::check::numbers::phrases::{any, number};
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::bytes::chars_at;
use crate::text::number::{Number, word_value};
use crate::text::{Lang, Span, fold};

/// A score, with the first side as it stands there.
struct Score {
    sides: [u64; 2],
    span: Span,
    /// Whether «بر» stands between them: two figures with a dash can be anything.
    is_worded: bool,
}

impl Score {
    /// Whether both are the same, whichever side is first.
    fn is(&self, other: &Self) -> bool {
        let [one, two] = other.sides;
        self.sides == [one, two] || self.sides == [two, one]
    }

    /// Whether it can stand for another: they have a side in common, or are both draws. Anything else may be no score.
    fn may_be(&self, other: &Self) -> bool {
        let is_draw = |score: &Self| score.sides[0] == score.sides[1];
        let shares = self.sides.iter().any(|side| other.sides.contains(side));
        shares || is_draw(self) && is_draw(other)
    }
}

/// The scores of the target that the source does not have, where both have as many.
pub(crate) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let ours = scores(target);
    if ours.is_empty() {
        return Vec::new();
    }
    let mut lost = scores(source);
    let number = ours.len();
    if lost.len() != number {
        return Vec::new();
    }
    let mut added = Vec::new();
    for score in ours {
        match lost.iter().position(|it| it.is(&score)) {
            Some(at) => drop(lost.remove(at)),
            None => added.push(score),
        }
    }
    let is_only = number == 1;
    let both = lost.iter().zip(&added);
    let both = both.filter(|(right, wrong)| {
        let is_score = right.is_worded || wrong.is_worded || is_only && are_goals(right, wrong);
        is_score && wrong.may_be(right)
    });
    let findings = both.map(|(right, wrong)| {
        let fix = Fix::suggested(write(right, wrong, target));
        target.instead(Rule::NumberMismatch, wrong.span, fix)
    });
    findings.collect()
}

/// Whether two pairs of figures with a dash are surely scores: all else of which one end is none or one is a range.
fn are_goals(right: &Score, wrong: &Score) -> bool {
    const MOST_GOALS: u64 = 20;
    let is_down = |score: &Score| score.sides[0] > score.sides[1];
    let are_few = [right, wrong].iter().all(|it| it.sides.iter().all(|side| *side < MOST_GOALS));
    are_few && is_down(right) && (is_down(wrong) || wrong.sides[0] == wrong.sides[1])
}

/// Whether the text says by the sets what the score is in which a value stands: 3-0 is "in straight sets", and 3-1 "in
/// four sets".
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let Asked { own: side, value: placeable, other, .. } = *asked;
    let words = other.all_letters();
    let is_set = |word: &str| matches!(word, "set" | "sets" | "setter" | "ست");
    let own = scores(side);
    let mut own = own.iter().filter(|score| score.span.covers(placeable.span)).peekable();
    if own.peek().is_none() {
        return false;
    }
    let won = sets_won(&scores(other));
    let is_swept = words.iter().any(|word| matches!(*word, "swept" | "sweep" | "sweeps"));
    own.any(|score| {
        let [one, two] = score.sides;
        let is_to_nil = one.min(two) == 0;
        won == [one.max(two), one.min(two)]
            || is_swept && is_to_nil
            || any(&words, |before, word, _| {
                let is_straight = before.ends_with(&["straight"]) && is_to_nil;
                is_set(word) && (is_straight || number(before, other.lang) == Some(one + two))
            })
    })
}

/// How many of some sets the better side won, and how many the other.
fn sets_won(sets: &[Score]) -> [u64; 2] {
    let won = |is_first: bool| {
        let its = sets.iter().filter(|set| (set.sides[0] > set.sides[1]) == is_first);
        its.count() as u64
    };
    let [one, two] = [won(true), won(false)];
    [one.max(two), one.min(two)]
}

/// A score as another one is written, with the side that they share in its place.
fn write(right: &Score, wrong: &Score, target: &Side<'_>) -> String {
    let [one, other] = right.sides;
    let is_straight = wrong.sides[0] == one || wrong.sides[1] == other;
    let is_turned = wrong.sides[0] == other || wrong.sides[1] == one;
    let [one, other] = if is_turned && !is_straight { [other, one] } else { [one, other] };
    if wrong.is_worded {
        [one, other].map(persian).join(&format!(" {BY} "))
    } else {
        target.lang.digits(&format!("{one}-{other}"))
    }
}

/// What one side has, as Persian writes it before or after «بر»: nought in words.
fn persian(side: u64) -> String {
    match side {
        0 => "صفر".to_owned(),
        side => Lang::Persian.digits(&side.to_string()),
    }
}

/// What stands between the sides in Persian.
const BY: &str = "بر";

/// The scores of a text, in order: 2-1, «۲ بر یک».
fn scores(side: &Side<'_>) -> Vec<Score> {
    let mut scores = dashed(side.text);
    if side.lang == Lang::Persian && side.text.contains(BY) {
        let words = side.words().words();
        scores.extend(words.windows(3).filter_map(|words| {
            let [one, by, other] = words else {
                return None;
            };
            if side.letters(by) != BY {
                return None;
            }
            Some(Score {
                sides: [goals(side.letters(one))?, goals(side.letters(other))?],
                span: Span::new(one.span.start, other.span.end),
                is_worded: true,
            })
        }));
    }
    scores.sort_by_key(|score| score.span);
    scores
}

/// More than any side has.
const MOST: u64 = 200;

/// What one side has, in figures or in Persian words.
fn goals(letters: &str) -> Option<u64> {
    let number = Number::read(letters).or_else(|| word_value(letters, Lang::Persian))?;
    number.to_u64().filter(|&side| side < MOST)
}

/// What makes more than a score of two figures with a dash between them, where it stands beside them.
fn goes_on(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '–' | '‑' | '/' | ':' | '$' | '%' | '٪' | '+')
}

/// What stands inside figures.
const POINTS: [char; 4] = ['.', ',', '٫', '٬'];

/// The first byte, in UTF-8, of the dashes that are not in ASCII.
const FIRST_OF_DASH: u8 = 0xE2;

/// The figures with a dash between them that stand by themselves.
fn dashed(text: &str) -> Vec<Score> {
    let may_be_dash = |byte: u8| (byte == b'-') | (byte == FIRST_OF_DASH);
    let dashes = chars_at(text, may_be_dash).filter(|(_, c)| matches!(c, '-' | '–' | '‑'));
    let scores = dashes.filter_map(|(at, dash)| {
        let (before, after) = (&text[..at], &text[at + dash.len_utf8()..]);
        let head = before.trim_end_matches(char::is_numeric);
        let tail = after.trim_start_matches(char::is_numeric);
        let (one, other) = (&before[head.len()..], &after[..after.len() - tail.len()]);
        let sides = [goals(fold(one).text())?, goals(fold(other).text())?];
        let is_decimal =
            head.strip_suffix(POINTS).is_some_and(|whole| whole.ends_with(char::is_numeric));
        let has_decimals = tail
            .strip_prefix(POINTS)
            .is_some_and(|decimals| decimals.starts_with(char::is_numeric));
        let is_alone = !head.ends_with(goes_on) && !tail.starts_with(goes_on);
        let span = Span::new(head.len(), text.len() - tail.len());
        (is_alone && !is_decimal && !has_decimals).then_some(Score {
            sides,
            span,
            is_worded: false,
        })
    });
    scores.collect()
}
