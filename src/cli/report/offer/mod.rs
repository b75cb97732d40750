//! What a translator is offered for a segment: matches, and the names in it.

mod json;
mod text;

use std::io;

use hamta::glossary::{Entry, Glossary, Occurrence};
use hamta::matching::Proposal;
use hamta::segment::Segment;
use hamta::text::Lang;
use hamta::tm::Phrase;

use crate::cli::output::Output;

/// A segment with everything that is known of it.
pub(crate) struct Offer<'a> {
    pub(crate) segment: &'a Segment<'a>,
    /// The language of the segment.
    pub(crate) lang: Lang,
    pub(crate) matches: Vec<Proposal>,
    /// Phrases of the segment that the memory knows, if it has no match.
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) names: Vec<Occurrence>,
    pub(crate) glossary: &'a Glossary,
}

impl Offer<'_> {
    pub(crate) fn write(&self, output: &mut Output) -> io::Result<()> {
        if output.is_json() {
            return output.json(&json::OfferJson::new(self));
        }
        text::write(self, output)
    }

    /// The entries that an occurrence can mean, each once.
    fn entries(&self, occurrence: &Occurrence) -> Vec<&Entry> {
        let mut indices: Vec<usize> = occurrence.terms.iter().map(|id| id.entry).collect();
        indices.dedup();
        indices.into_iter().map(|i| &self.glossary.entries()[i]).collect()
    }
}
