//! A memory as TMX: whatever is read can be written, and reads back the same.
#![no_main]

use std::path::Path;

use hamta::exchange::tmx::{Item, Reader, Writer};
use hamta::text::Lang;
use hamta::unit::TranslationUnit;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (units, _) = units(bytes);
    let mut writer = Writer::start(Vec::new(), Path::new("written"), Lang::Persian)
        .expect("a vector takes everything");
    for unit in &units {
        writer.write(unit).expect("what XML held, XML holds");
    }
    let written = writer.finish().expect("a vector takes everything");
    assert_eq!(self::units(&written), (units, true));
});

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
