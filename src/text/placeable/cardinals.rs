//! Numbers in figures, in words or in both, with their signs and magnitudes.

use super::groups::Group;
use super::scanner::{Read, Scanner, read};
use crate::text::Lang;
use crate::text::number::{Form, Magnitude, Number, NumberWord, Quantity, WordClass, natural_form};

/// A number, and whether it certainly is one even without a unit after it.
#[derive(Clone, Debug)]
pub(super) struct Cardinal {
    pub(super) quantity: Quantity,
    pub(super) certain: bool,
    pub(super) ordinal: bool,
    /// Whether the first group had a magnitude of its own.
    pub(super) scaled: bool,
}

/// English magnitudes that Persian has no word for, with their zeros: a thousand trillions, and those of India.
const OTHERS: [(&str, usize); 5] =
    [("quadrillion", 15), ("lakh", 5), ("lakhs", 5), ("crore", 7), ("crores", 7)];

/// After one of these a magnitude alone is vague: «چند هزار», «ده‌ها هزار».
const VAGUE: [&str; 8] = ["چند", "چندین", "ها", "دهها", "صدها", "هزاران", "half", "نیم"];

impl Scanner<'_> {
    /// A number with its sign: −5, minus five, منفی ۵; `cardinal` is the number at `at` itself.
    pub(super) fn signed(
        &self,
        at: usize,
        cardinal: Option<Read<Cardinal>>,
    ) -> Option<Read<Cardinal>> {
        let is_word = self.is_word(at, &["minus", "منفی"]);
        if !is_word && !self.is_minus(at) {
            return cardinal;
        }
        let number = self.cardinal(at + 1).filter(|number| number.value.certain)?;
        Some(number.map(|number| Cardinal { quantity: number.quantity.negated(), ..number }))
    }

    /// Whether a minus sign stands at `at`: one that figures follow, and nothing stands before.
    fn is_minus(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.mark() == Some('-')) else {
            return false;
        };
        let original = self.original(token);
        let is_dash = !original.starts_with(['-', '\u{2212}']);
        let is_sign = original.starts_with('\u{2212}');
        let is_free = !is_dash && (!token.is_attached() && at > 0 || is_sign);
        let next = self.token(at + 1);
        is_free && next.is_some_and(|next| next.figure().is_some() && next.is_attached())
    }

    /// A number in figures, in words or in both: ۲ میلیون و ۵۰۰ هزار; two hundred and five.
    pub(super) fn cardinal(&self, at: usize) -> Option<Read<Cardinal>> {
        let mut sum: Option<Read<Cardinal>> = None;
        let mut ceiling = usize::MAX;
        let mut next = at;
        while let Some((term, zeros)) = self.term(next) {
            let begun = sum.as_ref().filter(|_| self.lang == Lang::Persian);
            let scaled = begun.and_then(|sum| scaled_with(&sum.value, &term.value, zeros));
            if zeros >= ceiling && scaled.is_none() {
                break;
            }
            let end = term.end;
            sum = match sum {
                None => Some(term),
                Some(sum) => match scaled.or_else(|| added(&sum.value, &term.value, ceiling)) {
                    Some(value) => read(value, end),
                    None => return Some(sum),
                },
            };
            let is_done = sum.as_ref().is_none_or(|sum| sum.value.ordinal);
            let is_mixed = self.lang == Lang::English
                && sum.as_ref().is_some_and(|sum| sum.value.quantity.form != Form::Words);
            if zeros == 0 || is_done || is_mixed {
                break;
            }
            ceiling = zeros;
            next = match self.lang {
                Lang::Persian if !self.is_word(end, &["و"]) => break,
                Lang::English if !self.is_word(end, &["and"]) => end,
                _ => end + 1,
            };
        }
        sum
    }

    /// One group with its magnitudes, and how many zeros these stand for.
    fn term(&self, at: usize) -> Option<(Read<Cardinal>, usize)> {
        let part = self.part_of_one(at);
        let is_part = part.is_some();
        let group = part.or_else(|| self.group(at)).or_else(|| self.bare_magnitude(at))?;
        let Read { value: mut group, mut end } = group;
        if let Some(half) = self.past_half(end).filter(|_| group.number.is_whole()) {
            (group, end) = (group.and_half()?, half);
        }
        if let Some(whole) = self.with_decimals(&group.number, at, end).filter(|_| !group.ordinal) {
            (group.number, end) = (whole.value, whole.end);
            (group.is_figure, group.certain) = (true, true);
        }
        let mut zeros = 0;
        let mut is_ordinal = group.ordinal;
        if !group.ordinal {
            let magnitudes = self.magnitudes(end);
            ((zeros, is_ordinal), end) = (magnitudes.value, magnitudes.end);
        }
        if self.is_word(end, &["ها", "های", "هایی"]) {
            return None;
        }
        let is_whole = group.number.is_whole() && zeros >= Magnitude::Million.zeros();
        if let Some(half) = self.half_behind(end).filter(|_| is_whole) {
            (group, end) = (group.and_half()?, half);
        }
        let value = Cardinal {
            certain: group.certain && !self.has_doubtful_suffix(end)
                || zeros > 0 && !self.is_bare(at),
            ordinal: is_ordinal,
            scaled: zeros >= Magnitude::Million.zeros(),
            quantity: Quantity {
                // Half a million is 500,000.
                form: group.form(if is_part { zeros.saturating_sub(3) } else { zeros }),
                number: group.number.times_ten_to(zeros),
            },
        };
        Some((Read { value, end }, zeros))
    }

    /// How many zeros the magnitudes at `at` stand for, at most two as in «هزار میلیارد» and «میلیون میلیارد», and
    /// whether the last one is an ordinal.
    fn magnitudes(&self, at: usize) -> Read<(usize, bool)> {
        let zeros = |zeros, is_ordinal, end| Read { value: (zeros, is_ordinal), end };
        if let Some(suffix) = self.suffix(at) {
            return zeros(suffix.zeros(), false, at + 1);
        }
        let word = self.word(at);
        if let Some((_, its)) = OTHERS.iter().find(|(name, _)| word == Some(*name)) {
            return zeros(*its, false, at + 1);
        }
        let Some((first, is_ordinal)) = self.magnitude(at) else {
            return zeros(0, false, at);
        };
        let second = self.magnitude(at + 1);
        let second = second.filter(|(second, _)| {
            let is_both = match first {
                Magnitude::Thousand => *second >= Magnitude::Billion,
                Magnitude::Million => *second == Magnitude::Billion,
                _ => false,
            };
            !is_ordinal && is_both
        });
        match second {
            Some((second, is_ordinal)) => zeros(first.zeros() + second.zeros(), is_ordinal, at + 2),
            None => zeros(first.zeros(), is_ordinal, at + 1),
        }
    }

    /// «نیم», «ربع», "half a", "a quarter of a": a part of the magnitude or the hundredth that follows.
    fn part_of_one(&self, at: usize) -> Option<Read<Group>> {
        const QUARTER: [&str; 4] = ["a", "quarter", "of", "a"];
        const QUARTERS: [&str; 3] = ["quarters", "of", "a"];
        let (decimals, end) = match self.word(at)? {
            "نیم" => ("5", at + 1),
            "ربع" => ("25", at + 1),
            "half" => ("5", self.past_words(at, &["half", "a"])?),
            "a" => ("25", self.past_words(at, &QUARTER)?),
            "three" => {
                let quarters = at + 1 + usize::from(self.is_mark(at + 1, '-'));
                ("75", self.past_words(quarters, &QUARTERS)?)
            }
            _ => return None,
        };
        let group = Group {
            is_figure: true,
            number: Number::of_digits("0", decimals)?,
            ..Group::words(0, true, false)
        };
        read(group, end).filter(|_| self.is_scale(end))
    }

    /// «و نیم», "and a half", before the thing that is halved.
    fn past_half(&self, at: usize) -> Option<usize> {
        self.and_half(at).filter(|end| self.is_scale(*end))
    }

    /// The same after a magnitude: «یک میلیون و نیم».
    fn half_behind(&self, at: usize) -> Option<usize> {
        self.and_half(at).filter(|end| !self.is_scale(*end))
    }

    fn and_half(&self, at: usize) -> Option<usize> {
        self.past_words(at, &["و", "نیم"]).or_else(|| self.past_words(at, &["and", "a", "half"]))
    }

    /// Whether a magnitude or a hundredth stands at `at`.
    fn is_scale(&self, at: usize) -> bool {
        self.magnitude(at).is_some() || self.is_word(at, &["درصد", "percent"])
    }

    fn magnitude(&self, at: usize) -> Option<(Magnitude, bool)> {
        let word = self.number_word(at)?;
        match word.class {
            WordClass::Magnitude(magnitude) => Some((magnitude, word.ordinal)),
            _ => None,
        }
    }

    pub(super) fn number_word(&self, at: usize) -> Option<NumberWord> {
        let word = self.token(at)?.role.number?;
        let is_verb = matches!(self.word_before(at), Some("می" | "نمی"));
        (!is_verb).then_some(word)
    }

    /// Whether a magnitude without a number stands at `at`.
    fn is_bare(&self, at: usize) -> bool {
        self.lang == Lang::Persian && self.magnitude(at).is_some()
    }

    /// «هزار» for one thousand, "a million".
    fn bare_magnitude(&self, at: usize) -> Option<Read<Group>> {
        let (word, end) = match self.lang {
            Lang::Persian => (self.magnitude(at), at),
            Lang::English if self.is_word(at, &["a"]) => (self.magnitude(at + 1), at + 1),
            Lang::English => (None, at),
        };
        let is_free = self.word_before(at).is_none_or(|word| !VAGUE.contains(&word));
        word.filter(|_| is_free)?;
        read(Group::words(1, false, false), end)
    }
}

/// The two terms of a number as one; `None` where the second does not fit below the first.
fn added(sum: &Cardinal, term: &Cardinal, ceiling: usize) -> Option<Cardinal> {
    let limit = Number::of(1).times_ten_to(ceiling);
    let (a, b) = (&sum.quantity.number, &term.quantity.number);
    let fits = b.is_below(&limit) && a.is_whole();
    let (_, whole, decimals) = b.parts();
    let whole: u64 = whole.parse().ok()?;
    let total = a.to_u64()?.checked_add(whole).filter(|_| fits)?;
    let number = Number::of_digits(&total.to_string(), decimals)?;
    let form = match (sum.quantity.form, term.quantity.form) {
        (Form::Words, Form::Words) => Form::Words,
        _ => natural_form(&number),
    };
    Some(Cardinal {
        quantity: Quantity { number, form },
        certain: true,
        ordinal: term.ordinal,
        scaled: sum.scaled,
    })
}

/// Thousands or millions and the term after them, whose magnitude belongs to both: «۲ هزار و ۵۰۰ میلیارد» is 2,500
/// billion, and «۵ میلیون و ۲۰۰ هزار میلیارد» 5,200,000 billion.
fn scaled_with(begun: &Cardinal, term: &Cardinal, zeros: usize) -> Option<Cardinal> {
    let [thousand, million, billion] =
        [Magnitude::Thousand, Magnitude::Million, Magnitude::Billion].map(Magnitude::zeros);
    let number = &begun.quantity.number;
    let is_between = |least: usize, past: usize| {
        number.over_ten_to(least).is_whole() && number.is_below(&Number::of(1).times_ten_to(past))
    };
    let (shared, least) = if zeros == thousand + billion && is_between(million, billion) {
        (billion, million)
    } else if zeros >= million && is_between(thousand, million) {
        (zeros, thousand)
    } else {
        return None;
    };
    let mut group = term.clone();
    group.quantity.number = group.quantity.number.over_ten_to(shared);
    let mut whole = added(begun, &group, least)?;
    whole.quantity.number = whole.quantity.number.times_ten_to(shared);
    if whole.quantity.form != Form::Words {
        whole.quantity.form = natural_form(&whole.quantity.number);
    }
    Some(Cardinal { scaled: true, ..whole })
}
