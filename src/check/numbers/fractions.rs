//! Fractions in words that a translation has as another: "a fifth of the oil" as «یک‌سوم نفت».

use crate::check::finding::Finding;
use crate::check::numbers::counted::parted;
use crate::check::numbers::phrases::ordinal;
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::{Lang, Span, Value, Word};

/// The numbers above the line, folded.
const ABOVE: [(&str, u64); 14] = [
    ("a", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("یک", 1),
    ("دو", 2),
    ("سه", 3),
    ("چهار", 4),
    ("پنج", 5),
    ("شش", 6),
    ("هفت", 7),
];

/// Words before "half of" by which it is one of two, and not a number: "the second half of the year".
const WHICH: [&str; 8] = ["first", "second", "latter", "other", "top", "bottom", "best", "and"];

/// A fraction, and where it stands.
struct Fraction {
    above: u64,
    below: u64,
    span: Span,
}

impl Fraction {
    fn is(&self, other: &Self) -> bool {
        self.above * other.below == other.above * self.below
    }

    /// Whether both are one together: where two thirds came, a third did not.
    fn is_rest_of(&self, other: &Self) -> bool {
        self.above * other.below + other.above * self.below == self.below * other.below
    }
}

/// The only fraction of the target, where the only one of the source is another, and neither text has a percentage.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    // Few English texts have one, and then no Persian words are looked at.
    let (english, persian) = match source.lang {
        Lang::English => (source, target),
        Lang::Persian => (target, source),
    };
    let (one, other) = (only(fractions(english))?, only(fractions(persian))?);
    let (right, wrong) = match source.lang {
        Lang::English => (one, other),
        Lang::Persian => (other, one),
    };
    let has_percent = |side: &Side<'_>| {
        side.values().iter().any(|value| matches!(value.value, Value::Percent(_)))
    };
    let is_other = !right.is(&wrong) && !right.is_rest_of(&wrong);
    (is_other && !has_percent(source) && !has_percent(target)).then(|| {
        let (right, quoted) = (source.quote(right.span), target.quote(wrong.span));
        let message = format!("{right} is not {quoted}");
        target.finding(Rule::NumberMismatch, wrong.span, message)
    })
}

/// The fractions that a text has of something, or Persian in one word.
fn fractions<'a>(side: &'a Side<'_>) -> impl Iterator<Item = Fraction> + 'a {
    let words = side.words().words();
    // In English "of" stands behind it, and behind most words a longer one does.
    let may_be = move |&at: &usize| {
        let next = words.get(at + 1);
        side.lang == Lang::Persian || next.is_some_and(|of| of.folded.len() == "of".len())
    };
    (0..words.len()).filter(may_be).filter_map(move |at| {
        let (before, rest) = words.split_at(at);
        let (word, after) = rest.split_first()?;
        match side.lang {
            Lang::English => english(side, before, word, after),
            Lang::Persian => persian(side, word, after),
        }
    })
}

/// "Half of", "two thirds of", "three-quarters of"; not "half of an hour".
fn english(side: &Side<'_>, before: &[Word], word: &Word, after: &[Word]) -> Option<Fraction> {
    let [of, next, ..] = after else {
        return None;
    };
    if side.letters(of) != "of" || matches!(side.letters(next), "a" | "an") {
        return None;
    }
    let letters = side.letters(word);
    let last = before.last();
    if letters == "half" {
        let is_which = last.is_some_and(|last| WHICH.contains(&side.letters(last)));
        return (!is_which).then_some(Fraction { above: 1, below: 2, span: word.span });
    }
    let (above, below, start) = match letters.split_once('-') {
        Some((above, below)) => (above, below, word.span.start),
        None => (side.letters(last?), letters, last?.span.start),
    };
    let below = match below {
        "quarter" | "quarters" => 4,
        below => ordinal(below, Lang::English)?,
    };
    fraction(above, below, Span::new(start, word.span.end))
}

/// «نیمی از», «یک‌سوم»; not «یک‌چهارم نهایی».
fn persian(side: &Side<'_>, word: &Word, after: &[Word]) -> Option<Fraction> {
    let letters = side.letters(word);
    let next = after.first().map(|next| side.letters(next));
    if letters == "نیمی" && next == Some("از") {
        return Some(Fraction { above: 1, below: 2, span: word.span });
    }
    if !letters.ends_with('م') || matches!(next, Some("نهایی" | "پایانی" | "درصد"))
    {
        return None;
    }
    match parted(letters).as_slice() {
        [above, below] => fraction(above, ordinal(below, Lang::Persian)?, word.span),
        _ => None,
    }
}

fn fraction(above: &str, below: u64, span: Span) -> Option<Fraction> {
    let (_, above) = *ABOVE.iter().find(|(name, _)| *name == above)?;
    (above < below && below < 10).then_some(Fraction { above, below, span })
}
