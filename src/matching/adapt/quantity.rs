//! A number in place of another number, in figures or in words like that one.

use crate::text::Lang;
use crate::text::number::{Form, Magnitude, Quantity};

/// Numbers up to this one are written in words by either language's news.
const SMALL: u64 = 9;

/// The largest number in words whose replacement, if it is no larger, is written in words too.
const LARGEST_IN_WORDS: u64 = 99;

/// From this number on, news writes a magnitude.
const LARGE: u64 = 1_000_000;

/// The quantity `new` in the form that `was` has, as far as that form suits a number of its size.
pub(super) fn formed_like(was: &Quantity, new: &Quantity) -> Quantity {
    let form = match was.form {
        Form::Words if is_wordy(was, new) => Form::Words,
        Form::Words => natural(new),
        Form::Scaled(magnitude) if is_short(new, magnitude) => was.form,
        Form::Scaled(_) => natural(new),
        Form::Figures | Form::Grouped => match new.form {
            Form::Scaled(_) if size(new).is_none_or(|n| n >= LARGE) => new.form,
            Form::Figures => was.form,
            _ if size(was).is_some_and(|n| n < 1000) => Form::Grouped,
            _ => was.form,
        },
    };
    Quantity { number: new.number.clone(), form }
}

/// `text`, which holds `was`, with `new` in its place and everything else as it is; `None` where `was` is not found
/// in one place.
///
/// `new` must have the form that `text` is to have.
pub(super) fn exchanged(was: &Quantity, new: &Quantity, text: &str, lang: Lang) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let writings = writings(was, new, lang).into_iter();
    let mut found = writings.filter(|(was, _)| lower.matches(was.as_str()).count() == 1);
    let (was, new) = found.next()?;
    let at = lower.find(&was)?;
    let new = capitalized_like(&text[at..], new);
    Some(format!("{}{new}{}", &text[..at], &text[at + was.len()..]))
}

/// The text with a capital at its head where `pattern` has one.
pub(super) fn capitalized_like(pattern: &str, text: String) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if pattern.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => text,
    }
}

/// The ways in which both numbers can be written, the likeliest first: as the language does, without marks between the
/// groups, without the magnitude, with a minus in words, and in Persian with Latin or Arabic digits, or with a slash
/// for the point.
fn writings(was: &Quantity, new: &Quantity, lang: Lang) -> Vec<(String, String)> {
    let mut writings = vec![(was.write(lang), new.write(lang))];
    let same_form = |a: &Quantity, b: &Quantity| match (a.form, b.form) {
        (Form::Figures | Form::Grouped, Form::Figures | Form::Grouped) => true,
        (a, b) => a == b && a != Form::Words,
    };
    if !same_form(was, new) {
        return writings;
    }
    let is_negative = |q: &Quantity| q.number.to_string().starts_with('-');
    if is_negative(was) && is_negative(new) {
        writings.push((was.negated().write(lang), new.negated().write(lang)));
    }
    for lang in [lang, Lang::English] {
        if let Form::Scaled(magnitude) = was.form {
            let scaled = |q: &Quantity| q.number.over_ten_to(magnitude.zeros()).write(lang);
            writings.push((scaled(was), scaled(new)));
        } else {
            let plain = |q: &Quantity| lang.digits(&q.number.to_string());
            writings.push((was.write(lang), new.write(lang)));
            writings.push((plain(was), plain(new)));
        }
    }
    if lang == Lang::Persian {
        let others = [arabic, slashed, |text: &str| slashed(&arabic(text))];
        let written = writings.iter();
        let others = written.flat_map(|(was, new)| others.map(|write| (write(was), write(new))));
        let others: Vec<(String, String)> = others.collect();
        writings.extend(others);
    }
    writings
}

/// A number's text with Arabic digits for the Persian ones.
fn arabic(text: &str) -> String {
    let arabic = |c| match c {
        '۰'..='۹' => char::from_u32(u32::from(c) - u32::from('۰') + u32::from('٠')).unwrap_or(c),
        other => other,
    };
    text.chars().map(arabic).collect()
}

/// A number's text with a slash for its point, as in «۲/۵».
fn slashed(text: &str) -> String {
    text.replace(['٫', '.'], "/")
}

/// Whether `new` is written in words as `was` is: a small number, or one no larger than `was`.
fn is_wordy(was: &Quantity, new: &Quantity) -> bool {
    let limit = size(was).filter(|n| *n <= LARGEST_IN_WORDS);
    let limit = limit.unwrap_or(0).max(SMALL);
    size(new).is_some_and(|n| n <= limit)
}

/// The quantity in words; `None` where it is too large for that.
pub(super) fn spelled(quantity: &Quantity) -> Option<Quantity> {
    let is_short = size(quantity).is_some_and(|n| n <= LARGEST_IN_WORDS);
    is_short.then(|| Quantity { number: quantity.number.clone(), form: Form::Words })
}

/// The form in which news writes a number in figures.
fn natural(new: &Quantity) -> Form {
    let words = Quantity { number: new.number.clone(), form: Form::Words };
    match (words.in_figures().form, new.form) {
        (Form::Figures, Form::Grouped | Form::Scaled(_) | Form::Words) => Form::Grouped,
        (form, _) => form,
    }
}

/// The quantity with marks between its groups, if it is in figures.
pub(super) fn grouped(quantity: &Quantity) -> Quantity {
    let form = match quantity.form {
        Form::Figures => Form::Grouped,
        form => form,
    };
    Quantity { number: quantity.number.clone(), form }
}

/// Whether the number is short when written with that magnitude: 2.5 million, but neither 0.8 million nor 10.5
/// thousand.
fn is_short(new: &Quantity, magnitude: Magnitude) -> bool {
    let scaled = new.number.over_ten_to(magnitude.zeros()).to_string();
    let (whole, decimals) = scaled.split_once('.').unwrap_or((&scaled, ""));
    let most_decimals = if magnitude == Magnitude::Thousand { 0 } else { 2 };
    whole != "0" && whole.len() <= 3 && decimals.len() <= most_decimals
}

fn size(quantity: &Quantity) -> Option<u64> {
    quantity.number.to_u64()
}
