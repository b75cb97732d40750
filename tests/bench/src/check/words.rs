//! Faults in words and whole segments.

use fastrand::Rng;
use hamta::glossary::Glossary;
use hamta::text::{Lang, Span};

use super::faults::{Planted, any_row, letters_only};
use super::news::{Document, side};

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// A segment is left as the source has it.
pub fn untranslated(
    document: &Document,
    lang: Lang,
    _: &Glossary,
    random: &mut Rng,
) -> Option<Planted> {
    let (row, text, source) = any_row(document, lang, random);
    let is_of_source = Lang::of(source) == Some(lang.other());
    (words(source) >= 3 && is_of_source)
        .then(|| Planted::new(document, lang, row, Span::new(0, text.len()), source))
}

/// A word of the source stands in the place of one of the translation.
pub fn leftover(
    document: &Document,
    lang: Lang,
    _: &Glossary,
    random: &mut Rng,
) -> Option<Planted> {
    let (row, text, source) = any_row(document, lang, random);
    let (own, others) = (letters_only(text), letters_only(source));
    let (word, other) = (random.choice(&own)?, random.choice(&others)?);
    let other = other.of(source);
    let is_word = Lang::of(other) == Some(lang.other()) && other.chars().count() >= 3;
    (is_word && word.of(text).starts_with(char::is_lowercase))
        .then(|| Planted::new(document, lang, row, *word, other))
}

/// A segment of six words or more is left out; not the first or last one.
pub fn dropped(document: &Document, lang: Lang, _: &Glossary, random: &mut Rng) -> Option<Planted> {
    let (row, text, source) = any_row(document, lang, random);
    let is_inside = row > 0 && row + 1 < document.rows.len();
    (is_inside && words(source) >= 6).then(|| {
        let planted = Planted::new(document, lang, row, Span::new(0, text.len()), "");
        Planted {
            // What stands before it is its place.
            span: planted.document.span(lang, row - 1),
            ..planted
        }
    })
}

/// A small word stands twice.
pub fn doubled(document: &Document, lang: Lang, _: &Glossary, random: &mut Rng) -> Option<Planted> {
    const SMALL: [&[&str]; 2] = [
        &["را", "از", "که", "با", "در", "به", "است", "شد", "برای", "این"],
        &["the", "of", "to", "in", "a", "and", "for", "on", "with", "was", "by", "from"],
    ];
    let (row, text, _) = any_row(document, lang, random);
    let own = letters_only(text);
    let word = random.choice(&own)?;
    let letters = word.of(text);
    SMALL[side(lang)]
        .contains(&letters)
        .then(|| Planted::new(document, lang, row, *word, &format!("{letters} {letters}")))
}

/// A segment comes again at the end, translated by one word less.
pub fn two_translations(
    document: &Document,
    lang: Lang,
    _: &Glossary,
    random: &mut Rng,
) -> Option<Planted> {
    let (row, text, source) = any_row(document, lang, random);
    let count = words(text);
    let is_one =
        !source.trim_end_matches(['.', '!', '?', '؟', '»', '"']).contains(['.', '!', '?', '؟']);
    if count < 6 || words(source) < 4 || !is_one || row + 1 == document.rows.len() {
        return None;
    }
    let lost = random.usize(1..count - 1);
    let words = text.split_whitespace().enumerate();
    let other: Vec<&str> = words.filter(|(at, _)| *at != lost).map(|(_, word)| word).collect();
    let other = other.join(" ");
    let mut with = document.clone();
    let mut again = document.rows[row].clone();
    again[side(lang)] = other.clone();
    with.rows.push(again);
    Some(Planted {
        span: with.span(lang, with.rows.len() - 1),
        what: format!("{text} / {other}"),
        document: with,
    })
}
