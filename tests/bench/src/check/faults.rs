//! The kinds of faults: where each is planted, and which rules are for it.

use fastrand::Rng;
use hamta::check::Rule;
use hamta::glossary::Glossary;
use hamta::text::{Lang, Span};

use super::news::{Document, side};
use super::{marks, names, values, words};

/// A kind of fault.
pub struct Kind {
    pub name: &'static str,
    /// The rules that are for it.
    pub rules: &'static [Rule],
    /// The language of the translation that can have it; `None` for both.
    pub lang: Option<Lang>,
    /// Plants it somewhere in a document whose translation is in the language; `None` where it does not go.
    pub plant: fn(&Document, Lang, &Glossary, &mut Rng) -> Option<Planted>,
}

/// A document with a fault.
pub struct Planted {
    pub document: Document,
    /// Where in the translation it should be found.
    pub span: Span,
    /// What was done.
    pub what: String,
}

const fn kind(
    name: &'static str,
    rules: &'static [Rule],
    lang: Option<Lang>,
    plant: fn(&Document, Lang, &Glossary, &mut Rng) -> Option<Planted>,
) -> Kind {
    Kind { name, rules, lang, plant }
}

const FA: Option<Lang> = Some(Lang::Persian);
const EN: Option<Lang> = Some(Lang::English);

pub const KINDS: [Kind; 15] = [
    kind(
        "misspelt name of the glossary",
        &[Rule::NameVariant, Rule::InconsistentName, Rule::MissingTerm],
        EN,
        names::misspelt,
    ),
    kind("forbidden form", &[Rule::ForbiddenTerm], EN, names::forbidden),
    kind("dropped name, at its first mention", &[Rule::MissingTerm], None, names::dropped),
    kind(
        "two spellings of one name",
        &[Rule::InconsistentName, Rule::NameVariant],
        None,
        names::two_spellings,
    ),
    kind("wrong number", &[Rule::NumberMismatch, Rule::DateMismatch], None, values::number),
    kind("wrong date", &[Rule::DateMismatch], EN, values::date),
    kind("untranslated segment", &[Rule::Untranslated], None, words::untranslated),
    kind("leftover word", &[Rule::LeftoverScript], EN, words::leftover),
    kind("dropped segment", &[Rule::Omission], None, words::dropped),
    kind("doubled word", &[Rule::RepeatedWord], None, words::doubled),
    kind(
        "two translations of one segment",
        &[Rule::InconsistentTranslation],
        None,
        words::two_translations,
    ),
    kind("unpaired quote or bracket", &[Rule::Punctuation], None, marks::unpaired),
    kind("lost final mark", &[Rule::Punctuation], None, marks::last),
    kind("Arabic letter", &[Rule::PersianSpelling], FA, marks::arabic),
    kind("lost half-space", &[Rule::PersianSpelling], FA, marks::half_space),
];

impl Planted {
    /// A document in which `span` of a segment became `with`; the whole segment is its place where nothing is left of
    /// it.
    pub fn new(document: &Document, lang: Lang, row: usize, span: Span, with: &str) -> Self {
        let mut document = document.clone();
        let text = &mut document.rows[row][side(lang)];
        let what = format!("{} -> {with}", span.of(text));
        text.replace_range(span.range(), with);
        let whole = document.span(lang, row);
        let span = match with.trim().is_empty() {
            true => whole,
            false => Span::new(whole.start + span.start, whole.start + span.start + with.len()),
        };
        Self { document, span, what }
    }
}

/// A segment with its number: its text in the language, and in the other.
pub fn any_row<'a>(
    document: &'a Document,
    lang: Lang,
    random: &mut Rng,
) -> (usize, &'a str, &'a str) {
    let row = random.usize(..document.rows.len());
    let texts = &document.rows[row];
    (row, &texts[side(lang)], &texts[side(lang.other())])
}

/// The words of a text with nothing but letters, with their places.
pub fn letters_only(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, c) in ends {
        match (c.is_alphabetic() || c == '\u{200C}', start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                spans.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    let is_apart = |span: &Span| {
        let before = text[..span.start].chars().next_back();
        let after = text[span.end..].chars().next();
        before.is_none_or(char::is_whitespace)
            && after.is_none_or(|c| c.is_whitespace() || ",.،؛".contains(c))
    };
    spans.retain(is_apart);
    spans
}
