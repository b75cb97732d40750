//! Where terms stand in a text: plain data.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// One term of one entry of a glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TermId {
    /// The index of the entry.
    pub entry: usize,
    /// The index of the term among the entry's terms in the language of the text.
    pub term: usize,
}

/// What is written on to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Nothing.
    None,
    /// A plural or possessive ending: the name stays the name.
    Inflection,
    /// A ye, which can make an adjective of the name («لاوروفی»), or mean "a".
    Ye,
}

/// A place in a text where a term stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Where, without an ending.
    pub span: Span,
    /// What is written on to it.
    pub ending: Ending,
    /// The terms that are written like this, preferred ones first, then in the order of the glossary; never empty.
    pub terms: Vec<TermId>,
}

/// The `names` of a text that stand in each of `parts` of it, with spans in the part; the parts are in order, as segments are.
pub(crate) fn in_parts(
    names: &[Occurrence],
    parts: impl IntoIterator<Item = Span>,
) -> Vec<Vec<Occurrence>> {
    let mut names = names.iter().peekable();
    let mut in_part = |part: Span| {
        let mut found = Vec::new();
        while let Some(name) = names.next_if(|name| name.span.start < part.end) {
            if part.covers(name.span) {
                found.push(Occurrence {
                    span: Span::new(name.span.start - part.start, name.span.end - part.start),
                    ..name.clone()
                });
            }
        }
        found
    };
    parts.into_iter().map(&mut in_part).collect()
}
