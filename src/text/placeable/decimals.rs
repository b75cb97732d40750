//! Decimals in words: ۵ و ۸ دهم, ۲ ممیز ۵, ۲۵ صدم درصد, ۶۸ دلار و ۴۵ سنت.

use super::cardinals::Cardinal;
use super::scanner::{Read, Scanner, read};
use crate::text::number::{Form, Number};

/// The words for decimal parts of one, and how many decimals each stands for.
const PARTS: [(&str, usize); 3] = [("دهم", 1), ("صدم", 2), ("هزارم", 3)];

/// What is measured in parts of one: before one of these «۳ دهم» is a number.
const MEASURED: [&str; 2] = ["ثانیه", "واحد"];

/// Hundredths of a sum.
const CENTS: [&str; 3] = ["سنت", "cents", "cent"];

impl Scanner<'_> {
    /// The number that `group` makes with the parts of one at `at`: for ۵ in «۵ و ۸ دهم» and «۵ ممیز ۸», and for ۲۵ in
    /// «۲۵ صدم درصد».
    ///
    /// Parts without a whole number before them are a fraction, which is not read as a number, unless they are parts of
    /// a hundredth or of another measure. `first` is the token where the group begins: «بین ۵ و ۶ دهم» are two.
    pub(super) fn with_decimals(
        &self,
        group: &Number,
        first: usize,
        at: usize,
    ) -> Option<Read<Number>> {
        if let Some(places) = self.decimals(at) {
            // «۹ ثانیه و ۵۸ صدم ثانیه» is one number.
            let is_measured = self.is_word(at + 1, &["درصد"])
                || self.is_word(at + 1, &MEASURED) && self.word_before(first) != Some("و");
            return read(decimal("0", group, places)?, at + 1).filter(|_| is_measured);
        }
        let point = self.past_words(at, &["ممیز"]);
        let part = self.group(point.or_else(|| self.past_words(at, &["و"]))?)?;
        let (places, end) = match (self.decimals(part.end), point) {
            (Some(places), _) => (places, part.end + 1),
            (None, Some(_)) => (part.value.number.to_string().len(), part.end),
            (None, None) => return None,
        };
        let (_, whole, _) = group.parts();
        let number = decimal(whole, &part.value.number, places)?;
        let is_one = group.is_whole() && self.word_before(first) != Some("بین");
        read(number, end).filter(|_| is_one)
    }

    /// How many decimals the part of one at `at` stands for.
    fn decimals(&self, at: usize) -> Option<usize> {
        let word = self.word(at)?;
        let part = PARTS.iter().find(|(part, _)| *part == word);
        part.map(|(_, places)| *places)
    }

    /// The sum that `number` makes with the cents at its end.
    pub(super) fn with_cents(&self, number: &Read<Cardinal>) -> Option<Read<Cardinal>> {
        let quantity = &number.value.quantity;
        let is_whole = quantity.number.is_whole() && !matches!(quantity.form, Form::Scaled(_));
        let joint = number.end + usize::from(self.is_word(number.end, &["و", "and"]));
        let cents = self.group(joint).filter(|_| is_whole && joint > number.end)?;
        let (sign, whole, _) = quantity.number.parts();
        let sum = decimal(whole, &cents.value.number, 2).filter(|_| sign.is_empty())?;
        let mut value = number.value.clone();
        value.quantity.number = sum;
        value.quantity.form = match quantity.form {
            Form::Words => Form::Figures,
            form => form,
        };
        read(value, cents.end + 1).filter(|_| self.is_word(cents.end, &CENTS))
    }
}

/// The whole number with `part` after its point, in `places` places; `None` where it has more.
fn decimal(whole: &str, part: &Number, places: usize) -> Option<Number> {
    let digits = part.to_string();
    let fits = part.is_whole() && digits.len() <= places;
    fits.then(|| Number::of_digits(whole, &format!("{digits:0>places$}"))).flatten()
}
