//! What must hold for any text: nothing panics, spans are in order, values survive both languages, time is linear.

use std::time::Instant;

use hamta::text::date::{Calendar, Date, DateOrder, DateStyle, Time};
use hamta::text::number::{Currency, Form, Magnitude, Number, Quantity};
use hamta::text::{Lang, Value, WritingOptions, placeables};
use proptest::prelude::*;

/// What hostile texts are made of.
const PIECES: [&str; 48] = [
    "1",
    "12",
    "۱۲",
    "۳۴۵",
    "1404",
    "2025",
    "000",
    ",",
    "٬",
    "،",
    ".",
    "٫",
    "/",
    ":",
    "-",
    "–",
    "%",
    "٪",
    "$",
    "€",
    " ",
    "\u{200C}",
    "\u{200F}",
    "\n",
    "و",
    "هزار",
    "میلیون",
    "بیست",
    "یک",
    "سوم",
    "سی",
    "ام",
    "تا",
    "درصد",
    "دلار",
    "تیر",
    "می",
    "ساعت",
    "صبح",
    "شنبه",
    "two",
    "hundred",
    "and",
    "May",
    "p.m.",
    "@a",
    "#ب",
    "½",
];

proptest! {
    #[test]
    fn any_text(text in any::<String>()) {
        are_in_order(&text)?;
    }

    #[test]
    fn any_pieces(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24)) {
        are_in_order(&pieces.concat())?;
        are_in_order(&pieces.join(" "))?;
    }

    #[test]
    fn numbers(value in quantity()) {
        survives(&Value::Number(value.clone()))?;
        survives(&Value::Percent(value))?;
    }

    #[test]
    fn amounts(value in quantity(), code in prop::sample::select(&CODES[..])) {
        let currency = Currency::of_code(code).expect("a code of the table");
        survives(&Value::Amount(value, currency))?;
    }

    #[test]
    // By itself «دهم» is "I give".
    fn ordinals(n in (3_u64..100_000).prop_filter("no ordinal alone", |&n| n != 10)) {
        survives(&Value::Ordinal(Quantity::figures(Number::of(n))))?;
    }

    #[test]
    fn dates(date in date()) {
        survives(&Value::Date(date))?;
    }

    #[test]
    fn calendars(date in date(), to in prop::sample::select(&CALENDARS[..])) {
        let turned = date.to(to).expect("a whole date");
        prop_assert_eq!(turned.to(date.calendar), Some(date));
        prop_assert_eq!(turned.falls_on(), date.falls_on());
    }

    #[test]
    fn times(hour in 0_u8..24, minute in 0_u8..60) {
        survives(&Value::Time(Time { hour, minute, second: None, certain: true }))?;
    }
}

const CODES: [&str; 17] = [
    "USD", "EUR", "GBP", "JPY", "KRW", "CNY", "RUB", "IRR", "IRT", "AED", "TRY", "INR", "CAD",
    "AUD", "HKD", "SAR", "QAR",
];

const CALENDARS: [Calendar; 3] = [Calendar::Gregorian, Calendar::Solar, Calendar::Lunar];

fn quantity() -> impl Strategy<Value = Quantity> {
    let words =
        (2_u64..999_999_999).prop_filter("what is certain alone", |n| !UNCERTAIN.contains(n));
    let words = words.prop_map(|n| Quantity { number: Number::of(n), form: Form::Words });
    let figures = "[1-9][0-9]{0,30}(\\.[0-9]{1,9})?".prop_map(|digits| {
        let number = Number::read(&digits).expect("digits");
        Quantity { number, form: Form::Grouped }
    });
    let magnitude = prop::sample::select(&Magnitude::ALL[..]);
    let scaled = ("[1-9][0-9]{0,2}(\\.[0-9]{1,2})?", magnitude).prop_map(|(digits, magnitude)| {
        let number = Number::read(&digits).expect("digits").times_ten_to(magnitude.zeros());
        Quantity { number, form: Form::Scaled(magnitude) }
    });
    prop_oneof![words, figures, scaled]
}

/// Numbers that are no number in words where nothing is counted: see `placeable`.
const UNCERTAIN: [u64; 5] = [9, 10, 30, 1000, 1_000_000];

fn date() -> impl Strategy<Value = Date> {
    let solar = (1300_u16..=1450, 1_u8..=12, 1_u8..=31)
        .prop_filter_map("no such day", |(y, m, d)| Date::of_day(Calendar::Solar, y, m, d));
    let gregorian = (1925_u16..=2070, 1_u8..=12, 1_u8..=31)
        .prop_filter_map("no such day", |(y, m, d)| Date::of_day(Calendar::Gregorian, y, m, d));
    let lunar = (1345_u16..=1490, 1_u8..=12, 1_u8..=30)
        .prop_filter_map("no such day", |(y, m, d)| Date::of_day(Calendar::Lunar, y, m, d));
    prop_oneof![solar, gregorian, lunar]
}

/// The value is the same after it was written and read in Persian, then in English, in either order of dates.
fn survives(value: &Value) -> Result<(), TestCaseError> {
    for order in [DateOrder::DayFirst, DateOrder::MonthFirst] {
        let dates = DateStyle { calendar: None, order };
        let options = WritingOptions { dates, ..WritingOptions::default() };
        let mut value = value.clone();
        for lang in [Lang::Persian, Lang::English, Lang::Persian] {
            let written = value.write(lang, &options);
            let text = format!("({written})");
            let found = placeables(&text, lang);
            prop_assert_eq!(found.len(), 1, "{}", text);
            prop_assert_eq!(found[0].value.to_string(), value.to_string(), "{}", text);
            prop_assert_eq!(found[0].span.of(&text), &written);
            value = found[0].value.clone();
        }
    }
    Ok(())
}

/// Placeables stand in order, do not overlap, and begin and end between characters.
fn are_in_order(text: &str) -> Result<(), TestCaseError> {
    for lang in Lang::ALL {
        let mut end = 0;
        for placeable in placeables(text, lang) {
            let span = placeable.span;
            prop_assert!(end <= span.start && span.start < span.end, "{:?}", text);
            prop_assert!(text.get(span.range()).is_some(), "{:?}", text);
            prop_assert!(
                !placeable.value.write(lang.other(), &WritingOptions::default()).is_empty()
            );
            end = span.end;
        }
    }
    Ok(())
}

/// The mark with which an address ends is no sign of the number after it.
#[test]
fn an_address_keeps_its_marks() {
    for (text, expected) in [
        ("https://irna.ir/a$ 5", "https://irna.ir/a$"),
        ("https://irna.ir/a$5", "https://irna.ir/a$5"),
        ("https://irna.ir/a% ۵", "https://irna.ir/a%"),
        ("https://irna.ir/a- 5%", "https://irna.ir/a-"),
    ] {
        are_in_order(text).expect("they are apart");
        for lang in Lang::ALL {
            let first = placeables(text, lang)[0].span;
            assert_eq!(first.of(text), expected);
        }
    }
}

/// Eight times the text takes about eight times as long, not sixty-four.
#[test]
fn time_is_linear() {
    let units = [
        "1,",
        "1.",
        "12-",
        "1:",
        "1/",
        "1,000",
        "بیست و ",
        "هزار و ",
        "two hundred ",
        "a-",
        "@",
        "@a.",
        "#",
        "http://!",
        "www.",
        "a@b.c",
        "یک",
        "سی ام ",
        "May ",
        "ساعت ",
        "۱۲ تا ",
        "(",
        "$",
        "-",
        "A-",
        "پ",
    ];
    for unit in units {
        let (short, long) = (time(unit, 500), time(unit, 4_000));
        assert!(long < 40.0 * short.max(0.005), "{unit:?}: {short} s, then {long} s");
    }
}

/// The seconds that the quicker of two runs over `times` times `unit` takes.
fn time(unit: &str, times: usize) -> f64 {
    let text = unit.repeat(times);
    let run = || {
        let start = Instant::now();
        let found = Lang::ALL.map(|lang| placeables(&text, lang).len());
        assert!(found.iter().all(|n| *n <= text.len()));
        start.elapsed().as_secs_f64()
    };
    run().min(run())
}
