//! A placeable in place of another one of its kind, in the target's way of writing.

use super::date;
use super::quantity::{capitalized_like, exchanged as exchanged_number, formed_like};
use crate::text::date::Time;
use crate::text::number::{Form, Number, Quantity};
use crate::text::placeable::Range;
use crate::text::{Lang, Value, WritingOptions, fold};

/// `new` as it is to be written for `was`, which stands in a target in `lang` as `text`; `None` where that is not
/// certain.
pub(super) fn exchanged(was: &Value, new: &Value, text: &str, lang: Lang) -> Option<String> {
    match (was, new) {
        (Value::Number(was), Value::Number(new)) => number(was, new, text, lang),
        (Value::Percent(was), Value::Percent(new)) => {
            let new = formed_like(was, new);
            exchanged_number(was, &new, text, lang)
        }
        (Value::Amount(was, currency), Value::Amount(new, other)) => {
            let new = formed_like(was, new);
            let written = if currency == other {
                exchanged_number(was, &new, text, lang)
            } else {
                Some(Value::Amount(new, *other).write(lang, &WritingOptions::default()))
            };
            written.map(|written| with_cents(written, text, lang))
        }
        (Value::Range(was), Value::Range(new)) => range(was, new, text, lang),
        (Value::Ordinal(was), Value::Ordinal(new)) => match lang {
            Lang::Persian => persian_ordinal(was, new, text),
            Lang::English => english_ordinal(was, new, text),
        },
        (Value::Date(was), Value::Date(new)) => date::exchanged(was, new, text, lang),
        (Value::Time(was), Value::Time(new)) => time(*was, *new, text, lang),
        (Value::Code(was), Value::Code(new)) => code(was, new, text, lang),
        (Value::Url(was), Value::Url(new))
        | (Value::Email(was), Value::Email(new))
        | (Value::Handle(was), Value::Handle(new)) => (text == was).then(|| new.clone()),
        _ => None,
    }
}

/// Whether one of two numbers, or of two sums in one currency, is 1 and the other is not, so that nouns and verbs
/// around them have another form.
pub(super) fn differ_in_plural(was: &Value, new: &Value) -> bool {
    let counts_alike = match (was, new) {
        (Value::Number(_), Value::Number(_)) => true,
        (Value::Amount(_, was), Value::Amount(_, new)) => was == new,
        _ => false,
    };
    let is_one = |value: &Value| value.number() == Some(&Number::of(1));
    counts_alike && is_one(was) != is_one(new)
}

/// The sum with both digits of its cents, where English would write only one and the old sum did not: $81.50.
fn with_cents(written: String, was: &str, lang: Lang) -> String {
    let has_one = |text: &str| {
        let cents = text.rsplit_once('.').map_or("", |(_, cents)| cents);
        cents.len() == 1 && cents.starts_with(|c: char| c.is_ascii_digit())
    };
    if lang == Lang::English && has_one(&written) && !has_one(was) {
        written + "0"
    } else {
        written
    }
}

fn number(was: &Quantity, new: &Quantity, text: &str, lang: Lang) -> Option<String> {
    if may_be_of_two_calendars(was, new) {
        return None;
    }
    let new = formed_like(was, new);
    let written = || capitalized_like(text, new.write(lang));
    Some(exchanged_number(was, &new, text, lang).unwrap_or_else(written))
}

/// Whether one number may be a Gregorian year, and the other one of another calendar: "The 2024 budget" is not that of
/// «۱۴۰۳».
///
/// Two digits may be a year too: «انتخابات ۸۸».
fn may_be_of_two_calendars(was: &Quantity, new: &Quantity) -> bool {
    let plain = |q: &Quantity| q.number.to_u64().filter(|_| q.form == Form::Figures);
    let is_gregorian = |year: u64| (1800..=2100).contains(&year);
    let is_other = |year: u64| (1250..=1450).contains(&year) || (10..100).contains(&year);
    match (plain(was), plain(new)) {
        (Some(was), Some(new)) => {
            is_gregorian(was) && is_other(new) || is_other(was) && is_gregorian(new)
        }
        _ => false,
    }
}

/// Both ends in their places: "10 to 12 percent" becomes "20 to 25 percent".
fn range(was: &Range, new: &Range, text: &str, lang: Lang) -> Option<String> {
    let are_years = [(&was.low, &new.low), (&was.high, &new.high)]
        .iter()
        .any(|(was, new)| may_be_of_two_calendars(was, new));
    if was.unit != new.unit || are_years {
        return None;
    }
    let (low, high) = (formed_like(&was.low, &new.low), formed_like(&was.high, &new.high));
    let formed = Range { low: low.clone(), high: high.clone(), unit: new.unit };
    let write = |range: &Range| Value::Range(range.clone()).write(lang, &WritingOptions::default());
    if write(was) == text {
        return Some(write(&formed));
    }
    let joint: &[&str] = match lang {
        Lang::Persian => &[" تا ", " الی ", "–", "-"],
        Lang::English => &[" to ", "–", "-"],
    };
    let (left, right) = joint.iter().find_map(|joint| text.split_once(joint))?;
    let between = &text[left.len()..text.len() - right.len()];
    let left = exchanged_number(&was.low, &low, left, lang)?;
    let right = exchanged_number(&was.high, &high, right, lang)?;
    Some(format!("{left}{between}{right}"))
}

/// سوم and سومین: the form before a noun stays one before a noun.
fn persian_ordinal(was: &Quantity, new: &Quantity, text: &str) -> Option<String> {
    let (after, before) = (persian_forms(&was.number, was), persian_forms(&new.number, new));
    let is = |form: &str| fold(form).text() == fold(text).text();
    let is_first = was.number == Number::of(1);
    if is(&after.0) || is_first && is("اول") {
        Some(before.0)
    } else if is(&after.1) || is_first && is("اولین") {
        Some(before.1)
    } else {
        None
    }
}

/// An ordinal as it stands after its noun and before it.
fn persian_forms(number: &Number, quantity: &Quantity) -> (String, String) {
    if *number == Number::of(1) {
        return ("نخست".to_owned(), "نخستین".to_owned());
    }
    let ordinal = Value::Ordinal(quantity.clone());
    let after = ordinal.write(Lang::Persian, &WritingOptions::default());
    let before = format!("{after}ین");
    (after, before)
}

/// third, 3rd, twelfth, 12th: in words or figures as the target has it.
fn english_ordinal(was: &Quantity, new: &Quantity, text: &str) -> Option<String> {
    let written = |quantity: &Quantity, limit| {
        let options = WritingOptions { english_words_up_to: limit, ..WritingOptions::default() };
        Value::Ordinal(quantity.clone()).write(Lang::English, &options)
    };
    let usual = WritingOptions::default().english_words_up_to;
    let limits = [usual, 0, was.number.to_u64()?.max(usual)];
    let is_written = |limit: &u64| written(was, *limit).eq_ignore_ascii_case(text);
    let limit = limits.into_iter().find(is_written)?;
    Some(capitalized_like(text, written(new, limit)))
}

/// A time written like the other one: 8 p.m., 8 pm, 20:00; with the half of the day if that one has it.
fn time(was: Time, new: Time, text: &str, lang: Lang) -> Option<String> {
    let styles: [fn(String) -> String; 4] = [
        |time| time,
        |time| time.replace(".m.", "m"),
        |time| time.replace(" a.m.", "am").replace(" p.m.", "pm"),
        |time| time.replace("ساعت ", ""),
    ];
    let style = styles.into_iter().find(|style| style(was.write(lang)) == text)?;
    (was.certain == new.certain).then(|| style(new.write(lang)))
}

/// A code in Latin letters, or in Persian ones where both codes have them.
fn code(was: &str, new: &str, text: &str, lang: Lang) -> Option<String> {
    let written = |code: &str| Value::Code(code.to_owned()).write(lang, &WritingOptions::default());
    if text == was {
        return Some(new.to_owned());
    }
    let is_same = fold(&written(was)).text() == fold(text).text();
    (is_same && written(new) != new).then(|| written(new))
}
