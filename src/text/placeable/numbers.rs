//! Numbers with what they count, and ordinals: ۵ دلار, 5%, سوم.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::cardinals::Cardinal;
use super::scanner::{Read, Scanner, read};
use super::tokens::Token;
use super::value::{Unit, Value};
use super::write::english_ending;
use crate::text::fold::Gap;
use crate::text::number::{
    CURRENCY_NAMES, Currency, Figure, Form, Magnitude, Number, Quantity, currency_of_symbol,
};
use crate::text::{Lang, fold};

/// A number with what it counts.
pub(super) type Counted = (Cardinal, Unit);

/// Nouns that are counted, and units: after one of these words a doubtful number is one.
pub(crate) const COUNTERS: [&str; 44] = [
    "نفر",
    "تن",
    "سال",
    "سالگی",
    "روز",
    "روزه",
    "ساله",
    "ماه",
    "ماهه",
    "هفته",
    "ساعت",
    "دقیقه",
    "ثانیه",
    "قرن",
    "دهه",
    "بار",
    "مرتبه",
    "دفعه",
    "کشور",
    "شهر",
    "استان",
    "زن",
    "مرد",
    "کودک",
    "دختر",
    "پسر",
    "زندانی",
    "کشته",
    "زخمی",
    "مجروح",
    "عضو",
    "سرباز",
    "موشک",
    "پهپاد",
    "فروند",
    "دستگاه",
    "کیلومتر",
    "متر",
    "کیلوگرم",
    "کیلو",
    "لیتر",
    "درجه",
    "بشکه",
    "هکتار",
];

/// After one of these "first" and "second" are ordinals; the s belongs to a possessive.
const DETERMINERS: [&str; 9] = ["the", "his", "her", "its", "their", "our", "my", "your", "s"];

/// Measures: before one of these ۳/۵ is a decimal.
const MEASURES: [&str; 12] = [
    "کیلومتر",
    "متر",
    "کیلوگرم",
    "کیلو",
    "تن",
    "لیتر",
    "درجه",
    "ریشتر",
    "بشکه",
    "هکتار",
    "واحد",
    "ثانیه",
];

/// Nouns after which «دهم» is "tenth", not "I give"; and «یکم» "first", not "a little".
const RANKED: [&str; 18] = [
    "قرن",
    "سده",
    "روز",
    "هفته",
    "ماه",
    "سال",
    "دوره",
    "دولت",
    "مجلس",
    "رتبه",
    "جایگاه",
    "مقام",
    "کلاس",
    "پایه",
    "فصل",
    "شماره",
    "دقیقه",
    "منطقه",
];

/// Officers, whose rank «دوم» and «یکم» tell: «سرهنگ دوم» is a lieutenant colonel.
const OFFICERS: [&str; 5] = ["سرهنگ", "سرتیپ", "ستوان", "ناخدا", "ناوبان"];

static CURRENCIES: LazyLock<[HashMap<String, Currency>; 2]> =
    LazyLock::new(|| Lang::ALL.map(currencies));

fn currencies(lang: Lang) -> HashMap<String, Currency> {
    let names = CURRENCY_NAMES.iter().filter(|row| row.0 == lang);
    let rows =
        names.filter_map(|(_, name, code)| Some((fold(name).squeezed(), Currency::of_code(code)?)));
    rows.collect()
}

/// A number with its unit, where it is certainly one.
pub(super) fn counted(quantity: Read<Counted>) -> Option<Read<Value>> {
    let (cardinal, unit) = &quantity.value;
    let is_number = cardinal.certain || *unit != Unit::None;
    is_number.then(|| quantity.map(|(cardinal, unit)| Value::counted(cardinal.quantity, unit)))
}

impl Scanner<'_> {
    /// The ordinal `place` at `at`, where it is certainly one: سوم, سی‌ام, ۳۰ام, third, 3rd.
    pub(super) fn ordinal(&self, at: usize, place: Read<Quantity>) -> Option<Read<Value>> {
        let Read { value, end } = place;
        let is_alone = end == at + 1;
        let before = self.word_before(at).unwrap_or("");
        let is_certain = match self.word(at).filter(|_| is_alone) {
            Some("first" | "second") => DETERMINERS.contains(&before),
            Some("دهم" | "یکم") => RANKED.contains(&before),
            Some("دوم" | "سوم") => !OFFICERS.contains(&before),
            _ => true,
        };
        is_certain.then_some(Read { value: Value::Ordinal(value), end })
    }

    /// The ordinal at `at`, certain or not.
    pub(super) fn place_at(&self, at: usize) -> Option<Read<Quantity>> {
        self.place(at, self.cardinal(at).as_ref())
    }

    /// The same where the number at `at` is known to be `cardinal`.
    pub(super) fn place(
        &self,
        at: usize,
        cardinal: Option<&Read<Cardinal>>,
    ) -> Option<Read<Quantity>> {
        if let Some(end) = self.past_words(at, &["اولین"]).or(self.past_words(at, &["نخستین"]))
        {
            let (number, form) = (Number::of(1), Form::Words);
            return read(Quantity { number, form }, end);
        }
        let figure = self.token(at)?.figure().and_then(Figure::number);
        if let Some(number) = figure.filter(|number| number.is_whole()) {
            let end = self.past_ordinal_ending(at + 1, number)?;
            return read(Quantity::figures(number.clone()), end);
        }
        let Read { value, end } = cardinal?;
        let is_words = value.quantity.form == Form::Words;
        (value.ordinal && is_words).then(|| Read { value: value.quantity.clone(), end: *end })
    }

    /// «ام» or "th" after the figures of `number`; "14st" is a weight.
    fn past_ordinal_ending(&self, at: usize, number: &Number) -> Option<usize> {
        let token = self.token(at)?;
        let endings: &[&str] = match self.lang {
            Lang::English => &[english_ending(&number.to_string())],
            Lang::Persian => &["ام", "امین", "م", "مین"],
        };
        let is_near = token.is_attached()
            || self.lang == Lang::Persian && token.folded.starts_with('ا')
            || token.gap == Gap::Half;
        (is_near && endings.contains(&token.word()?)).then_some(at + 1)
    }

    /// A number with a unit before or after it: $5, ۵ دلار, 5%, ٪۵; `cardinal` is the number at `at`.
    pub(super) fn quantity(
        &self,
        at: usize,
        cardinal: Option<Read<Cardinal>>,
    ) -> Option<Read<Counted>> {
        if let Some(read) = self.after_sign(at) {
            return Some(read);
        }
        let mut number = self.signed(at, cardinal)?;
        if number.value.ordinal {
            return None;
        }
        if let Some(sum) = self.in_hemat(&number) {
            return Some(sum);
        }
        let unit = self.unit(number.end, &number.value);
        if let Some(unit) = &unit {
            number.end = unit.end;
            let is_sum = matches!(unit.value, Unit::Money(_));
            if let Some(sum) = self.with_cents(&number).filter(|_| is_sum) {
                number = sum;
            }
        }
        let followed = |words: &[&str]| self.is_word(number.end, words);
        number.value.certain |= unit.is_none() && self.lang == Lang::Persian && {
            let is_perhaps = matches!(self.tokens[at].figure(), Some(Figure::Perhaps(_)));
            let is_one = self.word(at) == Some("یک") && number.end == at + 1;
            let is_both = self.word_before(at) == Some("هر");
            !is_one && !is_both && followed(if is_perhaps { &MEASURES } else { &COUNTERS })
        };
        Some(number.map(|number| (number, unit.map_or(Unit::None, |unit| unit.value))))
    }

    /// «۵ همت»: five thousand billion tomans, by their first letters; it is also a word of its own, and a name.
    fn in_hemat(&self, number: &Read<Cardinal>) -> Option<Read<Counted>> {
        let is_figure = number.value.quantity.form != Form::Words;
        let end = number.end + 1;
        let goes_on = self.token(end).is_some_and(|next| next.gap == Gap::Half);
        if !is_figure || goes_on || !self.is_word(number.end, &["همت"]) {
            return None;
        }
        let magnitude = Magnitude::Trillion;
        let mut value = number.value.clone();
        value.quantity.number = value.quantity.number.times_ten_to(magnitude.zeros());
        value.quantity.form = Form::Scaled(magnitude);
        let end = end + usize::from(self.is_word(end, &["تومان"]));
        read((value, Unit::Money(Currency::of_code("IRT")?)), end)
    }

    /// A currency or a percent sign before its number.
    fn after_sign(&self, at: usize) -> Option<Read<Counted>> {
        let letters = self.word(at).filter(|_| self.token(at + 1).is_some_and(Token::is_attached));
        let sign_at = at + usize::from(letters.is_some());
        let sign = self.token(sign_at)?.mark()?;
        let unit = match currency_of_symbol(letters.unwrap_or(""), sign) {
            Some(currency) => Unit::Money(currency),
            None if sign == '%' && letters.is_none() && self.lang == Lang::Persian => Unit::Percent,
            None => return None,
        };
        self.token(sign_at + 1)?.figure()?;
        let mut number = self.cardinal(sign_at + 1)?;
        if let (Unit::Money(_), Some(scaled)) = (unit, self.suffixed(&number)) {
            number = scaled;
        }
        let certain = number.value.certain || !self.is_mark(sign_at, '%');
        let certain = certain && !number.value.ordinal;
        certain.then(|| number.map(|number| (number, unit)))
    }

    /// $2.5m.
    fn suffixed(&self, number: &Read<Cardinal>) -> Option<Read<Cardinal>> {
        let magnitude = self.suffix_of_sum(number.end)?;
        let mut value = number.value.clone();
        value.quantity.number = value.quantity.number.times_ten_to(magnitude.zeros());
        value.quantity.form = Form::Scaled(magnitude);
        read(value, number.end + 1)
    }

    /// The unit at `at`, after `number`.
    pub(super) fn unit(&self, at: usize, number: &Cardinal) -> Option<Read<Unit>> {
        if self.is_mark(at, '%') || self.is_word(at, &["درصد", "percent", "pct"]) {
            return read(Unit::Percent, at + 1);
        }
        if let Some(end) = self.past_words(at, &["per", "cent"]) {
            return read(Unit::Percent, end);
        }
        if let Some(sign) = self.token(at).and_then(Token::mark) {
            let is_before_figure = self
                .token(at + 1)
                .is_some_and(|next| next.figure().is_some() && next.is_attached());
            let currency = currency_of_symbol("", sign).filter(|_| !is_before_figure)?;
            return read(Unit::Money(currency), at + 1);
        }
        let currencies = &CURRENCIES[usize::from(self.lang == Lang::English)];
        let known = |letters: &str| currencies.get(letters).copied();
        let currency = self.name(at, 3, |role| role.opens_name, known)?;
        let is_doubtful = self.is_word(at, &["pounds", "won"]) && currency.end == at + 1;
        let is_certain =
            !is_doubtful || matches!(number.quantity.form, Form::Scaled(_)) || number.scaled;
        is_certain.then(|| currency.map(Unit::Money))
    }
}
