//! The fold and the words of any text: folded twice is folded once, and every letter and word has its place.
#![no_main]

use hamta::text::{Lang, Words, fold};
use hamta_fuzz::text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    let folded = fold(&text);
    assert_eq!(fold(folded.text()).text(), folded.text());
    let mut start = 0;
    for letter in folded.letters() {
        assert!(start <= letter.span().start && !letter.span().of(&text).is_empty());
        assert!(folded.text()[letter.at()..].starts_with(letter.ch));
        start = letter.span().start;
    }
    for lang in Lang::ALL {
        let words = Words::of(&text, lang);
        let mut end = 0;
        for word in words.words() {
            assert!(end <= word.folded.start);
            assert!(!word.span.of(&text).is_empty());
            end = word.folded.end;
        }
    }
});
