//! One concept of a TBX file while it is being read, and the rows that it becomes.

use crate::error::Result;
use crate::exchange::glossary::row::kind;
use crate::exchange::glossary::write::rows;
use crate::exchange::sheet::Sheet;
use crate::glossary::{Entry, Kind, Status, Term};
use crate::text::Lang;

/// A concept as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Concept {
    /// The line in which it begins.
    pub(super) line: u64,
    pub(super) kind: Option<Kind>,
    pub(super) note: String,
    /// Why it cannot be used.
    pub(super) fault: Option<String>,
    terms: Vec<(Lang, Found)>,
}

/// A term as the file gives it.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) text: String,
    pub(super) status: Option<Status>,
    pub(super) note: String,
}

impl Concept {
    pub(super) fn new(line: u64) -> Self {
        Self { line, ..Self::default() }
    }

    pub(super) fn subject(&mut self, subject: &str) {
        self.kind = self.kind.or_else(|| kind(subject));
    }

    pub(super) fn term(&mut self, lang: Lang, found: Found) {
        if !found.text.is_empty() {
            self.terms.push((lang, found));
        }
    }

    /// Adds the rows to `sheet`.
    pub(super) fn finish(self, sheet: &mut Sheet) -> Result<()> {
        let line = self.line;
        if let Some(fault) = self.fault {
            sheet.fail(fault);
            return sheet.end_row(line);
        }
        let has_kind = self.kind.is_some();
        let mut entry = Entry {
            kind: self.kind.unwrap_or(Kind::Concept),
            persian: terms(&self.terms, Lang::Persian),
            english: terms(&self.terms, Lang::English),
            note: self.note,
        };
        take_notes(&mut entry);
        let is_partial = entry.preferred(Lang::English).is_none() && !entry.english.is_empty();
        for mut row in rows(&entry).into_iter().skip(usize::from(is_partial)) {
            if !has_kind {
                row[2].clear();
            }
            for cell in row {
                sheet.push(&cell);
            }
            sheet.end_row(line)?;
        }
        Ok(())
    }
}

/// Adds the notes of an entry's preferred terms to the entry's own, since such a term has no note in a glossary.
fn take_notes(entry: &mut Entry) {
    let terms = entry.persian.iter().chain(&entry.english);
    let preferred = terms.filter(|term| term.status == Status::Preferred);
    for note in preferred.map(|term| &term.note).filter(|note| !note.is_empty()) {
        if entry.note.is_empty() {
            entry.note.clone_from(note);
        } else if !entry.note.contains(note.as_str()) {
            entry.note.push_str("; ");
            entry.note.push_str(note);
        }
    }
}

/// The terms in `lang`, sorted by status: at most one preferred, the first if none is marked as preferred.
fn terms(found: &[(Lang, Found)], lang: Lang) -> Vec<Term> {
    let own = || found.iter().filter(|(of, _)| *of == lang).map(|(_, found)| found);
    let is_preferred = |found: &Found| found.status == Some(Status::Preferred);
    let preferred =
        own().position(is_preferred).or_else(|| own().position(|found| found.status.is_none()));
    let terms = own().enumerate().map(|(i, found)| Term {
        status: match (Some(i) == preferred, found.status) {
            (true, _) => Status::Preferred,
            (false, Some(Status::Forbidden)) => Status::Forbidden,
            _ => Status::Admitted,
        },
        note: found.note.clone(),
        text: found.text.clone(),
    });
    let mut terms: Vec<Term> = terms.collect();
    terms.sort_by_key(|term| term.status);
    terms
}
