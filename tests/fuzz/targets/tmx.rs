//! A memory as TMX: whatever is read can be written, and reads back the same.
#![no_main]

use std::path::Path;

use hamta::exchange::tmx::{Item, Reader, Writer};
use hamta::text::Lang;
use hamta::unit::{Details, TranslationUnit};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (mut units, _) = units(bytes);
    for (number, unit) in (1..).zip(&mut units) {
        forget_number(number, unit);
    }
    let mut writer = Writer::start(Vec::new(), Path::new("written"), Lang::Persian)
        .expect("a vector takes everything");
    for unit in &units {
        writer.write(unit).expect("what XML held, XML holds");
    }
    let written = writer.finish().expect("a vector takes everything");
    assert_eq!(self::units(&written), (units, true));
});

/// Forgets a `tuid` that says nothing in the place where the unit stands now.
fn forget_number(number: usize, unit: &mut TranslationUnit) {
    let Some(details) = &mut unit.details else {
        return;
    };
    let attributes = &mut details.unit.attributes;
    if attributes.get("tuid") == Some(&number.to_string()) {
        attributes.remove("tuid");
    }
    if **details == Details::default() {
        unit.details = None;
    }
}

/// The units of a file up to its first error, and whether there was neither an error nor a problem.
fn units(bytes: &[u8]) -> (Vec<TranslationUnit>, bool) {
    let mut units = Vec::new();
    let mut is_sound = true;
    let Ok(reader) = Reader::new(bytes, Path::new("fuzzed"), "fuzzed") else {
        return (units, false);
    };
    for item in reader {
        match item {
            Ok(Item::Unit(unit)) => units.push(*unit),
            Ok(Item::Problem(_)) | Err(_) => is_sound = false,
        }
    }
    (units, is_sound)
}
