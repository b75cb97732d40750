//! TMX that hamta writes: its one form, and that it reads back as what was written.

use std::path::Path;

use hamta::exchange::tmx::Writer;
use hamta::text::Lang;
use hamta::tm::Memory;
use hamta::unit::{Method, Side, TranslationUnit};
use proptest::prelude::*;

use super::fixture;
use super::kept::{all, read};
use super::made::{lang, unit};

proptest! {
    #[test]
    fn what_is_written_reads_back(units in prop::collection::vec(unit(), 0..5), srclang in lang()) {
        prop_assert_eq!(read(written(&units, srclang)), units);
    }

    #[test]
    fn what_goes_through_a_memory_is_written_as_it_was(units in prop::collection::vec(unit(), 1..5)) {
        let file = written(&units, Lang::Persian);
        let mut memory = Memory::in_memory().expect("there is room");
        let added = memory.add(read(&file).into_iter().map(Ok)).expect("it can be written");
        prop_assume!(added.present == 0);
        let kept = all(&memory);
        prop_assert_eq!(&kept, &units);
        prop_assert_eq!(written(&kept, Lang::Persian), file);
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
        "t.tmx: unit 1 (`یک`) holds U+0008, which no file of units can hold"
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
    TranslationUnit::new(Lang::Persian, Side::new(persian), Side::new(english))
}
