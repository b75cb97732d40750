//! The findings that are kept from run to run: whatever stands in their file, what is taken from it has its places in
//! the text.
#![no_main]

use std::fs;

use hamta::exchange::found::{Found, Kept};
use hamta::text::Span;
use hamta_fuzz::in_folder;
use libfuzzer_sys::fuzz_target;

const TEXT: &str = "“Sergey Lavrof” said so .";

/// Where the key of the first entry stands.
const KEY: std::ops::Range<usize> = 14..46;

fuzz_target!(|bytes: &[u8]| in_folder(|folder| {
    let path = folder.join("found");
    fs::write(&path, bytes).expect("there is room");
    let key = bytes.get(KEY).and_then(|key| key.try_into().ok());
    let Some(found) = key.and_then(|key| Kept::read(&path).get(key, TEXT)) else {
        return;
    };
    let mut places: Vec<Span> = found.findings.iter().map(|finding| finding.span).collect();
    if let Some(renderings) = &found.renderings {
        places.extend(renderings.names.iter().map(|name| name.span));
        places.extend(renderings.segments.iter().map(|segment| segment.span));
    }
    for place in places {
        place.of(TEXT);
    }
    let packed = found.pack().expect("memory takes everything");
    let mut kept = Kept::default();
    kept.add([0; 32], &packed);
    let again: Option<Found> = kept.get(&[0; 32], TEXT);
    assert_eq!(again, Some(found));
}));
