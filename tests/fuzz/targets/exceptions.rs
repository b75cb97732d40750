//! The findings that are let be, as a list of exceptions and as a baseline; a baseline that is read can be written, and
//! reads back the same.
#![no_main]

use std::path::Path;

use hamta::exchange::{baseline, exceptions};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let path = Path::new("fuzzed");
    if let Ok((exceptions, problems)) = exceptions::read(bytes, path) {
        assert!(exceptions.iter().all(|exception| !exception.text.is_empty()));
        assert!(problems.is_sorted());
    }
    let Ok(mut known) = baseline::read(bytes, path) else {
        return;
    };
    let mut written = Vec::new();
    baseline::write(&mut written, known.clone()).expect("a vector takes everything");
    known.sort();
    known.dedup();
    let again = baseline::read(written.as_slice(), path).expect("it was written so");
    assert_eq!(again, known);
});
