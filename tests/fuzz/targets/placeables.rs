//! Numbers, dates and all else that is carried over by rule: in order, with a value that can be written.
#![no_main]

use hamta::text::{Lang, WritingOptions, placeables};
use hamta_fuzz::text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    for lang in Lang::ALL {
        let mut end = 0;
        for placeable in placeables(&text, lang) {
            assert!(end <= placeable.span.start && !placeable.span.of(&text).is_empty());
            end = placeable.span.end;
            for other in Lang::ALL {
                let written = placeable.value.write(other, &WritingOptions::default());
                assert!(!written.is_empty());
            }
        }
    }
});
