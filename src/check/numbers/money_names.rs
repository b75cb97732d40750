//! Numbers that a translation gives to a currency with another name: «۳۵۰ درهم» as "350 dinars".
//!
//! Two sums of currencies that have codes are compared by `currencies`; this goes by what currencies are called, so
//! that Iran's rials and Saudi riyals are one.

use crate::check::finding::Finding;
use crate::check::measures::stem;
use crate::check::numbers::other_unit::is_single;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::number::Number;
use crate::text::{Lang, Span, Value, Word};

/// What currencies are called in both languages, folded. A name in two rows can be either one.
const NAMES: [&[&str]; 26] = [
    &["dollar", "dollars", "دلار"],
    &["euro", "euros", "یورو"],
    &["pound", "pounds", "پوند", "لیره", "جنیه"],
    &["lira", "liras", "لیر", "لیره"],
    &["yen", "ین"],
    &["yuan", "renminbi", "یوان"],
    &["ruble", "rubles", "rouble", "roubles", "روبل"],
    &["rial", "rials", "riyal", "riyals", "ریال"],
    &["toman", "tomans", "تومان", "تومن"],
    &["dirham", "dirhams", "درهم"],
    &["dinar", "dinars", "دینار"],
    &["rupee", "rupees", "rupiah", "روپیه"],
    &["afghani", "afghanis", "افغان"],
    &["tenge", "تنگه"],
    &["manat", "manats", "منات"],
    &["somoni", "somonis", "سامان", "سومون"],
    &["shekel", "shekels", "شکل", "شیکل"],
    &["zloty", "zlotys", "زلوت"],
    &["hryvnia", "hryvnias", "هریونیا", "گریونا"],
    &["krona", "kronor", "krone", "kroner", "crown", "crowns", "koruna", "korunas", "کرون"],
    &["peso", "pesos", "پزو", "پسو"],
    &["reais", "رئال"],
    &["franc", "francs", "فرانک"],
    &["rand", "رند"],
    &["taka", "تاکا"],
    &["baht", "بات"],
];

/// A number with the name of a currency.
struct Sum<'a> {
    number: &'a Number,
    /// The rows that have its name.
    rows: Vec<usize>,
    has_code: bool,
    span: Span,
}

/// The number that stands once on each side, with the names of two currencies.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let ours = sums(target);
    if ours.is_empty() {
        return None;
    }
    let theirs = sums(source);
    theirs.iter().find_map(|right| {
        let mut same = ours.iter().filter(|wrong| wrong.number == right.number);
        let wrong = same.find(|wrong| {
            let is_other = !wrong.rows.iter().any(|row| right.rows.contains(row));
            is_other && !(wrong.has_code && right.has_code)
        })?;
        is_single(pair, right.number).then(|| {
            let (right, quoted) = (source.quote(right.span), target.quote(wrong.span));
            let message = format!("{right} is in another currency than {quoted}");
            target.finding(Rule::NumberMismatch, wrong.span, message)
        })
    })
}

/// The numbers of a text that count money; one of anything says little.
fn sums<'a>(side: &'a Side<'_>) -> Vec<Sum<'a>> {
    let values = side.values().iter().filter_map(|value| {
        let (number, rows, span, has_code) = match &value.value {
            Value::Amount(quantity, currency) => {
                let name = currency.name(Lang::English, true);
                let rows = rows_of(name.rsplit(' ').next()?);
                (&quantity.number, rows, value.span, true)
            }
            Value::Number(quantity) => {
                let (rows, end) = named_after(side, value.span)?;
                (&quantity.number, rows, Span::new(value.span.start, end), false)
            }
            _ => return None,
        };
        let is_one = number.to_u64() == Some(1);
        (!rows.is_empty() && !is_one).then_some(Sum { number, rows, has_code, span })
    });
    values.collect()
}

/// The rows of the currency directly after a number, or in English after whose it is, and where its name ends: 1,450
/// Egyptian pounds.
fn named_after(side: &Side<'_>, number: Span) -> Option<(Vec<usize>, usize)> {
    let is_whose = |word: &Word| {
        side.lang == Lang::English && word.span.of(side.text).starts_with(char::is_uppercase)
    };
    let name = match side.words_after(number) {
        [whose, name, ..] if is_whose(whose) => name,
        [name, ..] => name,
        [] => return None,
    };
    let is_near = !side.text[number.end..name.span.start].contains([',', '،', '.', '(']);
    is_near.then(|| (rows_of(stem(side, name)), name.span.end))
}

fn rows_of(name: &str) -> Vec<usize> {
    let rows = NAMES.iter().enumerate().filter(|(_, names)| names.contains(&name));
    rows.map(|(row, _)| row).collect()
}
