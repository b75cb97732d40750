//! Taking new entries into a glossary.

use std::collections::HashMap;

use crate::glossary::entry::{Entry, Kind};
use crate::glossary::term::{Status, Term};
use crate::text::{Lang, fold};

/// What became of new entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// The indices, among the new entries, of those that were appended, in order.
    pub appended: Vec<usize>,
    /// How many entries got new terms.
    pub changed: usize,
    /// How many new entries said nothing new.
    pub same: usize,
}

/// Takes `new` into `entries`: terms go to the entry of the same name and kind, other entries to the end.
///
/// An entry that prefers another translation than the one that is there is appended, so that
/// [`conflicts`](crate::glossary::conflicts) finds the two; so is one that has a term with another status.
pub fn merge(entries: &mut Vec<Entry>, new: Vec<Entry>) -> Merged {
    let mut by_name: HashMap<(Kind, String), usize> = HashMap::new();
    for (i, entry) in entries.iter().enumerate() {
        by_name.entry(name(entry)).or_insert(i);
    }
    let mut merged = Merged::default();
    for (i, entry) in new.into_iter().enumerate() {
        match by_name.get(&name(&entry)) {
            Some(&present) if agree(&entries[present], &entry) => {
                match take(&mut entries[present], entry) {
                    true => merged.changed += 1,
                    false => merged.same += 1,
                }
            }
            _ => {
                by_name.entry(name(&entry)).or_insert(entries.len());
                merged.appended.push(i);
                entries.push(entry);
            }
        }
    }
    merged
}

fn name(entry: &Entry) -> (Kind, String) {
    let name = entry.preferred(Lang::Persian).unwrap_or_default();
    (entry.kind, fold(name).text().to_owned())
}

/// Whether no term has one status here and another one there.
fn agree(present: &Entry, new: &Entry) -> bool {
    let statuses = |term: &Term, others: &[Term]| {
        let other = others.iter().find(|other| other.text == term.text);
        other.is_none_or(|other| other.status == term.status)
    };
    let preferred = |entry: &Entry| {
        entry
            .preferred(Lang::English)
            .map(|t| fold(t).text().to_owned())
    };
    let same_status = |lang| {
        new.terms(lang)
            .iter()
            .all(|term| statuses(term, present.terms(lang)))
    };
    preferred(present) == preferred(new) && Lang::ALL.into_iter().all(same_status)
}

/// Adds the terms, and the note where there is none; `true` where there was something to add.
fn take(present: &mut Entry, new: Entry) -> bool {
    let before = present.clone();
    for (terms, new) in [
        (&mut present.persian, new.persian),
        (&mut present.english, new.english),
    ] {
        for term in new {
            let is_new = terms
                .iter()
                .all(|other| fold(&other.text).text() != fold(&term.text).text());
            if is_new && term.status != Status::Preferred {
                terms.push(term);
            }
        }
        terms.sort_by_key(|term| term.status);
    }
    if present.note.is_empty() {
        present.note = new.note;
    }
    *present != before
}
