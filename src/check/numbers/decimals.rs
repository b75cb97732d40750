//! Numbers with decimals as words and slashes say them: «۵ سال و نیم», «۹ ثانیه و ۵۸ صدم ثانیه», ۵/۲.

use crate::check::numbers::asked::Asked;
use crate::check::pair::Side;
use crate::text::number::{Number, Quantity, word_value};
use crate::text::{Lang, Placeable, Span, Value, Word};

/// A hundredth of a sum.
const CENT: &str = "سنت";

/// Persian words for parts of one, and how many decimals each of them has.
const PLACES: [(&str, usize); 6] =
    [("دهم", 1), ("صدم", 2), ("هزارم", 3), (CENT, 2), ("پنس", 2), ("پنی", 2)];

/// The Persian names of such parts of a sum, with the English ones.
const COINS: [(&str, &str); 3] = [(CENT, "cents"), ("پنس", "pence"), ("پنی", "pence")];

/// The numbers that end with a half: 2.5 for «دو سال و نیم» and "two and a half years".
pub(crate) fn halves(side: &Side<'_>) -> Vec<Number> {
    let words = side.words();
    let (joint, half, word): (&str, &[&str], &str) = match side.lang {
        Lang::Persian => ("و", &["نیم"], "نیم"),
        Lang::English => ("and", &["a", "half"], "half"),
    };
    if !words.folded().contains(word) {
        return Vec::new();
    }
    let letters = words.words().iter();
    let letters: Vec<&str> = letters.map(|word| words.letters(&word.folded)).collect();
    let joints = (0..letters.len()).filter(|&at| letters[at] == joint);
    let found = joints.filter_map(|at| {
        letters[at + 1..].strip_prefix(half)?;
        half_more(&letters[at.saturating_sub(2)..at], side.lang)
    });
    found.collect()
}

/// The number among the words before "and a half", with that.
fn half_more(before: &[&str], lang: Lang) -> Option<Number> {
    let whole = before.iter().rev().find_map(|word| match *word {
        "a" | "an" => Some(1),
        word => word_value(word, lang).or(Number::read(word))?.to_u64(),
    });
    let whole = whole.filter(|&whole| whole < 100)?;
    Number::of_digits(&whole.to_string(), "5")
}

/// A number whose decimals Persian counts for themselves: «۹ ثانیه و ۵۸ صدم».
struct Parted {
    span: Span,
    /// With what stands before «و», if that is there: 9.58.
    whole: Option<Value>,
    /// Without: 0.58.
    alone: Value,
}

/// The numbers of a text whose decimals Persian counts for themselves, with the whole one before «و» and without.
pub(crate) fn parts(side: &Side<'_>) -> Vec<Number> {
    let both = parted(side).flat_map(|it| it.whole.into_iter().chain([it.alone]));
    both.filter_map(|value| value.number().cloned()).collect()
}

/// The number that a value is part of, be it the whole one, the decimals or the word for their place; and where that
/// stands.
pub(crate) fn whole(side: &Side<'_>, placeable: &Placeable) -> Option<(Span, Value)> {
    let found = parted(side).find(|it| it.span.covers(placeable.span))?;
    Some((found.span, found.whole.unwrap_or(found.alone)))
}

/// How English writes a sum of hundredths alone: 62 cents.
pub(crate) fn coins(side: &Side<'_>, placeable: &Placeable) -> Option<String> {
    let found = parted(side).find(|it| it.span.start == placeable.span.start)?;
    let name = side.letters(side.words_after(placeable.span).first()?);
    let (_, english) = COINS.iter().find(|(persian, _)| *persian == name)?;
    let number = placeable.value.number().filter(|_| found.whole.is_none())?;
    Some(format!("{} {english}", number.write(Lang::English)))
}

/// Whether the text has the number that a value is part of, or the value is the word for the place of decimals.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let has = |(_, whole): (Span, Value)| whole.quantities().all(|number| asked.said.has(number));
    is_place(asked.own, asked.value) || whole(asked.own, asked.value).is_some_and(has)
}

/// Whether a value is the word for the place of decimals, which counts nothing of its own: «صدم» behind a number.
fn is_place(side: &Side<'_>, placeable: &Placeable) -> bool {
    parted(side).any(|it| it.span.end == placeable.span.end && it.span.start < placeable.span.start)
}

fn parted(side: &Side<'_>) -> impl Iterator<Item = Parted> {
    let words = side.words().words();
    let is_persian = side.lang == Lang::Persian;
    let places = words.iter().enumerate().filter(move |_| is_persian);
    places.filter_map(move |(at, word)| {
        let letters = side.letters(word);
        let (_, places) = PLACES.iter().find(|(name, _)| *name == letters)?;
        parted_at(side, &words[..at], word, *places)
    })
}

/// The number whose decimals are the last one of the words `before` that for their place.
fn parted_at(side: &Side<'_>, before: &[Word], place: &Word, places: usize) -> Option<Parted> {
    let (last, decimals) = counted(side, before)?;
    let decimals = decimals.number()?.to_u64().filter(|&it| it < 1000)?;
    let decimals = format!("{decimals:0places$}");
    let whole = match side.words_before(last) {
        [before @ .., and] if side.letters(and) == "و" => {
            // Between the two may be what is counted.
            let counted = |words: &[Word]| counted(side, words);
            counted(before).or_else(|| counted(before.split_last()?.1))
        }
        _ => None,
    };
    let whole = whole.and_then(|(span, value)| Some((span, with(side, span, &value, &decimals)?)));
    let first = whole.as_ref().map_or(last, |(span, _)| *span);
    let alone = Quantity::figures(Number::of_digits("0", &decimals)?);
    (decimals.len() == places).then(|| Parted {
        span: Span::new(first.start, place.span.end),
        whole: whole.map(|(_, value)| value),
        alone: Value::Number(alone),
    })
}

/// The value with which some words end, and where it stands.
fn counted(side: &Side<'_>, words: &[Word]) -> Option<(Span, Value)> {
    let word = words.last()?;
    let mut values = side.values().iter();
    let value = values.find(|value| value.span.end == word.span.end);
    let in_word = || {
        let letters = side.letters(word);
        let number = Number::read(letters).or_else(|| word_value(letters, side.lang))?;
        Some((word.span, Value::Number(Quantity::figures(number))))
    };
    value.map(|value| (value.span, value.value.clone())).or_else(in_word)
}

/// A value with decimals behind it, or behind its cents: «۱ دلار و ۱۵ سنت و ۶۷ صدم».
fn with(side: &Side<'_>, span: Span, value: &Value, decimals: &str) -> Option<Value> {
    let (_, whole, own) = value.number()?.parts();
    let decimals = match span.of(side.text).ends_with(CENT) {
        true => format!("{own:0<2}{decimals}"),
        false if own.is_empty() => decimals.to_owned(),
        false => return None,
    };
    let quantity = Quantity::figures(Number::of_digits(whole, &decimals)?);
    match value {
        Value::Number(_) => Some(Value::Number(quantity)),
        Value::Percent(_) => Some(Value::Percent(quantity)),
        Value::Amount(_, currency) => Some(Value::Amount(quantity, *currency)),
        _ => None,
    }
}

/// The numbers that Persian may write with a slash for the point: ۵/۲.
pub(crate) fn slashed(side: &Side<'_>) -> Vec<Number> {
    let folded = side.words().folded();
    if side.lang != Lang::Persian || !folded.contains('/') {
        return Vec::new();
    }
    let figures = folded.split(|c: char| !(c.is_ascii_digit() || c == '/'));
    let numbers = figures.filter_map(|figure| {
        let (whole, decimals) = figure.split_once('/')?;
        Number::of_digits(whole, decimals).filter(|_| !decimals.is_empty())
    });
    numbers.collect()
}
