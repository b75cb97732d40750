//! An article in Markdown: with its own text it is itself, and what is written with another text is one too.
#![no_main]

use hamta::exchange::document::Format;
use hamta_fuzz::document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| document(bytes, Format::Markdown));
