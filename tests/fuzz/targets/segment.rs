//! Any text as an article: its segments are in order, and with what stands between them they are the text.
#![no_main]

use hamta::segment::Article;
use hamta::text::Lang;
use hamta_fuzz::text;
use libfuzzer_sys::fuzz_target;

/// The most characters that the mark of a list item has.
const MARK: usize = 7;

fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    for lang in Lang::ALL {
        let article = Article::new(text.clone(), lang);
        let mut end = 0;
        for segment in article.segments() {
            assert!(end <= segment.span.start && !segment.span.is_empty());
            assert_is_gap(&text[end..segment.span.start]);
            assert_eq!(segment.text.trim(), segment.text);
            end = segment.span.end;
        }
        assert_is_gap(&text[end..]);
    }
});

/// Between segments stand white space, byte order marks and the marks of list items only.
#[track_caller]
fn assert_is_gap(gap: &str) {
    let is_blank = |c: char| c.is_whitespace() || c == '\u{FEFF}';
    let mut marks = gap.split(is_blank);
    assert!(marks.all(|mark| mark.chars().count() <= MARK), "{gap:?} is lost");
}
