//! The words that numbers are made of, in both languages, with their ordinals.

use std::sync::LazyLock;

use super::quantity::Magnitude;
use super::value::Number;
use crate::text::list::List;
use crate::text::{Lang, fold};

/// A word that is, or is part of, a number in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NumberWord {
    /// The number it stands for; 100 for "hundred".
    pub(crate) value: u64,
    /// Where in a number it can stand.
    pub(crate) class: WordClass,
    /// Whether it is the ordinal: سوم, third.
    pub(crate) ordinal: bool,
}

/// Where in a number a word can stand; a smaller one follows a larger one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum WordClass {
    /// 0 to 9.
    Unit,
    /// 10 to 19.
    Teen,
    /// 20, 30 … 90.
    Ten,
    /// 100; in Persian also 200 … 900.
    Hundred,
    /// A thousand and more.
    Magnitude(Magnitude),
}

/// The cardinals of both languages up to 19, by value.
pub(super) const SMALL: [(&str, &str); 20] = [
    ("صفر", "zero"),
    ("یک", "one"),
    ("دو", "two"),
    ("سه", "three"),
    ("چهار", "four"),
    ("پنج", "five"),
    ("شش", "six"),
    ("هفت", "seven"),
    ("هشت", "eight"),
    ("نه", "nine"),
    ("ده", "ten"),
    ("یازده", "eleven"),
    ("دوازده", "twelve"),
    ("سیزده", "thirteen"),
    ("چهارده", "fourteen"),
    ("پانزده", "fifteen"),
    ("شانزده", "sixteen"),
    ("هفده", "seventeen"),
    ("هجده", "eighteen"),
    ("نوزده", "nineteen"),
];

/// The tens of both languages; the first is 20.
pub(super) const TENS: [(&str, &str); 8] = [
    ("بیست", "twenty"),
    ("سی", "thirty"),
    ("چهل", "forty"),
    ("پنجاه", "fifty"),
    ("شصت", "sixty"),
    ("هفتاد", "seventy"),
    ("هشتاد", "eighty"),
    ("نود", "ninety"),
];

/// The Persian hundreds; the first is 100.
pub(super) const HUNDREDS: [&str; 9] =
    ["صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"];

/// The names of the magnitudes in both languages.
pub(super) const MAGNITUDES: [(Magnitude, &str, &str); 4] = [
    (Magnitude::Thousand, "هزار", "thousand"),
    (Magnitude::Million, "میلیون", "million"),
    (Magnitude::Billion, "میلیارد", "billion"),
    (Magnitude::Trillion, "تریلیون", "trillion"),
];

/// The words in which a cardinal can also be written: language, word, value.
const OTHERS: [(Lang, &str, u64); 4] = [
    (Lang::Persian, "هیجده", 18),
    (Lang::Persian, "یکصد", 100),
    (Lang::Persian, "شیش", 6),
    (Lang::English, "fourty", 40),
];

/// The English ordinals that are not the cardinal with "th".
const ENGLISH_ORDINALS: [(&str, &str); 7] = [
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("five", "fifth"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("twelve", "twelfth"),
];

/// The number words of `lang`, by their folded letters.
pub(crate) fn number_words(lang: Lang) -> &'static List<NumberWord> {
    match lang {
        Lang::Persian => &PERSIAN,
        Lang::English => &ENGLISH,
    }
}

/// The number that one word of `lang` stands for, as a cardinal or an ordinal; `folded` are its folded letters.
///
/// The word may have another meaning too: «نه» is also "no", "second" a unit of time.
pub fn word_value(folded: &str, lang: Lang) -> Option<Number> {
    let word = number_words(lang).get(folded)?;
    Some(Number::of(word.value))
}

static PERSIAN: LazyLock<List<NumberWord>> = LazyLock::new(|| words(Lang::Persian));
static ENGLISH: LazyLock<List<NumberWord>> = LazyLock::new(|| words(Lang::English));

fn words(lang: Lang) -> List<NumberWord> {
    let mut words = Vec::new();
    for (word, value, class) in cardinals(lang) {
        let ordinals = ordinals(lang, word).into_iter();
        let all = ordinals.map(|o| (o, true)).chain([(word.to_owned(), false)]);
        for (word, ordinal) in all {
            let entry = NumberWord { value, class, ordinal };
            words.push((fold(&word).text().to_owned(), entry));
        }
    }
    words.into_iter().collect()
}

fn cardinals(lang: Lang) -> Vec<(&'static str, u64, WordClass)> {
    let pick = |(persian, english): (&'static str, &'static str)| match lang {
        Lang::Persian => persian,
        Lang::English => english,
    };
    let hundreds: &[&str] = match lang {
        Lang::Persian => &HUNDREDS,
        Lang::English => &["hundred"],
    };
    let small = (0..).zip(SMALL).map(|(n, word)| (pick(word), n));
    let tens = (2..).zip(TENS).map(|(n, word)| (pick(word), n * 10));
    let hundreds = (1..).zip(hundreds).map(|(n, word)| (*word, n * 100));
    let others = OTHERS.iter().filter(|other| other.0 == lang);
    let below_thousand =
        small.chain(tens).chain(hundreds).chain(others.map(|(_, word, n)| (*word, *n)));
    let magnitudes = MAGNITUDES.iter().map(|(magnitude, persian, english)| {
        let value = 10_u64.pow(u32::try_from(magnitude.zeros()).unwrap_or(0));
        (pick((persian, english)), value, WordClass::Magnitude(*magnitude))
    });
    below_thousand.map(|(word, n)| (word, n, class(n))).chain(magnitudes).collect()
}

fn class(value: u64) -> WordClass {
    match value {
        0..10 => WordClass::Unit,
        10..20 => WordClass::Teen,
        20..100 => WordClass::Ten,
        _ => WordClass::Hundred,
    }
}

/// The ordinals of a cardinal.
pub(super) fn ordinals(lang: Lang, cardinal: &str) -> Vec<String> {
    match lang {
        Lang::English => vec![english_ordinal(cardinal)],
        Lang::Persian => match cardinal {
            "صفر" => Vec::new(),
            "یک" => ["یکم", "یکمین"].map(str::to_owned).to_vec(),
            "سه" => ["سوم", "سومین"].map(str::to_owned).to_vec(),
            "سی" => ["سی‌ام", "سی‌امین"].map(str::to_owned).to_vec(),
            _ => vec![format!("{cardinal}م"), format!("{cardinal}مین")],
        },
    }
}

fn english_ordinal(cardinal: &str) -> String {
    let irregular = ENGLISH_ORDINALS.iter().find(|(word, _)| *word == cardinal);
    match (irregular, cardinal.strip_suffix('y')) {
        (Some((_, ordinal)), _) => (*ordinal).to_owned(),
        (None, Some(stem)) => format!("{stem}ieth"),
        (None, None) => format!("{cardinal}th"),
    }
}
