//! What is kept of a glossary from run to run, after its key: whatever stands there, occurrences have their places in
//! the text, and belong to terms of the glossary.
#![no_main]

use std::fs;

use hamta::exchange::glossary::kept;
use hamta::exchange::key::Key;
use hamta::glossary::Glossary;
use hamta::text::Lang;
use hamta_fuzz::in_folder;
use libfuzzer_sys::fuzz_target;

const TEXT: &str = "«سرگئی لاوروف» و لاورف گفتند. Sergey Lavrov and Lavrof said so.";

fuzz_target!(|bytes: &[u8]| in_folder(|folder| {
    let path = folder.join("kept");
    let file = [&Key::default().hash(), bytes].concat();
    fs::write(&path, file).expect("there is room");
    let packed = kept::read(&path, Key::default());
    let Some(glossary) = packed.and_then(Glossary::unpack) else {
        return;
    };
    for lang in Lang::ALL {
        for occurrence in glossary.occurrences(TEXT, lang) {
            assert!(!occurrence.span.of(TEXT).is_empty());
            glossary.translations(&occurrence, lang);
            for id in occurrence.terms {
                glossary.term(id, lang);
            }
        }
        for variant in glossary.variants(TEXT, lang) {
            glossary.right_spelling(&variant, lang);
        }
    }
}));
