//! Writes a draft as XLIFF 1.2 or 2.1.

use std::io::Write;
use std::path::Path;

use super::unit::{Offered, Unit};
use super::written::Version;
use crate::error::{Error, Result};
use crate::exchange::draft::{Draft, Row};
use crate::exchange::units::State;
use crate::matching::MatchKind;
use crate::segment::{BlockKind, Segment};

/// Writes `draft` to `file`; `path` names it in errors.
///
/// - **Blocks** are groups; **segments** are units, whose ids are their numbers.
/// - **Targets** are what is proposed: translated if the rate is 100, otherwise to be looked at. If nothing is proposed
///   there is no target, or in 1.2 the source, which is still to be translated.
/// - **The match** is an `<alt-trans>`, or stands in the module for matches, with its rate, its origin, and the unit as
///   it is in the memory.
/// - **What was adapted** is a note from `hamta`.
/// - **Names** are notes from `glossary`, or stand in the module for glossaries.
///
/// # Errors
///
/// The file cannot be written, or a text has a character that XML cannot represent.
pub(in crate::exchange) fn write(
    draft: &Draft<'_>,
    version: Version,
    mut file: impl Write,
    path: &Path,
) -> Result<()> {
    draft.check_characters().map_err(|e| e.at(path))?;
    let indent = version.indent();
    let mut out = version.head(draft.article.lang(), draft.name);
    let mut block = 0;
    for (segment, row) in draft.filled() {
        if segment.block != block {
            if block > 0 {
                out.push_str(indent);
                out.push_str("</group>\n");
            }
            block = segment.block;
            let kind = match version {
                Version::One => kind(draft, block),
                Version::Two => "",
            };
            out.push_str(&format!("{indent}<group id=\"block-{block}\"{kind}>\n"));
        }
        push(&mut out, draft, (&segment, row), version);
    }
    if block > 0 {
        out.push_str(indent);
        out.push_str("</group>\n");
    }
    out.push_str(version.foot());
    let written = file.write_all(out.as_bytes()).and_then(|()| file.flush());
    written.map_err(|e| Error::write(path, e))
}

/// The kind of a block, as an attribute of its group.
fn kind(draft: &Draft<'_>, block: usize) -> &'static str {
    match draft.article.blocks()[block - 1].kind {
        BlockKind::Heading => " restype=\"x-heading\"",
        BlockKind::Paragraph => " restype=\"x-paragraph\"",
        BlockKind::ListItem => " restype=\"x-list-item\"",
    }
}

/// Adds a segment to `out`.
fn push(
    out: &mut String,
    draft: &Draft<'_>,
    (segment, row): (&Segment<'_>, &Row),
    version: Version,
) {
    let lang = draft.article.lang();
    let adapted = row.adapted(lang);
    let note = (!adapted.is_empty()).then(|| ("hamta", format!("adapted: {adapted}")));
    let target = row.target(lang);
    let found = row.proposal.as_ref().map(|proposal| &proposal.found);
    let unit = Unit {
        id: &segment.number.to_string(),
        state: match found.map(|found| found.kind) {
            Some(MatchKind::Context | MatchKind::Exact) => State::Translated,
            Some(MatchKind::Fuzzy) => State::Unreviewed,
            None => State::Draft,
        },
        source: &draft.article.content().part(segment.span),
        target: target.as_ref(),
        notes: note.into_iter().collect(),
        offered: found.map(|found| Offered {
            rate: found.rate,
            origin: &found.candidate.unit.origin.name,
            source: &found.candidate.unit.side(lang).text,
            target: &found.candidate.unit.side(lang.other()).text,
        }),
        names: &row.names,
    };
    version.push(out, &unit, &format!("{}  ", version.indent()));
}
