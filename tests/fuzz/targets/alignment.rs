//! A table of aligned texts: whatever is read can be written, and reads back the same.
#![no_main]

use std::path::Path;

use hamta::align::Alignment;
use hamta::exchange::alignment::{Table, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let path = Path::new("fuzzed");
    let Ok(contents) = read(bytes, path) else {
        return;
    };
    let once = written(&contents.alignments);
    let again = read(&once, path).expect("it was written so");
    assert_eq!(again.problems.len(), 0, "{:?}", again.problems);
    assert_eq!(written(&again.alignments), once);
});

fn written(alignments: &[Alignment]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut table = Table::start(&mut file, Path::new("written"));
    for alignment in alignments {
        table.write(alignment, 0.0).expect("a vector takes everything");
    }
    table.finish().expect("a vector takes everything");
    file
}
