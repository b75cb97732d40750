//! Ranges: ۱۰ تا ۱۲ درصد, 10–12, $20 to $30 million.

use super::cardinals::Cardinal;
use super::numbers::Counted;
use super::scanner::{Read, Scanner, read};
use super::value::{Range, Unit, Value};
use crate::text::Lang;
use crate::text::number::{Figure, Form, Number, Quantity, WordClass};

impl Scanner<'_> {
    /// Two numbers with "to", «تا» or a dash between them, the first one smaller; scores and days of a month are not
    /// ranges.
    ///
    /// `low` is the number at `at`, with its unit.
    pub(super) fn range(&self, at: usize, low: Option<&Read<Counted>>) -> Option<Read<Value>> {
        let range = self.dashed(at).or_else(|| self.worded(low?))?;
        let hours = ["am", "pm", "صبح", "عصر", "بعدازظهر", "بامداد"];
        // "$20 to $30 a night" is not a time.
        let is_time = self.is_word(range.end, &hours)
            || self.is_word(range.end, &["a", "p"]) && self.is_mark(range.end + 1, '.');
        let is_date = self.before_month(at, self.place_at(at).as_ref()).is_some();
        (!is_time && !is_date).then(|| range.map(Value::Range))
    }

    fn worded(&self, low: &Read<Counted>) -> Option<Read<Range>> {
        let joint: &[&str] = match self.lang {
            Lang::Persian => &["تا", "الی"],
            Lang::English => &["to"],
        };
        let dash = self.is_mark(low.end, '-') && self.tokens[low.end].is_attached();
        if !dash && !self.is_word(low.end, joint) {
            return None;
        }
        let high = self.quantity(low.end + 1, self.cardinal(low.end + 1))?;
        let is_attached = self.tokens[low.end + 1].is_attached();
        let is_words = is_words(&low.value) && is_words(&high.value);
        let certain = |counted: &Counted| counted.0.certain || counted.1 != Unit::None || is_words;
        let fits = certain(&low.value) && certain(&high.value) && (!dash || is_attached);
        let range = joined(low.value.clone(), high.value).filter(|_| fits)?;
        read(range, high.end)
    }

    /// 10–12, with a sign before it or a unit after it.
    fn dashed(&self, at: usize) -> Option<Read<Range>> {
        let sign = self.token(at)?.mark();
        let currency = sign.and_then(|sign| crate::text::number::currency_of_symbol("", sign));
        let figure_at = at + usize::from(currency.is_some());
        let Some(Figure::Range(low, high)) = self.token(figure_at)?.figure() else {
            return None;
        };
        let (low, high) = (cardinal(low), cardinal(high));
        let (high, mut end) = self.magnified(high, figure_at + 1, currency.is_some());
        let mut unit = currency.map_or(Unit::None, Unit::Money);
        if let (None, Some(after)) = (currency, self.unit(end, &high)) {
            (unit, end) = (after.value, after.end);
        }
        if self.has_doubtful_suffix(end) {
            return None;
        }
        read(joined((low, Unit::None), (high, unit))?, end)
    }

    /// The number with the magnitude that stands at `at` applied to it.
    fn magnified(&self, number: Cardinal, at: usize, is_sum: bool) -> (Cardinal, usize) {
        let word = self.number_word(at).filter(|word| !word.ordinal);
        let magnitude = word.and_then(|word| match word.class {
            WordClass::Magnitude(magnitude) => Some(magnitude),
            _ => None,
        });
        let suffix = if is_sum { self.suffix_of_sum(at) } else { self.suffix(at) };
        let Some(magnitude) = magnitude.or(suffix) else {
            return (number, at);
        };
        let quantity = Quantity {
            number: number.quantity.number.times_ten_to(magnitude.zeros()),
            form: Form::Scaled(magnitude),
        };
        let scaled = true;
        (Cardinal { quantity, scaled, ..number }, at + 1)
    }
}

fn is_words(counted: &Counted) -> bool {
    counted.0.quantity.form == Form::Words
}

fn cardinal(number: &Number) -> Cardinal {
    Cardinal {
        quantity: Quantity::figures(number.clone()),
        certain: true,
        ordinal: false,
        scaled: false,
    }
}

/// The range from one number to another; the first takes the unit and the magnitude of the second.
fn joined(low: Counted, high: Counted) -> Option<Range> {
    let (low, low_unit) = low;
    let (high, unit) = high;
    if low_unit != Unit::None && low_unit != unit {
        return None;
    }
    let low = scaled_alike(low.quantity, &high.quantity)?;
    let high = high.quantity;
    let is_positive = |quantity: &Quantity| quantity.number.parts().0.is_empty();
    let is_range = is_positive(&low) && is_positive(&high) && low.number.is_below(&high.number);
    is_range.then_some(Range { low, high, unit })
}

/// The lower end in the magnitude of the upper: 20 in "20 to 30 million"; `None` where that is not certain.
fn scaled_alike(low: Quantity, high: &Quantity) -> Option<Quantity> {
    let (Form::Scaled(magnitude), Form::Figures) = (high.form, low.form) else {
        return Some(low);
    };
    let scaled = low.number.times_ten_to(magnitude.zeros());
    scaled.is_below(&high.number).then_some(Quantity { number: scaled, form: high.form })
}
