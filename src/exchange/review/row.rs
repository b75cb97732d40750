//! The contents of the rows of a table for review, whichever format it is in.

use crate::exchange::draft::{Draft, on_one_line, tagged_on_one_line};
use crate::text::Tagged;

/// A segment and what is proposed for it.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// The number of the segment, from 1.
    pub(super) number: usize,
    pub(super) source: Tagged,
    /// The translation; empty where nothing is proposed.
    pub(super) target: Tagged,
    /// The rate and the kind of the match, `98 fuzzy`; empty, like its origin, where there is none.
    pub(super) rate: String,
    pub(super) origin: String,
    /// What was adapted, and the names in the segment, each on a line.
    pub(super) notes: Vec<String>,
}

impl Row {
    /// The rows of a draft, one for each segment.
    pub(super) fn all(draft: &Draft<'_>) -> Vec<Self> {
        let lang = draft.article.lang();
        let rows = draft.filled().map(|(segment, row)| {
            let found = row.proposal.as_ref().map(|proposal| &proposal.found);
            let adapted = row.adapted(lang);
            let adapted = (!adapted.is_empty()).then(|| format!("adapted: {adapted}"));
            Self {
                number: segment.number,
                source: tagged_on_one_line(&draft.article.content().part(segment.span)),
                target: row.target(lang).unwrap_or_default(),
                rate: found.map_or_else(String::new, |found| {
                    format!("{} {}", found.rate, found.kind.name())
                }),
                origin: found.map_or_else(String::new, |found| {
                    on_one_line(&found.candidate.unit.origin.name)
                }),
                notes: adapted.into_iter().chain(row.names.clone()).collect(),
            }
        });
        rows.collect()
    }
}
