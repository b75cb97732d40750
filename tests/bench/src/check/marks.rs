//! Faults in marks and in the spelling of Persian.

use fastrand::Rng;
use hamta::glossary::Glossary;
use hamta::text::{Lang, Span};

use super::faults::{Planted, any_row, letters_only};
use super::news::Document;

/// A quotation mark or bracket loses its other half. The segment has one pair, and none of another kind.
pub fn unpaired(
    document: &Document,
    lang: Lang,
    _: &Glossary,
    random: &mut Rng,
) -> Option<Planted> {
    const PAIRS: [[char; 2]; 5] = [['(', ')'], ['[', ']'], ['«', '»'], ['“', '”'], ['"', '"']];
    let (row, text, source) = any_row(document, lang, random);
    let is_even = |text: &str| {
        let count = |mark: char| text.matches(mark).count();
        PAIRS.iter().all(|&[open, close]| match open == close {
            true => count(open) % 2 == 0,
            false => count(open) == count(close),
        })
    };
    let is_clear = |text: &str| is_even(text) && !text.contains(['\'', '‘', '’', '`']);
    let [open, close] = PAIRS[random.usize(..PAIRS.len())];
    let first = text.find(open)?;
    let last = text.rfind(close).filter(|&last| last > first)?;
    let (at, mark) = if random.bool() { (first, open) } else { (last, close) };
    (is_clear(source) && is_even(text)).then(|| {
        Planted {
            // What is left alone is its place.
            span: document.span(lang, row),
            ..Planted::new(document, lang, row, Span::new(at, at + mark.len_utf8()), "")
        }
    })
}

/// A segment loses the mark at its end, which its source has: of ten words or more, and none of the first two, which
/// are headings.
pub fn last(document: &Document, lang: Lang, _: &Glossary, random: &mut Rng) -> Option<Planted> {
    const MARKS: [char; 4] = ['.', '!', '?', '؟'];
    let (row, text, source) = any_row(document, lang, random);
    let mark = text.chars().next_back().filter(|mark| MARKS.contains(mark))?;
    let at = text.len() - mark.len_utf8();
    let is_after_word = text[..at].ends_with(char::is_alphabetic);
    let is_heading = row < 2 || text.split_whitespace().count() < 10;
    (source.ends_with(MARKS) && is_after_word && !is_heading)
        .then(|| Planted::new(document, lang, row, Span::new(at, text.len()), ""))
}

/// A Persian word gets an Arabic letter.
pub fn arabic(document: &Document, lang: Lang, _: &Glossary, random: &mut Rng) -> Option<Planted> {
    let (row, text, _) = any_row(document, lang, random);
    let words = letters_only(text);
    let word = random.choice(&words)?;
    let [right, wrong] = *random.choice(&[['ی', 'ي'], ['ک', 'ك']])?;
    let own = word.of(text);
    own.contains(right).then(|| {
        Planted::new(document, lang, row, *word, &own.replacen(right, &wrong.to_string(), 1))
    })
}

/// A verb or a plural loses its half-space to a space.
pub fn half_space(
    document: &Document,
    lang: Lang,
    _: &Glossary,
    random: &mut Rng,
) -> Option<Planted> {
    let (row, text, _) = any_row(document, lang, random);
    let words = letters_only(text);
    let word = random.choice(&words)?;
    let own = word.of(text);
    let is_certain = own.starts_with("می\u{200C}")
        || own.starts_with("نمی\u{200C}")
        || own.ends_with("\u{200C}ها");
    (is_certain && own.matches('\u{200C}').count() == 1)
        .then(|| Planted::new(document, lang, row, *word, &own.replace('\u{200C}', " ")))
}
