//! An offer as one JSON object; the README documents its fields.

use hamta::glossary::{Entry, Status};
use hamta::matching::{
    Adaptation, ChangeKind, Difference, DifferenceKind, MatchKind, Penalty, Proposal,
};
use hamta::text::Lang;
use hamta::tm::Phrase;
use hamta::unit::{Origin, TranslationUnit};
use serde::Serialize;

use super::Offer;
use crate::cli::report::place::Place;

#[derive(Serialize)]
pub(super) struct OfferJson<'a> {
    segment: usize,
    block: usize,
    start: usize,
    end: usize,
    lang: &'static str,
    text: &'a str,
    matches: Vec<MatchJson<'a>>,
    phrases: Vec<PhraseJson<'a>>,
    names: Vec<NameJson<'a>>,
}

#[derive(Serialize)]
struct MatchJson<'a> {
    rate: u8,
    kind: MatchKind,
    source: &'a str,
    target: &'a str,
    adapted: Option<AdaptedJson<'a>>,
    penalties: &'a [Penalty],
    differences: Vec<DifferenceJson<'a>>,
    unit: i64,
    origin: &'a Origin,
    author: Option<&'a str>,
    date: Option<String>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct AdaptedJson<'a> {
    target: &'a str,
    changes: Vec<ChangeJson<'a>>,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    kind: ChangeKind,
    #[serde(flatten)]
    place: Place<'a>,
    was: &'a str,
    segment: Place<'a>,
    unit: Place<'a>,
}

#[derive(Serialize)]
struct DifferenceJson<'a> {
    kind: DifferenceKind,
    segment: Option<Place<'a>>,
    unit: Option<Place<'a>>,
}

#[derive(Serialize)]
struct PhraseJson<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    source: &'a str,
    target: &'a str,
    hit: Place<'a>,
    unit: i64,
    origin: &'a Origin,
}

#[derive(Serialize)]
struct NameJson<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    entries: Vec<EntryJson<'a>>,
}

#[derive(Serialize)]
struct EntryJson<'a> {
    kind: &'static str,
    preferred: Option<&'a str>,
    admitted: Vec<&'a str>,
    forbidden: Vec<&'a str>,
    note: &'a str,
}

impl<'a> OfferJson<'a> {
    pub(super) fn new(offer: &'a Offer<'_>) -> Self {
        let text = offer.segment.text;
        let names = offer.names.iter().map(|name| NameJson {
            place: Place::new(name.span, text),
            entries: offer
                .entries(name)
                .into_iter()
                .map(|e| EntryJson::new(e, offer.lang.other()))
                .collect(),
        });
        Self {
            segment: offer.segment.number,
            block: offer.segment.block,
            start: offer.segment.span.start,
            end: offer.segment.span.end,
            lang: offer.lang.code(),
            text,
            matches: offer.matches.iter().map(|m| MatchJson::new(m, text, offer.lang)).collect(),
            phrases: offer
                .phrases
                .iter()
                .map(|phrase| PhraseJson::new(phrase, text, offer.lang))
                .collect(),
            names: names.collect(),
        }
    }
}

impl<'a> MatchJson<'a> {
    fn new(proposal: &'a Proposal, text: &'a str, lang: Lang) -> Self {
        let found = &proposal.found;
        let unit: &TranslationUnit = &found.candidate.unit;
        let source = &unit.side(lang).text;
        let adapted = proposal.adaptation.as_ref();
        let difference = |d: &Difference| DifferenceJson {
            kind: d.kind,
            segment: d.segment.map(|span| Place::new(span, text)),
            unit: d.unit.map(|span| Place::new(span, source)),
        };
        Self {
            rate: found.rate,
            kind: found.kind,
            source,
            target: &unit.side(lang.other()).text,
            adapted: adapted.map(|adapted| AdaptedJson::new(adapted, text, source)),
            penalties: &found.penalties,
            differences: found.differences.iter().map(difference).collect(),
            unit: found.candidate.id,
            origin: &unit.origin,
            author: unit.author.as_deref(),
            date: unit.date.map(|date| date.to_string()),
            note: unit.note.as_deref(),
        }
    }
}

impl<'a> PhraseJson<'a> {
    fn new(phrase: &'a Phrase, text: &'a str, lang: Lang) -> Self {
        let unit = &phrase.candidate.unit;
        let source = &unit.side(lang).text;
        Self {
            place: Place::new(phrase.span, text),
            source,
            target: &unit.side(lang.other()).text,
            hit: Place::new(phrase.unit, source),
            unit: phrase.candidate.id,
            origin: &unit.origin,
        }
    }
}

impl<'a> AdaptedJson<'a> {
    fn new(adaptation: &'a Adaptation, text: &'a str, source: &'a str) -> Self {
        let changes = adaptation.changes.iter().map(|change| ChangeJson {
            kind: change.kind,
            place: Place::new(change.span, &adaptation.target),
            was: &change.was,
            segment: Place::new(change.segment, text),
            unit: Place::new(change.unit, source),
        });
        Self { target: &adaptation.target, changes: changes.collect() }
    }
}

impl<'a> EntryJson<'a> {
    fn new(entry: &'a Entry, lang: Lang) -> Self {
        Self {
            kind: entry.kind.name(),
            preferred: entry.preferred(lang),
            admitted: entry.with_status(lang, Status::Admitted).collect(),
            forbidden: entry.with_status(lang, Status::Forbidden).collect(),
            note: &entry.note,
        }
    }
}
