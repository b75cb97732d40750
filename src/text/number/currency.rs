//! The currencies that news names, their signs and their names in both languages.

use crate::text::Lang;

/// A currency, by its code of ISO 4217; the toman, which has none, is `IRT`, as Iranians write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency(&'static Row);

#[derive(Debug, PartialEq, Eq, Hash)]
struct Row {
    code: &'static str,
    persian: &'static str,
    /// The sign that stands before the figures in English; empty where the name stands after them.
    sign: &'static str,
    /// The English names, after `one` and after more.
    english: [&'static str; 2],
}

const fn row(
    code: &'static str,
    persian: &'static str,
    sign: &'static str,
    english: [&'static str; 2],
) -> Row {
    Row { code, persian, sign, english }
}

static ROWS: [Row; 17] = [
    row("USD", "دلار", "$", ["dollar", "dollars"]),
    row("EUR", "یورو", "€", ["euro", "euros"]),
    row("GBP", "پوند", "£", ["pound", "pounds"]),
    row("JPY", "ین", "¥", ["yen", "yen"]),
    row("KRW", "وون", "₩", ["won", "won"]),
    row("CNY", "یوان", "", ["yuan", "yuan"]),
    row("RUB", "روبل", "", ["ruble", "rubles"]),
    row("IRR", "ریال", "", ["rial", "rials"]),
    row("IRT", "تومان", "", ["toman", "tomans"]),
    row("AED", "درهم", "", ["dirham", "dirhams"]),
    row("TRY", "لیر", "", ["lira", "liras"]),
    row("INR", "روپیه هند", "₹", ["Indian rupee", "Indian rupees"]),
    row("CAD", "دلار کانادا", "C$", ["Canadian dollar", "Canadian dollars"]),
    row("AUD", "دلار استرالیا", "A$", ["Australian dollar", "Australian dollars"]),
    row("HKD", "دلار هنگ‌کنگ", "HK$", ["Hong Kong dollar", "Hong Kong dollars"]),
    row("SAR", "ریال سعودی", "", ["Saudi riyal", "Saudi riyals"]),
    row("QAR", "ریال قطر", "", ["Qatari riyal", "Qatari riyals"]),
];

/// The names by which a currency is read: language, name, code. «پوند» is taken as money, as the Persian press uses it;
/// English "pounds" and "won" need a sign or a magnitude (see the scanner).
pub(crate) const NAMES: &[(Lang, &str, &str)] = &[
    (Lang::Persian, "دلار", "USD"),
    (Lang::Persian, "دلار آمریکا", "USD"),
    (Lang::Persian, "دلار کانادا", "CAD"),
    (Lang::Persian, "دلار استرالیا", "AUD"),
    (Lang::Persian, "دلار هنگ‌کنگ", "HKD"),
    (Lang::Persian, "یورو", "EUR"),
    (Lang::Persian, "پوند", "GBP"),
    (Lang::Persian, "پوند استرلینگ", "GBP"),
    (Lang::Persian, "پوند انگلیس", "GBP"),
    (Lang::Persian, "ین", "JPY"),
    (Lang::Persian, "ین ژاپن", "JPY"),
    (Lang::Persian, "وون", "KRW"),
    (Lang::Persian, "وون کره جنوبی", "KRW"),
    (Lang::Persian, "یوان", "CNY"),
    (Lang::Persian, "یوان چین", "CNY"),
    (Lang::Persian, "روبل", "RUB"),
    (Lang::Persian, "روبل روسیه", "RUB"),
    (Lang::Persian, "ریال", "IRR"),
    (Lang::Persian, "ریال ایران", "IRR"),
    (Lang::Persian, "ریال سعودی", "SAR"),
    (Lang::Persian, "ریال عربستان", "SAR"),
    (Lang::Persian, "ریال قطر", "QAR"),
    (Lang::Persian, "تومان", "IRT"),
    (Lang::Persian, "تومن", "IRT"),
    (Lang::Persian, "درهم", "AED"),
    (Lang::Persian, "درهم امارات", "AED"),
    (Lang::Persian, "لیر", "TRY"),
    (Lang::Persian, "لیر ترکیه", "TRY"),
    (Lang::Persian, "لیره ترکیه", "TRY"),
    (Lang::Persian, "روپیه هند", "INR"),
    (Lang::English, "dollar", "USD"),
    (Lang::English, "dollars", "USD"),
    (Lang::English, "US dollars", "USD"),
    (Lang::English, "Canadian dollars", "CAD"),
    (Lang::English, "Australian dollars", "AUD"),
    (Lang::English, "Hong Kong dollars", "HKD"),
    (Lang::English, "euro", "EUR"),
    (Lang::English, "euros", "EUR"),
    (Lang::English, "pounds", "GBP"),
    (Lang::English, "pounds sterling", "GBP"),
    (Lang::English, "yen", "JPY"),
    (Lang::English, "won", "KRW"),
    (Lang::English, "South Korean won", "KRW"),
    (Lang::English, "yuan", "CNY"),
    (Lang::English, "renminbi", "CNY"),
    (Lang::English, "ruble", "RUB"),
    (Lang::English, "rubles", "RUB"),
    (Lang::English, "rouble", "RUB"),
    (Lang::English, "roubles", "RUB"),
    (Lang::English, "rial", "IRR"),
    (Lang::English, "rials", "IRR"),
    (Lang::English, "Iranian rial", "IRR"),
    (Lang::English, "Iranian rials", "IRR"),
    (Lang::English, "Saudi riyal", "SAR"),
    (Lang::English, "Saudi riyals", "SAR"),
    (Lang::English, "Qatari riyal", "QAR"),
    (Lang::English, "Qatari riyals", "QAR"),
    (Lang::English, "toman", "IRT"),
    (Lang::English, "tomans", "IRT"),
    (Lang::English, "dirham", "AED"),
    (Lang::English, "dirhams", "AED"),
    (Lang::English, "lira", "TRY"),
    (Lang::English, "liras", "TRY"),
    (Lang::English, "Indian rupee", "INR"),
    (Lang::English, "Indian rupees", "INR"),
];

impl Currency {
    /// The currency with this code.
    pub fn of_code(code: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.code == code).map(Self)
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// Its name in `lang`, after one or after more.
    pub fn name(self, lang: Lang, plural: bool) -> &'static str {
        match lang {
            Lang::Persian => self.0.persian,
            Lang::English => self.0.english[usize::from(plural)],
        }
    }

    /// The sign that English writes before the figures, where it has one.
    pub fn sign(self) -> Option<&'static str> {
        Some(self.0.sign).filter(|sign| !sign.is_empty())
    }
}

/// The currency of a sign, with the letters before it (`us`, `a`, `c`, `hk`, or none), folded.
pub(crate) fn of_symbol(letters: &str, sign: char) -> Option<Currency> {
    let code = match (letters, sign) {
        ("" | "us", '$') => "USD",
        ("a" | "au", '$') => "AUD",
        ("c" | "ca", '$') => "CAD",
        ("hk", '$') => "HKD",
        ("", '€') => "EUR",
        ("", '£') => "GBP",
        ("" | "jp", '¥') => "JPY",
        ("", '₩') => "KRW",
        ("", '₽') => "RUB",
        ("", '₺') => "TRY",
        ("", '₹') => "INR",
        _ => return None,
    };
    Currency::of_code(code)
}
