//! Refuses a draft with characters that its file cannot contain.

use super::{Draft, Row};
use crate::error::Result;
use crate::exchange::xml::content::{forbidden, not_held, shown};
use crate::segment::Segment;

impl Draft<'_> {
    /// Refuses a draft with a character that XML cannot represent.
    pub(in crate::exchange) fn check_characters(&self) -> Result<()> {
        let mut segments = self.filled();
        segments.try_for_each(|(segment, row)| self.check(&segment, row))
    }

    /// Refuses a segment if it, or what is proposed for it, has a character that XML cannot represent.
    fn check(&self, segment: &Segment<'_>, row: &Row) -> Result<()> {
        let proposal = row.proposal.iter();
        let unit = proposal.flat_map(|proposal| {
            let unit = &proposal.found.candidate.unit;
            [&unit.persian.text, &unit.english.text, &unit.origin.name]
        });
        let unit = unit.map(String::as_str);
        let names = row.names.iter().map(String::as_str);
        let mut texts = [segment.text, self.name].into_iter().chain(unit).chain(names);
        match texts.find_map(forbidden) {
            None => Ok(()),
            Some(c) => {
                let (number, text) = (segment.number, shown(segment.text));
                let holder = format!("segment {number} (`{text}`), or what is proposed for it,");
                Err(not_held(&holder, c))
            }
        }
    }
}
