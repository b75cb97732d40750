//! Kings and popes with the numeral of another: Charles III as «چارلز دوم».

use crate::check::finding::Finding;
use crate::check::numbers::phrases::ordinal;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::number::roman;
use crate::text::sounds::{Key, sounds_of};
use crate::text::{Lang, Span};

/// A name with a numeral.
struct Ruler {
    key: Key,
    number: u64,
    /// That of the name and the numeral.
    span: Span,
}

/// The name of the target with a numeral that the article has with another one only.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let (english, persian) = match source.lang {
        Lang::English => (source, target),
        Lang::Persian => (target, source),
    };
    let mut words = english.words().words().iter();
    if !words.any(|word| numeral(word.span.of(english.text)).is_some()) {
        return None;
    }
    let in_english = rulers(english);
    if in_english.is_empty() {
        return None;
    }
    let (theirs, ours) = match source.lang {
        Lang::English => (in_english, rulers(persian)),
        Lang::Persian => (rulers(persian), in_english),
    };
    ours.iter().find_map(|wrong| {
        let named = || theirs.iter().filter(|right| right.key.is_near(wrong.key));
        let right = named().next()?;
        let is_other = named().all(|right| right.number != wrong.number);
        is_other.then(|| {
            let (right, quoted) = (source.quote(right.span), target.quote(wrong.span));
            target.finding(Rule::NumberMismatch, wrong.span, format!("{right} is not {quoted}"))
        })
    })
}

/// The names of a text that a numeral follows: in Roman figures in English, as an ordinal in Persian.
fn rulers(side: &Side<'_>) -> Vec<Ruler> {
    let both = side.words().words().windows(2);
    let rulers = both.filter_map(|both| {
        let [name, numeral] = both else {
            return None;
        };
        let text = name.span.of(side.text);
        let number = match side.lang {
            Lang::English => roman_of_ruler(text, numeral.span.of(side.text))?,
            Lang::Persian => ordinal(side.letters(numeral), Lang::Persian)?,
        };
        let between = &side.text[name.span.end..numeral.span.start];
        // «لئوی چهاردهم»
        let letters = side.letters(name);
        let name_alone = letters.strip_suffix('ی').filter(|it| it.ends_with('و'));
        let letters = name_alone.unwrap_or(letters);
        let key = Key::of(&sounds_of(letters));
        let span = Span::new(name.span.start, numeral.span.end);
        (between == " ").then_some(Ruler { key, number, span })
    });
    rulers.collect()
}

/// The number of a Roman numeral after a name.
fn roman_of_ruler(name: &str, word: &str) -> Option<u64> {
    let is_name = name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase);
    numeral(word).filter(|_| is_name)
}

/// The number of a Roman numeral; one letter alone may be an initial.
fn numeral(word: &str) -> Option<u64> {
    roman(word).filter(|_| word.len() > 1)
}
