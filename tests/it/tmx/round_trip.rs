//! TMX that hamta writes: its one form, and that it reads back as what was written.

use std::path::Path;

use hamta::exchange::tmx::{Item, Reader, Writer};
use hamta::text::Lang;
use hamta::unit::{Method, Origin, Side, TranslationUnit};
use jiff::Timestamp;
use proptest::prelude::*;

use super::fixture;

proptest! {
    #[test]
    fn what_is_written_reads_back(units in prop::collection::vec(unit(), 0..5), srclang in lang()) {
        let read: Vec<_> = Reader::new(&*written(&units, srclang), Path::new("t.tmx"), "origin")
            .expect("memory is read")
            .map(|item| item.expect("it is well-formed"))
            .collect();
        prop_assert_eq!(read, units.into_iter().map(|unit| Item::Unit(Box::new(unit))).collect::<Vec<_>>());
    }
}

#[test]
fn the_canonical_form() {
    let mut unit = plain_unit("«یک» & <دو>", "\"one\" & <two>\nthree");
    unit.persian.next = Some("بعد".to_owned());
    unit.note = Some("a\tb".to_owned());
    unit.author = Some("the \"desk\"".to_owned());
    unit.date = Some("2025-01-09T09:12:05.5Z".parse().expect("a date"));
    unit.origin.method = Method::Aligned;
    let mut other = plain_unit("سه", "three");
    other.source_lang = Lang::English;
    let text = String::from_utf8(written(&[unit, other], Lang::Persian)).expect("UTF-8");
    let expected = String::from_utf8(fixture("canonical.tmx")).expect("UTF-8");
    assert_eq!(text, expected.replace("VERSION", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_unit_that_xml_cannot_hold_is_refused() {
    let mut writer = Writer::start(Vec::new(), Path::new("t.tmx"), Lang::Persian).expect("memory");
    let unit = plain_unit("یک", "a\u{8}");
    assert_eq!(
        writer.write(&unit).expect_err("it is refused").to_string(),
        "t.tmx: unit 1 (`یک`) holds U+0008, which XML cannot hold"
    );
}

fn written(units: &[TranslationUnit], srclang: Lang) -> Vec<u8> {
    let mut writer = Writer::start(Vec::new(), Path::new("t.tmx"), srclang).expect("memory");
    for unit in units {
        writer.write(unit).expect("memory is written");
    }
    writer.finish().expect("memory is written")
}

fn plain_unit(persian: &str, english: &str) -> TranslationUnit {
    TranslationUnit {
        source_lang: Lang::Persian,
        persian: Side::new(persian),
        english: Side::new(english),
        origin: Origin::default(),
        author: None,
        date: None,
        note: None,
    }
}

fn lang() -> impl Strategy<Value = Lang> {
    prop::sample::select(&Lang::ALL[..])
}

/// A trimmed text of whatever XML can hold, with much of what it treats in its own way.
fn text() -> impl Strategy<Value = String> {
    let odd = "&<>\"'\n\r\t ];\u{200c}\u{200f}\u{202e}\u{feff}\u{85}\u{2028}😀ی";
    let c = prop_oneof![
        prop::sample::select(odd.chars().collect::<Vec<_>>()),
        any::<char>().prop_filter("XML holds it", |c| {
            !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
        }),
    ];
    prop::collection::vec(c, 1..30).prop_filter_map("something is left", |chars| {
        let text: String = chars.into_iter().collect();
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    })
}

fn side() -> impl Strategy<Value = Side> {
    (text(), prop::option::of(text()), prop::option::of(text())).prop_map(
        |(text, previous, next)| Side {
            previous,
            next,
            ..Side::new(text)
        },
    )
}

fn unit() -> impl Strategy<Value = TranslationUnit> {
    let method = prop::sample::select(vec![Method::Human, Method::Aligned, Method::Machine]);
    let origin = method.prop_map(|method| Origin {
        name: "origin".to_owned(),
        method,
    });
    let author = prop_oneof![
        Just(None),
        Just(Some("MT!".to_owned())),
        text().prop_map(Some)
    ];
    let date = (0_i64..250_000_000_000).prop_map(|s| Timestamp::from_second(s).expect("a date"));
    (
        lang(),
        side(),
        side(),
        origin,
        author,
        prop::option::of(date),
        prop::option::of(text()),
    )
        .prop_map(
            |(source_lang, persian, english, origin, author, date, note)| TranslationUnit {
                source_lang,
                persian,
                english,
                origin,
                author,
                date,
                note,
            },
        )
}
