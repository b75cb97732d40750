//! Writes a draft as XLIFF 2.1.

use std::io::Write;
use std::path::Path;

use super::two::{FOOT, Offered, Unit, head, push};
use crate::error::{Error, Result};
use crate::exchange::draft::Draft;
use crate::matching::MatchKind;

/// Writes `draft` to `file`, which `path` names in errors.
///
/// - **Segments** are units, whose ids are their numbers; **blocks** are groups.
/// - **Targets** are what is proposed: `translated` where the rate is 100, otherwise `initial`, and none where nothing is proposed.
/// - **The match** stands in the module for matches, with its rate, its origin, and the unit as the memory has it.
/// - **Names** stand in the module for glossaries; **what was adapted** is a note from `hamta`.
///
/// # Errors
///
/// The file cannot be written, or a text holds a character that XML cannot hold.
pub(in crate::exchange) fn write_two(
    draft: &Draft<'_>,
    mut file: impl Write,
    path: &Path,
) -> Result<()> {
    draft.check_characters().map_err(|e| e.at(path))?;
    let lang = draft.article.lang();
    let mut out = head(lang, draft.name);
    let mut block = 0;
    for (segment, row) in draft.filled() {
        if segment.block != block {
            if block > 0 {
                out.push_str("    </group>\n");
            }
            block = segment.block;
            out.push_str(&format!("    <group id=\"block-{block}\">\n"));
        }
        let source = draft.article.content().part(segment.span);
        let target = row.target(lang);
        let adapted = row.adapted(lang);
        let notes = (!adapted.is_empty()).then(|| ("hamta", format!("adapted: {adapted}")));
        let found = row.proposal.as_ref().map(|proposal| &proposal.found);
        let unit = Unit {
            id: &segment.number.to_string(),
            state: match found.map(|found| found.kind) {
                Some(MatchKind::Context | MatchKind::Exact) => "translated",
                Some(MatchKind::Fuzzy) | None => "initial",
            },
            source: &source,
            target: target.as_ref(),
            notes: notes.into_iter().collect(),
            offered: found.map(|found| Offered {
                rate: found.rate,
                origin: &found.candidate.unit.origin.name,
                source: &found.candidate.unit.side(lang).text,
                target: &found.candidate.unit.side(lang.other()).text,
            }),
            terms: row
                .names
                .iter()
                .filter_map(|name| name.split_once(": "))
                .collect(),
        };
        push(&mut out, &unit, "      ");
    }
    if block > 0 {
        out.push_str("    </group>\n");
    }
    out.push_str(FOOT);
    let written = file.write_all(out.as_bytes()).and_then(|()| file.flush());
    written.map_err(|e| Error::write(path, e))
}
